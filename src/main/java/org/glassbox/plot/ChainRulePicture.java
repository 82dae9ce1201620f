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
        legend(marks, y + LEGEND);
        ChainNet net = ChainNet.of(values, ways);
        ChainLayout layout = ChainLayout.of(net, y + DIAGRAM);
        marks.addAll(ChainDiagram.of(net, layout, fact.getString("asked")));
        double line = layout.bottom() + 56;
        marks.add(new Mark.Rule(Tokens.MARGIN, line, layout.width() - Tokens.MARGIN, line, Stroke.of(Tokens.GRID, 1)));
        double below = line + 26;
        double table = ChainTable.draw(marks, below, steps, fact);
        List<Panel> panels = new ArrayList<>();
        double end = notes(marks, fact, table + 36);
        if (curve.rowCount() > 0) {
            marks.addAll(ChainSlope.words(fact, below));
            panels.add(ChainSlope.of(curve, fact, below));
            end = Math.max(end, below + ChainSlope.REACH + 18);
        }
        for (String text : Words.wrapped(fact.getString("measured"), layout.width() - 2 * Tokens.MARGIN, Tokens.SMALL)) {
            end += 16;
            marks.add(Text.of(Tokens.MARGIN, end, text).small().in(Tokens.FAINT));
        }
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

    private static void legend(List<Mark> marks, double y) {
        marks.add(Text.of(Tokens.MARGIN, y, "black: forward value").small());
        marks.add(Text.of(150, y, "orange: the gradient of that value, edge as wide as what it passes back").small()
            .in(Tokens.VALIDATION));
        marks.add(Text.of(590, y, "tinted: the path of this question").small());
    }

    /** The sentences below the table; returns the base line of the last. */
    private static double notes(List<Mark> marks, Row fact, double y) {
        double at = y - Tokens.LINE;
        for (String note : fact.getString("notes").split("\n")) {
            for (String text : Words.wrapped(note, ChainTable.END - Tokens.MARGIN, Tokens.TEXT)) {
                at += Tokens.LINE;
                marks.add(Text.of(Tokens.MARGIN, at, text));
            }
        }
        return at + 4;
    }
}
