package org.glassbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Dataset → tables: all of it, or what it is like. */
final class DatasetTables {
    private static final String[] PARTS = {"training", "validation", "test"};

    private DatasetTables() {}

    static Table all(Dataset data) {
        Table table = Table.create(data.name());
        for (int i = 0; i < data.width(); i++) {
            table.addColumns(column(data, i));
        }
        if (!data.isClasses()) {
            return table.addColumns(floats(data.target(), data.rows(), row -> (float) data.targetOf(row)));
        }
        return table.addColumns(StringColumn.create(data.target(),
            IntStream.range(0, data.rows()).mapToObj(row -> data.classes().get((int) data.targetOf(row)))));
    }

    private static Column<?> column(Dataset data, int i) {
        String feature = data.features().get(i % data.features().size());
        String name = data.sequence().map(it -> feature + " −" + (it.steps() - i / data.features().size()))
            .orElse(feature);
        return data.sequence().filter(SequenceShape::symbols).isPresent()
            ? StringColumn.create(name, IntStream.range(0, data.rows())
                .mapToObj(row -> data.classes().get((int) data.value(row, i))))
            : floats(name, data.rows(), row -> data.value(row, i));
    }

    static Table balance(Dataset data) {
        int[] counts = counts(data);
        return Table.create(data.name() + ": classes", StringColumn.create("class", data.classes()),
            IntColumn.create("rows", counts),
            shares(counts, data.targets()));
    }

    static Table balance(Split split) {
        List<int[]> counts = split.parts().stream().map(DatasetTables::counts).toList();
        int[] all = IntStream.range(0, split.train().classes().size())
            .map(number -> counts.stream().mapToInt(part -> part[number]).sum()).toArray();
        int rows = split.parts().stream().mapToInt(Dataset::targets).sum();
        Table table = Table.create(split.name() + ": classes", StringColumn.create("class", split.train().classes()),
            IntColumn.create("rows", all),
            shares(all, rows));
        for (int part = 0; part < counts.size(); part++) {
            table.addColumns(IntColumn.create(PARTS[part], counts.get(part)));
        }
        return table;
    }

    static Table ranges(Dataset data) {
        List<String> names = new ArrayList<>(data.features());
        List<Statistics> columns = new ArrayList<>(data.statistics());
        if (!data.isClasses()) {
            names.add(data.target());
            columns.add(Statistics.ofTargets(data));
        }
        return Table.create(data.name() + ": ranges", StringColumn.create("feature", names),
            DoubleColumn.create("min", columns.stream().mapToDouble(Statistics::min)),
            DoubleColumn.create("max", columns.stream().mapToDouble(Statistics::max)),
            DoubleColumn.create("mean", columns.stream().mapToDouble(Statistics::mean)),
            DoubleColumn.create("deviation", columns.stream().mapToDouble(Statistics::deviation)));
    }

    private static DoubleColumn shares(int[] counts, int rows) {
        return DoubleColumn.create("share", IntStream.of(counts).mapToDouble(count -> (double) count / rows).toArray());
    }

    private interface FloatOfRow {
        float of(int row);
    }

    private static FloatColumn floats(String name, int rows, FloatOfRow value) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = value.of(row);
        }
        return FloatColumn.create(name, values);
    }

    private static int[] counts(Dataset data) {
        int[] counts = new int[data.classes().size()];
        for (int i = 0; i < data.targets() && data.isClasses(); i++) {
            counts[(int) data.target(i)]++;
        }
        return counts;
    }
}
