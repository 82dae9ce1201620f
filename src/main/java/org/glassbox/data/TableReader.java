package org.glassbox.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.glassbox.Numbers;
import org.glassbox.Message;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Table → dataset. */
final class TableReader {
    private static final String WHO = "dataset";

    private TableReader() {}

    static Dataset read(Table table, String target) {
        requireTarget(table, target);
        Column<?> goal = table.column(target);
        List<Column<?>> features = new ArrayList<>(table.columns());
        features.remove(goal);
        Finite.requireSize(table.rowCount(), features.size());
        float[] x = features(features, table.rowCount());
        requirePresent(goal);
        List<String> classes = isNumbers(goal) ? List.of() : classNames(goal);
        float[] y = isNumbers(goal) ? numbers(goal) : classNumbers(goal, classes);
        return new Dataset(About.of(name(table), goal.name(), features.stream().map(Column::name).toList(), classes), x,
            y);
    }

    static Dataset windows(Table table, String target, int steps) {
        requireTarget(table, target);
        float[] flat = features(table.columns(), table.rowCount());
        int columns = table.columnCount();
        double[][] series = new double[table.rowCount()][columns];
        for (int i = 0; i < flat.length; i++) {
            series[i / columns][i % columns] = flat[i];
        }
        return Windows.of(name(table), table.columnNames(), series, table.column(target).name(), steps);
    }

    private static String name(Table table) {
        return table.name() == null || table.name().isBlank() ? "data" : table.name();
    }

    /** By value where all names are numbers, so that class 10 comes after class 2; else by text. */
    static Comparator<String> order(List<String> names) {
        boolean allNumbers = names.stream().allMatch(name -> name.matches("[+-]?\\d+(\\.\\d+)?"));
        Comparator<String> text = Comparator.naturalOrder();
        return allNumbers ? Comparator.<String>comparingDouble(Double::parseDouble).thenComparing(text) : text;
    }

    private static float[] features(List<Column<?>> columns, int rows) {
        float[] x = new float[rows * columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            Column<?> from = columns.get(column);
            requireNumbers(from);
            requirePresent(from);
            float[] values = numbers(from);
            for (int row = 0; row < rows; row++) {
                x[row * columns.size() + column] = values[row];
            }
        }
        return x;
    }

    private static float[] numbers(Column<?> column) {
        float[] values = new float[column.size()];
        for (int row = 0; row < values.length; row++) {
            double value = column instanceof NumericColumn<?> numeric ? numeric.getDouble(row)
                : ((BooleanColumn) column).getDouble(row);
            values[row] = Finite.finite(value, column.name(), row);
        }
        return values;
    }

    private static float[] classNumbers(Column<?> column, List<String> classes) {
        Map<String, Integer> number = new HashMap<>();
        classes.forEach(name -> number.put(name, number.size()));
        float[] numbers = new float[column.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = number.get(String.valueOf(column.get(row)));
        }
        return numbers;
    }

    private static List<String> classNames(Column<?> column) {
        if (!isText(column) && !(column instanceof BooleanColumn)) {
            throw new DataException(Message.of(WHO, "target \"" + column.name() + "\" holds " + type(column)
                + ", a target is text, booleans or numbers").with("column", column.name())
                .help("make a number or a text of it first"));
        }
        List<String> names = IntStream.range(0, column.size()).mapToObj(row -> String.valueOf(column.get(row)))
            .distinct().toList();
        return names.stream().sorted(order(names)).toList();
    }

    private static void requireTarget(Table table, String target) {
        if (!table.containsColumn(target)) {
            throw new DataException(Message.of(WHO, "there is no column \"" + target + "\"")
                .with("columns", Finite.someOf(table.columnNames()))
                .help("the second argument names the column that is to be learned"));
        }
    }

    private static void requireNumbers(Column<?> column) {
        if (isNumbers(column) || column instanceof BooleanColumn) {
            return;
        }
        String drop = "leave it out: table.rejectColumns(\"" + column.name() + "\")";
        String dummies = "; or make a 0/1 column of each word: table.rejectColumns(\"" + column.name()
            + "\").addColumns(table.stringColumn(\"" + column.name()
            + "\").getDummies().toArray(new BooleanColumn[0]))";
        throw new DataException(Message.of(WHO, "column \"" + column.name() + "\" holds " + type(column)
            + ", a feature must be a number").with("column", column.name()).with("row", "0: " + quoted(column, 0))
            .help(drop + (isText(column) ? dummies : "; or make numbers of it first")));
    }

    private static void requirePresent(Column<?> column) {
        if (column.countMissing() == 0) {
            return;
        }
        int first = IntStream.range(0, column.size()).filter(column::isMissing).findFirst().orElseThrow();
        throw new DataException(Message.of(WHO, "column \"" + column.name() + "\" has no value in row " + first)
            .with("column", column.name()).with("row", first + " (counted from 0)")
            .with("missing", Numbers.count(column.countMissing())
                + " of " + Numbers.of(column.size(), "value", "values"))
            .help("drop such rows: table.dropRowsWithMissingValues(); or fill them: " + fill(column)));
    }

    private static String fill(Column<?> column) {
        String type = column.type().equals(ColumnType.INTEGER) ? "int" : column.type().name().toLowerCase(Locale.ROOT);
        String accessor = "table." + type + "Column(\"" + column.name() + "\")";
        String constant = isText(column) ? "\"unknown\"" : "…";
        String with = column.type().equals(ColumnType.DOUBLE) ? accessor + ".mean()" : constant;
        return accessor + ".setMissingTo(" + with + ")";
    }

    private static String quoted(Column<?> column, int row) {
        return column.isMissing(row) ? "missing" : "\"" + column.getString(row) + "\"";
    }

    private static boolean isNumbers(Column<?> column) { return column instanceof NumericColumn<?>; }

    private static boolean isText(Column<?> column) { return column.type().equals(ColumnType.STRING); }

    private static String type(Column<?> column) {
        return isText(column) ? "text" : column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s";
    }
}
