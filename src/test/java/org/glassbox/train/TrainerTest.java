package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.glassbox.Seed;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.data.Split;
import org.glassbox.data.Text;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.GRU;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Reduction;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TrainerTest {
    private static final Split DIGITS = Datasets.digits().split(0.8);

    private static Sequential net() {
        Seed.use(7);
        return Sequential.of(Linear.of(64, 64), Activation.relu(), Linear.of(64, 10));
    }

    private static Trainer trainer() { return Trainer.of(net(), Loss.crossEntropy(), Adam.of(5e-3)); }

    private static double[] losses(History run) { return run.epochs().doubleColumn("loss").asDoubleArray(); }

    @Test
    void digits_are_learnt_to_94_percent_and_more() {
        Table epochs = trainer().fit(DIGITS, 20).epochs();
        assertEquals(21, epochs.rowCount());
        double accuracy = epochs.doubleColumn("validation_accuracy").getDouble(20);
        assertTrue(accuracy >= 0.94, "validation accuracy " + accuracy);
    }

    @Test
    void the_tables_of_a_run_are_tidy() {
        History run = trainer().fit(DIGITS, 2);
        assertEquals(90, run.steps().rowCount());
        assertEquals(29, run.steps().intColumn("rows").get(44));                         // the last batch is kept
        Table watched = run.watched();
        assertEquals(3, watched.where(watched.stringColumn("quantity").isEqualTo("q0.5")).rowCount());
        Table signals = watched.where(watched.stringColumn("name").isEqualTo("signal"));
        assertEquals(2 * (1 + 23), signals.rowCount());                                  // two layers, start and every 4th of 90
        assertEquals("64-64-10", run.facts().stringColumn("net").get(0));
        assertEquals(Math.log(10), run.facts().doubleColumn("chance").getDouble(0), 1e-3);
        assertEquals("finished", run.facts().stringColumn("state").get(0));
    }

    /** A net that puts out scores for the next character after each. */
    private static Trainer reader(Text text, Loss loss) {
        Seed.use(3);
        int characters = text.characters().size();
        return Trainer.of(Sequential.of(Embedding.of(characters, 8), GRU.of(8, 24), Linear.of(24, characters)), loss,
            Adam.of(0.02)).metric(Metric.perplexity());
    }

    @Test
    void a_text_is_learnt_at_every_step_and_its_perplexity_is_that_of_the_loss() {
        Text text = Text.of("the quick brown fox jumps over the lazy dog. ".repeat(30));
        History run = reader(text, Loss.crossEntropy()).fit(text.passages(9).split(0.8), 6);
        Table epochs = run.epochs();
        for (String part : List.of("", "validation_")) {
            double[] loss = epochs.doubleColumn(part + "loss").asDoubleArray();
            double[] perplexity = epochs.doubleColumn(part + "perplexity").asDoubleArray();
            for (int epoch = 0; epoch < loss.length; epoch++) {
                assertEquals(Math.exp(loss[epoch]), perplexity[epoch], 1e-4 * perplexity[epoch]);
            }
        }
        double last = epochs.doubleColumn("validation_perplexity").getDouble(6);
        assertTrue(last < 3, "perplexity " + last + " of " + text.characters().size());
        assertEquals(32, run.steps().intColumn("rows").get(0), "rows are sequences");
    }

    @Test
    void a_class_that_the_loss_ignores_is_left_out_by_the_metric_and_by_the_signal() {
        Text text = Text.of("abracadabra, abracadabra. ".repeat(20));
        int ignored = text.characters().indexOf("a");
        History run = reader(text, Loss.crossEntropy().ignoring(ignored)).fit(text.passages(5), 2);
        double[] loss = run.epochs().doubleColumn("loss").asDoubleArray();
        double[] perplexity = run.epochs().doubleColumn("perplexity").asDoubleArray();
        assertEquals(Math.exp(loss[2]), perplexity[2], 1e-4 * perplexity[2]);
        Table watched = run.watched();
        double mean = signal(watched);
        History sum = reader(text, Loss.crossEntropy().ignoring(ignored).withReduction(Reduction.SUM))
            .watch(Watch.gradients()).fit(text.passages(5), 1);
        int counted = (int) Arrays.stream(text.passages(5).y().toDoubles()).filter(c -> c != ignored).count();
        assertEquals(counted * mean, signal(sum.watched()), 1e-3 * counted * mean, "the sum times the count");
    }

    /** Of the probe rows before the first update. */
    private static double signal(Table watched) {
        return watched.where(watched.stringColumn("name").isEqualTo("signal")).doubleColumn("value").getDouble(0);
    }

    @Test
    void the_same_seed_gives_the_same_bits_and_another_seed_others() {
        double[] first = losses(trainer().fit(DIGITS, 2));
        assertArrayEquals(first, losses(trainer().fit(DIGITS, 2)));
        Seed.use(8);
        Layer other = Sequential.of(Linear.of(64, 64), Activation.relu(), Linear.of(64, 10));
        assertFalse(Arrays.equals(first, losses(Trainer.of(other, Loss.crossEntropy(), Adam.of(5e-3)).fit(DIGITS, 2))));
    }

    @Test
    void watching_changes_nothing() {
        double[] watched = losses(trainer().fit(DIGITS, 2));
        History blind = trainer().watch(Watch.none()).fit(DIGITS, 2);
        assertArrayEquals(watched, losses(blind));
        assertEquals(0, blind.watched().rowCount());
    }

    @Test
    void watching_and_measuring_move_no_mask_of_dropout() {
        double[][] losses = new double[2][];
        for (int i = 0; i < 2; i++) {
            Seed.use(7);
            Layer net = Sequential.of(Linear.of(64, 32), Activation.relu(), Dropout.of(0.5), Linear.of(32, 10));
            Trainer trainer = Trainer.of(net, Loss.crossEntropy(), Adam.of(5e-3))
                .watch(i == 0 ? Watch.none() : Watch.standard());
            losses[i] = losses(trainer.fit(DIGITS, 2));
        }
        assertArrayEquals(losses[0], losses[1]);
    }

    @Test
    void training_in_two_parts_is_training_at_once() {
        Trainer parts = trainer();
        parts.fit(DIGITS, 1);
        History second = parts.fit(DIGITS, 1);
        assertArrayEquals(losses(trainer().fit(DIGITS, 2)), losses(second));
        assertEquals("goes on from epoch 1", second.facts().stringColumn("starts").get(0));
    }

    @Test
    void a_loop_by_hand_learns_like_the_trainer() {
        Layer net = net();
        Optimizer optimizer = Adam.of(5e-3).on(net);
        for (int epoch = 0; epoch < 2; epoch++) {
            for (Batch batch : DIGITS.train().batches(32)) {
                optimizer.step(Loss.crossEntropy().of(net.forward(batch.x()), batch.y()).backward());
            }
        }
        double loss = Loss.crossEntropy().of(net.predict(DIGITS.valid().x()), DIGITS.valid().y()).item();
        assertTrue(loss < 0.4, "validation loss " + loss);
        assertEquals(90, Parameters.of(net).updates());
    }

    @Test
    void a_stopped_training_keeps_net_and_history_and_goes_on() {
        Trainer trainer = trainer().listener(new Listener() {
            @Override
            public void onEpoch(History soFar) {
                if (soFar.epochs().rowCount() == 2) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        String message = assertThrows(TrainingException.class, () -> trainer.fit(DIGITS, 5)).getMessage();
        assertTrue(message.startsWith("fit: stopped by you in epoch 2, step 0"), message);
        assertFalse(Thread.currentThread().isInterrupted());
        History partial = trainer.history();
        assertEquals(2, partial.epochs().rowCount());
        assertEquals("stopped", partial.facts().stringColumn("state").get(0));
        assertEquals("finished", trainer.fit(DIGITS, 1).facts().stringColumn("state").get(0));
    }

    @Test
    void a_run_that_a_watch_of_ones_own_breaks_off_says_so_and_goes_on() {
        boolean[] broken = {true};
        Trainer trainer = trainer().watch((step, rows) -> {
            if (broken[0]) {
                throw new IllegalStateException("no disk");
            }
        });
        assertThrows(IllegalStateException.class, () -> trainer.fit(DIGITS, 2));
        assertEquals("stopped", trainer.history().facts().stringColumn("state").get(0));
        assertEquals("IllegalStateException: no disk", trainer.history().facts().stringColumn("message").get(0));
        broken[0] = false;
        assertEquals("finished", trainer.fit(DIGITS, 1).facts().stringColumn("state").get(0));
    }

    @Test
    void an_exploding_loss_names_the_layer_and_the_mend() {
        Layer net = net();
        Trainer trainer = Trainer.of(net, Loss.crossEntropy(), Sgd.of(1e30));
        String message = assertThrows(TrainingException.class, () -> trainer.fit(DIGITS, 3)).getMessage();
        assertTrue(message.matches(
            "(?s)fit: loss became NaN at step \\d+\n  first  output of . \\w+ \\(\\w+\\)\n  help   a smaller rate.*"),
            message);
        assertEquals("not finite", trainer.history().facts().stringColumn("state").get(0));
    }

    @Test
    void softmax_before_cross_entropy_is_refused() {
        Layer net = net().then(Activation.softmax());
        String message = assertThrows(TrainingException.class,
            () -> Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1)).getMessage();
        assertTrue(message.startsWith("fit: the net ends in softmax, but cross-entropy contains it"), message);
    }

    @Test
    void a_lambda_that_hides_its_parameters_is_refused() {
        Linear hidden = Linear.of(64, 10);
        Layer net = x -> hidden.forward(x);
        String message = assertThrows(TrainingException.class,
            () -> Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1)).getMessage();
        assertTrue(message.startsWith("fit: the loss depends on 2 parameters that the net does not hold"), message);
    }

    /** A weight that is a mere tensor. */
    private record Fixed(Tensor weight) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return x.matmul(weight); }
    }

    @Test
    void a_tensor_that_was_meant_as_a_parameter_is_refused() {
        Layer net = Sequential.of(new Fixed(Tensor.of(new double[64][16])), Linear.of(16, 10));
        String message = assertThrows(TrainingException.class,
            () -> Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1)).getMessage();
        assertTrue(message.contains("a Tensor that is no Parameter: it would never learn"), message);
        assertTrue(message.contains("Parameter.of(\"weight\", tensor)"), message);
        Layer frozen = Sequential.of(new Fixed(Tensor.of(new double[64][16]).toData()), Linear.of(16, 10));
        assertEquals("finished", Trainer.of(frozen, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1).facts()
            .stringColumn("state").get(0));
    }

    @Test
    void a_new_trainer_on_a_trained_net_says_after_how_many_updates() {
        Layer net = net();
        Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1);
        History second = Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1);
        assertEquals("after 45 updates", second.facts().stringColumn("starts").get(0));
    }

    /** Holds two layers and uses one. */
    private record Forgetful(Linear used, Linear idle) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return used.forward(x); }
    }

    /** Two layers of a user's own, in no Sequential. */
    private record Twice(Linear a, Linear b) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return b.forward(a.forward(x).relu()); }
    }

    private static List<String> places(Layer net, String watch) {
        Table watched = Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).fit(DIGITS, 1).watched();
        Table some = watched.where(watched.stringColumn("watch").isEqualTo(watch));
        return some.stream().map(row -> row.getInt("layer") + ": " + row.getString("place")).distinct().toList();
    }

    @Test
    void the_places_of_a_net_are_named_also_where_the_user_wrote_it() {
        Seed.use(7);
        assertEquals(List.of("0: 0 Linear", "2: 2 Linear"), places(net(), "gradients"));
        assertEquals(List.of("1: 1 ReLU"), places(net(), "activations"));
        Twice own = new Twice(Linear.of(64, 16), Linear.of(16, 10));
        assertEquals(List.of("0: a Linear", "2: b Linear"), places(own, "gradients"));
        assertEquals(List.of("0: a Linear", "2: b Linear"), places(own, "weights"));
        assertEquals(List.of("1: a ReLU"), places(own, "activations"));
        Layer mixed = Sequential.of(Linear.of(64, 8), new Twice(Linear.of(8, 8), Linear.of(8, 8)), Linear.of(8, 10));
        assertEquals(List.of("0: 0 Linear", "1: 1.a Linear", "3: 1.b Linear", "4: 2 Linear"),
            places(mixed, "gradients"));
    }

    @Test
    void parameters_that_the_loss_does_not_reach_are_named() {
        Seed.use(7);
        History run = Trainer
            .of(new Forgetful(Linear.of(64, 10), Linear.of(64, 10)), Loss.crossEntropy(), Adam.of(1e-3))
            .fit(DIGITS, 1);
        assertEquals("The loss does not depend on idle.weight, idle.bias: these do not learn.",
            run.facts().stringColumn("message").get(0));
    }

    @Test
    void the_test_part_is_never_read() {
        Split parts = Datasets.digits().split(0.7, 0.15);
        Split broken = Split.of(parts.train(), parts.valid(), poisoned(parts.test()));
        assertArrayEquals(losses(trainer().fit(parts, 2)), losses(trainer().fit(broken, 2)));
    }

    /** The same rows, every feature moved far away: whoever reads one learns something else. */
    private static Dataset poisoned(Dataset part) {
        double[][] x = new double[part.rows()][part.features().size()];
        for (double[] row : x) {
            Arrays.fill(row, 1e6);
        }
        return Dataset.of(x, new int[part.rows()], part.classes().toArray(String[]::new))
            .withFeatures(part.features().toArray(String[]::new));
    }
}
