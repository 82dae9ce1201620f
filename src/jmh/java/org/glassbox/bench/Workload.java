package org.glassbox.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.GRU;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.Sequential;
import org.glassbox.nn.Unflatten;

/**
 * A net and the size of its batches, as usual in comparisons with other libraries. One training step is: forward, mean
 * cross-entropy, backward, Adam.
 *
 * @param name as the other libraries' programs call it
 * @param rows of a batch
 * @param layers makes the net
 * @param rowsOf makes that many rows to learn from
 */
record Workload(String name, int rows, Supplier<Layer> layers, IntFunction<Dataset> rowsOf) {
    private static final int PIXELS = 28 * 28;
    /** Characters of a passage of the text. */
    private static final int PASSAGE = 32;

    static final List<Workload> ALL = List.of(
        new Workload("tiny-2-16-16-2-tanh-b32", 32, () -> dense(Activation.tanh(), 2, 16, 16, 2),
            count -> noise(count, 2, 2)),
        new Workload("mlp-784-128-64-b64", 64, () -> dense(Activation.relu(), PIXELS, 128, 64, 10), Workload::images),
        new Workload("mlp-784-1024-1024-b128", 128, () -> dense(Activation.relu(), PIXELS, 1024, 1024, 10),
            Workload::images),
        new Workload("lenet-b64", 64, Workload::lenet, Workload::images),
        new Workload("cnn-32-32-64-b64", 64, Workload::cnn, Workload::images),
        new Workload("bn-cnn-32-32-64-b64", 64, Workload::normalizedCnn, Workload::images),
        new Workload("lstm-28x28-128-b64", 64, () -> lines(LSTM.of(28, 128)), Workload::images),
        new Workload("gru-28x28-128-b64", 64, () -> lines(GRU.of(28, 128)), Workload::images),
        new Workload("lm-32-64-128-b32", 32, Workload::language, Workload::passages));

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
        return layers.get();
    }

    /** That many rows, the same at each call. */
    Dataset data(int count) { return rowsOf.apply(count).withName(name); }

    private static Layer dense(Activation activation, int... sizes) {
        Layer[] layers = new Layer[2 * sizes.length - 3];
        for (int i = 0; i + 1 < sizes.length; i++) {
            layers[2 * i] = Linear.of(sizes[i], sizes[i + 1]);
            if (2 * i + 1 < layers.length) {
                layers[2 * i + 1] = activation;
            }
        }
        return Sequential.of(layers);
    }

    private static Layer lenet() {
        Layer relu = Activation.relu();
        return Sequential.of(Unflatten.of(1, 28, 28), Conv2d.of(1, 6, 5).withPadding(2), relu, MaxPool2d.of(2),
            Conv2d.of(6, 16, 5), relu, MaxPool2d.of(2), Flatten.of(), Linear.of(400, 120), relu, Linear.of(120, 84),
            relu,
            Linear.of(84, 10));
    }

    private static Layer cnn() {
        Layer relu = Activation.relu();
        return Sequential.of(Unflatten.of(1, 28, 28), same(1, 32), relu, same(32, 32), relu, MaxPool2d.of(2),
            same(32, 64), relu,
            MaxPool2d.of(2), Flatten.of(), Linear.of(64 * 7 * 7, 128), relu, Linear.of(128, 10));
    }

    private static Layer normalizedCnn() {
        Layer relu = Activation.relu();
        return Sequential.of(Unflatten.of(1, 28, 28), same(1, 32).withoutBias(), BatchNorm.of(32), relu,
            same(32, 32).withoutBias(), BatchNorm.of(32), relu, MaxPool2d.of(2), same(32, 64).withoutBias(),
            BatchNorm.of(64),
            relu, MaxPool2d.of(2), Flatten.of(), Linear.of(64 * 7 * 7, 128), relu, Linear.of(128, 10));
    }

    /** A window of 3×3 that keeps the size of the image. */
    private static Conv2d same(int in, int out) {
        return Conv2d.of(in, out, 3).withPadding(1);
    }

    /** An image read line by line. */
    private static Layer lines(Layer recurrent) {
        return Sequential.of(Unflatten.of(28, 28), recurrent, LastStep.of(), Linear.of(128, 10));
    }

    /** The next character at every step. */
    private static Layer language() {
        int characters = Datasets.mobyDick().characters().size();
        return Sequential.of(Embedding.of(characters, 64), LSTM.of(64, 128), Linear.of(128, characters));
    }

    private static Dataset images(int count) { return noise(count, PIXELS, 10); }

    /** Even random numbers from 0 to 1, with a random class each. */
    private static Dataset noise(int count, int features, int classes) {
        Seed.Random random = Seed.of(1).random();
        double[][] x = new double[count][features];
        int[] y = new int[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < features; k++) {
                x[i][k] = random.nextDouble();
            }
            y[i] = i < classes ? i : random.nextInt(classes);   // each class has a row
        }
        return Dataset.of(x, y);
    }

    private static Dataset passages(int count) {
        int[] first = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = i;
        }
        return Datasets.mobyDick().passages(PASSAGE).take(first);
    }
}
