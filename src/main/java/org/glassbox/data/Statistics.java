package org.glassbox.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What one column of numbers is like, in double and in the order of the rows, so the same on every machine. */
record Statistics(double min, double max, double mean, double deviation) {
    /** Of each feature, over all rows, and all steps if the rows are sequences. */
    static List<Statistics> ofFeatures(Dataset data) {
        return of(data.rows() * data.width(), data.features().size(), data::value);
    }

    /** Of all features together. */
    static Statistics ofAll(Dataset data) {
        return of(data.rows() * data.width(), 1, data::value).get(0);
    }

    static Statistics ofTargets(Dataset data) { return of(data.rows(), data::targetOf); }

    static Statistics of(int rows, IntToDoubleFunction value) { return of(rows, 1, value).get(0); }

    /** Of several columns at once, as numbers lie in memory: column by column, 784 of them took seconds. */
    private static List<Statistics> of(int count, int columns, IntToDoubleFunction value) {
        double[] min = new double[columns];
        double[] max = new double[columns];
        double[] mean = new double[columns];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (int i = 0, column = 0; i < count; i++, column = column + 1 == columns ? 0 : column + 1) {
            double number = value.applyAsDouble(i);
            min[column] = Math.min(min[column], number);
            max[column] = Math.max(max[column], number);
            mean[column] += number;
        }
        int rows = count / columns;     // a sum of equal floats is exact in double, so their deviation is exactly 0
        Arrays.setAll(mean, column -> mean[column] / rows);
        double[] squares = squares(count, mean, value);
        return IntStream.range(0, columns).mapToObj(column -> new Statistics(min[column], max[column], mean[column],
            StrictMath.sqrt(squares[column] / rows))).toList();
    }

    private static double[] squares(int count, double[] mean, IntToDoubleFunction value) {
        double[] squares = new double[mean.length];
        for (int i = 0, column = 0; i < count; i++, column = column + 1 == mean.length ? 0 : column + 1) {
            double deviates = value.applyAsDouble(i) - mean[column];
            squares[column] += deviates * deviates;
        }
        return squares;
    }
}
