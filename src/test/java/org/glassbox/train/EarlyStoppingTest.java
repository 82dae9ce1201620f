package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.data.Split;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Schedule;
import org.glassbox.optim.Sgd;
import org.glassbox.plot.LossCurve;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class EarlyStoppingTest {
    /** So few rows that a net soon learns them by heart. */
    private static final Split FEW = few();

    private static Split few() {
        Dataset digits = Datasets.digits();
        int[] train = java.util.stream.IntStream.range(0, 40).toArray();
        int[] valid = java.util.stream.IntStream.range(40, 240).toArray();
        return Split.of(digits.take(train), digits.take(valid));
    }

    private static Trainer trainer(EarlyStopping stopping) {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(64, 64), Activation.relu(), Linear.of(64, 10));
        return Trainer.of(net, Loss.crossEntropy(), Adam.of(0.02)).watch(Watch.none()).batchSize(16)
            .earlyStopping(stopping);
    }

    private static double[] validation(History run) {
        return run.epochs().doubleColumn("validation_loss").asDoubleArray();
    }

    private static int best(double[] losses) {
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return best;
    }

    private static double loss(Trainer trainer) {
        return Loss.crossEntropy().of(trainer.net().predict(FEW.valid().x()), FEW.valid().y()).item();
    }

    @Test
    void it_ends_after_its_patience_with_the_best_net_and_says_so() {
        Trainer trainer = trainer(EarlyStopping.of(4));
        History run = trainer.fit(FEW, 200);
        double[] losses = validation(run);
        int best = best(losses);
        assertEquals(best + 4, losses.length - 1);
        assertEquals(losses[best], loss(trainer), 1e-6);
        assertEquals(losses[best], run.result("validation_loss"), "the result is that of the net that came back");
        Table facts = run.facts();
        assertEquals("stopped", facts.stringColumn("state").get(0));
        assertEquals(best, facts.intColumn("kept_epoch").get(0));
        assertEquals(best + 4, facts.intColumn("epochs_done").get(0));
        String words = facts.stringColumn("message").get(0);
        assertEquals("Stopped early: 4 epochs without a better one; the net is again that of epoch " + best + ".",
            words);
        assertTrue(run.toString().endsWith(words), run.toString());
        assertTrue(LossCurve.of(facts, run.epochs(), run.steps()).summary().contains(words),
            "the picture says it, too");
        assertTrue(
            LossCurve.of(facts, run.epochs(), run.steps()).summary().stream().noneMatch(line -> line.contains("Try ")),
            "that is done already");
        assertEquals(3L * best, Parameters.of(trainer.net()).updates(), "the net says how often it has learned");
    }

    @Test
    void the_epoch_at_which_it_ends_is_watched() {
        History run = trainer(EarlyStopping.of(4)).watch(Watch.weights()).fit(FEW, 2000);
        Table watched = run.watched();
        assertTrue(watched.intColumn("epoch").unique().size() < run.epochs().rowCount(), "not every epoch is");
        assertEquals(run.epochs().rowCount() - 1, (int) watched.intColumn("epoch").max());
    }

    @Test
    void without_restoring_the_net_stays_as_it_is() {
        Trainer trainer = trainer(EarlyStopping.of(4).withoutRestoring());
        History run = trainer.fit(FEW, 200);
        double[] losses = validation(run);
        assertEquals(losses[losses.length - 1], loss(trainer), 1e-6);
        assertEquals(losses.length - 1, run.facts().intColumn("kept_epoch").get(0));
        assertTrue(run.facts().stringColumn("message").get(0).endsWith("; the net is that of epoch "
            + (losses.length - 1) + "."));
    }

    @Test
    void it_changes_nothing_until_it_ends() {
        double[] stopped = validation(trainer(EarlyStopping.of(4)).fit(FEW, 200));
        double[] all = validation(trainer(EarlyStopping.never()).fit(FEW, stopped.length + 3));
        assertArrayEquals(stopped, Arrays.copyOf(all, stopped.length));
        assertTrue(all.length > stopped.length);
    }

    @Test
    void a_training_that_ends_as_planned_has_the_best_net_too() {
        int best = best(validation(trainer(EarlyStopping.of(4)).fit(FEW, 200)));
        Trainer trainer = trainer(EarlyStopping.of(4));
        History run = trainer.fit(FEW, best + 2);
        assertEquals(validation(run)[best], loss(trainer), 1e-6);
        assertEquals("finished", run.facts().stringColumn("state").get(0));
        String words = "The net is again that of epoch " + best + ", the best until epoch " + (best + 2) + ".";
        assertEquals(words, run.facts().stringColumn("message").get(0));
        assertTrue(LossCurve.of(run.facts(), run.epochs(), run.steps()).summary().contains(words));
        History on = trainer.fit(FEW, 1);
        assertEquals("goes on from epoch " + (best + 2) + " with the net of epoch " + best,
            on.facts().stringColumn("starts").get(0));
        assertTrue(loss(trainer) <= validation(run)[best] + 1e-6, "never worse than where it began");
    }

    @Test
    void a_net_that_only_gets_worse_is_again_as_it_began() {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(64, 10));
        double[] before = Parameters.of(net).list().get(0).toDoubles();
        History run = Trainer.of(net, Loss.crossEntropy(), Sgd.of(1e4)).watch(Watch.none())
            .earlyStopping(EarlyStopping.of(3)).fit(FEW, 50);
        assertArrayEquals(before, Parameters.of(net).list().get(0).toDoubles());
        String words = run.facts().stringColumn("message").get(0);
        assertEquals("Stopped early: 3 epochs without a better one; the net is again that before training.", words);
    }

    @Test
    void without_validation_rows_it_is_refused_before_anything_is_learned() {
        Trainer trainer = trainer(EarlyStopping.of());
        String text = assertThrows(TrainingException.class, () -> trainer.fit(FEW.train(), 3)).getMessage();
        assertEquals(
            "fit: early stopping needs validation rows\n  help   training loss falls on while a net learns by heart: "
                + "fit(data.split(0.8), epochs)",
            text);
        assertEquals(0, Parameters.of(trainer.net()).updates());
        assertThrows(TrainingException.class, () -> EarlyStopping.of(0));
        assertFalse(EarlyStopping.of().withoutRestoring().restores());
        assertEquals(10, EarlyStopping.of().patience());
    }

    @Test
    void the_rates_of_a_schedule_stand_beside_the_steps_and_epochs_that_had_them() {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(64, 10));
        History run = Trainer.of(net, Loss.crossEntropy(),
            Adam.of(0.1).withSchedule(Schedule.warmUp(2).times(Schedule.step(1, 0.5).perEpoch()))).batchSize(16)
            .watch(Watch.none()).fit(FEW, 3);
        double[] steps = run.steps().doubleColumn("rate").asDoubleArray();
        assertArrayEquals(new double[] {0.05, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025}, steps, 1e-12);
        assertArrayEquals(new double[] {0.05, 0.1, 0.05, 0.025}, run.epochs().doubleColumn("rate").asDoubleArray(),
            1e-12);
        assertEquals("Adam 0.1 with warm-up 2 × step 1 per epoch", run.facts().stringColumn("rule").get(0));
    }

    @Test
    void a_plateau_of_the_validation_loss_lowers_the_rate() {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(64, 10));
        History run = Trainer.of(net, Loss.crossEntropy(), Sgd.of(1e4).withSchedule(Schedule.plateau().withPatience(1)))
            .watch(Watch.none()).fit(FEW, 6);
        double[] losses = validation(run);
        double[] rates = run.epochs().doubleColumn("rate").asDoubleArray();
        assertNotEquals(1e4, rates[6]);
        for (int epoch = 1; epoch <= 6; epoch++) {
            java.util.List<Double> before = Arrays.stream(losses, 1, epoch).boxed().toList();
            double factor = Schedule.plateau().withPatience(1).at(org.glassbox.optim.Progress.of(0, before));
            assertEquals(1e4 * factor, rates[epoch], 1e-9, "epoch " + epoch);
        }
    }
}
