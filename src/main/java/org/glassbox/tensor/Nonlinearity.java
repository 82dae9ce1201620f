package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.Seed;
import org.glassbox.array.Array;
import org.glassbox.array.Bends;
import org.glassbox.array.Native;

/** What bends the line between two layers. Derivatives are written with the output y where it is enough. */
final class Nonlinearity {
    private Nonlinearity() {}

    static Tensor relu(Tensor x) {
        Array y = Bends.relu(x.array());
        return Tensor.op("relu", y,
            wrt(x, dy -> Bends.reluGradient(dy, y)));                          // dx = dy where y > 0, else 0
    }

    static Tensor sigmoid(Tensor x) {
        Array y = Bends.sigmoid(x.array());
        return Tensor.op("sigmoid", y,
            wrt(x, dy -> Bends.sigmoidGradient(dy, y)));                       // dx = dy · y (1 − y), at most ¼ dy
    }

    static Tensor tanh(Tensor x) {
        Array y = Bends.tanh(x.array());
        return Tensor.op("tanh", y,
            wrt(x, dy -> Bends.tanhGradient(dy, y)));                          // dx = dy · (1 − y²)
    }

    static Tensor softmax(Tensor x) {
        Checks.atLeastRank("softmax", x, 1);
        Array y = Bends.softmax(x.array());
        return Tensor.op("softmax", y,
            wrt(x, dy -> Bends.softmaxGradient(dy, y)));                       // dx = y · (dy − Σ y·dy)
    }

    static Tensor leakyRelu(Tensor x, double slope) {
        Checks.setting("leakyRelu", "slope", slope, "0 would be relu(); 0.01 is the usual one");
        Array y = Bends.leakyRelu(x.array(), slope);
        return Tensor.op("leakyRelu", y,
            wrt(x, dy -> Bends.leakyReluGradient(dy, y, slope)));               // dx = dy where y > 0, else slope · dy
    }

    static Tensor elu(Tensor x, double alpha) {
        Checks.setting("elu", "alpha", alpha, "far below 0 the output comes near -alpha; 1 is the usual one");
        Array y = Bends.elu(x.array(), alpha);
        return Tensor.op("elu", y,
            wrt(x, dy -> Bends.eluGradient(dy, y, alpha)));                     // dx = dy where y > 0, else dy · (y + alpha)
    }

    static Tensor gelu(Tensor x) {
        return Tensor.op("gelu", Bends.gelu(x.array()),
            wrt(x, dy -> Bends.geluGradient(dy, x.array())));                   // dx = dy · (Φ(x) + x φ(x))
    }

    static Tensor silu(Tensor x) {
        return Tensor.op("silu", Bends.silu(x.array()),
            wrt(x, dy -> Bends.siluGradient(dy, x.array())));                   // dx = dy · σ (1 + x (1 − σ))
    }

    static Tensor softplus(Tensor x) {
        return Tensor.op("softplus", Bends.softplus(x.array()),
            wrt(x, dy -> Bends.softplusGradient(dy, x.array())));               // dx = dy · σ(x)
    }

    static Tensor logSoftmax(Tensor x) {
        Checks.atLeastRank("logSoftmax", x, 1);
        Array y = Bends.logSoftmax(x.array());
        return Tensor.op("logSoftmax", y,
            wrt(x, dy -> Bends.logSoftmaxGradient(dy, y)));                     // dx = dy − eʸ Σ dy
    }

    static Tensor dropout(Tensor x, double rate, Seed seed) {
        Checks.rate("dropout", rate);
        Array mask = Native.dropoutMask(x.array(), rate, seed);
        return Tensor.op("dropout", Native.mul(x.array(), mask),
            wrt(x, dy -> Native.mul(dy, mask)));                                // dx = dy · mask
    }
}
