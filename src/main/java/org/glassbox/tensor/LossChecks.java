package org.glassbox.tensor;

import static org.glassbox.tensor.Checks.axes;
import static org.glassbox.tensor.Checks.brief;
import static org.glassbox.tensor.Checks.sameType;
import static org.glassbox.tensor.Checks.shape;
import static org.glassbox.tensor.Checks.text;

import java.util.Arrays;
import org.glassbox.Message;

/** What losses demand of predictions and targets. */
final class LossChecks {
    private LossChecks() {}

    static void classes(String op, Tensor scores, Tensor classes) {
        if (scores.rank() != 2) {
            throw shape(Message.of(op, "scores have " + axes(scores) + ", [batch, classes] expected"),
                "a row of scores for each sample: one sample is reshape(1, " + scores.size() + ")", "scores", scores);
        }
        int rows = scores.array().rows();
        int columns = scores.array().columns();
        if (classes.rank() != 1 || classes.size() != rows) {
            throw shape(Message.of(op, "one class number a row expected: [" + rows + "]"), classes.rank() == 1
                ? "scores and targets must be those of the same samples"
                : "targets are class numbers 0 to " + (columns - 1)
                    + ", not one-hot rows; numbers go with Loss.meanSquaredError()",
                "scores", scores, "target", classes);
        }
        for (int row = 0; row < rows; row++) {
            double target = classes.array().at(row);
            if (target != Math.rint(target) || target < 0 || target >= columns) {
                String scored = ", the net has scores for 0 to " + (columns - 1);
                throw shape(Message.of(op, "class " + brief(target) + " in row " + row + scored),
                    target >= columns ? "the last layer must have one output for each class"
                        : "class numbers are whole numbers from 0 on",
                    "scores", scores, "target", classes);
            }
        }
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
        if (scores.rank() != 2) {
            throw shape(Message.of(op, "scores have " + axes(scores) + ", [batch, classes] expected"),
                "a row of scores for each sample: one sample is reshape(1, " + scores.size() + ")", "scores", scores);
        }
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
