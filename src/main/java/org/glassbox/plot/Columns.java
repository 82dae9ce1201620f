package org.glassbox.plot;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of a table as plain arrays, whatever number type they have; a column that is not there is one of missing values. */
final class Columns {
    private Columns() {}

    /** The numbers of a column, NaN where one is missing. */
    static double[] numbers(Table table, String name) {
        if (!table.containsColumn(name)) {
            return filled(table.rowCount());
        }
        Column<?> column = table.column(name);
        if (column instanceof NumericColumn<?> numbers) {
            return IntStream.range(0, numbers.size()).mapToDouble(i -> numbers.isMissing(i) ? Double.NaN : numbers.getDouble(i))
                .toArray();
        }
        return IntStream.range(0, column.size()).mapToDouble(i -> parsed(column.getUnformattedString(i))).toArray();
    }

    /** The texts of a column, empty where one is missing. */
    static String[] texts(Table table, String name) {
        if (!table.containsColumn(name)) {
            return IntStream.range(0, table.rowCount()).mapToObj(i -> "").toArray(String[]::new);
        }
        Column<?> column = table.column(name);
        return IntStream.range(0, column.size()).mapToObj(i -> column.isMissing(i) ? "" : column.getUnformattedString(i))
            .toArray(String[]::new);
    }

    private static double[] filled(int n) {
        double[] missing = new double[n];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {   // a column of text: no numbers in it
            return Double.NaN;
        }
    }
}
