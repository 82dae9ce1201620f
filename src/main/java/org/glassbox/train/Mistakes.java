package org.glassbox.train;

import java.util.Comparator;
import java.util.List;
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
 * The rows that a net gets wrong, the worst first: those to whose true class it gave the smallest share.
 *
 * @param part the rows that were asked
 * @param worst the wrong ones, by their loss −ln(share of the true class)
 */
public record Mistakes(Dataset part, List<Mistake> worst) {
    /**
     * A row whose largest score is not of its class. Shares are those of softmax, of sigmoid for yes or no.
     *
     * @param row its number in the part
     * @param truth the number of its class
     * @param said the number of the class with the largest score
     * @param trueShare what the net gave its class
     * @param saidShare what it gave the class that it said
     * @param loss −ln of the former
     */
    public record Mistake(int row, int truth, int said, double trueShare, double saidShare, double loss) {}

    public Mistakes {
        worst = List.copyOf(worst);
    }

    /** Of {@code net} on all rows of a part whose target is classes, in evaluation mode. */
    public static Mistakes of(Layer net, Dataset part) {
        if (!part.isClasses()) {
            throw new GlassboxException(
                Message.of("Mistakes", "the target of " + part.name() + " is numbers, not classes")
                    .help("right or wrong are answers; a number is only near or far"));
        }
        Scores scores = Scores.of(Evaluation.predict(net, part), part.y());
        return new Mistakes(part, IntStream.range(0, scores.rows())
            .filter(row -> scores.said(row) != scores.truth(row)).mapToObj(row -> mistake(scores, row))
            .sorted(Comparator.comparingDouble(Mistake::loss).reversed()).toList());
    }

    private static Mistake mistake(Scores scores, int row) {
        int truth = scores.truth(row);
        int said = scores.said(row);
        return new Mistake(row, truth, said, Math.exp(scores.logShare(row, truth)),
            Math.exp(scores.logShare(row, said)), -scores.logShare(row, truth));
    }

    /** Only the first {@code most}. */
    public Mistakes first(int most) {
        return new Mistakes(part, worst.subList(0, Math.min(most, worst.size())));
    }

    /** Their rows as data, in the same order; empty if there are none. */
    public List<float[]> values() {
        return worst.stream().map(mistake -> part.values(mistake.row())).toList();
    }

    /** A line for each: row, truth, said, true_share, said_share, loss. */
    public Table toTable() {
        return Table.create("mistakes", IntColumn.create("row", worst.stream().mapToInt(Mistake::row).toArray()),
            StringColumn.create("truth", worst.stream().map(each -> part.classes().get(each.truth()))),
            StringColumn.create("said", worst.stream().map(each -> part.classes().get(each.said()))),
            DoubleColumn.create("true_share", worst.stream().mapToDouble(Mistake::trueShare).toArray()),
            DoubleColumn.create("said_share", worst.stream().mapToDouble(Mistake::saidShare).toArray()),
            DoubleColumn.create("loss", worst.stream().mapToDouble(Mistake::loss).toArray()));
    }

    @Override
    public String toString() {
        return worst.size() + " of " + part.rows() + " rows wrong\n" + first(10).toTable().print();
    }
}
