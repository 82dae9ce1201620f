package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** What the net saw, which of it matters, and what it said: the input and its gradient as images, the shares as bars. */
final class LayerSample {
    private static final double X = 716;
    private static final double END = 932;
    private static final double IMAGE = 84;
    private static final int LEAST_PIXELS = 49;
    private static final double BARS = 64;
    private static final int MOST_CLASSES = 20;

    private LayerSample() {}

    /** Draws from base line {@code y} on and returns the base line of the lowest words; {@code y} if there is nothing to draw. */
    static double draw(List<Mark> marks, List<Panel> panels, Table input, Table scores, double y) {
        double at = y;
        int side = (int) Math.round(Math.sqrt(input.rowCount()));
        if (side * side == input.rowCount() && side * side >= LEAST_PIXELS) {
            at = images(marks, input, side, y) + 26;
        }
        if (scores.rowCount() > 0 && scores.rowCount() <= MOST_CLASSES) {
            at = bars(marks, panels, scores, at);
        }
        return at;
    }

    private static double images(List<Mark> marks, Table input, int side, double y) {
        marks.add(Text.of(ChainSlope.LEFT, y, "What it saw, and what of it matters").strong());
        image(marks, X, y + 14, side, Columns.numbers(input, "value"), Tokens.INK, "the sample");
        image(marks, END - IMAGE, y + 14, side, Columns.numbers(input, "gradient"), Tokens.VALIDATION, "|∂L/∂pixel|");
        return y + 14 + IMAGE + 16;
    }

    private static void image(List<Mark> marks, double x, double y, int side, double[] values, String colour,
        String name) {
        double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
        marks.addAll(Tile.of(side, sizes, Tile.most(sizes)).in(colour).at(x, y, IMAGE));
        marks.add(Tile.below(x, IMAGE, y + IMAGE + 16, name));
    }

    private static double bars(List<Mark> marks, List<Panel> panels, Table scores, double y) {
        double[] shares = Columns.numbers(scores, "share");
        double[] targets = Columns.numbers(scores, "target");
        List<Scale.Tick> names = new ArrayList<>();
        List<Mark> bars = new ArrayList<>();
        List<Mark> labels = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            boolean right = targets[i] == 1;
            names.add(new Scale.Tick(i, Numbers.tick(i), right));
            bars.add(new Mark.Bar(i - 0.34, 0, i + 0.34, shares[i], Tokens.TRAINING, 0));
            if (right) {
                labels.add(Text.of(i, shares[i], Numbers.of(shares[i])).strong().in(Tokens.TRAINING).on(Anchor.MIDDLE)
                    .shifted(0, -5).withHalo(Tokens.CARD));
            }
        }
        marks.add(Text.of(ChainSlope.LEFT, y, "What it said").strong());
        marks.add(Text.of(ChainSlope.LEFT, y + 16, "share for each class, the true one bold").small());
        Scale across = new Scale(-0.6, shares.length - 0.4, false, names);
        Panel panel = Panel.of(X, y + 40, END - X, BARS, across, Scale.linear(0, 1, 2));
        panels.add(panel.with(bars).with(labels));
        return y + 40 + BARS + Tokens.TICK_TEXT;
    }
}
