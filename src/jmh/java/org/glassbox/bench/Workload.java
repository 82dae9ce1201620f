package org.glassbox.bench;

import java.util.List;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Sequential;

/**
 * A net and the size of its batches, as usual in comparisons with other libraries. One training step is: forward, mean
 * cross-entropy, backward, Adam.
 *
 * @param name as the other libraries' programs call it
 * @param activation between the layers
 * @param rows of a batch
 * @param sizes features, units of each hidden layer, classes
 */
record Workload(String name, Activation activation, int rows, List<Integer> sizes) {
    static final List<Workload> ALL = List.of(
        new Workload("tiny-2-16-16-2-tanh-b32", Activation.tanh(), 32, List.of(2, 16, 16, 2)),
        new Workload("mlp-784-128-64-b64", Activation.relu(), 64, List.of(784, 128, 64, 10)),
        new Workload("mlp-784-1024-1024-b128", Activation.relu(), 128, List.of(784, 1024, 1024, 10)));

    /** The workload of that name. */
    static Workload of(String name) {
        return ALL.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow(
            () -> new IllegalArgumentException("no workload " + name + ", there are " + names()));
    }

    /** What can be asked for. */
    static List<String> names() { return ALL.stream().map(Workload::name).toList(); }

    /** The net, with the same weights at each call. */
    Layer net() {
        Seed.use(7);
        Layer[] layers = new Layer[2 * sizes.size() - 3];
        for (int i = 0; i + 1 < sizes.size(); i++) {
            layers[2 * i] = Linear.of(sizes.get(i), sizes.get(i + 1));
            if (2 * i + 1 < layers.length) {
                layers[2 * i + 1] = activation;
            }
        }
        return Sequential.of(layers);
    }

    /** That many rows of even random numbers from 0 to 1, with a random class each; the same at each call. */
    Dataset data(int count) {
        Seed.Random random = Seed.of(1).random();
        int classes = sizes.get(sizes.size() - 1);
        double[][] x = new double[count][sizes.get(0)];
        int[] y = new int[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < x[i].length; k++) {
                x[i][k] = random.nextDouble();
            }
            y[i] = i < classes ? i : random.nextInt(classes);   // each class has a row
        }
        return Dataset.of(x, y).withName(name);
    }
}
