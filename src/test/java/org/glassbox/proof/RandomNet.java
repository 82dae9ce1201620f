package org.glassbox.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glassbox.Seed;
import org.glassbox.Window;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Activation;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.GRU;
import org.glassbox.nn.Initializer;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.LayerNorm;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.Sequential;
import org.glassbox.nn.Unflatten;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Momentum;
import org.glassbox.optim.Rule;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** A small net of layers chosen at random, those that users write among them. */
record RandomNet(Layer body, Layer head) {
    private static final List<String> LAYERS = List.of("linear", "relu", "tanh", "sigmoid", "softmax", "dropout",
        "branch", "sequence", "residual", "centred", "tied", "scaled", "pooled", "turned", "convolution", "pooling",
        "batch norm", "layer norm", "LSTM", "GRU", "many");
    /** All that a plan can ask for. */
    static final Set<String> KINDS = new LinkedHashSet<>(LAYERS);

    static {
        KINDS.addAll(List.of("frozen", "ragged", "cross-entropy", "mean squared error", "SGD", "Momentum", "Adam"));
    }

    /** What is trained on what and how: all of it follows from the seed. */
    record Plan(int seed, List<String> layers, int features, int rows, int batchSize, int epochs, int rules, Loss loss,
        boolean frozen) {
        static Plan of(int seed) {
            Seed.Random random = Seed.of(seed).split("plan").random();
            List<String> layers = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                layers.add(LAYERS.get(random.nextInt(LAYERS.size())));
            }
            return new Plan(seed, layers, 1 + random.nextInt(6), 6 + random.nextInt(16), 1 + random.nextInt(9),
                2 + random.nextInt(2), random.nextInt(3),
                random.nextInt(2) == 0 ? Loss.crossEntropy() : Loss.meanSquaredError(), random.nextInt(4) == 0);
        }

        Rule rule() { return rule(0); }

        /** That of an epoch: the rate falls. */
        Rule rule(int epoch) {
            double rate = 0.02 / (1 + epoch);
            return switch (rules) {
                case 0 -> Sgd.of(rate);
                case 1 -> Momentum.of(rate);
                default -> Adam.of(rate);
            };
        }

        Set<String> kinds() {
            Set<String> kinds = new LinkedHashSet<>(layers);
            kinds.add(loss.title());
            kinds.add(rule().title().split(" ")[0]);
            if (frozen) {
                kinds.add("frozen");
            }
            if (rows % batchSize != 0) {
                kinds.add("ragged");
            }
            return kinds;
        }
    }

    static RandomNet of(Plan plan) {
        List<Layer> layers = new ArrayList<>();
        int width = plan.features();
        for (String kind : plan.layers()) {
            layers.add(layer(kind, width));
        }
        layers.add(x -> x);
        return new RandomNet(new Sequential(layers), Linear.of(width, plan.loss().takesScores() ? 3 : 1));
    }

    /** Body, then head. */
    Layer net() { return Sequential.of(body, head); }

    static Dataset data(Plan plan) {
        Seed.Random random = Seed.of(plan.seed()).split("data").random();
        double[][] x = new double[plan.rows()][plan.features()];
        int[] classes = new int[plan.rows()];
        double[] numbers = new double[plan.rows()];
        for (int row = 0; row < plan.rows(); row++) {
            for (int column = 0; column < plan.features(); column++) {
                x[row][column] = random.nextGaussian();
            }
            classes[row] = row % 3;
            numbers[row] = random.nextGaussian() + x[row][0];
        }
        return plan.loss().takesScores() ? Dataset.of(x, classes) : Dataset.of(x, numbers);
    }

    private static Layer layer(String kind, int width) {
        return switch (kind) {
            case "linear" -> Linear.of(width, width);
            case "relu" -> Activation.relu();
            case "tanh" -> Activation.tanh();
            case "sigmoid" -> Activation.sigmoid();
            case "softmax" -> Activation.softmax();
            case "dropout" -> Dropout.of(0.3);
            case "branch" -> new Branch(Linear.of(width, width));
            case "sequence" -> new Steps(Linear.of(1, width));
            case "residual" -> new Residual(Sequential.of(Linear.of(width, 2), Activation.tanh(), Linear.of(2, width)));
            case "centred" -> (Layer) x -> x.sub(x.mean(1).reshape(-1, 1)).div(x.mul(x).mean(0).add(1));
            case "tied" -> new Tied(Parameter.of("weight", Initializer.glorot().of(width, 3, Seed.next("test"))));
            case "scaled" -> new Scaled(Parameter.of("scale", Initializer.he().of(width, 1, Seed.next("test"))));
            case "pooled" -> (Layer) x -> x.add(x.max(-1).reshape(-1, 1)).mul(0.5);
            case "convolution" -> images(width, Conv2d.of(1, 1, Window.of(1, 3).withPadding(0, 1)));
            case "pooling" ->
                images(width, x -> MaxPool2d.of(2).forward(Tensor.concat(2, x, x.neg()).pad(3, 0, width)));
            case "batch norm" -> new Both(BatchNorm.of(width));
            case "layer norm" -> LayerNorm.of(width);
            case "LSTM" -> Sequential.of(Unflatten.of(width, 1), LSTM.of(1, width), LastStep.of());
            case "GRU" -> Sequential.of(Unflatten.of(width, 1), GRU.of(1, width).reversed(), LastStep.of());
            case "many" -> (Layer) RandomNet::many;
            case "turned" -> (Layer) x -> x.transpose().exp().log().transpose().neg();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Layer images(int width, Layer inner) {
        return Sequential.of(Unflatten.of(1, 1, width), inner, Flatten.of());
    }

    /** As many arrays as the numbers say: now and then more than a step has had so far. */
    private static Tensor many(Tensor x) {
        Tensor y = x;
        for (int i = (int) (Math.abs(x.sum().item()) * 1000) % 70; i >= 0; i--) {
            y = y.mul(0.999).dropout(0.01, Seed.of(i)).add(0.001);
        }
        return y;
    }

    /** x and −x, normalised together, for one row alone has no variance. */
    private record Both(BatchNorm norm) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return norm.forward(Tensor.concat(0, x, x.neg())).slice(0, 0, x.shape()[0]); }
    }

    /** Which way it goes depends on the numbers. */
    private record Branch(Linear linear) implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            Tensor y = linear.forward(x);
            return y.sum().item() > 0 ? y.relu().add(x) : y.tanh();
        }
    }

    /** How far it goes depends on the numbers: one shared layer for each column. */
    private record Steps(Linear shared) implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            int columns = x.shape()[1];
            int length = 1 + (int) (Math.abs(x.sum().item() * 100) % columns);
            Tensor y = shared.forward(x.slice(1, 0, 1)).tanh();
            for (int column = 1; column < length; column++) {
                y = y.mul(0.5).add(shared.forward(x.slice(1, column, column + 1)).tanh());
            }
            return y;
        }
    }

    private record Residual(Layer inner) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return x.add(inner.forward(x)); }
    }

    /** There and back by the same weights. */
    private record Tied(Parameter weight) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return x.matmul(weight).tanh().matmul(weight.transpose()); }
    }

    /** A weight seen in another shape, broadcast over the rows. */
    private record Scaled(Parameter scale) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return x.mul(scale.reshape(-1)).sub(scale.reshape(1, -1)); }
    }
}
