package org.glassbox.inspect;

import java.util.stream.IntStream;
import org.glassbox.Digits;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What a net says about one sample: its share for each class, and the true class.
 *
 * @param target what it should have said
 * @param shares softmax of its scores; empty where there are no classes or several samples
 */
record Scores(Target target, double[] shares) {
    static Scores of(Target target, Tensor output) {
        boolean one = target.loss().equals("cross-entropy") && output.rank() == 2 && output.shape()[0] == 1;
        return new Scores(target, one ? Pass.evaluate(output::softmax).toDoubles() : new double[0]);
    }

    boolean isClasses() {
        return shares.length > 0;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 0; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** «: class 3 gets a share of 0.998, and it is right». */
    String sentence() {
        if (!isClasses()) {
            return "";
        }
        int right = largest(target.values());
        int said = largest(shares);
        String share = "its share for the true class, " + right + ", is " + Digits.brief(shares[right]);
        return " = −ln " + Digits.brief(shares[right]) + ": " + share
            + (said == right ? "" : ", for " + said + " it is " + Digits.brief(shares[said]));
    }

    Table table() {
        return Table.create("scores", IntColumn.create("class", IntStream.range(0, shares.length).toArray()),
            DoubleColumn.create("share", shares), DoubleColumn.create("target", isClasses() ? target.values() : shares));
    }
}
