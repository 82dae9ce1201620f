package org.glassbox.inspect;

import java.util.Arrays;
import java.util.Map;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Parameter;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What the filters of a net's first convolution look for: their weights, as numbers of small images. */
public final class Filters {
    private static final int IMAGE = 4;

    private Filters() {}

    /**
     * A row for each weight: filter, channel, row, column, value; all counted from 0. The table's name says which layer.
     *
     * @throws GlassboxException if the net has no convolution
     */
    public static Table of(Layer net) {
        for (Map.Entry<String, Parameter> entry : Parameters.of(net).byPath().entrySet()) {
            if (entry.getValue().rank() == IMAGE) {
                return table(entry.getKey(), entry.getValue());
            }
        }
        throw new GlassboxException(Message.of("Filters", "the net has no convolution").with("net", net.title())
            .help("filters are the weights of a Conv2d; Plots.weights(run) is for all weights"));
    }

    private static Table table(String path, Parameter weight) {
        int[] shape = weight.shape();
        IntColumn[] places = {IntColumn.create("filter"), IntColumn.create("channel"), IntColumn.create("row"),
            IntColumn.create("column")};
        for (int i = 0; i < weight.size(); i++) {
            int rest = i;
            for (int axis = IMAGE - 1; axis >= 0; axis--) {
                places[axis].append(rest % shape[axis]);
                rest /= shape[axis];
            }
        }
        return Table.create(path + " " + Arrays.toString(shape), places)
            .addColumns(DoubleColumn.create("value", weight.toDoubles()));
    }
}
