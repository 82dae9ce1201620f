package org.glassbox.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one column of numbers is like, in double and in the order of the rows, so the same on every machine. */
record Statistics(double min, double max, double mean, double deviation) {
    static Statistics ofTargets(Dataset data) { return of(data.targets(), data::target); }

    static Statistics of(int rows, IntToDoubleFunction value) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            min = Math.min(min, value.applyAsDouble(row));
            max = Math.max(max, value.applyAsDouble(row));
            sum += value.applyAsDouble(row);
        }
        double mean = sum / rows;       // a sum of equal floats is exact in double, so their deviation is exactly 0
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double deviates = value.applyAsDouble(row) - mean;
            squares += deviates * deviates;
        }
        return new Statistics(min, max, mean, StrictMath.sqrt(squares / rows));
    }

    /** Of columns that take turns in {@code x}, as they lie in memory: one by one, the 784 of MNIST take seconds. */
    static List<Statistics> ofColumns(float[] x, int columns) {
        float[] min = new float[columns];
        float[] max = new float[columns];
        double[] mean = new double[columns];
        double[] squares = new double[columns];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < x.length; row += columns) {
            for (int i = 0; i < columns; i++) {
                min[i] = Math.min(min[i], x[row + i]);
                max[i] = Math.max(max[i], x[row + i]);
                mean[i] += x[row + i];
            }
        }
        int rows = x.length / columns;
        Arrays.setAll(mean, i -> mean[i] / rows);
        for (int row = 0; row < x.length; row += columns) {
            for (int i = 0; i < columns; i++) {
                squares[i] += (x[row + i] - mean[i]) * (x[row + i] - mean[i]);
            }
        }
        return IntStream.range(0, columns)
            .mapToObj(i -> new Statistics(min[i], max[i], mean[i], StrictMath.sqrt(squares[i] / rows))).toList();
    }

    /** Of all numbers in columns of equal length. The variance of all is that within columns and that between them. */
    static Statistics ofAll(List<Statistics> columns) {
        double mean = mean(columns, Statistics::mean);
        double variance = mean(columns, it -> it.deviation * it.deviation + (it.mean - mean) * (it.mean - mean));
        return new Statistics(columns.stream().mapToDouble(Statistics::min).min().orElseThrow(),
            columns.stream().mapToDouble(Statistics::max).max().orElseThrow(), mean, StrictMath.sqrt(variance));
    }

    private static double mean(List<Statistics> columns, ToDoubleFunction<Statistics> value) {
        double sum = 0;     // not DoubleStream.sum: its order of adding is not promised
        for (Statistics column : columns) {
            sum += value.applyAsDouble(column);
        }
        return sum / columns.size();
    }
}
