package org.glassbox.train;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.IntColumnType;

/** Where watches write: numbers only, never tensors. One row for each number, as {@link History#watched()} shows them. */
public final class Rows {
    /** What a number is about: in which layer, of what. */
    public record Subject(String watch, int layer, String place, String role, String name) {}

    private record Row(int step, int epoch, Subject subject, String quantity, int index, double low, double high,
        double value) {}

    private final List<Row> rows = new ArrayList<>();
    private int step;
    private int epoch;

    Rows() {}

    void at(Step now) {
        step = now.number();
        epoch = now.epoch();
    }

    /** Adds one number. */
    public void add(Subject subject, String quantity, double value) {
        rows.add(new Row(step, epoch, subject, quantity, -1, Double.NaN, Double.NaN, value));
    }

    /** Adds the number of one unit. */
    public void add(Subject subject, String quantity, int index, double value) {
        rows.add(new Row(step, epoch, subject, quantity, index, Double.NaN, Double.NaN, value));
    }

    /** Adds the count of one bin of a histogram, from low to high. */
    public void add(Subject subject, String quantity, int index, double low, double high, double value) {
        rows.add(new Row(step, epoch, subject, quantity, index, low, high, value));
    }

    int count() { return rows.size(); }

    /** The first n rows. */
    Table toTable(int n) {
        int[][] ints = new int[4][n];
        String[][] texts = new String[5][n];
        double[][] numbers = new double[3][n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            ints[0][i] = row.step;
            ints[1][i] = row.epoch;
            ints[2][i] = row.subject.layer;
            ints[3][i] = row.index < 0 ? IntColumnType.missingValueIndicator() : row.index;
            texts[0][i] = row.subject.watch;
            texts[1][i] = row.subject.place;
            texts[2][i] = row.subject.role;
            texts[3][i] = row.subject.name;
            texts[4][i] = row.quantity;
            numbers[0][i] = row.low;
            numbers[1][i] = row.high;
            numbers[2][i] = row.value;
        }
        return Table.create("watched", IntColumn.create("step", ints[0]), IntColumn.create("epoch", ints[1]),
            IntColumn.create("layer", ints[2]), StringColumn.create("place", texts[1]),
            StringColumn.create("role", texts[2]), StringColumn.create("watch", texts[0]),
            StringColumn.create("name", texts[3]), StringColumn.create("quantity", texts[4]),
            IntColumn.create("index", ints[3]), DoubleColumn.create("low", numbers[0]),
            DoubleColumn.create("high", numbers[1]), DoubleColumn.create("value", numbers[2]));
    }
}
