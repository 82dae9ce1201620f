package org.glassbox.plot;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of a table as plain arrays, whatever number type they have; a column that is not there is one of missing values. */
final class Columns {
    private Columns() {}

    /** The numbers of a column, NaN where one is missing. */
    static double[] numbers(Table table, String name) {
        return IntStream.range(0, table.rowCount()).mapToDouble(number(table, name)).toArray();
    }

    /** The texts of a column, empty where one is missing. */
    static String[] texts(Table table, String name) {
        return IntStream.range(0, table.rowCount()).mapToObj(text(table, name)).toArray(String[]::new);
    }

    /** The number in a row of a column, NaN where it is missing. */
    static IntToDoubleFunction number(Table table, String name) {
        if (!table.containsColumn(name)) {
            return row -> Double.NaN;
        }
        Column<?> column = table.column(name);
        return column instanceof NumericColumn<?> numbers
            ? row -> numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row)
            : row -> parsed(column.getUnformattedString(row));
    }

    /** The text in a row of a column, empty where it is missing. */
    static IntFunction<String> text(Table table, String name) {
        if (!table.containsColumn(name)) {
            return row -> "";
        }
        Column<?> column = table.column(name);
        return column instanceof StringColumn texts ? texts::get
            : row -> column.isMissing(row) ? "" : column.getUnformattedString(row);
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {   // a column of text: no numbers in it
            return Double.NaN;
        }
    }
}
