package org.glassbox.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table in a cell: its first and last rows, names and types of its columns; colours of the page, light or dark. */
final class TableHtml {
    private static final int ALL_UP_TO = 20;
    private static final int FIRST = 10;
    private static final int LAST = 5;
    private static final int COLUMNS = 50;
    private static final int LONGEST = 200;
    private static final String QUIET = "opacity:.65;font-weight:400;font-size:85%";
    private static final String EDGE = "border-bottom:1px solid rgba(128,128,128,.35);padding:3px 10px;white-space:nowrap;text-align:";

    private TableHtml() {}

    static Bundle bundle(Table table) { return Bundle.of(table.print(ALL_UP_TO), html(table)); }

    private static String html(Table table) {
        StringBuilder html = new StringBuilder("<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;"
            + "font-variant-numeric:tabular-nums\">\n");
        String name = table.name() == null || table.name().isBlank() ? ""
            : "<b>" + Html.escaped(table.name()) + "</b> ";
        html.append("<caption style=\"text-align:left;padding:3px 10px\">").append(name).append("<span style=\"")
            .append(QUIET)
            .append("\">").append(size(table)).append("</span></caption>\n<thead><tr>");
        int columns = Math.min(table.columnCount(), COLUMNS);
        for (int c = 0; c < columns; c++) {
            Column<?> column = table.column(c);
            html.append("<th scope=\"col\" style=\"").append(EDGE).append(side(column)).append("\">")
                .append(Html.escaped(cut(column.name()))).append("<br><span style=\"").append(QUIET).append("\">")
                .append(Html.escaped(column.type().name().toLowerCase(Locale.ROOT))).append("</span></th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        int rows = table.rowCount();
        boolean all = rows <= ALL_UP_TO;
        IntStream.range(0, all ? rows : FIRST).forEach(row -> row(html, table, row, columns));
        if (!all) {
            html.append("<tr><td colspan=\"").append(columns).append("\" style=\"").append(EDGE).append("left;")
                .append(QUIET)
                .append("\">… ").append(count(rows - FIRST - LAST)).append(" more rows</td></tr>\n");
            IntStream.range(rows - LAST, rows).forEach(row -> row(html, table, row, columns));
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String size(Table table) {
        int more = table.columnCount() - COLUMNS;
        return count(table.rowCount()) + (table.rowCount() == 1 ? " row, " : " rows, ") + count(table.columnCount())
            + (table.columnCount() == 1 ? " column" : " columns")
            + (more > 0 ? ", the last " + count(more) + " not shown" : "");
    }

    private static void row(StringBuilder html, Table table, int row, int columns) {
        html.append("<tr>");
        for (int c = 0; c < columns; c++) {
            Column<?> column = table.column(c);
            html.append("<td style=\"").append(EDGE).append(side(column)).append("\">")
                .append(Html.escaped(cut(cell(column, row))))
                .append("</td>");
        }
        html.append("</tr>\n");
    }

    /** As the column prints it; of a number with more digits than it deserves, six. */
    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "–";
        }
        String text = column.getString(row);
        if (text.length() <= 10 || !(column instanceof NumericColumn<?> numbers)
            || !Double.isFinite(numbers.getDouble(row))) {
            return text;
        }
        double value = numbers.getDouble(row);
        BigDecimal six = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        boolean plain = value == Math.rint(value) || Math.abs(value) >= 1e-5 && Math.abs(value) < 1e9;
        return value == Math.rint(value) ? text
            : plain ? six.toPlainString() : String.format(Locale.ROOT, "%.5e", value);
    }

    private static String side(Column<?> column) { return column instanceof NumericColumn<?> ? "right" : "left"; }

    private static String cut(String text) { return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text; }

    private static String count(int n) { return String.format(Locale.ROOT, "%,d", n); }
}
