package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.Seed;
import org.glassbox.array.Array;
import org.glassbox.array.Native;

/** What bends the line between two layers. Each derivative is written with the output y, which is at hand. */
final class Nonlinearity {
    private Nonlinearity() {}

    static Tensor relu(Tensor x) {
        Array y = Native.relu(x.array());
        return Tensor.op("relu", y,
            wrt(x, dy -> Native.reluGradient(dy, y)));                          // dx = dy where y > 0, else 0
    }

    static Tensor sigmoid(Tensor x) {
        Array y = Native.sigmoid(x.array());
        return Tensor.op("sigmoid", y,
            wrt(x, dy -> Native.sigmoidGradient(dy, y)));                       // dx = dy · y (1 − y), at most ¼ dy
    }

    static Tensor tanh(Tensor x) {
        Array y = Native.tanh(x.array());
        return Tensor.op("tanh", y,
            wrt(x, dy -> Native.tanhGradient(dy, y)));                          // dx = dy · (1 − y²)
    }

    static Tensor softmax(Tensor x) {
        Checks.atLeastRank("softmax", x, 1);
        Array y = Native.softmax(x.array());
        return Tensor.op("softmax", y,
            wrt(x, dy -> Native.softmaxGradient(dy, y)));                       // dx = y · (dy − Σ y·dy)
    }

    static Tensor dropout(Tensor x, double rate, Seed seed) {
        Checks.rate("dropout", rate);
        Array mask = Native.dropoutMask(x.array(), rate, seed);
        return Tensor.op("dropout", Native.mul(x.array(), mask),
            wrt(x, dy -> Native.mul(dy, mask)));                                // dx = dy · mask
    }
}
