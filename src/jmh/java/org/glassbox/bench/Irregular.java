package org.glassbox.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.array.Threads;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Tensor;

/**
 * What irregular work costs beyond its own parts, on 784-128-64: a smaller last batch, a validation pass after each epoch, a
 * branch that depends on the numbers, sequences whose length changes. Each is timed beside its parts done by themselves, in the
 * same rounds. Prints {@code irregular <what> <µs mixed> <µs of its parts> <ratio> <arrays made>}, medians over the rounds;
 * the ratio is the median of the rounds' ratios, arrays are those made while the mixed work was timed, which should be none.
 */
public final class Irregular {
    private static final int ROUNDS = 25;
    private static final double PART_SECONDS = 0.04;
    private static final double WARM_UP_SECONDS = 4;
    private static final int BATCH = 64;
    private static final int FEATURES = 784;
    private static final int CLASSES = 10;
    private static final int ROW = 28;

    private static final Loss LOSS = Loss.crossEntropy();
    private static final Seed ORDER = Seed.of(5);

    /** Mixed work, and the parts that it is made of, each so many times. */
    private record Case(Runnable mixed, List<Part> parts) {}

    private record Part(Runnable alone, int times) {}

    private Irregular() {}

    /** Times the cases named, or all: ragged, validation, branch, sequence. */
    public static void main(String[] names) {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("ragged", ragged());
        cases.put("validation", validation());
        cases.put("branch", branch());
        cases.put("sequence", sequence());
        for (String name : names.length == 0 ? cases.keySet().toArray(String[]::new) : names) {
            time(name, cases.get(name));
        }
    }

    /** Ten batches of 64 and one of 37; alone: ten of 64, one of 37. */
    private static Case ragged() {
        Training training = new Training(mlp());
        Dataset all = data(10 * BATCH + 37);
        Dataset whole = all.take(rows(0, 10 * BATCH));
        Dataset rest = all.take(rows(10 * BATCH, all.rows()));
        return new Case(() -> training.epoch(all),
            List.of(new Part(() -> training.epoch(whole), 1), new Part(() -> training.epoch(rest), 1)));
    }

    /** Ten batches of 64, then five of 50 to validate on. */
    private static Case validation() {
        Training training = new Training(mlp());
        Dataset train = data(10 * BATCH);
        Dataset valid = data(250);
        Runnable learn = () -> training.epoch(train);
        Runnable validate = () -> training.validate(valid, 50);
        return new Case(() -> {
            learn.run();
            validate.run();
        }, List.of(new Part(learn, 1), new Part(validate, 1)));
    }

    /** Batches whose mean decides the way, in turn; alone: all of one way, all of the other. */
    private static Case branch() {
        Training training = new Training(Sequential.of(Linear.of(FEATURES, 128), new Branch(Linear.of(128, 128)),
            Linear.of(128, 64), Activation.relu(), Linear.of(64, CLASSES)));
        Tensor high = numbers(0.5, BATCH, FEATURES);
        Tensor low = numbers(-0.5, BATCH, FEATURES);
        return new Case(training.steps(high, low, high, low),
            List.of(new Part(training.steps(high, high), 1), new Part(training.steps(low, low), 1)));
    }

    /** Pictures read row by row, of so many rows; alone: always of the same number. */
    private static Case sequence() {
        Training training = new Training(
            Sequential.of(new Steps(Linear.of(ROW, 128)), Linear.of(128, 64), Activation.relu(),
                Linear.of(64, CLASSES)));
        List<Part> parts = new ArrayList<>();
        List<Tensor> all = new ArrayList<>();
        for (int length : new int[] {4, 17, 9, 28, 1, 12}) {
            Tensor x = numbers(0, BATCH, length, ROW);
            all.add(x);
            parts.add(new Part(training.steps(x), 1));
        }
        return new Case(training.steps(all.toArray(Tensor[]::new)), parts);
    }

    /** Another way where the numbers are high. */
    private record Branch(Linear detour) implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            return x.mean().item() > 0 ? detour.forward(x.relu()).tanh().add(x) : x.relu();
        }
    }

    /** The same layer at each time step, with what it remembers of those before. */
    private record Steps(Linear shared) implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            int[] shape = x.shape();
            Tensor state = null;
            for (int time = 0; time < shape[1]; time++) {
                Tensor seen = shared.forward(x.slice(1, time, time + 1).reshape(shape[0], shape[2]));
                state = state == null ? seen.tanh() : seen.add(state.mul(0.5)).tanh();
            }
            return state;
        }
    }

    /** A net that learns. */
    private static final class Training {
        private final Layer net;
        private final Optimizer optimizer;
        private final Tensor classes = Tensor.data(classNumbers(BATCH), BATCH);

        Training(Layer net) {
            this.net = net;
            this.optimizer = Adam.of(1e-4).on(net);
        }

        void step(Tensor x, Tensor y) { optimizer.step(LOSS.of(net.forward(x), y).backward()); }

        void epoch(Dataset data) {
            for (Batch batch : data.batches(BATCH, ORDER)) {
                step(batch.x(), batch.y());
            }
        }

        void validate(Dataset data, int size) {
            for (Batch batch : data.inOrder(size)) {
                LOSS.of(net.predict(batch.x()), batch.y()).item();
            }
        }

        /** One step on each of these, in one arena. */
        Runnable steps(Tensor... batches) {
            return () -> {
                try (Arena arena = Arena.open()) {
                    for (Tensor x : batches) {
                        arena.rewind();
                        step(x, classes);
                    }
                }
            };
        }
    }

    private static void time(String name, Case work) {
        List<Runnable> all = new ArrayList<>(List.of(work.mixed()));
        work.parts().forEach(part -> all.add(part.alone()));
        for (long end = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9); System.nanoTime() < end;) {
            all.forEach(Runnable::run);
        }
        double[] mixed = new double[ROUNDS];
        double[] parts = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        long made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = Arena.made();
            mixed[round] = micros(work.mixed());
            made += Arena.made() - before;
            for (Part part : work.parts()) {
                parts[round] += part.times() * micros(part.alone());
            }
            ratios[round] = mixed[round] / parts[round];
        }
        System.out.printf(Locale.ROOT, "irregular %s %.0f %.0f %.3f %d%n", name, median(mixed), median(parts),
            median(ratios),
            made);
    }

    private static double micros(Runnable work) {
        int count = 0;
        long start = now();
        long end = start + (long) (PART_SECONDS * 1e9);
        do {
            work.run();
            count++;
        } while (now() < end);
        return (now() - start) / 1e3 / count;
    }

    /** With one thread the time that it computed, which others on the machine disturb less. */
    private static long now() {
        return Threads.count() == 1 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Layer mlp() {
        return Sequential.of(Linear.of(FEATURES, 128), Activation.relu(), Linear.of(128, 64), Activation.relu(),
            Linear.of(64, CLASSES));
    }

    private static Dataset data(int rows) {
        Seed.Random random = Seed.of(rows).random();
        double[][] x = new double[rows][FEATURES];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % CLASSES;
            for (int column = 0; column < FEATURES; column++) {
                x[row][column] = random.nextDouble();
            }
        }
        return Dataset.of(x, y);
    }

    private static Tensor numbers(double mean, int... shape) {
        Seed.Random random = Seed.of(1).random();
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + random.nextDouble() - 0.5);
        }
        return Tensor.data(values, shape);
    }

    private static float[] classNumbers(int rows) {
        float[] classes = new float[rows];
        for (int row = 0; row < rows; row++) {
            classes[row] = row % CLASSES;
        }
        return classes;
    }

    private static int[] rows(int from, int to) {
        int[] rows = new int[to - from];
        Arrays.setAll(rows, i -> from + i);
        return rows;
    }
}
