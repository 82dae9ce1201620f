package org.glassbox.data;

import java.util.function.IntToDoubleFunction;

/** What one column of numbers is like, in double and in the order of the rows, so the same on every machine. */
record Statistics(double min, double max, double mean, double deviation) {
    static Statistics of(Dataset data, int feature) { return of(data.rows(), row -> data.value(row, feature)); }

    static Statistics ofTargets(Dataset data) { return of(data.rows(), data::targetOf); }

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
}
