package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Native;

/** How far a number is from another. */
final class AbsoluteError {
    private AbsoluteError() {}

    static Tensor each(Tensor prediction, Tensor target) {
        LossChecks.sameShape("absoluteError", prediction, target);
        Array distance = Native.sub(prediction.array(), target.array());
        return Tensor.op("absoluteError", Native.abs(distance),
            () -> prediction.sub(target).abs(),
            wrt(prediction, dy -> Native.mul(dy, Native.sign(distance))),                           // dp = ±dy; where p = t, 0
            wrt(target, dy -> Native.mul(dy, Native.scale(Native.sign(distance), -1))));            // dt = −dp
    }
}
