package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.tensor.Tensor;

/**
 * −ln of the probability given to the true answer, yes or no; see {@link Loss#binaryCrossEntropy()}.
 *
 * @param reduction what becomes of the numbers
 */
public record BinaryCrossEntropy(Reduction reduction) implements Loss {
    /** Mean, sum, or one number each. */
    public BinaryCrossEntropy withReduction(Reduction other) {
        return new BinaryCrossEntropy(other);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        Tensor targets = Targets.likeColumn(target, prediction);
        Tensor mean = prediction.sigmoidCrossEntropy(targets);
        return switch (reduction) {
            case MEAN -> mean;
            case SUM -> mean.mul(prediction.size());
            case NONE -> prediction.softplus().sub(prediction.mul(targets.toData()));     // ln(1 + eᶻ) − t z
        };
    }

    @Override
    public String title() { return "binary cross-entropy"; }

    @Override
    public boolean takesScores() { return true; }

    /** Entropy of the share of yes. */
    @Override
    public double chance(Tensor target) {
        double yes = Arrays.stream(target.toDoubles()).average().orElse(0);
        return reduction.chance(Targets.entropy(yes) + Targets.entropy(1 - yes));
    }

    @Override
    public String toString() { return "Loss: " + title() + reduction.words(); }
}
