package org.glassbox.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.data.Text;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.GRU;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.RNN;
import org.glassbox.nn.Recurrent;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ThroughTimeTest {
    private static final Dataset SYMBOLS = Datasets.firstSymbol(40, 20, 4, Seed.of(1));

    private static Layer net(Recurrent memory) {
        return Sequential.of(memory, LastStep.of(), Linear.of(memory.width(), 4));
    }

    private static ThroughTime.Fading of(Layer net) {
        return ThroughTime.of(Loss.crossEntropy(), SYMBOLS).with("net", net).nets().get(0);
    }

    /** A unit h' = tanh(x + u h) near 0 passes on u times what it gets, at each step. */
    @Test
    void a_memory_that_halves_at_each_step_has_a_half_life_of_one_step() {
        RNN half = new RNN(parameter(4, 1, 1e-4), parameter(1, 1, 0.5), parameter(1, 0), org.glassbox.array.Cell.TANH,
            false);
        ThroughTime.Fading fading = of(net(half));
        assertEquals(20, fading.norms().size());
        for (int step = 0; step < 19; step++) {
            assertEquals(0.5, fading.norms().get(step) / fading.norms().get(step + 1), 1e-4);
        }
        assertEquals(1, fading.halfLife(), 1e-3);
    }

    private static Parameter parameter(int rows, int columns, double value) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            java.util.Arrays.fill(row, value);
        }
        return Parameter.of("w", Tensor.of(values));
    }

    private static Parameter parameter(int size, double value) {
        double[] values = new double[size];
        java.util.Arrays.fill(values, value);
        return Parameter.of("b", Tensor.of(values));
    }

    @Test
    void gates_that_begin_open_remember_longer_and_nothing_else_changes() {
        Seed.use(7);
        LSTM lstm = LSTM.of(4, 16);
        LSTM open = lstm.withMemory(40);
        GRU gru = GRU.of(4, 16);
        assertTrue(of(net(open)).halfLife() > 3 * of(net(lstm)).halfLife());
        assertTrue(of(net(gru.withMemory(40))).halfLife() > 3 * of(net(gru)).halfLife());
        assertEquals(lstm.inputWeight(), open.inputWeight());
        double[] before = lstm.bias().toDoubles();
        double[] after = open.bias().toDoubles();
        for (int unit = 0; unit < 16; unit++) {
            assertEquals(-after[unit], after[16 + unit]);                              // i, f
            assertTrue(after[16 + unit] >= 0 && after[16 + unit] <= Math.log(40));
            assertEquals(before[32 + unit], after[32 + unit]);                         // g
            assertEquals(before[48 + unit], after[48 + unit]);                         // o
        }
        assertEquals("withMemory: 1 step, expected at least 2", assertThrows(GlassboxException.class,
            () -> lstm.withMemory(1)).getMessage().lines().findFirst().orElse(""));
    }

    @Test
    void a_text_is_asked_by_its_embedding_and_only_at_its_last_step() {
        Seed.use(7);
        Text text = Datasets.mobyDick();
        Layer all = Sequential.of(Embedding.of(74, 5), GRU.of(5, 6), Linear.of(6, 74));
        ThroughTime asked = ThroughTime.of(Loss.crossEntropy(), text.passages(9, 1000)).with("a", all).with("b", all);
        assertEquals(9, asked.nets().get(0).norms().size());
        assertEquals(asked.nets().get(0).norms(), asked.nets().get(1).norms());
        assertTrue(asked.nets().get(0).halfLife() < 5, "" + asked.nets().get(0).halfLife());
        assertEquals(List.of(18, 3), List.of(asked.toTable().rowCount(), asked.toTable().columnCount()));
        assertThrows(GlassboxException.class,
            () -> ThroughTime.of(Loss.crossEntropy(), SYMBOLS).with("net",
                x -> Linear.of(80, 4).forward(x.reshape(40, 80))));
    }

    @Test
    void a_net_writes_what_it_thinks_likely_and_the_same_for_the_same_seed() {
        Text text = Text.of("abab");
        Layer other = x -> x.eq(0).reshape(x.shape()[0], x.shape()[1], 1).mul(Tensor.of(new double[] {-200, 200}))
            .add(Tensor.of(new double[] {100, -100}));
        assertEquals("abababab", Continuation.of(other, text, "ab", 6));
        Layer even = x -> Tensor.data(new float[2], 1, 2);
        Seed.use(3);
        String first = Continuation.of(even, text, "a", 200);
        Seed.use(3);
        assertEquals(first, Continuation.of(even, text, "a", 200));
        assertEquals(100, (int) first.chars().filter(c -> c == 'a').count(), 30);
        assertThrows(GlassboxException.class, () -> Continuation.of(even, text, "", 3));
    }

    @Test
    void the_first_symbol_is_the_class_and_the_others_are_noise() {
        assertEquals(List.of(40, 80, 4), List.of(SYMBOLS.rows(), SYMBOLS.values(0).length, SYMBOLS.classes().size()));
        int[] last = new int[4];
        for (int row = 0; row < 40; row++) {
            float[] values = SYMBOLS.values(row);
            assertEquals(1, values[(int) SYMBOLS.targetOf(row)]);
            for (int symbol = 0; symbol < 4; symbol++) {
                last[symbol] += values[76 + symbol] == 1 ? 1 : 0;
            }
        }
        assertEquals(40, java.util.Arrays.stream(last).sum());
        assertTrue(java.util.Arrays.stream(last).allMatch(count -> count > 2));
        assertThrows(GlassboxException.class, () -> Datasets.firstSymbol(3, 5, 4, Seed.of(1)));
    }
}
