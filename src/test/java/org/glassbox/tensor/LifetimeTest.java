package org.glassbox.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.glassbox.Seed;
import org.glassbox.Window;
import org.glassbox.array.Arena;
import org.glassbox.array.Array;
import org.glassbox.nn.Activation;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.LSTM;
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

    @Test
    void a_way_back_goes_with_its_step_also_where_the_step_had_no_room_for_the_result() throws Exception {
        Tensor target = Tensor.data(new float[] {0, 1, 0, 1}, 2, 2);
        Tensor ones = Tensor.of(new double[] {1, 1});
        Layer lstm = LSTM.of(2, 2);
        List<UnaryOperator<Tensor>> operations = List.of(x -> x.dropout(0.5, Seed.of(3)),
            x -> x.softmaxCrossEntropy(Tensor.data(new float[] {0, 1}, 2)), x -> x.sigmoidCrossEntropy(target),
            x -> Loss.meanSquaredError().of(x, target), x -> Loss.meanAbsoluteError().of(x, target),
            x -> Loss.huber().of(x, target), x -> x.layerNorm(ones, ones, 1e-5),
            x -> lstm.forward(x.reshape(1, 2, 2)));
        int ordinary = 0;
        int ofArena = 0;
        for (UnaryOperator<Tensor> operation : operations) {
            for (int before = 85; before <= 101; before++) {
                int taken = before;
                boolean isOfArena = elsewhere(() -> isRefusedAfter(taken, operation));     // an arena that knows no larger step
                ordinary += isOfArena ? 0 : 1;
                ofArena += isOfArena ? 1 : 0;
            }
        }
        assertTrue(ordinary >= operations.size() && ofArena >= operations.size(), ordinary + " and " + ofArena);
    }

    private static boolean isRefusedAfter(int taken, UnaryOperator<Tensor> operation) {
        try (Arena arena = Arena.open()) {
            sevens(taken);
            Tensor y = operation.apply(X);
            arena.rewind();
            sevens(300);
            assertThrows(LifetimeException.class, () -> y.sum().backward());
            return !isReadable(y);
        }
    }

    private static boolean isReadable(Tensor tensor) {
        try {
            return tensor.toFloats().length > 0;
        } catch (LifetimeException gone) {
            return false;
        }
    }

    private static <T> T elsewhere(Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        new Thread(task).start();
        return task.get();
    }

    private static void sevens(int count) {
        for (int i = 0; i < count; i++) {
            Tensor.data(new float[] {7, 7, 7, 7}, 2, 2);
        }
    }

    @Test
    void an_edge_from_outside_says_the_same_in_every_step_of_a_loop() {
        Tensor weight = Tensor.data(new float[] {1, -1, 2, 1}, 1, 1, 2, 2).toLeaf();
        Layer norm = BatchNorm.of(1);
        Layer lstm = LSTM.of(3, 2);
        List<UnaryOperator<Tensor>> operations = List.of(x -> x.conv2d(weight, null, Window.of(2, 2)), norm::forward,
            x -> lstm.forward(x.reshape(1, 3, 3)));
        for (UnaryOperator<Tensor> operation : operations) {
            Tensor images = Tensor.data(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3).toLeaf();
            List<Graph.Node> nodes = Graph.of(operation.apply(images)).nodes();
            Graph.Node last = nodes.get(nodes.size() - 1);
            Tensor dy = last.value().exp().copy();
            List<float[]> right = last.inputs().stream().map(edge -> edge.times(dy.copy()).toFloats()).toList();
            try (Arena arena = Arena.open()) {
                for (int step = 0; step < 3; step++) {
                    arena.rewind();
                    for (int other = 0; other < step; other++) {                // takes the arrays that the step before had
                        Tensor y = operation.apply(images.mul(-3).toLeaf());
                        y.mul(y).sum().backward();
                    }
                    for (int i = 0; i < right.size(); i++) {
                        assertArrayEquals(right.get(i), last.inputs().get(i).times(dy).toFloats(), last.op() + " " + i);
                    }
                }
            }
        }
    }
}
