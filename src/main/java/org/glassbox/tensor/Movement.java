package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Native;
import org.glassbox.array.Shapes;

/** Numbers change their place, not their value; backward they go home. */
final class Movement {
    private Movement() {}

    static Tensor reshape(Tensor x, int... wanted) {
        int[] shape = Checks.reshape(x, wanted);
        int[] before = x.array().shape();
        return Tensor.op("reshape", x.array().as(shape),
            wrt(x, dy -> dy.as(before)));
    }

    static Tensor transpose(Tensor x, int... axes) {
        return Tensor.op("transpose", Native.transpose(x.array(), axes),
            wrt(x, dy -> Native.transpose(dy, Shapes.inverse(axes))));
    }

    static Tensor slice(Tensor x, int axis, int from, int to) {
        int[] shape = x.array().shape();
        int along = Checks.slice(x, axis, from, to);
        return Tensor.op("slice", Native.slice(x.array(), along, from, to),
            wrt(x, dy -> Native.unslice(dy, shape, along, from)));              // what was left out gets 0
    }
}
