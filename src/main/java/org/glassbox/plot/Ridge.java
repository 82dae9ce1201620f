package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Card.Frame;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Panel.Lines;
import org.glassbox.plot.Watched.Layer;

/** One column of histograms: a row an epoch, area 1 each, the start as outline behind each; the last row is the chosen epoch. */
final class Ridge {
    /** The line of words above the chosen row, px. */
    private static final double TOLD = 18;
    private static final double NARROW = 300;

    private final Weights weights;
    private final List<Integer> rows;
    private final double pitch;
    private final double lastPitch;

    /**
     * @param rows the epochs, from old to new
     * @param pitch the height of a row, px
     * @param lastPitch the height of the last row, px
     */
    Ridge(Weights weights, List<Integer> rows, double pitch, double lastPitch) {
        this.weights = weights;
        this.rows = rows;
        this.pitch = pitch;
        this.lastPitch = lastPitch;
    }

    /** One axis for all columns. */
    Scale across(List<Layer> shown, int ticks) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Layer layer : shown) {
            for (int epoch : weights.epochs()) {
                Points density = weights.density(layer, epoch);
                if (density.size() > 0) {
                    low = Math.min(low, density.x(0));
                    high = Math.max(high, density.x(density.size() - 1));
                }
            }
        }
        double air = 0.02 * (high - low);
        return low < high ? Scale.linear(low - air, high + air, ticks) : Scale.linear(-1, 1, ticks);
    }

    /** How far above the lower edge a row stands, px. */
    private double base(int row) {
        int above = rows.size() - 1 - row;
        return above == 0 ? 0 : lastPitch + (above - 1) * pitch;
    }

    /** Names of the rows; that of the last changes with the slider. */
    void names(Card card, Frame frame) {
        Panel panel = Panel
            .of(frame.x(), frame.plotTop(), frame.width(), frame.height(), Scale.pixels(0, frame.width()),
                Scale.pixels(0, frame.height()))
            .withLines(Lines.BARE);
        List<Mark> marks = new ArrayList<>();
        for (int row = 0; row < rows.size() - 1; row++) {
            marks.add(name(frame, row, rows.get(row)).small());
        }
        List<List<Mark>> stages = new ArrayList<>();
        for (int epoch : weights.epochs()) {
            stages.add(List.of(name(frame, rows.size() - 1, epoch).small().strong().in(Tokens.INK)));
        }
        card.add(panel.with(marks).withStages(stages));
        card.add(Text.of(frame.x(), frame.bottom() - base(0) - pitch + 4, "epoch").small());
    }

    private Text name(Frame frame, int row, int epoch) {
        return Text.of(frame.width() - 4, base(row) + 1, epoch == 0 ? "start" : Integer.toString(epoch)).on(Anchor.END);
    }

    void draw(Card card, Frame frame, Layer layer, Scale across, WeightWords words, boolean alone, boolean first) {
        double peak = peak(layer);
        double scale = 0.98 * pitch / peak;
        String colour = Tokens.layer(weights.layers().indexOf(layer), weights.layers().size());
        List<Mark> marks = new ArrayList<>();
        for (int row = 0; row < rows.size() - 1; row++) {
            marks.addAll(row(layer, rows.get(row), base(row), scale, Tokens.tint(colour, 0.25),
                Tokens.tint(colour, 0.7), across));
            if (row > 0) {
                marks.add(outline(layer, base(row), scale));
            }
        }
        List<List<Mark>> stages = new ArrayList<>();
        double large = scale * (alone ? lastPitch - TOLD : lastPitch) / pitch;
        for (int epoch : weights.epochs()) {
            List<Mark> stage = new ArrayList<>(row(layer, epoch, 0, large, Tokens.tint(colour, 0.5), colour, across));
            if (alone) {
                stage.add(told(layer, epoch, across, frame.width()));
            }
            stages.add(stage);
        }
        marks.add(outline(layer, 0, large));
        Panel panel = Panel
            .of(frame.x(), frame.plotTop(), frame.width(), frame.height(), across, Scale.pixels(0, frame.height()))
            .withLines(Lines.COLUMNS);
        if (weights.last(layer, "notfinite") > 0) {
            marks.add(new Mark.Dot(Points.at(across.valueAt(0.97), frame.height() - 8), Shape.CROSS, 4,
                Tokens.NOT_FINITE,
                List.of(layer.place() + " · NaN, ∞: " + Numbers.count(Math.round(weights.last(layer, "notfinite"))))));
        }
        if (first && rows.size() > 1) {
            marks.add(Text.of(across.high(), alone ? lastPitch * 0.45 : 0.5 * pitch, "grey: start").small()
                .shifted(-4, 0).on(Anchor.END));
        }
        card.add(panel.with(marks).withStages(stages));
        header(card, frame, layer, words);
    }

    private void header(Card card, Frame frame, Layer layer, WeightWords words) {
        double start = weights.at(layer, "spread", 0);
        double now = weights.last(layer, "spread");
        boolean known = Double.isFinite(start) && Double.isFinite(now);
        String numbers = (weights.lastEpoch() > 0 ? Numbers.significant(start, 2) + " → " : "")
            + Numbers.significant(now, 2);
        double name = Words.wideWidth(layer.place(), Tokens.TEXT, true) + 8;
        boolean all = name + Words.wideWidth("spread " + numbers, Tokens.SMALL, false) <= frame.width();
        String spread = known ? (all ? "spread " : "") + numbers : "";
        double room = frame.width() - Words.wideWidth(spread, Tokens.SMALL, false) - 8;
        card.add(Text.of(frame.x(), frame.top() + 2, Words.fitted(layer.place(), room, Tokens.TEXT, true)).strong());
        if (known) {
            card.add(Text.of(frame.right(), frame.top() + 2, spread).small().on(Anchor.END));
        }
        if (weights.lastEpoch() > 0) {
            card.add(Text.of(frame.x(), frame.bottom() + 35, "moved " + words.distance(layer) + " its first length"
                .replace("its", words.distance(layer).endsWith("%") ? "of its" : "its")).small());
        }
    }

    /** What is told of the chosen epoch. */
    private Mark told(Layer layer, int epoch, Scale across, double width) {
        double moved = weights.at(layer, "moved", epoch);
        String when = width < NARROW ? "" : (epoch == 0 ? "start" : "epoch " + epoch) + ": ";
        String words = when + "spread " + Numbers.significant(weights.at(layer, "spread", epoch), 2)
            + (epoch > 0 && Double.isFinite(moved) ? ", moved " + WeightWords.distance(moved) : "");
        return Text.of(across.low(), lastPitch - 13, Words.fitted(words, width - 8, Tokens.SMALL, false)).small()
            .in(Tokens.INK).shifted(4, 0).withHalo(Tokens.CARD);
    }

    private List<Mark> row(Layer layer, int epoch, double base, double scale, String fill, String edge, Scale across) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Rule(across.low(), base, across.high(), base, Stroke.of(Tokens.GRID, 1)));
        Points density = weights.density(layer, epoch);
        if (density.size() > 0) {
            Points raised = density.withY(y -> base + scale * y);
            Points ground = Points.of(new double[] {density.x(0), density.x(density.size() - 1)},
                new double[] {base, base});
            marks.add(new Mark.Area(raised, ground, fill, edge));
        }
        return marks;
    }

    /** How it was at the start, in grey. */
    private Mark outline(Layer layer, double base, double scale) {
        return new Mark.Line(weights.density(layer, rows.get(0)).withY(y -> base + scale * y),
            Stroke.of(Tokens.START, 1));
    }

    /** The highest of all rows. */
    private double peak(Layer layer) {
        double peak = 0;
        for (int epoch : weights.epochs()) {
            Points density = weights.density(layer, epoch);
            for (int i = 0; i < density.size(); i++) {
                peak = Math.max(peak, density.y(i));
            }
        }
        return peak > 0 ? peak : 1;
    }
}
