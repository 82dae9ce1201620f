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
    private static final double FORMULA = 136;
    private static final double LOCAL = 284;
    private static final double RIGHT = 384;
    private static final double PASSED = 476;
    private static final double NOTE = 490;
    static final double END = 664;
    private static final double ROW = 25;

    private final List<Mark> marks;
    private double y;

    private ChainTable(List<Mark> marks, double y) {
        this.marks = marks;
        this.y = y;
    }

    /** Adds the table from base line {@code y} on and returns the base line of its last row. */
    static double draw(List<Mark> marks, double y, Table steps, Row facts) {
        ChainTable table = new ChainTable(marks, y);
        table.heads();
        for (Row step : steps) {
            table.step(step);
        }
        table.update(facts, steps.rowCount() + 1);
        return table.y;
    }

    private void heads() {
        marks.add(Text.of(STEP, y, "step").small());
        marks.add(Text.of(LOCAL, y, "local derivative").small().on(Anchor.END));
        marks.add(Text.of(RIGHT, y, "× from the right").small().on(Anchor.END));
        marks.add(Text.of(PASSED, y, "= gradient").small().on(Anchor.END));
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
        Text way = fitted(STEP, step.getString("to") + " ← " + step.getString("from"), FORMULA - STEP - 4, smallest);
        marks.add(smallest ? way.strong() : way);
        double room = LOCAL - 8 - Words.wideWidth(line.get(0), Tokens.TEXT, false) - FORMULA;
        marks.add(fitted(FORMULA, step.getString("formula"), room, false));
        marks.add(Text.of(LOCAL, y, line.get(0)).on(Anchor.END));
        marks.add(Text.of(RIGHT, y, "× " + (step.getInt("step") == 1 ? "1" : line.get(1))).on(Anchor.END));
        marks.add(Text.of(PASSED, y, "= " + line.get(2)).on(Anchor.END).strong().in(Tokens.VALIDATION));
        Text note = Text.of(NOTE, y, note(step.getString("note"))).small();
        marks.add(smallest ? note.in(Tokens.INK) : note);
    }

    /** {@code text} in the usual size, in the small one, or shortened: as it fits. */
    private Text fitted(double x, String text, double room, boolean bold) {
        boolean fits = Words.wideWidth(text, Tokens.TEXT, bold) <= room;
        return fits ? Text.of(x, y, text) : Text.of(x, y, Words.fitted(text, room, Tokens.SMALL, bold)).small().in(Tokens.INK);
    }

    /** As many of the notes as fit; the most important stands first. */
    private static String note(String notes) {
        String text = notes;
        while (Words.wideWidth(text, Tokens.SMALL, false) > END - NOTE + 8 && text.contains(" · ")) {
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
        marks.add(fitted(STEP, facts.getString("asked") + " ←", FORMULA - STEP - 4, false));
        marks.add(Text.of(FORMULA, y, Digits.brief(value) + " − " + Numbers.tick(rate) + " × (" + Digits.of(gradient) + ")"));
        marks.add(Text.of(PASSED, y, "= " + Digits.brief(value - rate * gradient)).on(Anchor.END).strong());
        marks.add(Text.of(NOTE, y, "one update, rate " + Numbers.tick(rate)).small());
    }
}
