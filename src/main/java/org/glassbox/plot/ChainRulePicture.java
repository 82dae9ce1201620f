package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * How much does this weight matter? A small computation with its values and gradients, the chain from the loss back to what
 * was asked, step by step, and the loss as a curve over it alone.
 */
public final class ChainRulePicture {
    private static final double LEGEND = 34;
    private static final double DIAGRAM = 92;

    private ChainRulePicture() {}

    /** The picture of the tables of a chain rule. */
    public static Chart of(Table facts, Table values, Table ways, Table steps, Table curve) {
        Row fact = facts.row(0);
        List<Mark> marks = new ArrayList<>();
        double y = head(marks, fact, Tokens.WIDTH - 2 * Tokens.MARGIN);
        legend(marks, y + LEGEND, "black: forward value",
            "orange: the gradient of that value, edge as wide as what it passes back",
            "tinted: the path of this question");
        ChainNet net = ChainNet.of(values, ways);
        ChainLayout layout = ChainLayout.of(net, y + DIAGRAM);
        marks.addAll(ChainDiagram.of(net, layout, fact.getString("asked")));
        double line = layout.bottom() + 56;
        marks.add(new Mark.Rule(Tokens.MARGIN, line, layout.width() - Tokens.MARGIN, line, Stroke.of(Tokens.GRID, 1)));
        double below = line + 26;
        double table = ChainTable.draw(marks, below, steps, fact, false);
        List<Panel> panels = new ArrayList<>();
        double beside = below;
        if (curve.rowCount() > 0 && Double.isFinite(fact.getDouble("loss"))
            && Double.isFinite(fact.getDouble("gradient"))) {
            marks.addAll(ChainSlope.words(fact, below));
            panels.add(ChainSlope.of(curve, fact, below));
            beside += ChainSlope.REACH;
        }
        double end = foot(marks, fact, table, beside, layout.width());
        panels.add(0, Panel.plain(layout.width(), end + 14, marks));
        return new Chart(fact.getString("title"), List.of(fact.getString("summary")), List.of(fact.getString("hint")),
            fact.getString("measured"), layout.width(), end + 14, panels, null, false);
    }

    /** Question, answer, hint; returns the base line of the last. */
    static double head(List<Mark> marks, Row fact, double width) {
        double y = 38;
        marks.add(Text.of(Tokens.MARGIN, y, fact.getString("title")).title());
        y += 4;
        for (String column : List.of("summary", "hint")) {
            for (String text : Words.wrapped(fact.getString(column), width, Tokens.TEXT)) {
                y += Tokens.LINE;
                Text sentence = Text.of(Tokens.MARGIN, y, text);
                marks.add(column.equals("hint") ? sentence.in(Tokens.SUB) : sentence);
            }
        }
        return y;
    }

    /** What the colours mean, one after the other; the second is orange. */
    static void legend(List<Mark> marks, double y, String... words) {
        double x = Tokens.MARGIN;
        for (int i = 0; i < words.length; i++) {
            Text text = Text.of(x, y, words[i]).small();
            marks.add(i == 1 ? text.in(Tokens.VALIDATION) : text);
            x += Words.wideWidth(words[i], Tokens.SMALL, false) + 20;
        }
    }

    /**
     * The sentences below the table, left of what stands beside it if they fit there, else below both; then how it was measured.
     *
     * @param table base line of the table's last row
     * @param beside base line of the lowest words beside it
     * @return the base line of the last line
     */
    static double foot(List<Mark> marks, Row fact, double table, double beside, double width) {
        List<String> narrow = wrapped(fact, ChainTable.END - Tokens.MARGIN);
        double lowest = table + 36 + (narrow.size() - 1) * Tokens.LINE;
        boolean fits = lowest <= beside;
        double at = (fits ? table + 36 : Math.max(table + 36, beside + 26)) - Tokens.LINE;
        for (String line : fits ? narrow : wrapped(fact, width - 2 * Tokens.MARGIN)) {
            at += Tokens.LINE;
            marks.add(Text.of(Tokens.MARGIN, at, line));
        }
        at = Math.max(at, beside) + 8;
        for (String line : Words.wrapped(fact.getString("measured"), width - 2 * Tokens.MARGIN, Tokens.SMALL)) {
            at += 16;
            marks.add(Text.of(Tokens.MARGIN, at, line).small().in(Tokens.FAINT));
        }
        return at;
    }

    private static List<String> wrapped(Row fact, double width) {
        return fact.getString("notes").lines().flatMap(note -> Words.wrapped(note, width, Tokens.TEXT).stream())
            .toList();
    }
}
