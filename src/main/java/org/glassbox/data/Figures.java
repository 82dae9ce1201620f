package org.glassbox.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** How numbers and names are written for a reader. */
public final class Figures {
    private Figures() {}

    /** Four significant digits and all before the point: 0.1235, 12.5, −3, 12,345; far from 1 with an exponent. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || (size != 0 && (size < 1e-4 || size >= 1e7))) {
            return String.format(Locale.ROOT, "%.3g", value).replace('-', '−');
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value).replace('-', '−');
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString().replace('-', '−');
    }

    /** A share of one, in percent: 9.9 %. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Signs for what cannot be seen: ↵ for a new line, ⇥ for a tab, ␣ for a name that is a space. */
    public static String visible(String text) {
        return text.equals(" ") ? "␣" : text.replace("\r", "").replace('\n', '↵').replace('\t', '⇥');
    }

    /** What has a target each: rows, or steps. */
    public static String counted(Dataset data) {
        return data.sequence().filter(SequenceShape::everyStep).isPresent() ? "steps" : "rows";
    }

    /** Which classes of a {@link Dataset#balance} a reader sees: all, or, of more than {@code most}, the most frequent. */
    public static int[] mostFrequent(Table balance, int most) {
        IntStream all = IntStream.range(0, balance.rowCount());
        return balance.rowCount() <= most ? all.toArray() : all.boxed()
            .sorted(Comparator.comparingInt(number -> -balance.intColumn("rows").get(number))).limit(most)
            .mapToInt(Integer::intValue).toArray();
    }

    /** Rows of cells in columns of equal width; the first column to the left, the others to the right. */
    static List<String> columns(List<List<String>> rows) {
        int[] width = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.get(0)).append(" ".repeat(width[0] - row.get(0).length()));
            for (int i = 1; i < width.length; i++) {
                line.append("   ").append(" ".repeat(width[i] - row.get(i).length())).append(row.get(i));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
