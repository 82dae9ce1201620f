package org.glassbox.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.glassbox.array.Arena;
import org.glassbox.array.Array;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.Sgd;
import org.junit.jupiter.api.Test;

/** No number of a past step, and no weight of a past update, is ever read as if it were of this one. */
class LifetimeTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2}, {3, 4}});

    @Test
    void a_view_of_a_past_step_says_so_too() {
        try (Arena arena = Arena.open()) {
            Tensor seen = X.mul(X).reshape(4);
            arena.rewind();
            X.mul(3);
            assertThrows(LifetimeException.class, seen::toDoubles);
        }
    }

    @Test
    void gradients_of_a_past_step_say_so() {
        try (Arena arena = Arena.open()) {
            Gradients gradients = X.mul(X).sum().backward();
            assertArrayEquals(new double[] {2, 4, 6, 8}, gradients.of(X).toDoubles());
            arena.rewind();
            X.mul(X).exp().sum().backward();
            assertThrows(LifetimeException.class, () -> gradients.of(X).toDoubles());
        }
    }

    @Test
    void a_loss_of_a_past_step_cannot_go_backward_even_if_its_own_number_is_still_there() {
        try (Arena arena = Arena.open()) {
            Tensor loss = X.exp().tanh().exp().sum();
            arena.rewind();
            X.mul(3);
            assertThrows(LifetimeException.class, loss::backward);
        }
    }

    @Test
    void copies_stay() {
        try (Arena arena = Arena.open()) {
            Tensor kept = X.mul(X).copy();
            Tensor parameter = Parameter.of("w", X.mul(X));
            arena.rewind();
            X.mul(3);
            assertArrayEquals(new double[] {1, 4, 9, 16}, kept.toDoubles());
            assertArrayEquals(new double[] {1, 4, 9, 16}, parameter.toDoubles());
        }
    }

    @Test
    void a_parameter_that_moved_cannot_go_backward_also_through_a_view_a_leaf_or_data_made_of_it() {
        Linear layer = Linear.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 0});
        Parameter w = layer.weight();
        Tensor direct = w.mul(w).sum();
        Tensor view = w.reshape(4).mul(w.reshape(4)).sum();
        Tensor leaf = w.toLeaf();
        Tensor ofLeaf = leaf.mul(leaf).sum();
        Tensor data = w.toData();
        Tensor ofData = X.mul(data).sum();
        Sgd.of(0.1).on(layer).step(X.linear(w, layer.bias()).sum().backward());
        assertThrows(LifetimeException.class, direct::backward);
        assertThrows(LifetimeException.class, view::backward);
        assertArrayEquals(new double[] {2, 4, 6, 8}, ofLeaf.backward().of(leaf).toDoubles(),
            "a leaf is a copy of its own");
        assertArrayEquals(new double[] {1, 2, 3, 4}, ofData.backward().of(X).toDoubles(), "so is data");
        assertEquals(1 - 0.1 * 4, w.toDoubles()[0], 1e-6);
    }

    @Test
    void what_backward_said_before_an_update_stays_true_after_it() {
        Linear layer = Linear.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 0});
        Gradients gradients = X.linear(layer.weight(), layer.bias()).sum().backward();
        double[] before = gradients.of(layer.weight()).toDoubles();
        Sgd.of(0.1).on(layer).step(gradients);
        assertArrayEquals(before, gradients.of(layer.weight()).toDoubles());
    }

    @Test
    void a_steady_training_step_makes_no_new_array() {
        Layer net = Sequential.of(Linear.of(2, 3), Activation.tanh(), Linear.of(3, 4), Activation.relu(),
            Linear.of(4, 2));
        Optimizer optimizer = Sgd.of(0.1).on(net);
        Set<Array> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        int afterThree = 0;
        try (Arena arena = Arena.open()) {
            for (int step = 0; step < 10; step++) {
                arena.rewind();
                Tensor x = Tensor.data(new float[] {1, 2, 3, 4}, 2, 2);
                Tensor loss = Loss.crossEntropy().of(net.forward(x), Tensor.data(new float[] {0, 1}, 2));
                Gradients gradients = loss.backward();
                for (Graph.Node node : Graph.of(loss).nodes()) {
                    seen.add(node.value().array());
                    if (gradients.has(node.value())) {
                        seen.add(gradients.of(node.value()).array());
                    }
                }
                optimizer.step(gradients);
                afterThree = step == 2 ? seen.size() : afterThree;
            }
        }
        assertTrue(afterThree > 20, "values and gradients are looked at: " + afterThree);
        assertEquals(afterThree, seen.size());
        assertEquals(6, new HashSet<>(Parameters.of(net).list()).size());
    }
}
