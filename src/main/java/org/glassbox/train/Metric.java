package org.glassbox.train;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Tensor;

/**
 * How good a net is, in words of the task; nothing learns from it. Taken over all rows of a part at once, so that a ragged last
 * batch counts by its rows.
 */
public interface Metric {
    /** Its value over these predictions and targets. */
    double of(Tensor prediction, Tensor target);

    /** What pictures call it: «accuracy». */
    String title();

    /** The name of its column in {@link History#epochs()}: letters, digits and _. */
    default String column() {
        return title();
    }

    /** The same without the rows whose class has that number; the trainer does so by itself where the loss ignores one. */
    default Metric ignoring(int classNumber) {
        return new Ignoring(this, classNumber);
    }

    /** Share of rows whose class is right: the largest score, or, with one score a row, whether it is above 0. */
    static Metric accuracy() {
        return new Accuracy(1);
    }

    /** Share of rows whose class is among the {@code top} largest scores. */
    static Metric accuracy(int top) {
        return new Accuracy(top);
    }

    /** Share of the rows that were called a class which are of it: see {@link ConfusionMatrix#precision()}. */
    static Metric precision() {
        return new OfClasses("precision", ConfusionMatrix::precision);
    }

    /** Share of the rows of a class which were called so: see {@link ConfusionMatrix#recall()}. */
    static Metric recall() {
        return new OfClasses("recall", ConfusionMatrix::recall);
    }

    /** 2 · precision · recall ÷ (precision + recall): see {@link ConfusionMatrix#f1()}. */
    static Metric f1() {
        return new OfClasses("F1", ConfusionMatrix::f1);
    }

    /** Mean of |prediction − target|, in the unit of the target. */
    static Metric meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /** Share of the target's variance that the prediction explains: 1 is perfect, 0 no better than the mean. */
    static Metric r2() {
        return new R2();
    }

    /** Among how many equally likely classes the net hesitates: e to the mean cross-entropy of its scores. 1 is certain and right. */
    static Metric perplexity() {
        return new Perplexity();
    }

    /** See {@link Metric#ignoring}; NaN where no row is left. */
    record Ignoring(Metric metric, int ignored) implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            int[] left = IntStream.range(0, target.size()).filter(row -> target.array().at(row) != ignored).toArray();
            if (left.length == target.size() || prediction.size() % target.size() != 0) {
                return metric.of(prediction, target);
            }
            return left.length == 0 ? Double.NaN
                : metric.of(rows(prediction, target.size(), left), rows(target, target.size(), left));
        }

        /** These of so many rows. */
        private static Tensor rows(Tensor x, int count, int[] rows) {
            int width = x.size() / count;
            float[] all = x.toFloats();
            float[] some = new float[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(all, rows[i] * width, some, i * width, width);
            }
            return Tensor.data(some, rows.length, width);
        }

        @Override
        public String title() { return metric.title(); }

        @Override
        public String column() { return metric.column(); }
    }

    /** See {@link Metric#accuracy(int)}. */
    record Accuracy(int top) implements Metric {
        public Accuracy {
            if (top < 1) {
                throw new GlassboxException(Message.of("Metric.accuracy", "top " + top + ", expected at least 1")
                    .help("1 is whether the largest score is right, 5 whether the class is among the five largest"));
            }
        }

        @Override
        public double of(Tensor prediction, Tensor target) {
            Scores scores = Scores.of(prediction, target);
            long right = top == 1
                ? IntStream.range(0, scores.rows()).filter(i -> scores.said(i) == scores.truth(i)).count()
                : IntStream.range(0, scores.rows()).filter(i -> scores.larger(i) < top).count();
            return (double) right / scores.rows();
        }

        @Override
        public String title() { return top == 1 ? "accuracy" : "top-" + top + " accuracy"; }

        @Override
        public String column() { return top == 1 ? "accuracy" : "top_" + top + "_accuracy"; }
    }

    /** A number of the confusion matrix. */
    record OfClasses(String title, ToDoubleFunction<ConfusionMatrix> number) implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            return number.applyAsDouble(ConfusionMatrix.of(prediction, target));
        }

        @Override
        public String column() { return title.toLowerCase(java.util.Locale.ROOT); }
    }

    /** See {@link Metric#perplexity()}. */
    record Perplexity() implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            Scores scores = Scores.of(prediction, target);
            return Math
                .exp(-IntStream.range(0, scores.rows()).mapToDouble(scores::logShare).average().orElse(Double.NaN));
        }

        @Override
        public String title() { return "perplexity"; }
    }

    /** See {@link Metric#meanAbsoluteError()}. */
    record MeanAbsoluteError() implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            double[] said = numbers(title(), prediction, target);
            double[] right = target.toDoubles();
            return IntStream.range(0, right.length).mapToDouble(i -> Math.abs(said[i] - right[i])).average()
                .orElse(Double.NaN);
        }

        @Override
        public String title() { return "mean absolute error"; }

        @Override
        public String column() { return "mean_absolute_error"; }
    }

    /** See {@link Metric#r2()}. */
    record R2() implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            double[] said = numbers(title(), prediction, target);
            double[] right = target.toDoubles();
            double mean = Arrays.stream(right).average().orElse(0);
            double rest = 0;
            double all = 0;
            for (int i = 0; i < right.length; i++) {
                rest += (right[i] - said[i]) * (right[i] - said[i]);
                all += (right[i] - mean) * (right[i] - mean);
            }
            return 1 - rest / all;
        }

        @Override
        public String title() { return "R²"; }

        @Override
        public String column() { return "r2"; }
    }

    private static double[] numbers(String metric, Tensor prediction, Tensor target) {
        if (prediction.size() != target.size()) {
            throw new GlassboxException(Message.of(metric, "a prediction must be a number for each target")
                .with("prediction", Arrays.toString(prediction.shape())).with("target", Arrays.toString(target.shape()))
                .help("for classes use Metric.accuracy()"));
        }
        return prediction.toDoubles();
    }
}
