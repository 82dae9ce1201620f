package org.glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.glassbox.nn.Linear;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Tensor X = Tensor.data(new float[] {1, -2, 0.5f, 3}, 2, 2);

    private static double[] factors(Schedule schedule, int count) {
        return LongStream.range(0, count).mapToDouble(t -> schedule.at(Progress.of(t, List.of()))).toArray();
    }

    private static Progress after(long updates, int epochs) {
        return Progress.of(updates, Collections.nCopies(epochs, 1.0));
    }

    @Test
    void a_schedule_counts_updates_and_on_request_epochs() {
        Schedule halves = Schedule.step(2, 0.5);
        assertArrayEquals(new double[] {1, 1, 0.5, 0.5, 0.25}, factors(halves, 5));
        assertEquals(1, halves.perEpoch().at(after(90, 1)));
        assertEquals(0.25, halves.perEpoch().at(after(90, 4)));
    }

    @Test
    void a_warm_up_of_updates_goes_with_a_fall_of_epochs() {
        Schedule both = Schedule.warmUp(4).times(Schedule.step(1, 0.5).perEpoch());
        assertArrayEquals(new double[] {0.25, 0.5, 0.75, 1, 1}, factors(both, 5));
        assertEquals(0.75 * 0.25, both.at(after(2, 2)));
        Schedule epochs = Schedule.step(2, 0.5).withWarmUp(4).perEpoch();
        assertEquals(0.5, epochs.at(after(90, 1)));
        assertEquals(1, epochs.at(after(90, 5)));
        assertEquals(0.5, epochs.at(after(90, 6)), "counted from the end of the warm-up");
    }

    @Test
    void after_their_length_cosine_and_one_cycle_stay_and_still_learn() {
        for (Schedule schedule : List.of(Schedule.cosine(10), Schedule.cosine(10).withFloor(0.2),
            Schedule.oneCycle(10))) {
            double last = factors(schedule, 10)[9];
            assertTrue(last > 0, schedule.title());
            assertEquals(last, schedule.at(after(1000, 0)), schedule.title());
        }
    }

    @Test
    void a_plateau_bears_its_patience_and_no_epoch_more() {
        Schedule plateau = Schedule.plateau().withPatience(2);
        assertEquals(1, plateau.at(Progress.of(0, List.of(1.0, 1.0, 1.0))));
        assertEquals(0.1, plateau.at(Progress.of(0, List.of(1.0, 1.0, 1.0, 1.0))));
        assertEquals(0.1, plateau.at(Progress.of(0, List.of(1.0, Double.NaN, Double.NaN, Double.NaN))));
        assertEquals(1, plateau.at(Progress.of(0, List.of(-1.0, -1.1, -1.2, -1.3))), "a loss below 0 falls, too");
    }

    @Test
    void a_lambda_is_a_schedule_and_a_factor_of_0_moves_and_remembers_nothing() {
        Linear layer = Linear.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 0});
        Optimizer late = Adam.of(0.1).withSchedule(now -> now.updates() < 3 ? 0 : 1).on(layer);
        Linear twin = Linear.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 0});
        Optimizer fresh = Adam.of(0.1).on(twin);
        for (int t = 0; t < 3; t++) {
            late.step(layer.forward(X).tanh().sum().backward());
        }
        assertEquals(0, layer.weight().updates());
        assertEquals(0.1, late.rate());
        late.step(layer.forward(X).tanh().sum().backward());
        fresh.step(twin.forward(X).tanh().sum().backward());
        assertArrayEquals(twin.weight().toFloats(), layer.weight().toFloats(), 0f);
        assertNotEquals(1, layer.weight().toDoubles()[0]);
    }

    @Test
    void the_rate_of_an_optimizer_is_that_of_its_next_update() {
        Linear layer = Linear.of(2, 2);
        Optimizer optimizer = Sgd.of(0.5).withSchedule(Schedule.step(1, 0.1).perEpoch()).on(layer);
        optimizer.step(layer.forward(X).sum().backward());
        assertEquals(0.5, optimizer.rate());
        optimizer.endEpoch(1);
        assertEquals(0.05, optimizer.rate(), 1e-12);
        assertEquals(0.5, optimizer.rule().rate(), "the rule's own");
    }

    @Test
    void two_schedules_of_a_rule_are_both_followed() {
        Optimizer optimizer = Sgd.of(1).withSchedule(Schedule.warmUp(4)).withSchedule(Schedule.exponential(0.5))
            .on(Linear.of(2, 2));
        assertEquals(0.25, optimizer.rate());
        assertEquals("SGD 1 with warm-up 4 × exponential 0.5", optimizer.rule().title());
    }
}
