package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Scale.Tick;

/** Signals over depth in one epoch: a dot a layer, the factor from layer to layer on the line. For deep nets. */
final class GradientDepth {
    private static final String LINE = "#7f9cbd";
    private final Signals signals;
    private final double epoch;

    GradientDepth(Signals signals, double epoch) {
        this.signals = signals;
        this.epoch = epoch;
    }

    double draw(Card card, Card.Frame frame) {
        Scale up = scale();
        double left = Math.max(44, 10 + LossCurve.widest(up));
        Panel panel = Panel.of(frame.x() + left, frame.plotTop(), frame.width() - left, frame.height(), across(), up);
        Places places = new Places(panel.x() + 2, panel.y(), panel.x() + panel.width() - 2,
            panel.y() + panel.height() - 2);
        Points medians = Points.of(IntStream.range(0, signals.size()).asDoubleStream().toArray(),
            IntStream.range(0, signals.size()).mapToDouble(i -> signals.median(i, epoch)).toArray());
        Points pixels = panel.pixels(medians);
        places.takeLine(pixels, 2);
        for (int i = 0; i < pixels.size(); i++) {
            take(places, panel, i);
        }
        List<Mark> marks = new ArrayList<>();
        marks.addAll(wholeWay(panel, pixels, places));
        marks.add(new Mark.Line(medians, Stroke.of(LINE, 2)));
        for (int i = 0; i < signals.size(); i++) {
            marks.addAll(dot(i, up));
        }
        List<Text> words = new ArrayList<>();
        List<Integer> order = IntStream.range(0, signals.size()).boxed()
            .sorted((a, b) -> Boolean.compare(isMain(b), isMain(a))).toList();
        order.forEach(i -> places.first(numberPlaces(i, pixels)).ifPresent(words::add));
        for (int i = 0; i + 1 < signals.size(); i++) {
            places.first(factorPlaces(i, pixels)).ifPresent(words::add);
        }
        marks.addAll(panel.anchored(words));
        Panel banded = withBand(panel);
        marks.addAll(panel.anchored(bandName(banded, places)));
        card.add(banded.with(marks));
        below(card, frame, panel);
        card.add(Text.of(frame.x(), frame.top(), "signal per unit, RMS (log)").small());
        return frame.bottom() + 74;
    }

    private void take(Places places, Panel panel, int i) {
        double x = panel.px(i);
        double dot = panel.py(signals.median(i, epoch));
        double ring = panel.py(signals.median(i, 0));
        places.take(x - 5, dot - 5, x + 5, dot + 5);
        places.take(x - 7, ring - 7, x + 7, ring + 7);
        places.take(x - 2, panel.py(signals.quantile(i, epoch, 0.95)), x + 2,
            panel.py(signals.quantile(i, epoch, 0.05)));
    }

    private Scale across() {
        List<Tick> ticks = new ArrayList<>();
        int every = signals.size() / 16 + 1;
        for (int i = 0; i < signals.size(); i++) {
            if (i % every == 0 || i == signals.size() - 1) {
                ticks.add(new Tick(i, Integer.toString(signals.layers().get(i).layer()), false));
            }
        }
        return new Scale(-0.4, signals.size() - 0.55, false, ticks);
    }

    private Scale scale() {
        double[] positive = IntStream.range(0, signals.size()).boxed()
            .flatMap(i -> Arrays.asList(signals.median(i, epoch), signals.median(i, 0)).stream()).mapToDouble(v -> v)
            .filter(v -> v > 0 && Double.isFinite(v)).toArray();
        double low = Arrays.stream(positive).min().orElse(0.001);
        double high = Arrays.stream(positive).max().orElse(1);
        // up to a whole decade, with room for the numbers below
        double top = StrictMath.pow(10, Math.ceil(StrictMath.log10(high * 1.5)));
        double bottom = low * StrictMath.pow(low / top, 0.15);
        return new Scale(bottom, top, true, Scale.logTicks(bottom, top));
    }

    private List<Text> bandName(Panel panel, Places places) {
        if (panel.ground().isEmpty()) {
            return List.of();
        }
        Mark.Bar band = (Mark.Bar) panel.ground().get(0);
        Text name = Text.of(panel.x() + panel.width() - 8, panel.py(band.y0()) - 7,
            "normal: ≥ 1/100 of " + signals.layers().get(signals.reference()).place()).small().on(Anchor.END);
        Text top = name.from(name.x(), panel.py(band.y1()) + 15);
        return places.first(List.of(name, name.from(panel.x() + 8, name.y()).on(Anchor.START), top)).stream().toList();
    }

    private Panel withBand(Panel panel) {
        double reference = signals.median(signals.reference(), epoch);
        if (!(reference > 0) || signals.hidden() < 2) {
            return panel;
        }
        double low = Math.max(panel.up().low(), reference / 100);
        double high = Math.min(panel.up().high(), reference * 100);
        return panel.withGround(new Mark.Bar(panel.across().low(), low, panel.across().high(), high, Tokens.BAND, 0));
    }

    private List<Mark> dot(int i, Scale up) {
        String colour = Tokens.layer(i, signals.size());
        double median = signals.median(i, epoch);
        String note = note(i);
        List<Mark> marks = new ArrayList<>();
        if (signals.isBroken(i, epoch)) {
            marks.add(new Mark.Dot(Points.at(i, up.high()), Shape.CROSS, 4, Tokens.NOT_FINITE, List.of(note)));
        }
        double low = signals.quantile(i, epoch, 0.05);
        if (low > 0) {
            marks.add(new Mark.Rule(i, low, i, signals.quantile(i, epoch, 0.95), Stroke.of(colour, 3)));
        }
        double start = signals.median(i, 0);
        if (epoch > 0 && Double.isFinite(start)) {
            marks.add(new Mark.Dot(Points.at(i, start), Shape.HALO, 6.4, colour));
        }
        if (Double.isFinite(median)) {
            marks.add(
                new Mark.Dot(Points.at(i, median), epoch == 0 ? Shape.RING : Shape.DISC, 4.4, colour, List.of(note)));
        }
        return marks;
    }

    private String note(int i) {
        StringBuilder text = new StringBuilder(signals.layers().get(i).place());
        text.append(" · epoch ").append(Numbers.tick(epoch)).append(": median ")
            .append(Numbers.of(signals.median(i, epoch)));
        text.append(" · 5 to 95 %: ").append(Numbers.of(signals.quantile(i, epoch, 0.05))).append(" to ")
            .append(Numbers.of(signals.quantile(i, epoch, 0.95)));
        text.append(" · before training ").append(Numbers.of(signals.median(i, 0)));
        double last = signals.lastEpoch();
        return last > epoch
            ? text + " · epoch " + Numbers.tick(last) + ": median " + Numbers.of(signals.median(i, last))
            : text.toString();
    }

    private boolean isMain(int i) { return i == 0 || i == signals.reference(); }

    /** Below the dot where the line is flat, beside it where it is steep. */
    private List<Text> numberPlaces(int i, Points pixels) {
        double value = signals.median(i, epoch);
        if (!Double.isFinite(value)) {
            return List.of();
        }
        Text text = Text.of(pixels.x(i), pixels.y(i), Numbers.of(value)).small().in(Tokens.INK);
        Text number = isMain(i) ? text.strong() : text;
        List<Text> places = new ArrayList<>();
        for (double down : new double[] {22, 27, 32, 38, 44}) {
            places.add(number.on(Anchor.MIDDLE).shifted(0, down));
        }
        places.add(0, number.shifted(10, 12));
        places.addAll(List.of(number.on(Anchor.END).shifted(-10, 12), number.on(Anchor.MIDDLE).shifted(0, -13),
            number.shifted(10, -8), number.on(Anchor.END).shifted(-10, -8)));
        boolean flat = Math.abs(slope(i, pixels)) < 0.25;
        if (flat) {
            places.add(5, places.remove(0));
        }
        return places;
    }

    private static double slope(int i, Points pixels) {
        int from = Math.max(0, i - 1);
        int to = Math.min(pixels.size() - 1, i + 1);
        return to == from ? 0 : (pixels.y(to) - pixels.y(from)) / (pixels.x(to) - pixels.x(from));
    }

    /** The factor in the direction in which the error travels: × if it stays or grows, ÷ if it shrinks. */
    static String factor(double here, double above) {
        if (!(above > 0) || !Double.isFinite(here) || !Double.isFinite(above)) {
            return "";
        }
        double factor = here / above;
        return here == 0 ? "× 0" : factor >= 0.995 ? "× " + Numbers.factor(factor) : "÷ " + Numbers.factor(1 / factor);
    }

    private List<Text> factorPlaces(int i, Points pixels) {
        String words = factor(signals.median(i, epoch), signals.median(i + 1, epoch));
        if (words.isEmpty()) {
            return List.of();
        }
        Text text = Text.of((pixels.x(i) + pixels.x(i + 1)) / 2, (pixels.y(i) + pixels.y(i + 1)) / 2, words).small();
        double rise = pixels.y(i) - pixels.y(i + 1);
        Text flat = text.on(Anchor.MIDDLE).shifted(0, -8 - Math.abs(rise) / 4);
        Text left = text.on(Anchor.END).shifted(-6, -8);
        Text right = text.shifted(6, -8);
        return Math.abs(rise) < 12 ? List.of(flat, flat.shifted(0, -6), flat.shifted(0, -12))
            : rise > 0 ? List.of(left, left.shifted(0, -6), flat, right.shifted(0, 16))
                : List.of(right, right.shifted(0, -6), flat);
    }

    /** How much less (or more) the first layer gets than the reference, as an arrow over the whole difference. */
    private List<Mark> wholeWay(Panel panel, Points pixels, Places places) {
        double ratio = signals.ratio(epoch);
        if (!(ratio > 0) || !Double.isFinite(ratio) || ratio > 0.1 && ratio < 10 || signals.hidden() < 2) {
            return List.of();
        }
        double from = signals.median(signals.reference(), epoch);
        double x = panel.across().valueAt(8 / panel.width());
        Stroke dotted = Stroke.of(Tokens.START, 1).withDash(Tokens.DOTTED);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Rule(x, from, signals.reference() - 0.14, from, dotted));
        marks.add(new Mark.Link(x, from, x, signals.median(0, epoch), 1.2, Tokens.INK, true));
        places.takeLine(Points.of(new double[] {panel.px(x), pixels.x(signals.reference())},
            new double[] {panel.py(from), panel.py(from)}), 1);
        places.takeLine(Points.of(new double[] {panel.px(x), panel.px(x)}, new double[] {panel.py(from), pixels.y(0)}),
            4);
        String words = ratio < 1 ? Numbers.factor(1 / ratio) + " times less" : Numbers.factor(ratio) + " times more";
        Text text = Text.of(panel.px(x), (panel.py(from) * 2 + pixels.y(0)) / 3, words).strong().shifted(10, 0);
        places.first(List.of(text, text.shifted(0, -14), text.shifted(0, 14), text.shifted(0, -28)))
            .ifPresent(free -> marks
                .add(Text.of(x, from, words).strong().shifted(free.dx(), free.y() + free.dy() - panel.py(from))));
        return marks;
    }

    /** «Linear» of «0 Linear». */
    private static String kind(Watched.Layer layer) {
        return layer.place().replaceAll("^\\S+ ", "");
    }

    private void below(Card card, Card.Frame frame, Panel panel) {
        direction(card, panel.px(0), panel.px(signals.size() - 1), frame.bottom(),
            "first " + kind(signals.layers().get(0)));
    }

    /** Below the axis of depth: where input and output are, and which way the error travels; px. */
    static void direction(Card card, double first, double last, double y, String input) {
        card.add(Text.of(first, y + 34, input).small().on(Anchor.MIDDLE));
        card.add(Text.of(last, y + 34, "output").small().on(Anchor.MIDDLE));
        card.add(new Mark.Link(last, y + 52, first, y + 52, 2, Tokens.VALIDATION, true));
        card.add(Text.of((first + last) / 2, y + 68, "the error travels this way").small().in(Tokens.VALIDATION)
            .on(Anchor.MIDDLE));
    }
}
