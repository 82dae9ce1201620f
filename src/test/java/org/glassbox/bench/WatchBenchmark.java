package org.glassbox.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.glassbox.Seed;
import org.glassbox.array.Statistics;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.notebook.Bundle;
import org.glassbox.notebook.Screen;
import org.glassbox.optim.Adam;
import org.glassbox.train.Rows;
import org.glassbox.train.Step;
import org.glassbox.train.Trainer;
import org.glassbox.train.Watch;

/**
 * What watching costs on 784-128-64-10 (batch 64, Adam): the same fit of 1,000 updates without watches, with the usual ones,
 * with all numbers at every step; in rounds that take turns. Prints a line each: median ms of the fit, its ratio to the fit
 * without watches (median of the rounds' ratios), ms that the trainer itself counts as watching, rows in the table.
 */
public final class WatchBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final int EPOCHS = 10;
    private static final Dataset DATA = data(6400, 784, 10);

    private WatchBenchmark() {}

    public static void main(String[] args) {
        Map<String, Supplier<Watch>> watches = new LinkedHashMap<>();
        watches.put("none", Watch::none);
        watches.put("standard", Watch::standard);
        watches.put("standard, drawn", Watch::standard);
        watches.put("everything", Watch::everything);
        Screen still = Screen.current();
        double[][] millis = new double[watches.size()][ROUNDS];
        double[][] watching = new double[watches.size()][ROUNDS];
        for (int round = -4; round < ROUNDS; round++) {
            int i = 0;
            for (Map.Entry<String, Supplier<Watch>> entry : watches.entrySet()) {
                Screen.use(entry.getKey().endsWith("drawn") ? new Blind() : still);
                Trainer trainer = trainer(entry.getValue().get());
                long start = System.nanoTime();
                var run = trainer.fit(DATA, EPOCHS);
                double took = (System.nanoTime() - start) / 1e6;
                if (round >= 0) {
                    millis[i][round] = took;
                    watching[i][round] = 1e3 * run.facts().doubleColumn("watching").get(0)
                        * run.facts().doubleColumn("seconds").get(0);
                }
                i++;
            }
        }
        int i = 0;
        for (String name : watches.keySet()) {
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                ratios[round] = millis[i][round] / millis[0][round];
            }
            System.out.printf(Locale.ROOT, "%-18s %8.1f ms   ratio %.3f   watching %.1f ms%n", name, median(millis[i]),
                median(ratios), median(watching[i]));
            i++;
        }
    }

    private static Trainer trainer(Watch watch) {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(784, 128), Activation.relu(), Linear.of(128, 64), Activation.relu(),
            Linear.of(64, 10));
        return Trainer.of(net, Loss.crossEntropy(), Adam.of(1e-3)).batchSize(64).watch(watch);
    }

    private static Dataset data(int rows, int features, int classes) {
        Seed.Random random = Seed.of(1).random();
        double[][] x = new double[rows][features];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < features; i++) {
                x[row][i] = random.nextDouble();
            }
            y[row] = random.nextInt(classes);
        }
        String[] names = new String[classes];
        for (int i = 0; i < classes; i++) {
            names[i] = "class " + i;
        }
        return Dataset.of(x, y, names);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A live screen that shows nothing. */
    private static final class Blind implements Screen {
        @Override
        public String show(Bundle bundle) { return "1"; }

        @Override
        public void update(String id, Bundle bundle) {}
    }
}
