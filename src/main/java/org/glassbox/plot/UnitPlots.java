package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.plot.Card.Frame;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Scale.Tick;
import org.glassbox.plot.Watched.Layer;

/** The two plots of one activation layer: its outputs as quantiles over time, and its units by how often they fire. */
final class UnitPlots {
    private static final double RIGHT_NAMES = 48;
    private static final String[] QUANTILES = {"q0.95", "q0.75", "q0.5", "q0.25", "q0.05"};
    private static final String[] NAMES = {"95 %", "75 %", "median", "25 %", "5 %"};

    private final Outputs outputs;
    private final Layer layer;
    private final int mostUnits;

    /** @param mostUnits so many of its units are drawn, evenly from the sorted ones */
    UnitPlots(Outputs outputs, Layer layer, int mostUnits) {
        this.mostUnits = mostUnits;
        this.outputs = outputs;
        this.layer = layer;
    }

    void draw(Card card, Frame frame) {
        double share = frame.width() > Tokens.COLUMN ? 0.45 : 0.28;
        double left = 28;
        double width = share * frame.width();
        quantiles(card, new Frame(frame.x() + left, frame.top(), width, frame.height()), frame.x());
        double at = frame.x() + left + width + RIGHT_NAMES + 44;
        Frame right = new Frame(at, frame.top(), frame.right() - at, frame.height());
        if (outputs.isSaturating()) {
            saturation(card, right);
        } else {
            fires(card, right);
        }
    }

    private void quantiles(Card card, Frame frame, double names) {
        Series[] series = Arrays.stream(QUANTILES).map(q -> outputs.of(layer, q)).toArray(Series[]::new);
        double low = Math.min(0, series[4].finite().min().orElse(0));
        double high = series[0].finite().max().orElse(1);
        Scale up = low < 0 ? Scale.linear(low - 0.05 * (high - low), high + 0.05 * (high - low), 4)
            : Scale.linearUpTo(high, 3);
        double last = outputs.lastEpoch();
        Panel panel = Panel.of(frame.x(), frame.plotTop(), frame.width(), frame.height(),
            EpochAxis.of(outputs.firstEpoch(), last, last, frame.width()), up);
        List<Mark> marks = new ArrayList<>();
        List<Integer> kept = Thin.every(series[2].size(), Thin.LINE / 2);
        Points[] points = Arrays.stream(series).map(each -> each.points().only(kept)).toArray(Points[]::new);
        marks.add(new Mark.Area(points[0].finite(), points[4].finite(), Tokens.TRAINING_TINT));
        marks.add(new Mark.Area(points[1].finite(), points[3].finite(), Tokens.TRAINING_TINT_DARK));
        List<String> notes = notes(series);
        marks.add(new Mark.Line(points[2], Stroke.of(Tokens.TRAINING, 2), kept.stream().map(notes::get).toList()));
        int end = series[2].indexOfLastFinite();
        if (end >= 0) {
            marks.add(new Mark.Dot(series[2].points().only(List.of(end)), Shape.DISC, Tokens.DOT, Tokens.TRAINING,
                List.of(notes.get(end))));
            marks.addAll(names(panel, series, end));
        }
        marks.addAll(broken(series[2], up));
        card.add(panel.with(marks));
        card.add(Text
            .of(names, frame.top(), Words.fitted("output of " + layer.place(), frame.width() + 60, Tokens.SMALL, false))
            .small());
        card.add(EpochAxis.unit(panel));
    }

    private static List<Mark> broken(Series median, Scale up) {
        return IntStream.range(0, median.size()).filter(i -> !Double.isFinite(median.value(i)))
            .<Mark>mapToObj(i -> new Mark.Dot(
                Points.at(median.at(i), up.high()), Shape.CROSS, 4, Tokens.NOT_FINITE,
                List.of("epoch " + Numbers.tick(median.at(i))
                    + " · not finite")))
            .toList();
    }

    private List<String> notes(Series[] series) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < series[2].size(); i++) {
            StringBuilder note = new StringBuilder(layer.place() + ", epoch " + Numbers.tick(series[2].at(i)));
            for (int q = 0; q < NAMES.length; q++) {
                note.append(" · ").append(NAMES[q]).append(' ').append(Numbers.of(series[q].value(i)));
            }
            double zero = outputs.of(layer, "zero").valueAt(series[2].at(i));
            notes.add(note.append(" · exactly 0: ").append(Numbers.percent(zero, 0)).toString());
        }
        return notes;
    }

    /** Names of the quantiles; of those that lie on the lower edge only the highest. */
    private static List<Mark> names(Panel panel, Series[] series, int at) {
        Labels labels = new Labels();
        double bottom = panel.y() + panel.height();
        for (int q = 0; q < NAMES.length; q++) {
            double place = panel.py(series[q].value(at));
            if (Double.isFinite(place) && (place < bottom - 1 || q <= 2)) {
                labels.add(place, Text.of(panel.x() + panel.width(), 0, NAMES[q]).small().shifted(8, 0));
            }
        }
        return panel.anchored(labels.placed(panel.y(), bottom));
    }

    private void fires(Card card, Frame frame) {
        double last = outputs.lastFires(layer);
        double[] now = outputs.fires(layer, last);
        if (now.length == 0) {
            return;
        }
        int units = now.length;
        Scale up = new Scale(0, 1, false,
            List.of(new Tick(0, "0 %", false), new Tick(0.5, "50 %", false), new Tick(1, "100 %", false)));
        Panel panel = Panel.of(frame.x(), frame.plotTop(), frame.width(), frame.height(), Scale.pixels(0, units), up);
        Points stairs = stairs(now);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Area(stairs, Points.of(new double[] {0, units}, new double[] {0, 0}), Tokens.TRAINING_TINT));
        double[] start = last > 0 ? outputs.fires(layer, 0) : new double[0];
        if (start.length == units) {
            marks.add(new Mark.Line(stairs(start), Stroke.of(Tokens.START, 1)));
        }
        marks.add(new Mark.Line(stairs, Stroke.of(Tokens.TRAINING, 2), notes(now, stairs)));
        int dead = (int) Arrays.stream(now).filter(v -> v == 0).count();
        if (dead > 0) {
            double thick = 1.5 / frame.height();
            marks.add(new Mark.Rule(0, thick, dead, thick, Stroke.of(Tokens.INK, 3)));
        }
        marks.addAll(panel.anchored(lineNames(panel, stairs, start.length == units ? stairs(start) : null, last)));
        card.add(panel.with(marks));
        card.add(
            Text.of(frame.x() - 36, frame.top(), outputs.ofChannels(layer) ? "share of places at which a channel fires"
                : "rows on which a unit fires").small());
        double y = frame.bottom() + Tokens.TICK_TEXT;
        card.add(
            Text.of(frame.x(), y, dead == 0 ? "all fire" : Numbers.count(dead) + " never fire" + (dead == 1 ? "s" : ""))
                .small().strong()
                .in(Tokens.INK));
        card.add(Text.of(frame.right(), y, Numbers.count(units) + (outputs.ofChannels(layer) ? " channels" : " units"))
            .small().on(Anchor.END));
    }

    /** The two curves are named where there is room below them. */
    private static List<Text> lineNames(Panel panel, Points now, Points start, double epoch) {
        Places places = new Places(panel.x() + 4, panel.y() + 2, panel.x() + panel.width() - 2,
            panel.y() + panel.height() - 8);
        places.takeLine(panel.pixels(now), 3);
        if (start != null) {
            places.takeLine(panel.pixels(start), 2);
        }
        List<Text> texts = new ArrayList<>();
        Text name = Text.of(0, 0, epoch > 0 ? "epoch " + Numbers.tick(epoch) : "before training").small().strong()
            .in(Tokens.TRAINING);
        places.first(along(panel, now, name, true)).ifPresent(texts::add);
        if (start != null) {
            places.first(along(panel, start, Text.of(0, 0, "before training").small(), false)).ifPresent(texts::add);
        }
        return texts;
    }

    /** Candidates left of and above a rising curve, or right of and below it. */
    private static List<Text> along(Panel panel, Points curve, Text text, boolean above) {
        Points pixels = panel.pixels(curve);
        List<Text> candidates = new ArrayList<>();
        for (double away : new double[] {6, 14, 24}) {
            for (int i = pixels.size() / 3; i < pixels.size(); i++) {
                candidates.add(above ? text.from(pixels.x(i), pixels.y(i)).on(Anchor.END).shifted(-away, 4)
                    : text.from(pixels.x(i), pixels.y(i)).shifted(away, 14));
            }
        }
        return candidates;
    }

    private Points stairs(double[] sorted) {
        int steps = Math.min(sorted.length, mostUnits);
        double[] edges = new double[steps + 1];
        double[] heights = new double[steps];
        for (int i = 0; i < steps; i++) {
            edges[i] = (double) i * sorted.length / steps;
            heights[i] = sorted[(int) ((i + 0.5) * sorted.length / steps)];
        }
        edges[steps] = sorted.length;
        return Points.stairs(edges, heights);
    }

    private List<String> notes(double[] sorted, Points stairs) {
        return IntStream.range(0, stairs.size()).mapToObj(i -> {
            int unit = Math.min(sorted.length - 1, (int) stairs.x(i - i % 2));
            boolean channels = outputs.ofChannels(layer);
            return layer.place() + " · the " + (unit + 1) + GradientMagnitudes.ordinal(unit + 1) + " of "
                + sorted.length
                + (channels ? " channels fires at " : " units fires on ") + Numbers.percent(sorted[unit], 1)
                + (channels ? " of the places" : " of the rows");
        }).toList();
    }

    /** Share of saturated outputs over time, for sigmoid and tanh. */
    private void saturation(Card card, Frame frame) {
        Series saturated = outputs.of(layer, "saturated");
        double last = outputs.lastEpoch();
        Scale up = new Scale(0, 1, false,
            List.of(new Tick(0, "0 %", false), new Tick(0.5, "50 %", false), new Tick(1, "100 %", false)));
        double width = frame.width() - 44;
        Panel panel = Panel.of(frame.x(), frame.plotTop(), width, frame.height(),
            EpochAxis.of(outputs.firstEpoch(), last, last, width), up);
        List<String> notes = IntStream.range(0, saturated.size())
            .mapToObj(i -> layer.place() + ", epoch " + Numbers.tick(saturated.at(i))
                + " · saturated: " + Numbers.percent(saturated.value(i), 1))
            .toList();
        List<Mark> marks = new ArrayList<>(
            List.of(new Mark.Line(saturated.points(), Stroke.of(Tokens.TRAINING, 2), notes)));
        int end = saturated.indexOfLastFinite();
        if (end >= 0) {
            marks.add(new Mark.Dot(saturated.points().only(List.of(end)), Shape.DISC, Tokens.DOT, Tokens.TRAINING,
                List.of(notes.get(end))));
            double place = Math.min(panel.y() + panel.height() - 4, panel.py(saturated.value(end)));
            marks.addAll(panel.anchored(
                List.of(Text.of(panel.x() + width, place, Numbers.percent(saturated.value(end), 0)).small().strong()
                    .in(Tokens.INK).shifted(8, 4))));
        }
        card.add(panel.with(marks));
        card.add(Text.of(frame.x() - 36, frame.top(), "saturated outputs").small());
        card.add(EpochAxis.unit(panel));
    }
}
