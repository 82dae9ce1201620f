package org.glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private static final Tensor X = Tensor.data(new float[] {1, -2, 0.5f, 3}, 2, 2);

    /** A rule before and after its rate is changed. */
    record Change(Rule first, Rule second) {}

    static List<Change> changes() {
        return List.of(new Change(Sgd.of(0.1), Sgd.of(0.1).withRate(0.02)),
            new Change(Momentum.of(0.1).withDecay(0.8), Momentum.of(0.1).withDecay(0.8).withRate(0.02)),
            new Change(Adam.of(0.1).withBeta1(0.7), Adam.of(0.1).withBeta1(0.7).withRate(0.02)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void another_rate_goes_on_with_all_that_was_remembered(Change change) {
        Linear layer = Linear.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 0});
        Optimizer optimizer = change.first().on(layer);
        float[] w = layer.weight().toFloats();
        float[][] slots = new float[change.first().slots()][w.length];
        for (int t = 1; t <= 6; t++) {
            if (t == 4) {
                assertSame(optimizer, optimizer.use(change.second()));
            }
            var gradients = layer.forward(X).tanh().sum().backward();
            Rule rule = t < 4 ? change.first() : change.second();
            rule.update(w, gradients.of(layer.weight()).toFloats(), slots, w.length, t);
            optimizer.step(gradients);
        }
        assertArrayEquals(w, layer.weight().toFloats(), 0f);
        assertEquals(0.02, optimizer.rule().rate());
        assertEquals(change.second(), optimizer.rule());
    }

    @Test
    void another_rate_is_all_that_changes() {
        assertEquals(new Sgd(0.02), Sgd.of(0.1).withRate(0.02));
        assertEquals(new Momentum(0.02, 0.8), Momentum.of(0.1).withDecay(0.8).withRate(0.02));
        assertEquals(new Adam(0.02, 0.7, 0.9, 1e-5), new Adam(0.1, 0.7, 0.9, 1e-5).withRate(0.02));
    }

    @Test
    void a_rule_of_another_kind_is_refused_and_the_old_one_stays() {
        Optimizer optimizer = Adam.of(0.1).on(Linear.of(2, 2));
        assertThrows(GlassboxException.class, () -> optimizer.use(Momentum.of(0.1)));
        assertEquals(Adam.of(0.1), optimizer.rule());
    }

    @Test
    void a_rule_on_a_part_leaves_the_rest_frozen_and_the_part_learns_through_it() {
        Linear frozen = Linear.of(2, 3);
        Linear head = Linear.of(3, 2);
        Sequential net = Sequential.of(frozen, Activation.tanh(), head);
        float[] before = frozen.weight().toFloats();
        double headBefore = head.weight().toDoubles()[0];
        Optimizer optimizer = Adam.of(0.1).on(head);
        optimizer.step(net.forward(X).sum().backward());
        assertArrayEquals(before, frozen.weight().toFloats(), 0f);
        assertEquals(0, Parameters.of(frozen).updates());
        assertNotEquals(headBefore, head.weight().toDoubles()[0]);
    }
}
