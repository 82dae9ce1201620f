package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One way of doing it in a comparison: at each place a number from every run.
 *
 * @param name of the way; empty if there is only one
 * @param series all runs
 */
record RunLine(String name, Series series) {
    /** The lines of a table whose first column is the place, the second the number; the first column of texts names the way. */
    static List<RunLine> all(Table runs) {
        double[] at = Columns.numbers(runs, runs.columnNames().get(0));
        double[] values = Columns.numbers(runs, runs.columnNames().get(1));
        String way = runs.columns().stream().filter(StringColumn.class::isInstance).map(column -> column.name())
            .findFirst().orElse("");
        String[] ways = Columns.texts(runs, way);
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < at.length; row++) {
            if (Double.isFinite(at[row])) {
                rows.computeIfAbsent(ways[row], key -> new ArrayList<>()).add(row);
            }
        }
        List<RunLine> lines = new ArrayList<>();
        rows.forEach((name, of) -> lines.add(new RunLine(name, new Series(picked(at, of), picked(values, of)))));
        return lines;
    }

    private static double[] picked(double[] numbers, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> numbers[row]).toArray();
    }

    double[] places() { return series.places(); }

    private double[] finite(double place) {
        return Arrays.stream(series.valuesAt(place)).filter(Double::isFinite).toArray();
    }

    double mean(double place) { return Arrays.stream(finite(place)).average().orElse(Double.NaN); }

    /** Standard deviation between the runs there; NaN for a single one. */
    double deviation(double place) {
        double[] there = finite(place);
        double mean = mean(place);
        return there.length < 2 ? Double.NaN
            : Math.sqrt(Arrays.stream(there).map(v -> (v - mean) * (v - mean)).sum() / (there.length - 1));
    }

    double least(double place) { return Arrays.stream(finite(place)).min().orElse(Double.NaN); }

    double greatest(double place) { return Arrays.stream(finite(place)).max().orElse(Double.NaN); }

    /** The means, place by place. */
    Points means() {
        return Points.of(places(), DoubleStream.of(places()).map(this::mean).toArray());
    }

    /** From the least to the greatest of the runs. */
    Mark.Area band(String fill) {
        double[] known = DoubleStream.of(places()).filter(place -> finite(place).length > 0).toArray();
        return new Mark.Area(Points.of(known, DoubleStream.of(known).map(this::greatest).toArray()),
            Points.of(known, DoubleStream.of(known).map(this::least).toArray()), fill);
    }

    /** The last place where there is a number, or NaN. */
    double last() {
        return DoubleStream.of(places()).filter(place -> Double.isFinite(mean(place))).reduce(Double.NaN, (a, b) -> b);
    }

    double first() {
        return DoubleStream.of(places()).filter(place -> Double.isFinite(mean(place))).findFirst().orElse(Double.NaN);
    }

    /** Whether a number is not finite: it is left out of the mean. */
    boolean isBroken() {
        return series.finite().count() < series.size();
    }

    /** How many runs there are at most at a place. */
    int runs() {
        return IntStream.of(DoubleStream.of(places()).mapToInt(place -> series.valuesAt(place).length).toArray()).max()
            .orElse(0);
    }
}
