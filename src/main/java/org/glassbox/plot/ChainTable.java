package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.Digits;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The steps of a chain below each other: local derivative × from the right = gradient. */
final class ChainTable {
    private static final double NUMBER = 36;
    private static final double STEP = 56;
    static final double END = 664;
    private static final double ROW = 25;

    /** Where columns stand, px: left edges of words, right edges of numbers. */
    private record Stops(double formula, double local, double right, double passed, String head) {
        static final Stops NUMBERS = new Stops(136, 284, 384, 476, "local derivative");
        static final Stops LAYERS = new Stops(184, 352, 446, 546, "factor");

        double note() { return passed + 14; }
    }

    private final List<Mark> marks;
    private final Stops at;
    private double y;

    private ChainTable(List<Mark> marks, double y, Stops at) {
        this.marks = marks;
        this.at = at;
        this.y = y;
    }

    /** Adds the table from base line {@code y} on and returns the base line of its last row; by layers their names need room. */
    static double draw(List<Mark> marks, double y, Table steps, Row facts, boolean byLayers) {
        ChainTable table = new ChainTable(marks, y, byLayers ? Stops.LAYERS : Stops.NUMBERS);
        table.heads();
        for (Row step : steps) {
            table.step(step);
        }
        table.update(facts, steps.rowCount() + 1);
        return table.y;
    }

    private void heads() {
        marks.add(Text.of(STEP, y, "step").small());
        marks.add(Text.of(at.local(), y, at.head()).small().on(Anchor.END));
        marks.add(Text.of(at.right(), y, "× from the right").small().on(Anchor.END));
        marks.add(Text.of(at.passed(), y, "= gradient").small().on(Anchor.END));
        y++;
    }

    private void step(Row step) {
        y += ROW;
        boolean smallest = step.getBoolean("smallest");
        if (smallest) {
            marks.add(new Mark.Bar(Tokens.MARGIN, y - 17, END, y + 8, Tokens.VALIDATION_TINT, 4));
        }
        List<String> line = Digits.product(step.getDouble("local"), step.getDouble("from_the_right"));
        Text number = Text.of(NUMBER, y, "" + step.getInt("step"));
        marks.add(smallest ? number.strong().in(Tokens.VALIDATION) : number.in(Tokens.SUB));
        String words = step.getString("to") + " ← " + step.getString("from");
        Text way = at.equals(Stops.LAYERS)
            ? Text.of(STEP, y, Words.fitted(words, at.formula() - STEP - 4, Tokens.SMALL, false)).small()
                .in(Tokens.INK)
            : fitted(STEP, words, at.formula() - STEP - 4, smallest);
        marks.add(smallest && at.equals(Stops.NUMBERS) ? way.strong() : way);
        double room = at.local() - 8 - Words.wideWidth(line.get(0), Tokens.TEXT, false) - at.formula();
        marks.add(fitted(at.formula(), step.getString("formula"), room, false));
        marks.add(Text.of(at.local(), y, line.get(0)).on(Anchor.END));
        marks.add(Text.of(at.right(), y, "× " + (step.getInt("step") == 1 ? "1" : line.get(1))).on(Anchor.END));
        marks.add(Text.of(at.passed(), y, "= " + line.get(2)).on(Anchor.END).strong().in(Tokens.VALIDATION));
        Text note = Text.of(at.note(), y, note(step.getString("note"))).small();
        marks.add(smallest ? note.in(Tokens.INK) : note);
    }

    /** {@code text} in the usual size, in the small one, or shortened: as it fits. */
    private Text fitted(double x, String text, double room, boolean bold) {
        boolean fits = Words.wideWidth(text, Tokens.TEXT, bold) <= room;
        return fits ? Text.of(x, y, text)
            : Text.of(x, y, Words.fitted(text, room, Tokens.SMALL, bold)).small().in(Tokens.INK);
    }

    /** As many of the notes as fit; the most important stands first. */
    private String note(String notes) {
        String text = notes;
        while (Words.wideWidth(text, Tokens.SMALL, false) > END - at.note() + 8 && text.contains(" · ")) {
            text = text.substring(0, text.lastIndexOf(" · "));
        }
        return text;
    }

    private void update(Row facts, int number) {
        double rate = facts.getDouble("rate");
        if (Double.isNaN(rate)) {
            return;
        }
        y += ROW;
        double value = facts.getDouble("value");
        double gradient = facts.getDouble("gradient");
        marks.add(Text.of(NUMBER, y, "" + number).in(Tokens.SUB));
        marks.add(fitted(STEP, facts.getString("asked") + " ←", at.formula() - STEP - 4, false));
        marks.add(Text.of(at.formula(), y,
            Digits.brief(value) + " − " + Numbers.tick(rate) + " × (" + Digits.of(gradient) + ")"));
        marks.add(Text.of(at.passed(), y, "= " + Digits.brief(value - rate * gradient)).on(Anchor.END).strong());
        marks.add(Text.of(at.note(), y, "one update, rate " + Numbers.tick(rate)).small());
    }
}
