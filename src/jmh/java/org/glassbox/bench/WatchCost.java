package org.glassbox.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.glassbox.Seed;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.notebook.Bundle;
import org.glassbox.notebook.Screen;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.train.Trainer;
import org.glassbox.train.Watch;

/**
 * What watching costs on 784-128-64-10 (batch 64, Adam): the same fit of 1,000 updates in 10 epochs without watches, with the
 * usual ones (also drawn on a live panel that nobody sees), with everything at every update; and for comparison the bare loop
 * over the batches, which measures no epoch. In rounds that take turns. Prints a line each: median ms of wall clock and of the
 * calling thread's processor time; and what they add to the fit without watches, in percent of the bare loop, again medians of
 * the rounds. Processor time is the steadier one where other programs run, and whole with {@code -Dglassbox.threads=1}.
 */
final class WatchCost {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final int WARM_UP = 4;
    private static final int EPOCHS = 10;
    private static final int BATCH = 64;
    private static final Dataset DATA = data(6400, 784, 10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Way(String name, Runnable run) {}

    private WatchCost() {}

    public static void main(String[] args) {
        Screen still = Screen.current();
        List<Way> ways = List.of(new Way("loop", WatchCost::loop), fit("none", Watch::none, still),
            fit("standard", Watch::standard, still), fit("standard, drawn", Watch::standard, new Blind()),
            fit("everything", Watch::everything, still), fit("everything, drawn", Watch::everything, new Blind()));
        double[][] wall = new double[ways.size()][ROUNDS];
        double[][] processor = new double[ways.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < ways.size(); i++) {
                long start = System.nanoTime();
                long worked = THREADS.getCurrentThreadCpuTime();
                ways.get(i).run.run();
                wall[i][Math.max(0, round)] = (System.nanoTime() - start) / 1e6;
                processor[i][Math.max(0, round)] = (THREADS.getCurrentThreadCpuTime() - worked) / 1e6;
            }
        }
        for (int i = 0; i < ways.size(); i++) {
            System.out.printf(Locale.ROOT, "%-18s wall %8.1f ms %+6.1f %%   processor %8.1f ms %+6.1f %%%n",
                ways.get(i).name, median(wall[i]), added(wall, i), median(processor[i]), added(processor, i));
        }
    }

    /** In percent of the bare loop. */
    private static double added(double[][] millis, int way) {
        double[] shares = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            shares[round] = 100 * (millis[way][round] - millis[1][round]) / millis[0][round];
        }
        return median(shares);
    }

    private static Way fit(String name, Supplier<Watch> watch, Screen screen) {
        return new Way(name, () -> {
            Screen.use(screen);
            Trainer.of(net(), Loss.crossEntropy(), Adam.of(1e-3)).batchSize(BATCH).watch(watch.get()).fit(DATA, EPOCHS);
        });
    }

    private static void loop() {
        Layer net = net();
        Optimizer optimizer = Adam.of(1e-3).on(net);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (Batch batch : DATA.batches(BATCH)) {
                optimizer.step(Loss.crossEntropy().of(net.forward(batch.x()), batch.y()).backward());
            }
        }
    }

    private static Layer net() {
        Seed.use(7);
        return Sequential.of(Linear.of(784, 128), Activation.relu(), Linear.of(128, 64), Activation.relu(),
            Linear.of(64, 10));
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
        return Dataset.of(x, y, "0 1 2 3 4 5 6 7 8 9".split(" "));
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
