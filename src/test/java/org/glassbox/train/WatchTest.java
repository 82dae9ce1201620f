package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.data.Split;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Unflatten;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.train.Step.Moment;
import org.glassbox.plot.SvgPen;
import org.glassbox.plot.TrainingPanel;
import org.glassbox.plot.WeightHistograms;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class WatchTest {
    private static final Split DIGITS = Datasets.digits().split(0.8);

    private static Sequential net() {
        Seed.use(7);
        return Sequential.of(Linear.of(64, 16), Activation.relu(), Linear.of(16, 10));
    }

    private static History fit(int epochs, Watch... watches) {
        return Trainer.of(net(), Loss.crossEntropy(), Adam.of(5e-3)).watch(watches).fit(DIGITS, epochs);
    }

    private static Table where(Table table, String column, String text) {
        return table.where(table.stringColumn(column).isEqualTo(text));
    }

    @Test
    void everything_has_norm_and_histogram_of_each_weight_gradient_and_output_at_every_update() {
        Table seen = fit(2, Watch.everything()).watched("everything");
        List<String> subjects = where(seen, "quantity", "norm").stream().limit(11)
            .map(row -> row.getInt("layer") + " " + row.getString("place") + " " + row.getString("name")).toList();
        assertEquals(List.of("0 0 Linear weight", "0 0 Linear weight gradient", "0 0 Linear bias",
            "0 0 Linear bias gradient", "2 2 Linear weight", "2 2 Linear weight gradient", "2 2 Linear bias",
            "2 2 Linear bias gradient", "0 0 Linear output", "1 1 ReLU output", "2 2 Linear output"), subjects);
        assertEquals(90 * 11, where(seen, "quantity", "norm").rowCount());
        assertEquals(90 * 11, where(seen, "quantity", "steps").rowCount());
        double counted = where(seen, "quantity", "count").doubleColumn("value").sum()
            + where(seen, "quantity", "zeros").doubleColumn("value").sum();
        assertEquals(where(seen, "quantity", "size").doubleColumn("value").sum(), counted);
        int numbers = 2 * (64 * 16 + 16 + 160 + 10);
        int outputs = 16 + 16 + 10;
        assertEquals(2.0 * (45 * numbers + DIGITS.train().rows() * outputs), counted);
    }

    @Test
    void its_norms_are_those_of_the_arrays() {
        List<Double> byHand = new ArrayList<>();
        Watch naive = new Watch() {
            @Override
            public boolean wants(Step step) { return step.moment() == Moment.UPDATE; }

            @Override
            public void read(Step step, Rows rows) {
                for (Step.Held held : step.held()) {
                    byHand.add(norm(held.parameter().toDoubles()));
                    byHand.add(norm(step.gradients().of(held.parameter()).toDoubles()));
                }
            }
        };
        Table norms = where(fit(1, Watch.everything(), naive).watched("everything"), "quantity", "norm");
        Table ofNet = norms.where(norms.stringColumn("name").isNotEqualTo("output"));
        assertEquals(45 * 8, ofNet.rowCount());
        for (int i = 0; i < ofNet.rowCount(); i++) {
            assertEquals(byHand.get(i), ofNet.doubleColumn("value").get(i), 1e-12 * byHand.get(i));
        }
    }

    private static double norm(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    @Test
    void the_usual_rows_are_there_too_and_learning_is_the_same() {
        History usual = fit(2, Watch.standard());
        History all = fit(2, Watch.everything());
        assertEquals(usual.watched().print(1_000_000),
            all.watched("weights", "gradients", "activations").print(1_000_000));
        assertEquals(usual.epochs().doubleColumn("loss").asList(), all.epochs().doubleColumn("loss").asList());
    }

    @Test
    void the_same_seed_gives_the_same_rows() {
        assertEquals(fit(2, Watch.everything()).watched().print(1_000_000),
            fit(2, Watch.everything()).watched().print(1_000_000));
    }

    private static List<Integer> updates(Table watched, String quantity) {
        return where(watched, "quantity", quantity).stream().map(row -> row.getInt("step")).filter(step -> step > 0)
            .distinct().toList();
    }

    @Test
    void a_watch_looks_as_often_as_it_is_told() {
        assertEquals(List.of(1, 31, 61), updates(fit(2, Watch.everything().every(30)).watched(), "norm"));
        History run = fit(2, Watch.gradients().every(1), Watch.weights());
        assertEquals(90, updates(run.watched(), "rms").size());
        assertEquals(List.of(45, 90), updates(run.watched(), "moved"));
        String message = assertThrows(TrainingException.class, () -> Watch.standard().every(0)).getMessage();
        assertTrue(message.startsWith("every: 0, expected at least 1"), message);
    }

    @Test
    void a_lambda_looks_when_the_usual_watches_may() {
        List<String> moments = new ArrayList<>();
        fit(1, (step, rows) -> moments.add(step.moment() + " " + step.number()));
        assertEquals("START 0", moments.get(0));
        assertEquals("UPDATE 3", moments.get(2));
        assertEquals("EPOCH 45", moments.get(moments.size() - 1));
        assertEquals(1 + 23 + 1, moments.size());
    }

    @Test
    void where_nobody_looks_the_probe_rows_are_not_even_shown_to_the_net() {
        int[] shown = new int[2];
        for (int i = 0; i < 2; i++) {
            int[] seen = shown;
            int run = i;
            Sequential net = net().then(x -> {
                seen[run] += x.shape()[0] == 512 ? 1 : 0;
                return x;
            });
            Trainer.of(net, Loss.crossEntropy(), Adam.of(5e-3)).watch(i == 0 ? Watch.none() : Watch.standard())
                .fit(DIGITS, 3);
        }
        assertEquals(shown[0] + 3, shown[1]);
    }

    @Test
    void of_many_epochs_some_are_watched_the_last_of_a_fit_always() {
        Seed.use(7);
        Split few = Datasets.digits().split(0.1);
        Trainer trainer = Trainer.of(Sequential.of(Linear.of(64, 10)), Loss.crossEntropy(), Adam.of(5e-3));
        Table watched = trainer.fit(few.train(), 203).watched("weights");
        List<Integer> epochs = watched.intColumn("epoch").unique().asList();
        assertTrue(epochs.size() >= 20 && epochs.size() < 203, epochs.size() + " epochs");
        assertEquals(203, epochs.stream().max(Integer::compare).orElseThrow());
    }

    @Test
    void twenty_looks_always_three_hundred_at_most_between_them_what_costs_a_twentieth() {
        Rhythm.Work middle = new Rhythm.Work(109_386, 394, 64, 6400, 512);
        assertEquals(new Rhythm(1, 1), Rhythm.of(middle, 1, 1));
        assertEquals(new Rhythm(5, 1), Rhythm.of(middle, 100, 10));
        assertEquals(200, Rhythm.of(middle, 1000, 60).updates());     // 300 of 60,000
        assertEquals(4, Rhythm.of(new Rhythm.Work(4810, 138, 32, 1797, 512), 45, 2).updates());
        Rhythm tiny = Rhythm.of(new Rhythm.Work(42, 20, 32, 200, 200), 7, 1000);
        assertTrue(tiny.epochs() >= 4 && tiny.epochs() <= 50, "every " + tiny.epochs());
    }

    @Test
    void a_long_run_of_everything_stays_small() {
        Seed.use(7);
        Split few = Datasets.digits().split(0.1);
        Trainer trainer = Trainer.of(Sequential.of(Linear.of(64, 10)), Loss.crossEntropy(), Adam.of(5e-3))
            .batchSize(8).watch(Watch.everything());
        Table seen = trainer.fit(few.train(), 300).watched("everything");
        int updates = 300 * ((few.train().rows() + 7) / 8);
        assertTrue(updates > 5000, updates + " updates");
        assertEquals(5L * updates, where(seen, "quantity", "norm").rowCount());
        Table histograms = where(seen, "quantity", "steps");
        assertTrue(histograms.rowCount() <= 5 * (Histograms.MOST + 1), histograms.rowCount() + " histograms");
        assertEquals(5.0 * updates, histograms.doubleColumn("value").sum());
        assertEquals(updates, Parameters.of(trainer.net()).updates());
    }

    @Test
    void the_facts_say_what_looking_at_updates_costs_and_how_often_that_is() {
        Table facts = fit(2, Watch.everything().every(3)).facts();
        double updates = facts.doubleColumn("watching_updates").get(0);
        assertTrue(updates > 0 && updates < facts.doubleColumn("watching").get(0), "updates " + updates);
        assertEquals(3, facts.intColumn("every").get(0));
        assertEquals(0, fit(1, Watch.none()).facts().doubleColumn("watching_updates").get(0));
    }

    private static History convolution() {
        Seed.use(7);
        return Trainer.of(Sequential.of(Unflatten.of(1, 8, 8), Conv2d.of(1, 4, 3).withPadding(1), BatchNorm.of(4),
            Activation.relu(), MaxPool2d.of(2), Flatten.of(), Linear.of(64, 10)), Loss.crossEntropy(), Adam.of(5e-3))
            .fit(DIGITS, 1);
    }

    @Test
    void a_unit_of_images_is_a_channel_and_fires_at_a_share_of_their_places() {
        List<Float> firing = new ArrayList<>();
        Seed.use(7);
        Watch byHand = (step, rows) -> step.outputs().stream()
            .filter(output -> output.op().equals("relu") && step.moment() == Moment.EPOCH).forEach(output -> {
                float[] values = output.value().toFloats();                            // [rows, 4, 8, 8]
                for (int channel = 0; channel < 4; channel++) {
                    int fires = 0;
                    for (int row = 0; row < step.rows(); row++) {
                        for (int place = 0; place < 64; place++) {
                            fires += values[(row * 4 + channel) * 64 + place] > 0 ? 1 : 0;
                        }
                    }
                    firing.add((float) fires / step.rows() / 64);
                }
            });
        History run = Trainer.of(Sequential.of(Unflatten.of(1, 8, 8), Conv2d.of(1, 4, 3).withPadding(1),
            Activation.relu(), Flatten.of(), Linear.of(256, 10)), Loss.crossEntropy(), Adam.of(5e-3))
            .watch(Watch.activations(), byHand).fit(DIGITS, 1);
        Table seen = run.watched("activations");
        Table last = seen.where(seen.intColumn("epoch").isEqualTo(1));
        assertEquals(4, firing.size());
        assertEquals(firing, where(last, "quantity", "fires").doubleColumn("value").asList().stream()
            .map(Double::floatValue).toList());
        assertEquals(List.of(4.0), where(last, "quantity", "units").doubleColumn("value").asList());
        assertEquals(List.of(64.0), where(last, "quantity", "places").doubleColumn("value").asList());
    }

    @Test
    void a_convolution_has_its_place_its_signal_and_its_size_in_every_picture() {
        History run = convolution();
        Table signal = where(run.watched("gradients"), "name", "signal");
        assertEquals(List.of("1 Conv2d", "6 Linear"),
            signal.stringColumn("place").asList().stream().distinct().toList());
        assertEquals(List.of("hidden", "output"), signal.stringColumn("role").asList().stream().distinct().toList());
        assertTrue(signal.doubleColumn("value").min() > 0);
        assertEquals(List.of("1 Conv2d", "6 Linear"),
            where(run.watched("weights"), "name", "weight").stringColumn("place").asList().stream().distinct()
                .toList());
        assertEquals("1-4-10", run.facts().stringColumn("net").get(0));
    }

    @Test
    void the_shape_of_a_net_that_reads_is_told_by_its_states_not_by_its_gates() {
        Seed.use(7);
        Dataset text = Datasets.mobyDick().windows(8, 500);
        History run = Trainer.of(Sequential.of(Embedding.of(74, 5), LSTM.of(5, 6), LastStep.of(), Linear.of(6, 74)),
            Loss.crossEntropy(), Adam.of(5e-3)).fit(text, 1);
        assertEquals("74-5-6-74", run.facts().stringColumn("net").get(0));
    }

    @Test
    void each_layer_with_a_memory_has_a_place_of_its_own_and_its_state_weight_in_the_pictures() {
        Seed.use(7);
        Dataset text = Datasets.mobyDick().windows(8, 500);
        History run = Trainer.of(Sequential.of(Embedding.of(74, 5), LSTM.of(5, 6).withLayers(2), LastStep.of(),
            Linear.of(6, 74)), Loss.crossEntropy(), Adam.of(5e-3)).fit(text, 1);
        Table states = where(run.watched("gradients"), "name", "stateWeight");
        assertEquals(List.of("1.0 LSTM", "1.1 LSTM"),
            states.stringColumn("place").asList().stream().distinct().toList());
        assertEquals(2, states.intColumn("layer").unique().size());
        String panel = SvgPen.draw(TrainingPanel.of(run.facts(), run.epochs(), run.steps(), run.watched("gradients")));
        assertTrue(panel.contains("1.0 LSTM") && panel.contains("1.1 LSTM"), panel);
        assertTrue(SvgPen.draw(WeightHistograms.of(run.watched("weights"))).contains("1.1 LSTM"));
    }
}
