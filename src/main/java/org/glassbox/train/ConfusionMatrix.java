package org.glassbox.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What is taken for what: how many rows of each class (down) were called which (across). Sums over rows, so that
 * {@link #plus} of batches of any size is the matrix of them all.
 *
 * @param counts a row for each true class, a column for each that was said
 * @param classes their names
 */
public record ConfusionMatrix(List<List<Integer>> counts, List<String> classes) {
    private static final String CORNER = "true ↓ said →";

    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        classes = List.copyOf(classes);
    }

    /** Of scores [rows, classes], or [rows] or [rows, 1] for yes or no, and class numbers [rows]; classes are called by their numbers. */
    public static ConfusionMatrix of(Tensor prediction, Tensor target) {
        Scores scores = Scores.of(prediction, target);
        int[][] counts = new int[scores.classes()][scores.classes()];
        for (int row = 0; row < scores.rows(); row++) {
            counts[scores.truth(row)][scores.said(row)]++;
        }
        return new ConfusionMatrix(Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList(),
            IntStream.range(0, counts.length).mapToObj(Integer::toString).toList());
    }

    /** Of what {@code net} says of all rows of a part whose target is classes. */
    public static ConfusionMatrix of(Layer net, Dataset part) {
        if (!part.isClasses()) {
            throw new GlassboxException(
                Message.of("ConfusionMatrix", "the target of " + part.name() + " is numbers, not classes")
                    .help("Metric.r2() and Metric.meanAbsoluteError() are for numbers"));
        }
        ConfusionMatrix numbered = of(Evaluation.predict(net, part), part.y());
        return numbered.classes().size() == part.classes().size()
            ? new ConfusionMatrix(numbered.counts(), part.classes())
            : numbered;
    }

    /** Of both: the sum. Both have the same classes. */
    public ConfusionMatrix plus(ConfusionMatrix other) {
        if (!classes.equals(other.classes)) {
            throw new GlassboxException(Message.of("ConfusionMatrix", "classes differ").with("one", classes)
                .with("other", other.classes).help("only matrices of the same classes can be added"));
        }
        int n = classes.size();
        return new ConfusionMatrix(IntStream.range(0, n).mapToObj(i -> IntStream.range(0, n)
            .mapToObj(j -> count(i, j) + other.count(i, j)).toList()).toList(), classes);
    }

    /** How many rows of class {@code truth} were called {@code said}. */
    public int count(int truth, int said) {
        return counts.get(truth).get(said);
    }

    /** How many rows there are. */
    public int rows() {
        return IntStream.range(0, classes.size()).map(this::ofClass).sum();
    }

    /** How many were called right. */
    public int right() {
        return IntStream.range(0, classes.size()).map(i -> count(i, i)).sum();
    }

    /** Share of rows that were called right. */
    public double accuracy() { return (double) right() / rows(); }

    /** Share of the rows called class {@code k} that are of it; 0 if none was. */
    public double precision(int k) {
        return share(count(k, k), called(k));
    }

    /** Share of the rows of class {@code k} that were called so; 0 if there is none. */
    public double recall(int k) {
        return share(count(k, k), ofClass(k));
    }

    /** Harmonic mean of precision and recall of class {@code k}; 0 if both are. */
    public double f1(int k) {
        return share(2 * count(k, k), called(k) + ofClass(k));
    }

    /** With two classes of class 1, yes; with more the mean over classes that occur or were said, as scikit-learn's «macro». */
    public double precision() {
        return mean(this::precision);
    }

    /** As {@link #precision()}. */
    public double recall() { return mean(this::recall); }

    /** As {@link #precision()}: the mean of the classes' F1, not the F1 of the means. */
    public double f1() {
        return mean(this::f1);
    }

    private double mean(IntToDoubleFunction number) {
        return classes.size() == 2 ? number.applyAsDouble(1)
            : IntStream.range(0, classes.size()).filter(k -> called(k) + ofClass(k) > 0).mapToDouble(number).average()
                .orElse(Double.NaN);
    }

    private int called(int k) { return counts.stream().mapToInt(row -> row.get(k)).sum(); }

    private int ofClass(int k) { return counts.get(k).stream().mapToInt(Integer::intValue).sum(); }

    private static double share(int part, int all) { return all == 0 ? 0 : (double) part / all; }

    /** A row for each true class; a column for each that was said. */
    public Table toTable() {
        Table table = Table.create("confusion matrix", StringColumn.create(CORNER, classes));
        for (int k = 0; k < classes.size(); k++) {
            int said = k;
            Column<?> column = IntColumn.create(classes.get(k),
                counts.stream().mapToInt(row -> row.get(said)).toArray());
            table.addColumns(column);
        }
        return table;
    }

    /** A line of words, then the matrix, 0 as a point. */
    @Override
    public String toString() {
        int first = Math.max(CORNER.length(), classes.stream().mapToInt(String::length).max().orElse(0));
        int width = Math.max(Integer.toString(rows()).length(),
            classes.stream().mapToInt(String::length).max().orElse(0));
        String head = left(CORNER, first)
            + classes.stream().map(name -> right(name, width)).collect(Collectors.joining());
        return "Confusion matrix of " + Numbers.of(rows(), "row", "rows") + ": accuracy "
            + String.format(Locale.ROOT, "%.1f %%", 100 * accuracy()) + " (" + right() + " right)\n" + head + "\n"
            + IntStream.range(0, classes.size()).mapToObj(i -> left(classes.get(i), first) + counts.get(i).stream()
                .map(n -> right(n == 0 ? "·" : n.toString(), width)).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String left(String text, int width) { return text + " ".repeat(width - text.length()); }

    private static String right(String text, int width) { return " ".repeat(width + 2 - text.length()) + text; }
}
