package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Shape;

/** What happened to a run, on its axis of epochs: the rate was changed, the run was stopped. */
final class LossEvents {
    private static final int FEW = 6;

    private LossEvents() {}

    static List<Mark> marks(Facts facts, Epochs epochs, Scale up) {
        List<Mark> marks = new ArrayList<>();
        List<Integer> changes = new ArrayList<>();
        for (int i = 2; i < epochs.size(); i++) {
            if (epochs.rate().value(i) != epochs.rate().value(i - 1) && Double.isFinite(epochs.rate().value(i))) {
                changes.add(i);
            }
        }
        if (changes.size() <= FEW) {   // a rate that glides is a setting, not an event
            for (int i : changes) {
                String note = "rate " + Numbers.tick(epochs.rate().value(i - 1)) + " → "
                    + Numbers.tick(epochs.rate().value(i));
                marks.add(new Mark.Dot(Points.at(epochs.loss().at(i - 1), up.valueAt(0.03)), Shape.DOWN, 4, Tokens.SUB,
                    List.of(note)));
            }
        }
        if (facts.isStopped() && epochs.size() > 0) {
            String note = facts.message().isEmpty() ? "stopped" : facts.message();
            marks
                .add(new Mark.Dot(Points.at(epochs.last(), up.valueAt(0)), Shape.SQUARE, 4, Tokens.INK, List.of(note)));
        }
        return marks;
    }
}
