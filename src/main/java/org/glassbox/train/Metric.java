package org.glassbox.train;

import org.glassbox.tensor.Tensor;

/** How good a net is, in words of the task; nothing learns from it. */
public interface Metric {
    /** Its value over these predictions and targets. */
    double of(Tensor prediction, Tensor target);

    /** What pictures call it: «accuracy». */
    String title();

    /** The name of its column in {@link History#epochs()}: letters, digits and _. */
    default String column() {
        return title();
    }

    /** Share of rows whose class is right: the largest score, or, with one score a row, whether it is above 0. */
    static Metric accuracy() {
        return new Accuracy();
    }

    /** Share of the target's variance that the prediction explains: 1 is perfect, 0 no better than the mean. */
    static Metric r2() {
        return new R2();
    }

    /** See {@link Metric#accuracy()}. */
    record Accuracy() implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            float[] scores = prediction.toFloats();
            float[] classes = target.toFloats();
            int columns = scores.length / classes.length;
            int right = 0;
            for (int row = 0; row < classes.length; row++) {
                int said = columns == 1 ? (scores[row] > 0 ? 1 : 0) : largest(scores, row * columns, columns);
                right += said == Math.round(classes[row]) ? 1 : 0;
            }
            return (double) right / classes.length;
        }

        private static int largest(float[] scores, int from, int count) {
            int best = 0;
            for (int i = 1; i < count; i++) {
                best = scores[from + i] > scores[from + best] ? i : best;
            }
            return best;
        }

        @Override
        public String title() { return "accuracy"; }
    }

    /** See {@link Metric#r2()}. */
    record R2() implements Metric {
        @Override
        public double of(Tensor prediction, Tensor target) {
            double[] said = prediction.toDoubles();
            double[] right = target.toDoubles();
            double mean = java.util.Arrays.stream(right).average().orElse(0);
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
}
