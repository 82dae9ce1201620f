package org.glassbox.train;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a net says of each row of a part, and how sure it is. How sure is the share that softmax (or, with one score a row,
 * sigmoid) gives to the class that it says: a net that has learnt few rows by heart is often sure and wrong.
 */
public final class Predictions {
    private final Dataset part;
    private final Scores scores;

    private Predictions(Dataset part, Scores scores) {
        this.part = part;
        this.scores = scores;
    }

    /** Of all rows of a part whose target is classes; as in use: nothing is dropped. */
    public static Predictions of(Layer net, Dataset part) {
        if (!part.isClasses()) {
            throw new GlassboxException(
                Message.of("Predictions", "the target of " + part.name() + " is numbers, not classes")
                    .help("net.predict(part.x()) gives the numbers"));
        }
        Scores scores = Scores.of(Evaluation.predict(net, part), part.y());
        if (scores.classes() != Math.max(2, part.classes().size())) {
            throw new GlassboxException(Message
                .of("Predictions", "the net gives " + scores.columns() + " scores a row, "
                    + part.name() + " has " + part.classes().size() + " classes")
                .help("one score for each class, or one score a row for two classes"));
        }
        return new Predictions(part, scores);
    }

    /** How many rows. */
    public int rows() { return scores.rows(); }

    /** The class that is said of a row, from 0. */
    public int said(int row) { return scores.said(row); }

    /** The classes that are said of all rows. */
    public int[] said() {
        return IntStream.range(0, rows()).map(this::said).toArray();
    }

    /** The share given to the class that is said of a row, at most 1. */
    public double share(int row) {
        return Math.exp(scores.logShare(row, said(row)));
    }

    /** Whether what is said of a row is its class. */
    public boolean isRight(int row) {
        return said(row) == scores.truth(row);
    }

    /** The rows of which the net is at least so sure. */
    public int[] sure(double share) {
        return IntStream.range(0, rows()).filter(row -> share(row) >= share).toArray();
    }

    /** How many of these rows are called wrong. */
    public int wrong(int... rows) {
        return (int) IntStream.of(rows).filter(row -> !isRight(row)).count();
    }

    /** A row each: row, truth, said, share. */
    public Table toTable() {
        return Table.create("predictions", IntColumn.create("row", IntStream.range(0, rows()).toArray()),
            StringColumn.create("truth", names(scores::truth)), StringColumn.create("said", names(this::said)),
            DoubleColumn.create("share", IntStream.range(0, rows()).mapToDouble(this::share).toArray()));
    }

    private String[] names(IntUnaryOperator number) {
        return IntStream.range(0, rows()).mapToObj(row -> part.classes().get(number.applyAsInt(row)))
            .toArray(String[]::new);
    }

    /** One sentence: of how many rows, how many right, how sure. */
    @Override
    public String toString() {
        int right = rows() - wrong(IntStream.range(0, rows()).toArray());
        double sure = IntStream.range(0, rows()).mapToDouble(this::share).average().orElse(Double.NaN);
        return String.format(Locale.ROOT, "Predictions of %,d rows of %s: %,d right, %.1f %% sure on average",
            rows(), part.name(), right, 100 * sure);
    }
}
