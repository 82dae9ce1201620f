package org.glassbox.inspect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.array.Array;
import org.glassbox.array.Statistics;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much error reaches each Linear layer of some nets, as they are: before any training, say. Signal: root mean square over
 * rows and units of ∂(sum of the rows' losses)/∂z, z before the activation. What a layer passes on to the one before it is
 * taken apart into two factors: through the weights, and through the activation and all else that stands between the two.
 *
 * <pre>
 * Signal start = Signal.of(Loss.crossEntropy(), digits.train()).with("sigmoid", net).with("ReLU", other);
 * Plots.signal(start)
 * </pre>
 *
 * <p>All rows are one batch, in training mode: units are dropped, and a batch is normalised by its own mean. Nothing is moved:
 * neither a weight nor what a layer remembers.
 */
public final class Signal {
    private final Loss loss;
    private final Dataset rows;
    private final Table table;

    private Signal(Loss loss, Dataset rows, Table table) {
        this.loss = loss;
        this.rows = rows;
        this.table = table;
    }

    /** Of no net yet. */
    public static Signal of(Loss loss, Dataset rows) {
        return new Signal(loss, rows, Table.create("signal", StringColumn.create("net"), IntColumn.create("layer"),
            StringColumn.create("place"), DoubleColumn.create("signal"), DoubleColumn.create("weights"),
            DoubleColumn.create("activation")));
    }

    /** These and {@code net}, under that name; one of that name before it gives way. */
    public Signal with(String name, Layer net) {
        Map<Buffer, Tensor> remembered = new IdentityHashMap<>();
        Parameters.buffers(net).values().forEach(buffer -> remembered.put(buffer, buffer.copy()));
        Table more = table.where(table.stringColumn("net").isNotEqualTo(name));
        try {
            add(more, name, Pass.train(() -> loss.of(net.forward(rows.x()), rows.y())));
        } finally {
            remembered.forEach((buffer, then) -> {
                buffer.array().copyFrom(then.array());
                buffer.array().changed();
            });
        }
        return new Signal(loss, rows, more);
    }

    private void add(Table more, String name, Tensor error) {
        List<Graph.Node> linear = Graph.of(error).nodes().stream().filter(node -> node.op().equals("linear")).toList();
        if (linear.isEmpty()) {
            throw new GlassboxException(Message.of("Signal", "no Linear layer in " + name)
                .help("signals are those of the layers made by Linear.of"));
        }
        Gradients gradients = error.backward();
        List<Double> signals = new ArrayList<>();
        List<Double> arriving = new ArrayList<>();      // at what goes into the layer: the output of the activation before it
        for (Graph.Node layer : linear) {
            signals.add(size(gradients, layer.value()));
            arriving.add(size(gradients, layer.inputs().get(0).input()));
        }
        for (int i = 0; i < linear.size(); i++) {
            boolean last = i == linear.size() - 1;
            more.stringColumn("net").append(name);
            more.intColumn("layer").append(i + 1);
            more.stringColumn("place").append(linear.get(i).label());
            more.doubleColumn("signal").append(signals.get(i));
            more.doubleColumn("weights").append(last ? Double.NaN : arriving.get(i + 1) / signals.get(i + 1));
            more.doubleColumn("activation").append(last ? Double.NaN : signals.get(i) / arriving.get(i + 1));
        }
    }

    /** Mean loss → sum of the rows' losses; NaN for data, which no error reaches. */
    private double size(Gradients gradients, Tensor value) {
        if (!gradients.has(value)) {
            return Double.NaN;
        }
        Array gradient = gradients.of(value).array();
        return rows.rows() * Math.sqrt(Statistics.squares(gradient) / gradient.size());
    }

    /**
     * A row a Linear layer of each net, from input to output: net, layer (from 1), place, signal, and by which factors it came
     * from the signal of the next layer, weights and activation: signal = next signal · weights · activation. The output has
     * none.
     */
    public Table table() { return table.copy(); }

    /**
     * A row a net: what one hidden layer passes on to the one before it, on the geometric mean: weights, activation, and both
     * together as layer; and first, the first layer's signal as a share of the last hidden one's. Four significant digits.
     * Nets with at least two hidden layers.
     */
    public Table factors() {
        Table factors = Table.create("factors", StringColumn.create("net"), DoubleColumn.create("weights"),
            DoubleColumn.create("activation"), DoubleColumn.create("layer"), DoubleColumn.create("first"));
        for (String net : new LinkedHashSet<>(table.stringColumn("net").asList())) {
            Table own = table.where(table.stringColumn("net").isEqualTo(net));
            int steps = own.rowCount() - 2;                         // from the last hidden layer to the first
            if (steps > 0) {
                double weights = own.doubleColumn("weights").first(steps).geometricMean();
                double activation = own.doubleColumn("activation").first(steps).geometricMean();
                factors.stringColumn("net").append(net);
                factors.doubleColumn("weights").append(brief(weights));
                factors.doubleColumn("activation").append(brief(activation));
                factors.doubleColumn("layer").append(brief(weights * activation));
                factors.doubleColumn("first").append(brief(Math.pow(weights * activation, steps)));
            }
        }
        return factors;
    }

    private static double brief(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(4)).doubleValue() : value;
    }

    @Override
    public String toString() { return table.print(); }
}
