package org.glassbox.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassbox.Numbers;
import org.glassbox.array.Array;
import org.glassbox.tensor.Tensor;

/** How a tensor shows itself: its numbers in rows, the further from 0 the stronger the tint, blue above and orange below. */
final class TensorCard {
    private static final int ROWS = 12;
    private static final int COLUMNS = 12;
    private static final double STRONGEST = 0.55;
    private static final String ABOVE = "18,97,176";
    private static final String BELOW = "184,74,0";

    private TensorCard() {}

    static Bundle of(Tensor tensor) {
        String text = tensor.toString();
        String head = text.lines().findFirst().orElse("").strip();
        if (tensor.rank() == 0) {
            return Bundle.ofText(text);
        }
        Array array = tensor.array();
        return Bundle.of(text, Card.frame(Card.head(head, facts(array)), Card.table(rows(array)), left(array)));
    }

    private static String facts(Array array) {
        double[] values = Arrays.stream(array.toDoubles()).filter(Double::isFinite).toArray();
        int bad = array.size() - values.length;
        String rest = bad == 0 ? "" : ", " + Numbers.count(bad) + " not finite";
        double low = Arrays.stream(values).min().orElse(Double.NaN);
        double high = Arrays.stream(values).max().orElse(Double.NaN);
        String range = values.length < 2 ? "" : ", " + Numbers.brief(low) + " to " + Numbers.brief(high);
        return Numbers.of(array.size(), "number", "numbers") + range + rest;
    }

    private static List<List<String>> rows(Array array) {
        double largest = Arrays.stream(array.toDoubles()).map(Math::abs).filter(Double::isFinite).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(ROWS, array.rows()); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(COLUMNS, array.columns()); column++) {
                cells.add(cell(array.at(row * array.columns() + column), largest));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String cell(double value, double largest) {
        double strength = largest == 0 || !Double.isFinite(value) ? 0 : STRONGEST * Math.abs(value) / largest;
        String colour = Double.isFinite(value) ? Card.INK : "#b3261e";
        return "<td style=\"border:0;text-align:right;padding:4px 10px;color:" + colour + ";background:rgba("
            + (value < 0 ? BELOW : ABOVE) + "," + String.format(java.util.Locale.ROOT, "%.2f", strength) + ")\">"
            + Card.escape(Numbers.brief(value).replace('-', '−')) + "</td>";
    }

    private static String left(Array array) {
        int rows = array.rows() - ROWS;
        int columns = array.columns() - COLUMNS;
        if (rows <= 0 && columns <= 0) {
            return "";
        }
        String more = (rows > 0 ? Numbers.count(rows) + " more rows" : "") + (rows > 0 && columns > 0 ? ", " : "")
            + (columns > 0 ? Numbers.count(columns) + " more columns" : "");
        return Card.footer(more + "; toDoubles() reads all");
    }
}
