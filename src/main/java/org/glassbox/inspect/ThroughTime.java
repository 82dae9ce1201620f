package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much of the error at the last step gets back to each step of a sequence: the gradient through time of nets with a memory,
 * side by side. Where it has faded, nothing is learned from what was read there.
 *
 * <pre>
 * ThroughTime.of(Loss.crossEntropy(), data.valid()).with("RNN", rnn).with("LSTM", lstm)
 * </pre>
 *
 * @param loss what the nets are asked
 * @param batch the sequences, up to 512
 * @param nets what was measured of each
 */
public record ThroughTime(Loss loss, Batch batch, List<Fading> nets) {
    private static final int ROWS = 512;
    private static final List<String> MEMORIES = List.of("rnn", "gru", "lstm");

    /**
     * One net: ‖∂L/∂x‖ for each step from the first to the last. L is the loss of a sequence at the last step alone, x what the
     * first layer with a memory reads at a step; root mean square over sequences.
     */
    public record Fading(String name, List<Double> norms) {
        public Fading {
            norms = List.copyOf(norms);
        }

        /** In how many steps back the gradient halves, over the whole way; infinite if it does not fade. */
        public double halfLife() {
            double doublings = Math.log(norms.get(norms.size() - 1) / norms.get(0)) / Math.log(2);
            return doublings > 0 ? (norms.size() - 1) / doublings : Double.POSITIVE_INFINITY;
        }
    }

    public ThroughTime {
        nets = List.copyOf(nets);
    }

    /** Of the first sequences of a part; no net yet. */
    public static ThroughTime of(Loss loss, Dataset part) {
        int[] rows = java.util.stream.IntStream.range(0, Math.min(ROWS, part.rows())).toArray();
        Dataset some = part.take(rows);
        return new ThroughTime(loss, new Batch(some.x(), some.y()), List.of());
    }

    /**
     * This, and a net under that name, as it is now; nothing moves.
     *
     * @throws GlassboxException if it has no layer with a memory
     */
    public ThroughTime with(String name, Layer net) {
        Tensor x = batch.x().rank() == 3 ? batch.x().toLeaf() : batch.x();   // numbers get a gradient, symbols their embedding's
        Tensor error = Pass.observe(() -> last(net.forward(x)));
        Tensor read = Graph.of(error).nodes().stream().filter(node -> MEMORIES.contains(node.op())).findFirst()
            .orElseThrow(() -> new GlassboxException(Message.of("ThroughTime", "the net has no memory")
                .with("net", net.title()).help("it is for nets with an RNN, a GRU or an LSTM")))
            .inputs().get(0).input();
        List<Fading> more = new ArrayList<>(nets);
        more.add(new Fading(name, norms(error.backward().of(read))));
        return new ThroughTime(loss, batch, more);
    }

    /** The loss of the last step, also of nets that answer at every step. */
    private Tensor last(Tensor prediction) {
        int[] shape = prediction.shape();
        return shape.length < 3 ? loss.of(prediction, batch.y())
            : loss.of(prediction.slice(1, -1).reshape(shape[0], shape[2]), batch.y().slice(1, -1).reshape(shape[0]));
    }

    /** The loss is a mean over sequences, so a gradient of a sequence's own loss is as many times larger. */
    private static List<Double> norms(Tensor gradient) {
        int[] shape = gradient.shape();
        float[] values = gradient.toFloats();
        double[] squares = new double[shape[1]];
        for (int i = 0; i < values.length; i++) {
            squares[i / shape[2] % shape[1]] += (double) values[i] * values[i];
        }
        List<Double> norms = new ArrayList<>();
        for (double square : squares) {
            norms.add(Math.sqrt(square * shape[0]));
        }
        return norms;
    }

    /** A row for each net and step: net, back (steps before the last), gradient. */
    public Table toTable() {
        StringColumn name = StringColumn.create("net");
        IntColumn back = IntColumn.create("back");
        DoubleColumn gradient = DoubleColumn.create("gradient");
        for (Fading net : nets) {
            for (int step = net.norms().size() - 1; step >= 0; step--) {
                name.append(net.name());
                back.append(net.norms().size() - 1 - step);
                gradient.append(net.norms().get(step));
            }
        }
        return Table.create("gradient through time", name, back, gradient);
    }
}
