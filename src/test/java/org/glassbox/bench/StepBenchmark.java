package org.glassbox.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Tensor;

/**
 * Times one training step through the public API: forward, loss, backward, Adam. Prints {@code glassbox <workload> <median
 * µs> <min µs> <heap bytes a step>}. The workloads are those that are usual in comparisons with other libraries.
 */
public final class StepBenchmark {
    private static final int ROUNDS = 7;
    private static final double ROUND_SECONDS = 0.4;

    private record Workload(Supplier<Layer> net, int rows, int features, int classes) {}

    private static final Map<String, Workload> WORKLOADS = new LinkedHashMap<>();

    static {
        WORKLOADS.put("tiny-2-16-16-2-tanh-b32", new Workload(() -> mlp(Activation.tanh(), 2, 16, 16, 2), 32, 2, 2));
        WORKLOADS.put("mlp-784-128-64-b64", new Workload(() -> mlp(Activation.relu(), 784, 128, 64, 10), 64, 784, 10));
        WORKLOADS.put("mlp-784-1024-1024-b128",
            new Workload(() -> mlp(Activation.relu(), 784, 1024, 1024, 10), 128, 784, 10));
    }

    private StepBenchmark() {}

    /** Times the workloads named, or all. */
    public static void main(String[] names) {
        for (String name : names.length == 0 ? WORKLOADS.keySet().toArray(String[]::new) : names) {
            time(name, WORKLOADS.get(name));
        }
    }

    private static void time(String name, Workload workload) {
        Seed.use(7);
        Optimizer[] optimizer = {null};
        Layer net = workload.net().get();
        optimizer[0] = Adam.of(1e-3).on(net);
        Seed.Random random = Seed.of(1).random();
        float[] numbers = new float[workload.rows() * workload.features()];
        float[] classes = new float[workload.rows()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextDouble();
        }
        for (int i = 0; i < classes.length; i++) {
            classes[i] = random.nextInt(workload.classes());
        }
        Tensor x = Tensor.data(numbers, workload.rows(), workload.features());
        Tensor y = Tensor.data(classes, workload.rows());
        Loss loss = Loss.crossEntropy();
        try (Arena arena = Arena.open()) {
            Runnable step = () -> {
                arena.rewind();
                optimizer[0].step(loss.of(net.forward(x), y).backward());
            };
            report(name, step);
        }
    }

    private static void report(String name, Runnable step) {
        long count = 0;
        for (long end = System.nanoTime() + (long) (6 * ROUND_SECONDS * 1e9); System.nanoTime() < end; count++) {
            step.run();
        }
        long steps = Math.max(1, count / 6);
        double[] micros = new double[ROUNDS];
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long heap = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (long i = 0; i < steps; i++) {
                step.run();
            }
            micros[round] = (System.nanoTime() - start) / 1e3 / steps;
        }
        heap = (threads.getCurrentThreadAllocatedBytes() - heap) / (ROUNDS * steps);
        Arrays.sort(micros);
        System.out.printf(Locale.ROOT, "glassbox %s %.1f %.1f %d%n", name, micros[ROUNDS / 2], micros[0], heap);
    }

    private static Layer mlp(Activation activation, int... sizes) {
        Layer[] layers = new Layer[2 * sizes.length - 3];
        for (int i = 0; i + 1 < sizes.length; i++) {
            layers[2 * i] = Linear.of(sizes[i], sizes[i + 1]);
            if (2 * i + 1 < layers.length) {
                layers[2 * i + 1] = activation;
            }
        }
        return Sequential.of(layers);
    }
}
