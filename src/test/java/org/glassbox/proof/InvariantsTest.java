package org.glassbox.proof;

import static org.glassbox.catalogue.Inputs.input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.array.Statistics;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.catalogue.Inputs;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adagrad;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.RMSProp;
import org.glassbox.optim.Rule;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold whatever the numbers are. */
class InvariantsTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e4, -1e4})
    void the_loss_does_not_change_when_all_logits_shift(double shift) {
        Tensor scores = input(4, 3).toDouble();
        Tensor classes = Inputs.classes(4, 3);
        double loss = scores.softmaxCrossEntropy(classes).item();
        assertEquals(loss, scores.add(shift).softmaxCrossEntropy(classes).item(), 1e-11);
        assertArrayEquals(scores.softmax().toDoubles(), scores.add(shift).softmax().toDoubles(), 1e-11);
        Tensor floats = input(4, 3);
        assertEquals(loss, floats.add(shift).softmaxCrossEntropy(classes).item(), 2e-3, "float holds 1e4 to 1e-3");
    }

    @Test
    void rows_of_softmax_sum_to_1_and_its_gradient_to_0() {
        Tensor x = input(2, 3, 50);
        Tensor p = x.softmax();
        for (double sum : p.sum(-1).toDoubles()) {
            assertEquals(1, sum, 1e-6);
        }
        for (double sum : p.mul(input(2, 3, 50)).sum().backward().of(x).sum(-1).toDoubles()) {
            assertEquals(0, sum, 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100, -100, 1e4, -1e4, 1e30, -1e30, Float.MAX_VALUE})
    void extreme_logits_give_finite_losses_and_gradients(double logit) {
        Tensor scores = Tensor.of(new double[][] {{logit, 0, -logit}, {0, 1, logit}});
        for (Tensor loss : new Tensor[] {scores.softmaxCrossEntropy(Tensor.of(new double[] {0, 1})),
            scores.sigmoidCrossEntropy(Tensor.of(new double[][] {{0, 1, 0}, {1, 0, 1}})), scores.softmax().sum(),
            scores.sigmoid().sum(), scores.tanh().sum(), scores.relu().max()}) {
            assertTrue(Double.isFinite(loss.item()), "loss " + loss.item());
            assertTrue(Statistics.isFinite(loss.backward().of(scores).array()), "gradient");
        }
    }

    @Test
    void dropout_keeps_the_mean_drops_its_share_and_draws_the_same_mask_again() {
        Tensor ones = Tensor.data(filled(20_000, 1), 200, 100);
        for (double rate : new double[] {0, 0.2, 0.5, 0.9}) {
            double[] dropped = ones.dropout(rate, Seed.of(5)).toDoubles();
            double zeros = Arrays.stream(dropped).filter(v -> v == 0).count() / 20_000.0;
            assertEquals(rate, zeros, 4 * Math.sqrt(0.25 / 20_000), "share that is dropped");
            assertEquals(1, Arrays.stream(dropped).average().orElseThrow(),
                4 * Math.sqrt(rate / (1 - rate) / 20_000) + 1e-6, "mean");
            assertArrayEquals(dropped, ones.dropout(rate, Seed.of(5)).toDoubles());
        }
        assertNotEquals(Arrays.toString(ones.dropout(0.5, Seed.of(5)).toDoubles()),
            Arrays.toString(ones.dropout(0.5, Seed.of(6)).toDoubles()));
    }

    @Test
    void a_layer_of_dropout_draws_anew_each_pass_in_training_only() {
        Seed.use(3);
        Dropout first = Dropout.of(0.5);
        Tensor ones = Tensor.data(filled(64, 1), 64);
        double[] one = first.forward(ones).toDoubles();
        double[] two = first.forward(ones).toDoubles();
        assertNotEquals(Arrays.toString(one), Arrays.toString(two));
        assertArrayEquals(ones.toDoubles(), first.predict(ones).toDoubles());
        assertArrayEquals(ones.toDoubles(), Pass.observe(() -> first.forward(ones)).toDoubles());
        assertEquals(2, first.passes().item(), "looking does not count");
        Seed.use(3);
        Dropout again = Dropout.of(0.5);
        assertArrayEquals(one, again.forward(ones).toDoubles());
        assertArrayEquals(two, again.forward(ones).toDoubles());
    }

    static Stream<Rule> rules() { return Catalogue.rules().stream(); }

    @ParameterizedTest
    @MethodSource("rules")
    void a_parameter_that_the_loss_does_not_reach_does_not_move(Rule rule) {
        Linear used = Linear.of(3, 2);
        Linear unused = Linear.of(3, 2);
        Layer both = Sequential.of(used, unused);
        Optimizer optimizer = rule.on(both);
        double[] before = unused.weight().toDoubles();
        double[] moved = used.weight().toDoubles();
        for (int i = 0; i < 5; i++) {
            optimizer.step(used.forward(input(4, 3)).mul(used.forward(input(4, 3))).sum().backward());
        }
        assertArrayEquals(before, unused.weight().toDoubles());
        assertEquals(0, unused.weight().updates());
        assertNotEquals(Arrays.toString(moved), Arrays.toString(used.weight().toDoubles()));
        assertEquals(5, used.weight().updates());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_gets_down_a_valley(Rule rule) {
        Linear net = Linear.of(new double[][] {{3}, {-2}}, new double[] {1});
        Optimizer optimizer = inStride(rule).on(net);
        Tensor x = input(8, 2).toData();
        Tensor y = x.matmul(Tensor.of(new double[][] {{0.5}, {-1}})).add(0.25).toData();
        for (int i = 0; i < 400; i++) {
            optimizer.step(Loss.meanSquaredError().of(net.forward(x), y).backward());
        }
        assertArrayEquals(new double[] {0.5, -1}, net.weight().toDoubles(), 0.02);
        assertEquals(0.25, net.bias().item(), 0.02);
    }

    /** Adagrad's steps shrink from the first on, RMSProp's never become smaller than the rate. */
    private static Rule inStride(Rule rule) {
        return rule instanceof Adagrad ? rule.withRate(1) : rule instanceof RMSProp ? rule.withRate(0.02) : rule;
    }

    @Test
    void looking_moves_nothing_and_a_pass_ends_where_it_began() {
        Layer net = Sequential.of(Linear.of(3, 4), Activation.relu(), Dropout.of(0.5), Linear.of(4, 2));
        Tensor x = input(5, 3);
        double[] first = net.predict(x).toDoubles();
        assertArrayEquals(first, net.predict(x).toDoubles());
        assertTrue(!net.predict(x).needsGradient(), "a prediction remembers nothing");
        assertTrue(Pass.observe(() -> net.forward(x)).needsGradient());
        assertTrue(Pass.isTraining());
        try {
            Pass.evaluate(() -> x.matmul(x));
        } catch (org.glassbox.GlassboxException expected) {
            assertTrue(Pass.isTraining(), "also after an error");
        }
    }

    @Test
    void initialisers_have_the_deviation_of_their_formula_and_mean_0() {
        for (Catalogue.Start start : Catalogue.initializers()) {
            double[] weights = start.initializer().of(200, 100, Seed.of(11)).toDoubles();
            double mean = Arrays.stream(weights).average().orElseThrow();
            double deviation = Math
                .sqrt(Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).average().orElseThrow());
            assertEquals(start.deviation(), deviation, start.deviation() * 0.02, start.name());
            assertEquals(0, mean, start.deviation() * 0.03, start.name());
        }
        double limit = Math.sqrt(6.0 / 300);
        assertTrue(Arrays.stream(org.glassbox.nn.Initializer.glorot().of(200, 100, Seed.of(11)).toDoubles())
            .allMatch(w -> Math.abs(w) <= limit));
    }

    @Test
    void gradients_of_a_mean_loss_do_not_depend_on_how_often_the_rows_are_repeated() {
        Layer net = Sequential.of(Linear.of(3, 4), Activation.tanh(), Linear.of(4, 3));
        Tensor x = input(4, 3).toData();
        Tensor twice = Tensor.data(repeat(x.toFloats()), 8, 3);
        Tensor classes = Inputs.classes(4, 3);
        Tensor classesTwice = Tensor.data(repeat(classes.toFloats()), 8);
        var once = Loss.crossEntropy().of(net.forward(x), classes).backward();
        var both = Loss.crossEntropy().of(net.forward(twice), classesTwice).backward();
        Parameters.of(net).list().forEach(p -> assertArrayEquals(once.of(p).toDoubles(), both.of(p).toDoubles(), 1e-6));
    }

    private static float[] filled(int n, float value) {
        float[] values = new float[n];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] repeat(float[] values) {
        float[] twice = new float[2 * values.length];
        IntStream.range(0, twice.length).forEach(i -> twice[i] = values[i % values.length]);
        return twice;
    }
}
