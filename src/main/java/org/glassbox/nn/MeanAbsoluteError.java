package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.tensor.Tensor;

/**
 * |prediction − target|; see {@link Loss#meanAbsoluteError()}.
 *
 * @param reduction what becomes of the numbers
 */
public record MeanAbsoluteError(Reduction reduction) implements Loss {
    /** Mean, sum, or one number each. */
    public MeanAbsoluteError withReduction(Reduction other) {
        return new MeanAbsoluteError(other);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return reduction.of(prediction.absoluteError(Targets.likeColumn(target, prediction)));
    }

    @Override
    public String title() { return reduction == Reduction.MEAN ? "mean absolute error" : "absolute error"; }

    /** The loss of who always says the median of the target. */
    @Override
    public double chance(Tensor target) {
        double[] sorted = Arrays.stream(target.toDoubles()).sorted().toArray();
        double median = sorted[sorted.length / 2];
        return reduction.chance(Arrays.stream(sorted).map(t -> Math.abs(t - median)).average().orElse(0));
    }

    @Override
    public String toString() { return "Loss: " + title() + reduction.words(); }
}
