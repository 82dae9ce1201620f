package org.glassbox.nn;

import java.util.OptionalInt;
import org.glassbox.tensor.Tensor;

/** How wrong a prediction is, as one number: the mean over the batch. A lambda is a loss, too. */
@FunctionalInterface
public interface Loss {
    /** The loss of a batch. */
    Tensor of(Tensor prediction, Tensor target);

    /** What pictures call it. */
    default String title() { return "loss"; }

    /** Whether the prediction must be raw scores, because softmax or sigmoid is part of the loss. */
    default boolean takesScores() {
        return false;
    }

    /** The class number of rows that count nothing, if there is one; metrics leave such rows out, too. */
    default OptionalInt ignored() {
        return OptionalInt.empty();
    }

    /** The loss of who knows how often each answer comes, and nothing else; NaN where that has no meaning. */
    default double chance(Tensor target) {
        return Double.NaN;
    }

    /**
     * −ln of the probability given to the true class. Prediction: scores [batch, classes]; target: class numbers [batch]. With
     * a target at every step: [batch, steps, classes] and [batch, steps]; each step counts as a row.
     * Settings: {@code Loss.crossEntropy().withSmoothing(0.1).withClassWeights(1, 5).ignoring(-1)}.
     */
    static CrossEntropy crossEntropy() {
        return new CrossEntropy(0, new double[0], OptionalInt.empty(), Reduction.MEAN);
    }

    /** −ln of the probability given to the true answer, yes or no. Prediction: scores; target: 0 or 1, same shape. */
    static BinaryCrossEntropy binaryCrossEntropy() {
        return new BinaryCrossEntropy(Reduction.MEAN);
    }

    /** Mean of (prediction − target)²; both of one shape. */
    static MeanSquaredError meanSquaredError() {
        return new MeanSquaredError(Reduction.MEAN);
    }

    /** Mean of |prediction − target|; both of one shape. What lies far off pulls no harder than what is near. */
    static MeanAbsoluteError meanAbsoluteError() {
        return new MeanAbsoluteError(Reduction.MEAN);
    }

    /** Mean of d² ÷ 2 where d = |prediction − target| is at most 1, else of d − ½; both of one shape. Huber 1964. */
    static HuberLoss huber() {
        return new HuberLoss(1, Reduction.MEAN);
    }
}
