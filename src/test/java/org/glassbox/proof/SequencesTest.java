package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.Optional;
import org.glassbox.tensor.Pass;
import org.glassbox.nn.Stacked;
import org.glassbox.nn.Dropout;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.GRU;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.RNN;
import org.glassbox.nn.Recurrent;
import org.glassbox.nn.Recurrent.State;
import org.glassbox.nn.Recurrent.Unrolled;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers with a memory as PyTorch's: {@code sequences.txt}, made by {@code sequences.py} beside it, in float. */
class SequencesTest {
    private static final double CLOSE = 5e-6;
    private static final int FEATURES = 3;
    private static final int HIDDEN = 4;
    private static final int[] LENGTHS = {6, 1, 4, 5, 2};

    static Stream<Arguments> kinds() {
        return Stream.of(Arguments.of("rnn", RNN.of(FEATURES, HIDDEN)),
            Arguments.of("relu", RNN.of(FEATURES, HIDDEN).withRelu()), Arguments.of("gru", GRU.of(FEATURES, HIDDEN)),
            Arguments.of("lstm", LSTM.of(FEATURES, HIDDEN)));
    }

    private static Recurrent both(Recurrent layer) {
        return layer instanceof RNN rnn ? rnn.bidirectional() : layer instanceof GRU gru ? gru.bidirectional()
            : ((LSTM) layer).bidirectional();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void from_a_state_of_0(String name, Recurrent kind) throws IOException { prove(name, kind, 5, 6, false, null); }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void one_step_of_one_sequence(String name, Recurrent kind) throws IOException {
        prove(name + "-one", kind, 1, 1, true, null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void two_layers_in_both_directions_from_a_state(String name, Recurrent kind) throws IOException {
        prove(name + "-deep", both(kind).withLayers(2), 5, 6, true, null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void sequences_of_different_length(String name, Recurrent kind) throws IOException {
        prove(name + "-padded", both(kind), 5, 6, true, mask());
    }

    private static Tensor mask() {
        double[][] mask = new double[LENGTHS.length][6];
        for (int n = 0; n < mask.length; n++) {
            Arrays.fill(mask[n], 0, LENGTHS[n], 1);
        }
        return Tensor.of(mask).toData();
    }

    private static void prove(String name, Recurrent shape, int batch, int steps, boolean start, Tensor mask)
        throws IOException {
        Recurrent layer = withKnownWeights(shape);
        boolean hasCell = name.startsWith("lstm");
        Tensor x = numbers(3, batch, steps, FEATURES);
        Tensor hidden = numbers(4, layer.memories(), batch, HIDDEN);
        Tensor cell = numbers(6, layer.memories(), batch, HIDDEN);
        State given = start ? new State(each(hidden), hasCell ? each(cell) : List.of()) : State.none();
        Unrolled unrolled = layer.unroll(x, given, mask);
        Tensor y = mask == null ? unrolled.outputs()
            : unrolled.outputs().mul(mask.reshape(batch, steps, 1));      // PyTorch puts out 0 where there is no step
        assertGolden(name, y);
        Tensor value = y.mul(numbers(5, y.shape()).toData()).sum();
        value = value.add(proveEnd(name + ".hidden", unrolled.state().hidden()));
        if (hasCell) {
            value = value.add(proveEnd(name + ".cell", unrolled.state().cells()));
        }
        proveGradients(name, value.backward(), layer, x, start ? hidden : null, start && hasCell ? cell : null);
    }

    private static Tensor proveEnd(String name, List<Tensor> ends) throws IOException {
        Tensor all = Tensor.stack(0, ends.toArray(Tensor[]::new));
        assertGolden(name, all);
        return all.mul(numbers(8, all.shape()).toData()).sum();
    }

    private static void proveGradients(String name, Gradients gradients, Recurrent layer, Tensor x, Tensor hidden,
        Tensor cell) throws IOException {
        assertGolden(name + ".x", gradients.of(x));
        if (hidden != null) {
            assertGolden(name + ".start-hidden", gradients.of(hidden));
        }
        if (cell != null) {
            assertGolden(name + ".start-cell", gradients.of(cell));
        }
        int number = 0;
        for (Parameter parameter : Parameters.of(layer).list()) {
            assertGolden(name + "." + number++, gradients.of(parameter));
        }
    }

    private static List<Tensor> each(Tensor all) {
        int[] shape = all.shape();
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < shape[0]; i++) {
            parts.add(all.slice(0, i, i + 1).reshape(shape[1], shape[2]));
        }
        return parts;
    }

    /** As in sequences.py. */
    private static Recurrent withKnownWeights(Recurrent layer) {
        int[] count = {0};
        UnaryOperator<Tensor> known = old -> Parameter.of(old.name(), numbers(count[0]++, old.shape()).mul(0.5));
        return Parameters.map(layer, known);
    }

    @Test
    void padding_changes_neither_state_nor_gradient_whatever_stands_there() {
        Recurrent layer = LSTM.of(FEATURES, HIDDEN).bidirectional().withLayers(2);
        double[] end = end(layer, 1);
        assertArrayEquals(end, end(layer, 1e9), 0);
        assertArrayEquals(end, end(layer, Double.NaN), 0);
    }

    /** Last states, outputs at the last step, and gradients of all weights, with that number in all padded steps. */
    private static double[] end(Recurrent layer, double padding) {
        float[] numbers = numbers(3, 5, 6, FEATURES).toFloats();
        for (int i = 0; i < numbers.length; i++) {
            if (i / FEATURES % 6 >= LENGTHS[i / FEATURES / 6]) {
                numbers[i] = (float) padding;
            }
        }
        Unrolled unrolled = layer.unroll(Tensor.data(numbers, 5, 6, FEATURES), State.none(), mask());
        Tensor last = LastStep.of().forward(unrolled.outputs());
        Gradients gradients = last.mul(last).sum().backward();
        return Stream.concat(Stream.concat(unrolled.state().hidden().stream(), Stream.of(last)),
            Parameters.of(layer).list().stream().map(gradients::of)).flatMapToDouble(t -> Arrays.stream(t.toDoubles()))
            .toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void dropout_between_layers_is_that_of_each_output_that_another_layer_reads(String name, Recurrent kind) {
        Seed.use(5);
        Stacked layer = (Stacked) both(kind).withLayers(3, 0.4);
        Dropout between = layer.dropout().orElseThrow();
        Tensor x = numbers(3, 5, 6, FEATURES);
        Tensor dropped = Pass.train(() -> layer.forward(x));
        Tensor one = layer.layers().get(0).forward(x).dropout(0.4, between.seed().split(0));
        Tensor two = layer.layers().get(1).forward(one).dropout(0.4, between.seed().split(1));
        Tensor three = layer.layers().get(2).forward(two);
        assertArrayEquals(three.toDoubles(), dropped.toDoubles());
        Gradients expected = three.mul(three).sum().backward();
        Gradients gradients = dropped.mul(dropped).sum().backward();
        for (Parameter parameter : Parameters.of(layer).list()) {
            assertArrayEquals(expected.of(parameter).toDoubles(), gradients.of(parameter).toDoubles());
        }
        assertFalse(Arrays.equals(dropped.toDoubles(), Pass.train(() -> layer.forward(x)).toDoubles()), "another mask");
        assertArrayEquals(new Stacked(layer.layers(), Optional.empty()).forward(x).toDoubles(),
            layer.predict(x).toDoubles());
        assertEquals(0.4, ((Stacked) layer.fresh(2)).dropout().orElseThrow().rate());
    }

    @Test
    void the_same_seed_drops_the_same_between_layers() {
        double[][] outputs = new double[2][];
        for (int i = 0; i < 2; i++) {
            Recurrent layer = withDropout(5);
            outputs[i] = Pass.train(() -> layer.forward(numbers(3, 5, 6, FEATURES))).toDoubles();
        }
        assertArrayEquals(outputs[0], outputs[1]);
        Seed.use(5);
        Recurrent plain = GRU.of(FEATURES, HIDDEN).withLayers(2);
        assertArrayEquals(plain.forward(numbers(3, 5, 6, FEATURES)).toDoubles(),
            withDropout(5).predict(numbers(3, 5, 6, FEATURES)).toDoubles(),
            "the weights are the same with it and without");
    }

    private static Recurrent withDropout(long seed) {
        Seed.use(seed);
        return GRU.of(FEATURES, HIDDEN).withLayers(2, 0.5);
    }

    @Test
    void two_halves_with_the_state_carried_over_are_the_whole_and_no_gradient_flows_back() {
        Recurrent layer = GRU.of(FEATURES, HIDDEN).withLayers(2);
        Tensor x = numbers(3, 5, 6, FEATURES);
        Unrolled whole = layer.unroll(x);
        Unrolled first = layer.unroll(x.slice(1, 0, 3));
        Unrolled second = layer.unroll(x.slice(1, 3, 6), first.state().copy());
        assertArrayEquals(whole.outputs().slice(1, 3, 6).toDoubles(), second.outputs().toDoubles(), 1e-6);
        double[] dx = second.outputs().sum().backward().of(x).toDoubles();
        assertEquals(0, dx[0]);
        assertTrue(dx[3 * FEATURES] != 0);
    }

    @Test
    void a_class_that_occurs_twice_gets_both_gradients_and_one_that_does_not_gets_none() {
        Embedding table = Embedding.of(4, 2);
        Tensor words = Tensor.of(new double[][] {{0, 3, 3}, {1, 3, 0}}).toData();
        Tensor rows = table.forward(words);
        assertArrayEquals(new int[] {2, 3, 2}, rows.shape());
        assertArrayEquals(new double[] {2, 2, 1, 1, 0, 0, 3, 3},
            rows.sum().backward().of(table.weight()).toDoubles());
    }

    @Test
    void a_steady_step_and_one_of_a_length_that_was_there_before_take_no_new_memory() {
        Layer net = Sequential.of(LSTM.of(FEATURES, HIDDEN).withLayers(2), LastStep.of(), Linear.of(HIDDEN, 2));
        Optimizer optimizer = Adam.of(1e-3).on(net);
        try (Arena arena = Arena.open()) {
            long made = 0;
            for (int i = 0; i < 12; i++) {
                arena.rewind();
                made = i < 8 ? Arena.made() : made;
                Tensor x = Tensor.data(new float[20 * (5 + i % 2) * FEATURES], 20, 5 + i % 2, FEATURES);
                optimizer.step(Loss.crossEntropy().of(net.forward(x), Tensor.data(new float[20], 20)).backward());
            }
            assertEquals(made, Arena.made());
        }
    }

    @Test
    void a_memory_learns_which_class_came_first() {
        Seed.use(1);
        Layer net = Sequential.of(Embedding.of(4, 8), GRU.of(8, 16), LastStep.of(), Linear.of(16, 4));
        Optimizer optimizer = Adam.of(0.02).on(net);
        Seed.Random random = Seed.of(2).random();
        double loss = 0;
        for (int step = 0; step < 150; step++) {
            float[] words = new float[32 * 8];
            float[] first = new float[32];
            for (int i = 0; i < words.length; i++) {
                words[i] = random.nextInt(4);
                first[i / 8] = i % 8 == 0 ? words[i] : first[i / 8];
            }
            Tensor value = Loss.crossEntropy().of(net.forward(Tensor.data(words, 32, 8)), Tensor.data(first, 32));
            loss = value.item();
            optimizer.step(value.backward());
        }
        assertTrue(loss < 0.2, "loss " + loss + ", ln 4 is chance");
    }

    @Test
    void every_golden_number_was_made_by_the_version_that_is_named() throws IOException {
        try (BufferedReader lines = text()) {
            assertEquals("torch 2.13.0+cpu", lines.readLine());
        }
        assertEquals(163, golden().size());
    }

    /** The same as in sequences.py. */
    private static Tensor numbers(int k, int... shape) {
        double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((7 * i + k) % 23 - 11) / 11.5;
        }
        return Tensor.of(values).toData().reshape(shape).toLeaf();
    }

    private static void assertGolden(String name, Tensor actual) throws IOException {
        double[] expected = golden().get(name);
        double[] values = actual.toDoubles();
        assertEquals(expected.length, values.length, name);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], CLOSE * Math.max(Math.abs(expected[i]), 1), name + " at " + i);
        }
    }

    private static Map<String, double[]> golden() throws IOException {
        Map<String, double[]> golden = new HashMap<>();
        try (BufferedReader lines = text()) {
            lines.lines().skip(1).map(line -> line.split(" ")).forEach(parts -> golden.put(parts[0],
                Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).toArray()));
        }
        return golden;
    }

    private static BufferedReader text() {
        return new BufferedReader(new InputStreamReader(
            SequencesTest.class.getResourceAsStream("/org/glassbox/proof/sequences.txt"), StandardCharsets.UTF_8));
    }
}
