package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What the pictures say of odd runs, word for word. */
class SentencesTest {
    private static List<String> loss(OddRun run) { return run.charts().get(0).summary(); }

    private static List<String> weights(OddRun run) { return run.charts().get(1).summary(); }

    private static List<String> gradients(OddRun run) { return run.charts().get(2).summary(); }

    private static List<String> activations(OddRun run) { return run.charts().get(3).summary(); }

    private static String verdict(OddRun run) { return run.charts().get(5).summary().get(0); }

    private static OddRun odd(String name) { return OddRuns.all().get(name); }

    @Test
    void a_run_that_learns_says_from_where_to_where_and_how_many_are_right() {
        OddRun run = new OddRun().epochs(3, 3).losses(epoch -> 2.5 - 0.5 * epoch, v -> v + 0.1);
        assertEquals(List.of(
            "Validation loss fell from 2.60 to 1.10 (chance 2.30), best in epoch 3; accuracy 70.0 % ± 7.2 (28 of 40)."),
            loss(run));
    }

    @Test
    void without_validation_nothing_is_called_best() {
        assertEquals(List.of("Training loss fell from 2.50 to 0.194, measured on training rows only."),
            loss(odd("no-validation-no-chance")));
    }

    @Test
    void before_training_nothing_has_fallen() {
        assertEquals(List.of("Not trained yet: validation loss is 3.00 (chance 2.30)."), loss(odd("zero-epochs")));
        assertEquals(List.of("Not trained yet: spread 0.30 and 0.30."), weights(odd("zero-epochs")));
        assertEquals(List.of("The hidden layer gets 1.0 times what the output layer gets, before training."),
            gradients(odd("zero-epochs")));
        assertEquals("3 of 4 units fire, 1 never does (25 %; before training).",
            activations(odd("zero-epochs")).get(0));
        assertEquals("Starting: validation loss 3.00 (chance 2.30).", verdict(odd("zero-epochs")));
    }

    @Test
    void a_flat_loss_does_not_fall() {
        assertEquals(List.of(
            "Validation loss stays near 2.32 (chance 2.30), no better than chance, best before training (2.32); accuracy 100.0 % (40 of 40)."),
            loss(odd("flat-at-chance")));
        assertEquals("Did not learn: validation loss 2.32 after 20 epochs, chance is 2.30.",
            verdict(odd("flat-at-chance")));
    }

    @Test
    void a_rising_loss_rises() {
        assertTrue(loss(odd("rising")).get(0)
            .startsWith(
                "Validation loss rose from 2.00 to 12.0 (chance 2.30), no better than chance, best before training (2.00)"));
    }

    @Test
    void learnt_by_heart_is_named_with_the_epoch_to_stop_at() {
        String line = loss(odd("by-heart")).get(0);
        assertTrue(line.startsWith("Best in epoch 5 ("), line);
        assertTrue(line.endsWith(": learnt by heart. Try 5 epochs."), line);
        assertFalse(loss(new OddRun()).get(0).contains("heart"));
    }

    @Test
    void one_lucky_epoch_of_validation_is_not_learning_by_heart() {
        String line = loss(odd("one-lucky-epoch")).get(0);
        assertFalse(line.contains("heart"), line);
        assertTrue(line.contains("best in epoch 4 (0.0300)"), line);
    }

    @Test
    void a_loss_that_is_not_finite_says_what_was_best_until_then() {
        assertEquals(
            List.of("The loss is no longer finite.",
                "Until then the best validation loss was 1.60 (chance 2.30), in epoch 4."),
            loss(odd("infinite-at-end")));
        assertEquals(List.of("No loss was measured."), loss(odd("nan-everywhere")));
        assertEquals("The loss is no longer finite.", verdict(odd("nan-everywhere")));
    }

    @Test
    void a_number_metric_is_no_share() {
        assertTrue(loss(odd("r2")).get(0).endsWith("best in epoch 5; R² 1.0."), loss(odd("r2")).get(0));
    }

    @Test
    void what_was_stopped_says_so() {
        assertEquals("Stopped by you in epoch 4, step 10; net and history are kept.", loss(odd("stopped")).get(1));
        assertEquals("Stopped by you in epoch 4, step 10; net and history are kept.", verdict(odd("stopped")));
    }

    @Test
    void a_running_training_is_learning_or_not() {
        assertEquals("Learning: validation loss 3.00 → 0.648 (chance 2.30), best in this epoch.",
            verdict(odd("running")));
        OddRun stuck = new OddRun().epochs(4, 20).state("running", "").losses(epoch -> 2.32, v -> v);
        assertEquals("Not learning yet: validation loss 2.32 after 4 epochs, chance is 2.30.", verdict(stuck));
        OddRun unsteady = new OddRun().epochs(4, 20).state("running", "")
            .losses(epoch -> epoch == 1 ? 0.5 : 1 - 0.1 * epoch, v -> v);
        assertEquals("Learning: validation loss 1.00 → 0.600 (chance 2.30), no better for 3 epochs.",
            verdict(unsteady));
    }

    @Test
    void vanishing_is_named_only_below_a_hundredth_all_the_time() {
        assertEquals(
            List.of("No: the first hidden layer gets 100,000 times less than the last; each passes on 1/10: vanishing.",
                "Try Activation.relu(), Initializer.he()."),
            gradients(odd("vanishing")));
        OddRun healthy = new OddRun().linears(7).signals(layer -> 0.1 + 0.01 * layer);
        assertEquals(
            List.of("Yes: the first hidden layer gets 0.7 times what the last gets.", "In epoch 5 it is 0.7 times."),
            gradients(healthy));
        OddRun small = new OddRun().linears(7).signals(layer -> 1e-9);
        assertTrue(gradients(small).get(0).startsWith("Yes: the first hidden layer gets 1.0 times"));
        assertEquals(
            "Too much: the first hidden layer gets 3,100 times more than the last: exploding. Try Initializer.he().",
            gradients(odd("exploding")).get(0));
    }

    @Test
    void a_dead_way_and_a_single_layer_are_no_quotients() {
        assertEquals(List.of(
            "The hidden layer gets nothing at all, exactly 0, unlike the output layer; before training it was exactly 0."),
            gradients(odd("no-gradient")));
        assertEquals(List.of("No: neither the first nor the last hidden layer gets anything, exactly 0."),
            gradients(odd("no-gradient-at-all")));
        assertEquals(List.of("There is one layer, and the error reaches it at once: 0.110 per unit."),
            gradients(odd("one-layer")));
        assertEquals(List.of("Gradients were not watched."), gradients(odd("unwatched")));
        assertEquals(List.of("Weights were not watched."), weights(odd("unwatched")));
        assertEquals(List.of("No activations were watched."), activations(odd("unwatched")));
    }

    @Test
    void all_moved_is_said_only_if_all_moved() {
        assertEquals(
            List.of("Both moved and stay one hill, the wider 0 Linear from −0.9 to 0.9;",
                "every one of 1,280 weights moved."),
            weights(new OddRun()));
        assertEquals(List.of("0 Linear moved and stays one hill, from −0.9 to 0.9;", "every one of 640 weights moved."),
            weights(odd("one-layer")));
        String real = WeightHistograms.of(Fixture.of("healthy").watched()).sentence();
        assertEquals(
            "Both moved and stay one hill, the wider 2 Linear from −1.2 to 1.1; 587 of 4,736 weights never moved.",
            real);
    }

    @Test
    void a_layer_that_stands_still_while_the_last_moves_is_ill() {
        Fixture sick = Fixture.of("sick");
        assertEquals("0 Linear moved 0.1 % in 20 epochs, the last layer 8.9 %: the first layers do not learn.",
            WeightHistograms.of(sick.watched()).summary().get(0));
    }

    @Test
    void more_than_half_dead_is_ill_and_gets_a_line_to_paste() {
        Fixture broken = Fixture.of("not-finite");
        List<String> lines = Activations.of(broken.facts(), broken.watched()).summary();
        assertTrue(lines.get(1).startsWith("All units of 1 ReLU are dead since epoch "), lines.toString());
        assertTrue(lines.get(1).endsWith(". Try Adam.of(5e-4)."), lines.toString());
        Fixture healthy = Fixture.of("healthy");
        assertEquals("52 of 64 units fire, 12 never do (19 %; before training 4).",
            Activations.of(healthy.facts(), healthy.watched()).summary().get(0));
    }

    @Test
    void the_text_has_every_number_of_the_panel() {
        String text = new OddRun().epochs(3, 20).state("running", "").charts().get(5).text();
        assertTrue(text.contains("epoch 3: training 0.540, validation 0.648, accuracy 70.0 %, best"), text);
        assertTrue(text.contains("15 % · 1.7 s left · 30 steps/s · watching costs 5 %"), text);
    }

    /** The panel's words when watching costs so much, and of that so much at updates, every second of which is watched. */
    private static String costs(double all, double updates) {
        Fixture run = Fixture.of("panel");
        Table facts = run.facts().copy();
        facts.replaceColumn(DoubleColumn.create("watching", new double[] {all}));
        facts.addColumns(DoubleColumn.create("watching_updates", new double[] {updates}),
            IntColumn.create("every", new int[] {2}));
        String hint = TrainingPanel.of(facts, run.epochs(), run.steps(), run.watched()).hint().get(0);
        return hint.substring(hint.indexOf("watching"));
    }

    @Test
    void what_is_watched_too_often_is_told_how_often_would_do_where_that_would_do() {
        assertEquals("watching costs 30 %, every 18th step about 10 %", costs(0.3, 0.25));
        assertEquals("watching costs 30 %, every 8th step about 10 %", costs(0.3, 0.3));
        assertEquals("watching costs 30 %", costs(0.3, 0.1));    // drawing alone is dearer
        assertEquals("watching costs 9 %", costs(0.09, 0.09));
    }
}
