package org.glassbox.train;

import java.util.Arrays;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Tensor;

/**
 * Scores of rows for classes, and the class that each row has. One score a row, or one a target, is for yes or no: yes above 0.
 *
 * @param values row by row
 * @param columns how many a row has
 * @param truths class numbers
 */
record Scores(float[] values, int columns, float[] truths) {
    static Scores of(Tensor prediction, Tensor target) {
        int rows = target.size();
        int columns = prediction.size() / rows;
        if (columns * rows != prediction.size()) {
            throw refused("a prediction must be scores for each target", prediction, target);
        }
        float[] truths = target.toFloats();
        for (float truth : truths) {
            if (!(Math.round(truth) >= 0 && Math.round(truth) < Math.max(2, columns))) {
                throw refused("class " + truth + ", the scores are for " + Math.max(2, columns), prediction, target);
            }
        }
        return new Scores(prediction.toFloats(), columns, truths);
    }

    private static GlassboxException refused(String what, Tensor prediction, Tensor target) {
        return new GlassboxException(
            Message.of("metric", what).with("prediction", Arrays.toString(prediction.shape()))
                .with("target", Arrays.toString(target.shape()))
                .help(
                    "scores [rows, classes] and class numbers [rows], of sequences [rows, steps, classes] and [rows, steps]; "
                        + "for numbers use Metric.r2(), and ignoring(…) leaves a class out"));
    }

    int rows() { return truths.length; }

    int classes() { return Math.max(2, columns); }

    int truth(int row) { return Math.round(truths[row]); }

    /** The class with the largest score, the first of several. */
    int said(int row) {
        if (columns == 1) {
            return values[row] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < columns; i++) {
            best = score(row, i) > score(row, best) ? i : best;
        }
        return best;
    }

    /** How many classes come before the true one: with a larger score, or with the same and a smaller number. */
    int larger(int row) {
        int truth = truth(row);
        int larger = 0;
        for (int i = 0; i < classes(); i++) {
            larger += score(row, i) > score(row, truth) || i < truth && score(row, i) == score(row, truth) ? 1 : 0;
        }
        return Double.isNaN(score(row, truth)) ? classes() : larger;
    }

    /** ln of the share that softmax, or sigmoid, gives to the true class. */
    double logShare(int row) {
        return logShare(row, truth(row));
    }

    /** ln of the share that softmax, or sigmoid, gives to a class. */
    double logShare(int row, int number) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes(); i++) {
            largest = Math.max(largest, score(row, i));
        }
        double sum = 0;
        for (int i = 0; i < classes(); i++) {
            sum += Math.exp(score(row, i) - largest);
        }
        return score(row, number) - largest - Math.log(sum);
    }

    /** One score z for yes is a pair: 0 for no, z for yes. */
    private double score(int row, int i) {
        return columns > 1 ? values[row * columns + i] : i == 0 ? 0 : values[row];
    }
}
