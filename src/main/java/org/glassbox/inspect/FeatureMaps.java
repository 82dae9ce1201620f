package org.glassbox.inspect;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.data.Dataset;
import org.glassbox.data.ImageShape;
import org.glassbox.nn.Layer;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What each layer of a convolutional net makes of one image: maps, in which a number tells how much a filter found there. */
public final class FeatureMaps {
    private static final int IMAGE = 4;

    private final StringColumn places = StringColumn.create("place");
    private final IntColumn maps = IntColumn.create("map");
    private final IntColumn rows = IntColumn.create("row");
    private final IntColumn columns = IntColumn.create("column");
    private final DoubleColumn values = DoubleColumn.create("value");

    private FeatureMaps() {}

    /**
     * A row for each number of the image, place «image», and of each layer that puts out images, in evaluation mode: place,
     * map, row, column, value. The table's name says which image.
     *
     * @param part data whose rows are images
     * @param row which of them, from 0
     * @throws GlassboxException if the rows are no images, or no layer puts out images
     */
    public static Table of(Layer net, Dataset part, int row) {
        ImageShape shape = part.image().orElseThrow(() -> new GlassboxException(
            Message.of("FeatureMaps", "the rows of " + part.name() + " are no images").with("data", part.summary())
                .help("if each row is an image, say so: data.withImage(height, width)")));
        FeatureMaps table = new FeatureMaps();
        Tensor image = part.sample(row).x();
        table.add("image", image.reshape(1, 1, shape.height(), shape.width()));
        for (Graph.Node node : Graph.of(Pass.observe(() -> net.forward(image))).nodes()) {
            if (node.value().rank() == IMAGE && !node.op().isEmpty()) {
                table.add(node.label().isEmpty() ? node.op() : node.label(), node.value());
            }
        }
        if (table.places.countUnique() == 1) {
            throw new GlassboxException(Message.of("FeatureMaps", "no layer puts out images").with("net", net.title())
                .help("maps are what a Conv2d makes of an image"));
        }
        return Table.create(part.name() + ", row " + row + said(part, row), table.places, table.maps, table.rows,
            table.columns, table.values);
    }

    private static String said(Dataset part, int row) {
        return part.isClasses() ? ": " + part.classes().get((int) part.targetOf(row)) : "";
    }

    /** All maps of images [1, maps, height, width]. */
    private void add(String place, Tensor images) {
        int[] shape = images.shape();
        float[] numbers = images.toFloats();
        for (int i = 0; i < numbers.length; i++) {
            places.append(place);
            maps.append(i / shape[3] / shape[2]);
            rows.append(i / shape[3] % shape[2]);
            columns.append(i % shape[3]);
            values.append(numbers[i]);
        }
    }
}
