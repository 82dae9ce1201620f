package org.glassbox.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table that is written row by row, for what a cell finds out in a loop.
 *
 * <pre>
 * Sheet sheet = Sheet.of("Squares", "number", "square");
 * for (int i = 0; i &lt; 5; i++) sheet.add(i, i * i);
 * sheet                                                  // shown like a table
 * </pre>
 */
public final class Sheet {
    private final String name;
    private final List<String> columns;
    private final List<Object[]> rows = new ArrayList<>();

    private Sheet(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** An empty one with that name and these columns. */
    public static Sheet of(String name, String... columns) {
        return new Sheet(name, List.of(columns));
    }

    /**
     * Writes the next row and returns this sheet.
     *
     * @param values one for each column: numbers or texts; null is missing
     */
    public Sheet add(Object... values) {
        if (values.length != columns.size()) {
            throw new GlassboxException(
                Message.of("Sheet.add", values.length + " values for " + columns.size() + " columns")
                    .with("columns", String.join(", ", columns)).help("give one for each, null where there is none"));
        }
        rows.add(values.clone());
        return this;
    }

    /** The rows so far as a table: columns of whole numbers, of numbers, or, if another value is among them, of texts. */
    public Table toTable() {
        return table(-1);
    }

    /** The same with so many digits after the point, for reading; whole numbers and texts stay. */
    public Table rounded(int digits) {
        return table(digits);
    }

    private Table table(int digits) {
        Table table = Table.create(name);
        for (int i = 0; i < columns.size(); i++) {
            List<Object> values = new ArrayList<>();
            for (Object[] row : rows) {
                values.add(row[i]);
            }
            table.addColumns(column(columns.get(i), values, digits));
        }
        return table;
    }

    private static Column<?> column(String name, List<Object> values, int digits) {
        if (values.stream().allMatch(value -> value == null || value instanceof Integer)) {
            IntColumn column = IntColumn.create(name);
            values.forEach(value -> column.append((Integer) value));
            return column;
        }
        if (values.stream().allMatch(value -> value == null || value instanceof Number)) {
            DoubleColumn column = DoubleColumn.create(name);
            values.forEach(
                value -> column.append(value == null ? null : rounded(((Number) value).doubleValue(), digits)));
            return column;
        }
        return StringColumn.create(name, values.stream().map(value -> value == null ? "" : value.toString()));
    }

    private static double rounded(double value, int digits) {
        return digits < 0 || !Double.isFinite(value) ? value
            : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }

    /** The table as text. */
    @Override
    public String toString() { return toTable().print(); }
}
