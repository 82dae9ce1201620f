package org.glassbox.tensor;

import static org.glassbox.tensor.Checks.axes;
import static org.glassbox.tensor.Checks.brief;
import static org.glassbox.tensor.Checks.sameType;
import static org.glassbox.tensor.Checks.shape;
import static org.glassbox.tensor.Checks.text;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.array.Shapes;

/** What losses demand of predictions and targets. */
final class LossChecks {
    private LossChecks() {}

    static void classes(String op, Tensor scores, Tensor classes) {
        rowsOfScores(op, scores);
        int columns = scores.array().columns();
        int[] rows = Shapes.without(scores.array().shape(), scores.rank() - 1);
        if (!Arrays.equals(classes.array().shape(), rows)) {
            throw shape(Message.of(op, "one class number a row expected: " + Arrays.toString(rows)),
                classes.rank() == scores.rank()
                    ? "targets are class numbers 0 to " + (columns - 1)
                        + ", not one-hot rows; numbers go with Loss.meanSquaredError()"
                    : classes.rank() == rows.length
                        ? "scores and targets must be those of the same samples" + (rows.length > 1 ? " and steps" : "")
                        : perStep(scores),
                "scores", scores, "target", classes);
        }
        for (int row = 0; row < classes.size(); row++) {
            double target = classes.array().at(row);
            if (target != Math.rint(target) || target < 0 || target >= columns) {
                String scored = ", the net has scores for 0 to " + (columns - 1);
                throw shape(Message.of(op, "class " + brief(target) + " in " + Shapes.row(rows, row) + scored),
                    target >= columns ? "the last layer must have one output for each class"
                        : "class numbers are whole numbers from 0 on",
                    "scores", scores, "target", classes);
            }
        }
    }

    private static void rowsOfScores(String op, Tensor scores) {
        if (scores.rank() < 2) {
            throw shape(Message.of(op, "scores have " + axes(scores) + ", [batch, classes] expected"),
                "a row of scores for each sample: one sample is reshape(1, " + scores.size() + ")", "scores", scores);
        }
    }

    private static String perStep(Tensor scores) {
        return scores.rank() > 2
            ? "these scores are for a class at every step; LastStep.of() before the last layer leaves one a sequence"
            : "one class number for each row of scores";
    }

    static void sameShape(String op, Tensor prediction, Tensor target) {
        if (!Arrays.equals(prediction.array().shape(), target.array().shape())) {
            String help = prediction.size() == target.size()
                ? "same count of numbers: target.reshape(" + text(prediction).replaceAll("[\\[\\]]", "")
                    + ") makes them fit"
                : "one target for each number predicted; targets that are class numbers go with Loss.crossEntropy()";
            throw shape(Message.of(op, "prediction has shape " + text(prediction) + ", target " + text(target)), help,
                "prediction", prediction, "target", target);
        }
        sameType(op, "prediction", prediction, "target", target);
    }

    static void shares(String op, Tensor scores, Tensor shares) {
        rowsOfScores(op, scores);
        sameShape(op, scores, shares);
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.array().at(i);
            if (!(share >= 0 && share < Double.POSITIVE_INFINITY)) {
                throw shape(Message.of(op, "target " + brief(share) + " at position " + i + ", expected at least 0"),
                    "a target says how much of each class is true: 1 for the class, or shares that sum to 1",
                    "target", shares);
            }
        }
    }

    static void between0and1(String op, Tensor targets) {
        for (int i = 0; i < targets.size(); i++) {
            double target = targets.array().at(i);
            if (!(target >= 0 && target <= 1)) {
                throw shape(Message.of(op, "target " + brief(target) + " at position " + i + " is not between 0 and 1"),
                    "a yes is 1, a no is 0; for more than two classes use Loss.crossEntropy()", "target", targets);
            }
        }
    }
}
