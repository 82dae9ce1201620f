package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.glassbox.inspect.ChainRule;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.Layer;
import org.glassbox.nn.LayerNorm;
import org.glassbox.nn.Loss;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.LifetimeException;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A computation is never told from what was there before a change and what is there after it. */
class ChangedTest {
    private static final Tensor X = Tensor.of(new double[][] {{2, 1}});

    @Test
    void a_fused_operation_is_not_taken_apart_with_weights_that_have_moved_since() {
        requireRefused(LayerNorm.of(2), X, "gamma");
        requireRefused(BatchNorm.of(2), Tensor.of(new double[][] {{2, 1}, {0, 3}}), "gamma");
        requireRefused(LSTM.of(2, 2), Tensor.of(new double[][] {{2, 1}}).reshape(1, 1, 2), "Weight");
    }

    private static void requireRefused(Layer layer, Tensor x, String parameter) {
        Tensor loss = layer.forward(x).mul(0.5).sum();
        ChainRule.of(loss);
        Graph graph = Graph.of(loss);
        Sgd.of(1).on(layer).step(loss.backward());
        requireNamed(parameter, () -> ChainRule.of(loss));
        requireNamed(parameter, () -> graph.nodes().stream().flatMap(node -> node.composed().stream()).findFirst()
            .orElseThrow().get());
    }

    private static void requireNamed(String parameter, Supplier<?> reading) {
        String text = assertThrows(LifetimeException.class, reading::get).getMessage();
        assertTrue(text.contains(parameter), text);
        assertTrue(text.contains("compute the loss again"), text);
    }

    @Test
    void running_statistics_that_went_on_do_not_change_what_was_computed_with_those_of_then() {
        BatchNorm norm = BatchNorm.of(2);
        Tensor y = Pass.observe(() -> norm.forward(X));
        Tensor loss = y.mul(y).sum();
        String before = ChainRule.of(loss).values().printAll();
        double gradient = loss.backward().of(X).toDoubles()[0];
        Pass.train(() -> norm.forward(Tensor.of(new double[][] {{10, 20}, {30, 60}})));
        assertEquals(before, ChainRule.of(loss).values().printAll());
        assertEquals(gradient, loss.backward().of(X).toDoubles()[0]);
    }

    @Test
    void a_choice_by_a_memory_stays_that_of_then_when_the_memory_goes_on() {
        Buffer count = Buffer.count("passes");
        Tensor table = Tensor.of(new double[][] {{1, 2}, {3, 4}}).toDouble();
        Tensor other = Tensor.of(new double[][] {{5, 6}, {7, 8}}).toDouble();
        Tensor row = table.rows(count).sum();
        Tensor gathered = table.gather(0, count.reshape(1, 1)).sum();
        Tensor chosen = count.where(other, table).sum();
        Tensor fused = Loss.binaryCrossEntropy().of(table.slice(0, 0, 1).slice(1, 0, 1).reshape(), count);
        double[] before = Graph.of(fused).nodes().stream().flatMap(node -> node.composed().stream()).findFirst()
            .orElseThrow().get().toDoubles();
        count.countUp();
        assertArrayEquals(new double[] {1, 1, 0, 0}, row.backward().of(table).toDoubles());
        assertThrows(LifetimeException.class, gathered::backward, "by a view of the memory");
        assertArrayEquals(new double[] {1, 1, 1, 1}, chosen.backward().of(table).toDoubles());
        assertArrayEquals(before, Graph.of(fused).nodes().stream().flatMap(node -> node.composed().stream())
            .findFirst().orElseThrow().get().toDoubles());
    }
}
