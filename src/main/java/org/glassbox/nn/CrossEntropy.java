package org.glassbox.nn;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.array.Arena;
import org.glassbox.array.Array;
import org.glassbox.tensor.Tensor;

/**
 * −ln of the probability given to the true class; see {@link Loss#crossEntropy()}. Made of two parts: a target, which says how
 * much of each class is true in a row, and {@link Tensor#softmaxCrossEntropyByRow}.
 *
 * @param smoothing ε: the true class counts 1 − ε, and ε is shared equally among all. Szegedy et al. 2015, arXiv:1512.00567
 * @param weights how much each class counts; empty: all alike
 * @param ignored the class number of rows that do not count, if there is one
 * @param reduction a mean divides by the sum of the weights of the true classes of the rows that count, as PyTorch's
 */
public record CrossEntropy(double smoothing, double[] weights, OptionalInt ignored, Reduction reduction)
    implements
        Loss {
    /** The weights, a copy. */
    @Override
    public double[] weights() { return weights.clone(); }

    /** ε of label smoothing, 0 ≤ ε &lt; 1; 0.1 is usual. */
    public CrossEntropy withSmoothing(double epsilon) {
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new GlassboxException(
                Message.of("crossEntropy", "smoothing " + epsilon + ", expected 0 ≤ smoothing < 1")
                    .help("it is the share that is taken from the true class: 0.1 leaves it nine tenths"));
        }
        return new CrossEntropy(epsilon, weights, ignored, reduction);
    }

    /** One weight a class, from class 0 on: a mistake on a rare class may count more. */
    public CrossEntropy withClassWeights(double... ofClasses) {
        if (!Arrays.stream(ofClasses).allMatch(w -> w >= 0 && w < Double.POSITIVE_INFINITY)
            || Arrays.stream(ofClasses).sum() == 0) {
            throw new GlassboxException(Message.of("crossEntropy", "class weights " + Arrays.toString(ofClasses))
                .help("one number a class, at least 0, not all 0"));
        }
        return new CrossEntropy(smoothing, ofClasses.clone(), ignored, reduction);
    }

    /** Rows of that class number count nothing and get no gradient: a padded place of a text, a label that is not known. */
    public CrossEntropy ignoring(int classNumber) {
        return new CrossEntropy(smoothing, weights, OptionalInt.of(classNumber), reduction);
    }

    /** Mean, sum, or one number a row. */
    public CrossEntropy withReduction(Reduction other) {
        return new CrossEntropy(smoothing, weights, ignored, other);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        if (smoothing == 0 && weights.length == 0 && ignored.isEmpty() && reduction == Reduction.MEAN) {
            return prediction.softmaxCrossEntropy(target);
        }
        Targets.requireClasses(this, prediction, target);
        Tensor losses = prediction.softmaxCrossEntropyByRow(shares(prediction, target));
        double count = count(target);
        if (reduction == Reduction.MEAN) {
            Targets.requireSome(count, prediction, target);
        }
        return reduction.of(losses, count);
    }

    /** How much of each class is true, row by row. */
    private Tensor shares(Tensor prediction, Tensor target) {
        Array shares = Arena.take(prediction.array().type(), prediction.shape()).fill(0);
        int classes = shares.columns();
        for (int row = 0; row < shares.rows(); row++) {
            int right = (int) target.array().at(row);
            if (!isIgnored(right)) {
                for (int c = 0; smoothing > 0 && c < classes; c++) {
                    shares.set(row * classes + c, weight(c) * smoothing / classes);
                }
                double rest = shares.at(row * classes + right);
                shares.set(row * classes + right, rest + weight(right) * (1 - smoothing));
            }
        }
        return Tensor.data(shares);
    }

    boolean isIgnored(double classNumber) { return ignored.isPresent() && classNumber == ignored.getAsInt(); }

    private double weight(int classNumber) { return weights.length == 0 ? 1 : weights[classNumber]; }

    private double count(Tensor target) { return counted(target).map(c -> weight((int) c)).sum(); }

    private DoubleStream counted(Tensor target) { return Arrays.stream(target.toDoubles()).filter(c -> !isIgnored(c)); }

    /**
     * The least that is possible with the same shares in every row; without settings the entropy of the shares of the classes,
     * ln C if they are equal.
     */
    @Override
    public double chance(Tensor target) {
        double rows = counted(target).count();
        int classes = Math.max(weights.length, 1 + (int) counted(target).max().orElse(0));
        double[] parts = new double[classes];
        Arrays.setAll(parts, c -> weight(c) * rows * smoothing / classes);
        counted(target).forEach(c -> parts[(int) c] += weight((int) c) * (1 - smoothing));
        double whole = Arrays.stream(parts).sum();
        double least = Arrays.stream(parts).map(part -> Targets.entropy(part / whole)).sum();
        return reduction.chance(least * whole / count(target));
    }

    @Override
    public boolean takesScores() { return true; }

    @Override
    public String title() {
        return (smoothing > 0 ? "smoothed " : "") + (weights.length > 0 ? "weighted " : "") + "cross-entropy";
    }

    @Override
    public String toString() {
        String settings = (smoothing > 0 ? ", smoothing " + smoothing : "")
            + (weights.length > 0 ? ", class weights " + Arrays.stream(weights).mapToObj(Double::toString)
                .map(w -> w.replaceAll("[.]0$", "")).collect(Collectors.joining(", ")) : "")
            + (ignored.isPresent() ? ", ignoring " + ignored.getAsInt() : "");
        return "Loss: cross-entropy" + settings + reduction.words();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossEntropy that && smoothing == that.smoothing
            && Arrays.equals(weights, that.weights) && ignored.equals(that.ignored) && reduction == that.reduction;
    }

    @Override
    public int hashCode() { return toString().hashCode(); }
}
