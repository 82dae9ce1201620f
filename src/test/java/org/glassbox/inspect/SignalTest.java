package org.glassbox.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Initializer;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Residual;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Tensor;
import org.glassbox.train.History;
import org.glassbox.train.Trainer;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** How much error reaches each layer, and by which factors. */
class SignalTest {
    private static final Dataset ROWS = Datasets.digits().take(IntStream.range(0, 200).toArray());
    private static final Signal NOTHING = Signal.of(Loss.crossEntropy(), ROWS);

    private static Layer deep(Initializer weights, Activation activation) {
        Seed.use(7);
        Layer[] layers = new Layer[17];
        for (int i = 0; i < 16; i += 2) {
            layers[i] = Linear.of(64, 64, weights);
            layers[i + 1] = activation;
        }
        layers[16] = Linear.of(64, 10);
        return Sequential.of(layers);
    }

    private static double[] column(Layer net, String column) {
        return NOTHING.with("net", net).table().doubleColumn(column).asDoubleArray();
    }

    @Test
    void a_signal_is_what_the_gradient_watch_sees_before_the_first_update() {
        Layer net = deep(Initializer.lecun(), Activation.sigmoid());
        double[] signals = column(net, "signal");
        History run = Trainer.of(net, Loss.crossEntropy(), Sgd.of(0.1)).fit(ROWS, 1);
        Table watched = run.watched("gradients");
        double[] before = watched.where(watched.stringColumn("name").isEqualTo("signal")
            .and(watched.intColumn("epoch").isEqualTo(0))).doubleColumn("value").asDoubleArray();
        assertArrayEquals(before, signals, 1e-6 * signals[8]);
    }

    @Test
    void each_signal_is_the_next_one_times_both_factors() {
        Table table = NOTHING.with("net", deep(Initializer.he(), Activation.relu())).table();
        for (int i = 0; i + 1 < table.rowCount(); i++) {
            double next = table.doubleColumn("signal").get(i + 1);
            assertEquals(table.doubleColumn("signal").get(i),
                next * table.doubleColumn("weights").get(i) * table.doubleColumn("activation").get(i), 1e-9 * next);
        }
        assertTrue(table.doubleColumn("weights").isMissing(8), "nothing comes after the output");
    }

    @Test
    void sigmoid_lets_at_most_a_quarter_through_and_relu_the_root_of_a_half_which_he_makes_up_for() {
        assertTrue(Arrays.stream(column(deep(Initializer.lecun(), Activation.sigmoid()), "activation")).limit(8)
            .allMatch(slope -> slope > 0.2 && slope <= 0.25));
        Layer relu = deep(Initializer.he(), Activation.relu());
        assertEquals(Math.sqrt(0.5), Arrays.stream(column(relu, "activation")).limit(7).average().orElseThrow(), 0.07);
        assertEquals(Math.sqrt(2), Arrays.stream(column(relu, "weights")).limit(7).average().orElseThrow(), 0.1);
    }

    @Test
    void factors_are_those_of_one_hidden_layer_on_the_mean() {
        Signal both = NOTHING.with("sigmoid", deep(Initializer.lecun(), Activation.sigmoid())).with("flat",
            Linear.of(64, 10));
        Table factors = both.factors();
        assertEquals(List.of("sigmoid"), factors.stringColumn("net").asList(), "one layer passes nothing on");
        double[] signals = both.table().doubleColumn("signal").asDoubleArray();
        assertEquals(signals[0] / signals[7], factors.doubleColumn("first").get(0), 1e-3 * signals[0] / signals[7]);
        double layer = factors.doubleColumn("layer").get(0);
        assertEquals(Math.pow(signals[0] / signals[7], 1.0 / 7), layer, 1e-3);
        assertEquals(layer, factors.doubleColumn("weights").get(0) * factors.doubleColumn("activation").get(0), 1e-3);
    }

    @Test
    void a_residual_way_is_counted_with_the_weights_beside_it() {
        Layer net = Sequential.of(Linear.of(64, 8), Residual.of(Linear.of(8, 8, Initializer.normal(1e-6))),
            Linear.of(8, 10));
        double[] signals = column(net, "signal");
        double[] weights = column(net, "weights");
        assertEquals(3, signals.length);
        assertEquals(1, signals[0] / signals[1], 1e-3, "past the block, undiminished");
        assertEquals(1, weights[0], 1e-3);
    }

    @Test
    void nothing_that_a_net_remembers_moves_and_the_batch_is_normalised_as_in_training() {
        Layer net = Sequential.of(Linear.of(64, 8), BatchNorm.of(8), Dropout.of(0.5), Linear.of(8, 10));
        List<double[]> before = remembered(net);
        double[] once = column(net, "signal");
        assertArrayEquals(once, column(net, "signal"), "the same mask");
        List<double[]> after = remembered(net);
        assertEquals(3, before.size(), "mean, variance, passes");
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(before.get(i), after.get(i));
        }
        assertEquals(0, Parameters.of(net).updates());
        net.forward(ROWS.x());
        assertTrue(!Arrays.equals(before.get(0), remembered(net).get(0)), "while training moves it");
    }

    private static List<double[]> remembered(Layer net) {
        return Parameters.buffers(net).values().stream().map(Tensor::toDoubles).toList();
    }

    @Test
    void nets_stand_one_after_the_other_and_a_name_is_there_once() {
        Signal both = NOTHING.with("a", deep(Initializer.he(), Activation.relu())).with("b", Linear.of(64, 10))
            .with("a", Linear.of(64, 10));
        assertEquals(List.of("b", "a"), both.table().stringColumn("net").asList());
        assertEquals(0, NOTHING.table().rowCount(), "a value");
        assertEquals(List.of("0 Linear", "2.0 Linear", "3 Linear"), NOTHING.with("r", Sequential.of(Linear.of(64, 8),
            Activation.relu(), Residual.of(Linear.of(8, 8)), Linear.of(8, 10))).table().stringColumn("place").asList());
    }

    @Test
    void a_net_without_a_linear_layer_is_refused() {
        String said = assertThrows(GlassboxException.class, () -> NOTHING.with("none", x -> x.slice(1, 0, 10)))
            .getMessage();
        assertTrue(said.startsWith("Signal: no Linear layer in none\n  help   "), said);
    }
}
