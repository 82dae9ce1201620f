package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Native;

/** Many numbers become few. */
final class Reduction {
    private Reduction() {}

    static Tensor sum(Tensor x, int... axes) {
        int[] shape = x.array().shape();
        return Tensor.op("sum", Native.sum(x.array(), axes),
            wrt(x, dy -> Native.expand(dy, shape, axes)));                      // each summand gets dy
    }

    static Tensor mean(Tensor x, int... axes) {
        int[] shape = x.array().shape();
        Array sum = Native.sum(x.array(), axes);
        double share = (double) sum.size() / x.size();
        return Tensor.op("mean", Native.scale(sum, share),
            wrt(x, dy -> Native.expand(Native.scale(dy, share), shape, axes))); // each of n summands gets dy ÷ n
    }

    static Tensor max(Tensor x, int... axes) {
        int[] shape = x.array().shape();
        Array y = Native.max(x.array(), axes);
        return Tensor.op("max", y,
            wrt(x, dy -> Native.mul(Native.expand(dy, shape, axes),             // the largest gets dy; equal ones share it
                Native.shareOfMax(x.array(), y, axes))));
    }

    static Tensor min(Tensor x, int... axes) {
        int[] shape = x.array().shape();
        Array y = Native.scale(Native.max(Native.scale(x.array(), -1), axes), -1);
        return Tensor.op("min", y,
            wrt(x, dy -> Native.mul(Native.expand(dy, shape, axes),             // the smallest gets dy; equal ones share it
                Native.shareOfMax(x.array(), y, axes))));
    }

    static Tensor logSumExp(Tensor x, int... axes) {
        Array y = Native.logSumExp(x.array(), axes);
        return Tensor.op("logSumExp", y,
            wrt(x, dy -> Native.logSumExpGradient(dy, x.array(), y, axes)));    // dx = dy · softmax(x)
    }
}
