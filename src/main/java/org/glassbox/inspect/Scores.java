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

    boolean isClasses() { return shares.length > 0; }

    private static int largest(double[] values) {
        int best = 0;
        for (int i = 0; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** «The net gives the true class, 3, a share of 99.5 %.» */
    String sentence() {
        int right = largest(target.values());
        int said = largest(shares);
        return "The net gives the true class, " + right + ", a share of " + percent(shares[right])
            + (shares[said] == shares[right] ? "." : ", but class " + said + " one of " + percent(shares[said]) + ".");
    }

    private static String percent(double share) { return Digits.brief(100 * share) + " %"; }

    Table table() {
        return Table.create("scores", IntColumn.create("class", IntStream.range(0, shares.length).toArray()),
            DoubleColumn.create("share", shares),
            DoubleColumn.create("target", isClasses() ? target.values() : shares));
    }
}
