package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Losses;
import org.glassbox.array.Native;
import org.glassbox.array.Shapes;

/**
 * How surprising the true answer is, in nats. Fused with softmax and sigmoid: their derivatives cancel to «prediction minus
 * target», which neither overflows nor vanishes. The targets are data: they get no gradient.
 */
final class CrossEntropy {
    private CrossEntropy() {}

    static Tensor softmax(Tensor scores, Tensor classes) {
        LossChecks.classes("softmaxCrossEntropy", scores, classes);
        Tensor fixed = classes.toData();
        var fused = Losses.softmaxCrossEntropy(scores.array(), fixed.array());
        return Tensor.op("softmaxCrossEntropy", fused.loss(),
            () -> scores.softmax().log().mul(oneHot(scores, fixed)).sum().mul(-1.0 / scores.array().rows()),
            wrt(scores, dy -> Native.mul(fused.gradient(), dy)));               // dz = (softmax(z) − one-hot) ÷ rows · dy
    }

    static Tensor softmaxByRow(Tensor scores, Tensor shares) {
        LossChecks.shares("softmaxCrossEntropyByRow", scores, shares);
        Tensor fixed = shares.toData();
        var fused = Losses.softmaxCrossEntropyByRow(scores.array(), fixed.array());
        int last = scores.rank() - 1;
        int[] rows = Shapes.without(scores.array().shape(), last);
        int[] column = Shapes.withAxis(rows, last);
        return Tensor.op("softmaxCrossEntropyByRow", fused.loss().as(rows),
            () -> scores.logSoftmax().mul(fixed).sum(-1).neg(),
            wrt(scores, dy -> Native.mul(fused.gradient(), dy.as(column))));    // dz = (softmax(z) Σt − t) · dy, row by row
    }

    static Tensor sigmoid(Tensor scores, Tensor targets) {
        LossChecks.sameShape("sigmoidCrossEntropy", scores, targets);
        LossChecks.between0and1("sigmoidCrossEntropy", targets);
        Tensor fixed = targets.toData();
        var fused = Losses.sigmoidCrossEntropy(scores.array(), fixed.array());
        return Tensor.op("sigmoidCrossEntropy", fused.loss(),
            () -> composedSigmoid(scores, fixed),
            wrt(scores, dy -> Native.mul(fused.gradient(), dy)));               // dz = (σ(z) − t) ÷ count · dy
    }

    private static Tensor composedSigmoid(Tensor scores, Tensor targets) {
        Tensor p = scores.sigmoid();
        Tensor yes = targets.mul(p.log());
        Tensor no = targets.neg().add(1).mul(p.neg().add(1).log());
        return yes.add(no).mean().neg();
    }

    private static Tensor oneHot(Tensor scores, Tensor classes) {
        Array ones = Array.of(scores.array().type(), scores.array().shape()).fill(0);
        for (int row = 0; row < classes.size(); row++) {
            ones.set(row * ones.columns() + (int) classes.array().at(row), 1);
        }
        return Tensor.data(ones);
    }
}
