package org.glassbox.inspect;

import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Tensor;

/** The net of two inputs, two hidden sigmoids and one output whose numbers can be checked with a calculator. */
final class TinyNet {
    private TinyNet() {}

    static Layer net() {
        return Sequential.of(Linear.of(new double[][] {{0.5, -0.4}, {0.2, 0.8}}, new double[] {0.1, -0.2}),
            Activation.sigmoid(),
            Linear.of(new double[][] {{0.6}, {-0.9}}, new double[] {0.2}));
    }

    static ChainRule chain(double target) {
        Tensor x = Tensor.of(new double[][] {{1, 0}});
        return ChainRule.of(Loss.binaryCrossEntropy().of(net().forward(x), Tensor.of(new double[][] {{target}})));
    }
}
