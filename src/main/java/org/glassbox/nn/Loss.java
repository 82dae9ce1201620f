package org.glassbox.nn;

import java.util.Arrays;
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

    /** The loss of who knows how often each answer comes, and nothing else; NaN where that has no meaning. */
    default double chance(Tensor target) {
        return Double.NaN;
    }

    /** −ln of the probability given to the true class. Prediction: scores [batch, classes]; target: class numbers [batch]. */
    static Loss crossEntropy() {
        return new CrossEntropy();
    }

    /** −ln of the probability given to the true answer, yes or no. Prediction: scores; target: 0 or 1, same shape. */
    static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /** Mean of (prediction − target)²; both of one shape. */
    static Loss meanSquaredError() {
        return new MeanSquaredError();
    }

    /** See {@link Loss#crossEntropy()}. */
    record CrossEntropy() implements Loss {
        @Override
        public String toString() { return "Loss: " + title() + ", the mean over the batch"; }

        @Override
        public Tensor of(Tensor prediction, Tensor target) { return prediction.softmaxCrossEntropy(target); }

        @Override
        public String title() { return "cross-entropy"; }

        @Override
        public boolean takesScores() { return true; }

        /** Entropy of the shares of the classes: ln C if they are equal. */
        @Override
        public double chance(Tensor target) {
            double[] classes = target.toDoubles();
            int[] counts = new int[1 + (int) Arrays.stream(classes).max().orElse(0)];
            Arrays.stream(classes).forEach(c -> counts[(int) c]++);
            return Arrays.stream(counts).mapToDouble(n -> entropy((double) n / classes.length)).sum();
        }
    }

    /** See {@link Loss#binaryCrossEntropy()}. */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public String toString() { return "Loss: " + title() + ", the mean over the batch"; }

        @Override
        public Tensor of(Tensor prediction, Tensor target) {
            return prediction.sigmoidCrossEntropy(likeColumn(target, prediction));
        }

        @Override
        public String title() { return "binary cross-entropy"; }

        @Override
        public boolean takesScores() { return true; }

        /** Entropy of the share of yes. */
        @Override
        public double chance(Tensor target) {
            double yes = Arrays.stream(target.toDoubles()).average().orElse(0);
            return entropy(yes) + entropy(1 - yes);
        }
    }

    /** See {@link Loss#meanSquaredError()}. */
    record MeanSquaredError() implements Loss {
        @Override
        public String toString() { return "Loss: " + title() + ", the mean over the batch"; }

        @Override
        public Tensor of(Tensor prediction, Tensor target) {
            return prediction.meanSquaredError(likeColumn(target, prediction));
        }

        @Override
        public String title() { return "mean squared error"; }

        /** Variance of the target: the loss of who always says its mean. */
        @Override
        public double chance(Tensor target) {
            double mean = Arrays.stream(target.toDoubles()).average().orElse(0);
            return Arrays.stream(target.toDoubles()).map(t -> (t - mean) * (t - mean)).average().orElse(0);
        }
    }

    /** One target a row, seen as the one column that the net predicts. */
    private static Tensor likeColumn(Tensor target, Tensor prediction) {
        boolean fits = target.rank() == 1 && prediction.rank() == 2 && prediction.size() == target.size();
        return fits ? target.reshape(prediction.shape()) : target;
    }

    private static double entropy(double share) { return share > 0 ? -share * Math.log(share) : 0; }
}
