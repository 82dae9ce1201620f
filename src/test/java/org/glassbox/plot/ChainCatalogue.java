package org.glassbox.plot;

import java.util.List;
import java.util.function.Supplier;
import org.glassbox.Seed;
import org.glassbox.data.Datasets;
import org.glassbox.inspect.ChainRule;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.notebook.Plots;
import org.glassbox.tensor.Tensor;

/** The chain rules whose pictures are proved. */
final class ChainCatalogue {
    private static final double[][] SAMPLE = {{1, 0}};

    private ChainCatalogue() {}

    static List<Catalogue.Entry> all() {
        return List.of(entry("tiny", () -> tiny(1)), entry("tiny-asked-x1", () -> tiny(0).path("x1")),
            entry("soft-target", () -> tiny(0.3).path("v2")), entry("sum-of-squares", ChainCatalogue::squares),
            entry("expression", ChainCatalogue::expression), entry("way-ends", () -> relu().path("w12")),
            entry("three-three-two", ChainCatalogue::classes), entry("long-name", ChainCatalogue::longName),
            entry("layers-digits", ChainCatalogue::digits), entry("layers-deep", ChainCatalogue::deep));
    }

    private static Catalogue.Entry entry(String name, Supplier<ChainRule> chain) {
        return new Catalogue.Entry("chain-rule-" + name, () -> Plots.chain(chain.get()));
    }

    static ChainRule tiny(double target) {
        Layer net = Sequential.of(Linear.of(new double[][] {{0.5, -0.4}, {0.2, 0.8}}, new double[] {0.1, -0.2}),
            Activation.sigmoid(),
            Linear.of(new double[][] {{0.6}, {-0.9}}, new double[] {0.2}));
        return ChainRule
            .of(Loss.binaryCrossEntropy().of(net.forward(Tensor.of(SAMPLE)), Tensor.of(new double[][] {{target}})));
    }

    private static ChainRule squares() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        return ChainRule.of(x.mul(x).sum());
    }

    private static ChainRule expression() {
        Tensor a = Tensor.of(2);
        return ChainRule.of(a.mul(Tensor.of(-3)).add(Tensor.of(7)).tanh().mul(a));
    }

    private static ChainRule relu() {
        Layer net = Sequential.of(Linear.of(new double[][] {{0.5, -0.4}, {0.2, 0.8}}, new double[] {0.1, -0.2}),
            Activation.relu(),
            Linear.of(new double[][] {{0.6, 0.3}, {-0.9, 0.2}}, new double[] {0.2, 0}));
        return ChainRule.of(net, Loss.meanSquaredError(), Tensor.of(SAMPLE), Tensor.of(new double[][] {{1, 0}}));
    }

    private static ChainRule classes() {
        Layer net = Sequential.of(
            Linear.of(new double[][] {{0.75, -0.73, -0.21}, {-1.2, 0.55, -0.59}, {-1.35, 0.09, 0.56}},
                new double[] {0.1, 0, -0.3}),
            Activation.tanh(),
            Linear.of(new double[][] {{-0.8, 0.45}, {-0.42, -0.9}, {-0.04, 0.94}}, new double[] {0, 0.2}));
        return ChainRule.of(net, Loss.crossEntropy(), Tensor.of(new double[][] {{1, 0.5, -0.5}}),
            Tensor.of(new double[] {1}));
    }

    private static ChainRule longName() {
        return ChainRule
            .of(Tensor.of(2).named("temperature").mul(3).add(Tensor.of(0.5).named("an offset of the sensor")));
    }

    private static ChainRule digits() {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(64, 64), Activation.relu(), Linear.of(64, 10));
        var sample = Datasets.digits().split(0.8).train().sample(3);
        return ChainRule.of(net, Loss.crossEntropy(), sample.x(), sample.y());
    }

    private static ChainRule deep() {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(5, 20), Activation.sigmoid(), Linear.of(20, 20), Activation.sigmoid(),
            Linear.of(20, 20),
            Activation.sigmoid(), Linear.of(20, 1));
        return ChainRule.of(net, Loss.binaryCrossEntropy(),
            Tensor.of(new double[][] {{1, 0.5, -2, 3, 0}, {0, 0, 1, 0, 1}}),
            Tensor.of(new double[] {1, 0}));
    }
}
