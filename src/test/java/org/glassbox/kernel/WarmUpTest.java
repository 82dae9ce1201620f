package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.Seed;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Parameters;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void what_a_cell_draws_at_random_is_the_same_with_and_without_it() {
        double[] without = drawn();
        Seed.use(7);
        new WarmUp().run();
        assertArrayEquals(without, weights());
    }

    private static double[] drawn() {
        Seed.use(7);
        return weights();
    }

    private static double[] weights() {
        Layer net = Linear.of(5, 3);
        return Parameters.of(net).list().get(0).toDoubles();
    }

    @Test
    void once_a_cell_has_come_no_further_step_begins() {
        List<String> done = new ArrayList<>();
        WarmUp[] warmUp = {null};
        warmUp[0] = new WarmUp(List.of(() -> done.add("first"), () -> {
            done.add("second");
            warmUp[0].end();
        }, () -> done.add("third")));
        warmUp[0].run();
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void a_step_that_fails_is_the_last_and_says_nothing() {
        List<String> done = new ArrayList<>();
        new WarmUp(List.of(() -> {
            throw new UnsatisfiedLinkError("no such library");
        }, () -> done.add("second"))).run();
        assertEquals(List.of(), done);
    }

    @Test
    void every_step_of_the_real_one_succeeds() {
        WarmUp warmUp = new WarmUp();
        warmUp.run();
        assertTrue(warmUp.isThrough());
    }
}
