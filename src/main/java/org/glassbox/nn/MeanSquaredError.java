package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.tensor.Tensor;

/**
 * (prediction − target)²; see {@link Loss#meanSquaredError()}.
 *
 * @param reduction what becomes of the numbers
 */
public record MeanSquaredError(Reduction reduction) implements Loss {
    /** Mean, sum, or one number each. */
    public MeanSquaredError withReduction(Reduction other) {
        return new MeanSquaredError(other);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        Tensor targets = Targets.likeColumn(target, prediction);
        Tensor mean = prediction.meanSquaredError(targets);
        return switch (reduction) {
            case MEAN -> mean;
            case SUM -> mean.mul(prediction.size());
            case NONE -> prediction.sub(targets).pow(2);
        };
    }

    @Override
    public String title() { return reduction == Reduction.MEAN ? "mean squared error" : "squared error"; }

    /** Variance of the target: the loss of who always says its mean. */
    @Override
    public double chance(Tensor target) {
        double mean = Arrays.stream(target.toDoubles()).average().orElse(0);
        return reduction.chance(
            Arrays.stream(target.toDoubles()).map(t -> (t - mean) * (t - mean)).average().orElse(0));
    }

    @Override
    public String toString() { return "Loss: " + title() + reduction.words(); }
}
