package org.glassbox.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The updates of a run: a row each, in plain arrays that grow. */
final class StepTable {
    private int count;
    private int[] epochs = new int[64];
    private int[] rows = new int[64];
    private double[] losses = new double[64];
    private double[] rates = new double[64];

    void add(int epoch, int batchRows, double loss, double rate) {
        if (count == epochs.length) {
            grow(2 * count);
        }
        epochs[count] = epoch;
        rows[count] = batchRows;
        losses[count] = loss;
        rates[count] = rate;
        count++;
    }

    private void grow(int length) {
        epochs = Arrays.copyOf(epochs, length);
        rows = Arrays.copyOf(rows, length);
        losses = Arrays.copyOf(losses, length);
        rates = Arrays.copyOf(rates, length);
    }

    int count() { return count; }

    double lastLoss() { return losses[count - 1]; }

    double lastRate() { return rates[count - 1]; }

    /** The first n updates. */
    Table toTable(int n) {
        return Table.create("steps", IntColumn.create("step", IntStream.rangeClosed(1, n).toArray()),
            IntColumn.create("epoch", Arrays.copyOf(epochs, n)), IntColumn.create("rows", Arrays.copyOf(rows, n)),
            DoubleColumn.create("loss", Arrays.copyOf(losses, n)),
            DoubleColumn.create("rate", Arrays.copyOf(rates, n)));
    }
}
