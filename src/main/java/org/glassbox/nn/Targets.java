package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.array.Shapes;
import org.glassbox.tensor.ShapeException;
import org.glassbox.tensor.Tensor;

/** What losses ask of targets. */
final class Targets {
    private Targets() {}

    /** One target a row, or a step, seen as the one column that the net predicts. */
    static Tensor likeColumn(Tensor target, Tensor prediction) {
        boolean fits = target.rank() > 0
            && Arrays.equals(prediction.shape(), Shapes.withAxis(target.shape(), target.rank()));
        return fits ? target.reshape(prediction.shape()) : target;
    }

    /** −share ln share, in nats; 0 for nothing: the part of one share in an entropy. */
    static double entropy(double share) {
        return share > 0 ? -share * Math.log(share) : 0;
    }

    /** Refuses targets that are not one class number for each row of scores, or the one that is ignored. */
    static void requireClasses(CrossEntropy loss, Tensor scores, Tensor target) {
        int last = scores.rank() - 1;
        if (last < 1 || !Arrays.equals(Shapes.without(scores.shape(), last), target.shape())) {
            throw new ShapeException(
                about("one row of scores and one class number for each sample expected", scores, target)
                    .help(scores.rank() == 3
                        ? "scores are [batch, steps, classes], targets class numbers [batch, steps], the classes stand last"
                        : "scores are [batch, classes], targets class numbers [batch], not one-hot rows"));
        }
        int classes = scores.shape()[last];
        if (loss.weights().length > 0 && loss.weights().length != classes) {
            throw new ShapeException(about(loss.weights().length + " class weights, the net has scores for " + classes
                + " classes", scores, target).help("one weight for each class, from class 0 on"));
        }
        for (int row = 0; row < target.size(); row++) {
            double number = target.array().at(row);
            boolean isClass = number >= 0 && number < classes && number == Math.rint(number);
            if (!isClass && !loss.isIgnored(number)) {
                throw new ShapeException(about("class " + brief(number) + " in " + Shapes.row(target.shape(), row)
                    + ", the net has scores for 0 to " + (classes - 1), scores, target)
                    .help(number < 0 ? "ignoring(" + brief(number) + ") leaves such rows out"
                        : "class numbers are whole numbers from 0 on, one output of the last layer for each"));
            }
        }
    }

    /** Refuses a mean of nothing. */
    static void requireSome(double count, Tensor scores, Tensor target) {
        if (!(count > 0)) {
            throw new ShapeException(
                about("no row counts: each is ignored, or its class has the weight 0", scores, target)
                    .help("a mean needs a row that counts; Reduction.SUM would be 0"));
        }
    }

    private static Message about(String what, Tensor scores, Tensor target) {
        return Message.of("crossEntropy", what).with("scores", Arrays.toString(scores.shape()))
            .with("target", Arrays.toString(target.shape()));
    }

    private static String brief(double number) {
        return number == Math.rint(number) ? "" + (long) number : "" + number;
    }
}
