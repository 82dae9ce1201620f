package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Text;

/** The numbers under the live panel: the best epoch and the last two, so that the panel is never their only place. */
final class PanelTable {
    private static final double[] COLUMNS = {64, 162, 272, 384};   // right edges
    private static final double ROW = 19;
    private final Facts facts;
    private final Epochs epochs;

    PanelTable(Facts facts, Epochs epochs) {
        this.facts = facts;
        this.epochs = epochs;
    }

    private List<Integer> rows() {
        int n = epochs.size();
        TreeSet<Integer> rows = new TreeSet<>();
        int best = epochs.judged(facts).indexOfLowest();
        if (best >= 0) {
            rows.add(best);
        }
        for (int i = n - 1; i >= 0 && rows.size() < 3; i--) {
            rows.add(i);
        }
        return List.copyOf(rows);
    }

    private List<String> cells(int i) {
        List<String> cells = new ArrayList<>(
            List.of(Numbers.tick(epochs.loss().at(i)), Numbers.of(epochs.loss().value(i))));
        if (facts.hasValidation()) {
            cells.add(Numbers.of(epochs.validation().value(i)));
        }
        cells.add(Score.brief(facts, (facts.hasValidation() ? epochs.validationMetric() : epochs.metric()).value(i)));
        return cells;
    }

    void draw(Card card, double x, double y) {
        List<String> names = new ArrayList<>(List.of("epoch", "training"));
        if (facts.hasValidation()) {
            names.add("validation");
        }
        names.add(facts.metric());
        for (int c = 0; c < names.size(); c++) {
            card.add(Text.of(x + COLUMNS[c], y, names.get(c)).small().on(Anchor.END));
        }
        double at = y;
        for (int i : rows()) {
            at += ROW;
            List<String> cells = cells(i);
            boolean last = i == epochs.size() - 1;
            for (int c = 0; c < cells.size(); c++) {
                Text text = Text.of(x + COLUMNS[c], at, cells.get(c)).on(Anchor.END);
                card.add(last ? text.strong() : text);
            }
            if (facts.hasValidation() && epochs.size() > 1 && i == epochs.validation().indexOfLowest()) {
                card.add(new Mark.Dot(Points.at(x + COLUMNS[3] + 22, at - 4.5), Shape.FULL_DIAMOND, Tokens.DIAMOND,
                    Tokens.VALIDATION));
                card.add(Text.of(x + COLUMNS[3] + 32, at, "best").small().strong().in(Tokens.VALIDATION));
            }
        }
    }

    /** The same as lines of text. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i : rows()) {
            boolean best = facts.hasValidation() && epochs.size() > 1 && i == epochs.validation().indexOfLowest();
            lines.add("epoch " + Numbers.tick(epochs.loss().at(i)) + ": training " + Numbers.of(epochs.loss().value(i))
                + (facts.hasValidation() ? ", validation " + Numbers.of(epochs.validation().value(i)) : "")
                + (facts.metric().isEmpty() ? "" : ", " + facts.metric() + " " + cells(i).get(cells(i).size() - 1))
                + (best ? ", best" : ""));
        }
        return lines;
    }
}
