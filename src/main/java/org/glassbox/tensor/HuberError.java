package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Losses;
import org.glassbox.array.Native;

/** How far a number is from another, squared up to {@code delta} and straight from there on: what is far off pulls no harder. */
final class HuberError {
    private HuberError() {}

    static Tensor each(Tensor prediction, Tensor target, double delta) {
        LossChecks.sameShape("huberError", prediction, target);
        Checks.setting("huberError", "delta", delta, "squared up to delta, straight from there on; 1 is the usual one");
        Array distance = Native.sub(prediction.array(), target.array());
        return Tensor.op("huberError", Losses.huber(distance, delta),
            wrt(prediction, dy -> Native.mul(dy, Native.clamp(distance, -delta, delta))),       // dp = (p − t), at most ±delta, · dy
            wrt(target, dy -> Native.mul(dy, Native.clamp(Native.scale(distance, -1), -delta, delta))));    // dt = −dp
    }
}
