package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.array.Shapes;

/** How far a number is from another, squared. */
final class SquaredError {
    private SquaredError() {}

    static Tensor mean(Tensor prediction, Tensor target) {
        LossChecks.sameShape("meanSquaredError", prediction, target);
        Array distance = Native.sub(prediction.array(), target.array());
        double share = 1.0 / distance.size();
        Array loss = Native.scale(Native.sum(Native.mul(distance, distance), Shapes.all(distance.rank())), share);
        return Tensor.op("meanSquaredError", loss,
            () -> prediction.sub(target).mul(prediction.sub(target)).mean(),
            wrt(prediction, dy -> Native.mul(Native.scale(distance, 2 * share), dy)),       // dp = 2 (p − t) ÷ n · dy
            wrt(target, dy -> Native.mul(Native.scale(distance, -2 * share), dy)));         // dt = −dp
    }
}
