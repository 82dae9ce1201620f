package org.glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Tensor X = Tensor.data(new float[] {1, -2, 0.5f, 3}, 2, 2);

    private static Sequential net() {
        Seed.use(7);
        return Sequential.of(Linear.of(2, 3), Activation.tanh(), Linear.of(3, 2));
    }

    private static Gradients gradients(Sequential net) {
        return Pass.train(() -> net.forward(X)).tanh().sum().backward();
    }

    @Test
    void a_frozen_parameter_does_not_move_and_its_gradient_is_still_seen() {
        Sequential net = net();
        Map<String, Parameter> paths = Parameters.of(net).byPath();
        float[] before = paths.get("0.weight").toFloats();
        Optimizer optimizer = Adam.of(0.1).withL2(0.1).withFrozen("0.*").on(net);
        Gradients gradients = gradients(net);
        optimizer.step(gradients);
        assertArrayEquals(before, paths.get("0.weight").toFloats(), 0f);
        assertEquals(0, paths.get("0.weight").updates());
        assertEquals(1, paths.get("2.weight").updates());
        assertTrue(Stream.of(gradients.of(paths.get("0.weight")).toDoubles()).anyMatch(g -> g[0] != 0));
        assertEquals("Adam 0.1 with L2 0.1, 0.* frozen", optimizer.rule().title());
    }

    @Test
    void a_thawed_parameter_begins_without_a_memory_and_the_others_go_on() {
        Sequential net = net();
        Optimizer optimizer = Adam.of(0.1).withFrozen("0.*").on(net);
        optimizer.step(gradients(net));
        optimizer.step(gradients(net));
        Parameter thawed = Parameters.of(net).byPath().get("0.weight");
        Gradients third = gradients(net);
        float[] expected = thawed.toFloats();
        Adam.of(0.1).update(expected, third.of(thawed).toFloats(), new float[2][6], 6, 1);
        optimizer.use(Adam.of(0.1));
        optimizer.step(third);
        assertArrayEquals(expected, thawed.toFloats(), 0f);
    }

    @Test
    void of_several_groups_that_fit_the_last_holds_and_a_point_is_a_point() {
        Recipe recipe = Recipe.of(Sgd.of(1)).withGroup("*.bias", Sgd.of(2)).withGroup("0.*", Sgd.of(3))
            .withFrozen("10.*");
        assertEquals(1, recipe.at("2.weight").orElseThrow().rate());
        assertEquals(2, recipe.at("2.bias").orElseThrow().rate());
        assertEquals(3, recipe.at("0.bias").orElseThrow().rate());
        assertEquals(1, recipe.at("10xweight").orElseThrow().rate());
        assertTrue(recipe.at("10.weight").isEmpty());
        assertEquals(2, recipe.at("a.b.bias").orElseThrow().rate());
    }

    @Test
    void a_schedule_holds_for_groups_too_and_multiplies_with_theirs() {
        Sequential net = net();
        Parameter bias = Parameters.of(net).byPath().get("2.bias");
        Optimizer optimizer = Sgd.of(1).withSchedule(now -> 0.5)
            .withGroup("2.bias", Sgd.of(0.1).withSchedule(now -> 0.25)).on(net);
        float[] expected = bias.toFloats();
        Gradients gradients = gradients(net);
        Sgd.of(0.1 * 0.125).update(expected, gradients.of(bias).toFloats(), new float[0][], 2, 1);
        optimizer.step(gradients);
        assertArrayEquals(expected, bias.toFloats(), 0f);
        assertEquals(0.5, optimizer.rate(), "of the rule, not of its groups");
    }

    @Test
    void clipping_leaves_the_gradients_that_are_shown() {
        Sequential net = net();
        Gradients gradients = gradients(net);
        Map<String, Parameter> paths = Parameters.of(net).byPath();
        double[][] before = paths.values().stream().map(p -> gradients.of(p).toDoubles()).toArray(double[][]::new);
        double norm = Math.sqrt(Stream.of(before).flatMapToDouble(Arrays::stream).map(g -> g * g).sum());
        double[][] start = paths.values().stream().map(Tensor::toDoubles).toArray(double[][]::new);
        Sgd.of(1).withClipping(Clipping.norm(norm / 4)).withL1(1e-9).on(net).step(gradients);
        double[][] end = paths.values().stream().map(Tensor::toDoubles).toArray(double[][]::new);
        int k = 0;
        for (Parameter parameter : paths.values()) {
            assertArrayEquals(before[k], gradients.of(parameter).toDoubles());
            for (int i = 0; i < end[k].length; i++) {
                assertEquals(before[k][i] / 4, start[k][i] - end[k][i], 1e-6);
            }
            k++;
        }
    }

    @Test
    void a_gradient_within_the_limit_moves_the_same_bits() {
        Sequential first = net();
        Sequential second = net();
        Adam.of(0.1).on(first).step(gradients(first));
        Adam.of(0.1).withClipping(Clipping.norm(1e6)).on(second).step(gradients(second));
        assertArrayEquals(Parameters.of(first).list().get(0).toFloats(), Parameters.of(second).list().get(0).toFloats(),
            0f);
    }

    @Test
    void a_snapshot_brings_back_weights_memories_and_counts() {
        Sequential net = Sequential.of(Linear.of(2, 3),
            new Dropout(0.5, Seed.of(3), org.glassbox.tensor.Buffer.count("passes")),
            Linear.of(3, 2));
        Optimizer optimizer = Adam.of(0.1).on(net);
        optimizer.step(gradients(net));
        Runnable back = optimizer.snapshot();
        float[] then = Parameters.of(net).list().get(0).toFloats();
        optimizer.step(gradients(net));
        float[] once = Parameters.of(net).list().get(0).toFloats();
        optimizer.step(gradients(net));
        back.run();
        assertArrayEquals(then, Parameters.of(net).list().get(0).toFloats(), 0f);
        assertEquals(1, Parameters.of(net).updates());
        assertEquals(1, Parameters.buffers(net).get("1.passes").item());
        optimizer.step(gradients(net));
        assertArrayEquals(once, Parameters.of(net).list().get(0).toFloats(), 0f);
        assertFalse(Arrays.equals(then, once));
        assertEquals(4, optimizer.updates());
    }

    @Test
    void a_rule_is_written_with_all_that_goes_with_it() {
        Rule rule = Adam.of(5e-3).withL2(1e-4).withL1(1e-5).withClipping(Clipping.norm(1))
            .withSchedule(Schedule.cosine(18).perEpoch()).withGroup("*.bias", Sgd.of(0.1));
        assertEquals("Adam 0.005 with cosine 18 per epoch, L1 0.00001, L2 0.0001, norm ≤ 1, *.bias SGD 0.1",
            rule.title());
        assertNotEquals(rule, rule.withRate(1));
        assertEquals(1, rule.withRate(1).rate());
    }
}
