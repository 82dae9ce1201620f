package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** Which way is better, where, and by more than luck? One number of many runs over another, a line for each way. */
public final class RunComparison implements Picture {
    private static final int FEW = 16;
    private static final double GROWING = 5;
    private static final double NAMES = 190;

    private final String title;
    private final String across;
    private final String up;
    private final List<RunLine> lines;

    private RunComparison(Table runs) {
        title = runs.name();
        across = runs.columnNames().get(0);
        up = runs.columnNames().get(1);
        lines = RunLine.all(runs);
    }

    /**
     * The picture of a table with a row a run, whose name is the question. Several rows of one place and way, such as runs with
     * several seeds, become their mean, with the band from the least to the greatest. Positive places whose
     * steps grow, such as 20, 50, 100, 200, stand on a log axis.
     *
     * @param runs first column: from left to right; second: upward; a column of texts, if there is one: the way
     */
    public static Chart of(Table runs) { return Card.of(new RunComparison(runs)); }

    @Override
    public String title() { return title; }

    @Override
    public List<String> answer() {
        return lines.stream().map(line -> (line.name().isEmpty() ? up : line.name()) + ": " + value(line, line.first())
            + " at " + Numbers.tick(line.first()) + " → " + value(line, line.last()) + " at "
            + Numbers.tick(line.last())).toList();
    }

    private static String value(RunLine line, double place) {
        double deviation = line.deviation(place);
        return Numbers.of(line.mean(place)) + (deviation > 0 ? " ± " + Numbers.significant(deviation, 2) : "");
    }

    @Override
    public List<String> normal() {
        if (runs() < 2) {
            return List.of();
        }
        String band = "Line: mean of the runs; dots: single runs; band: from the least to the greatest.";
        return List.of(lines.size() > 1 ? band + " Where bands overlap, a difference may be luck." : band);
    }

    @Override
    public String measured() {
        String each = runs() < 2 ? "one run each"
            : "up to " + runs() + " runs each · ± standard deviation between runs";
        boolean broken = lines.stream().anyMatch(RunLine::isBroken);
        return each + (isLog() ? " · " + across + " on a log scale" : "") + (broken ? " · ✕ not finite" : "");
    }

    private int runs() { return lines.stream().mapToInt(RunLine::runs).max().orElse(0); }

    private double[] places() {
        return lines.stream().flatMapToDouble(line -> DoubleStream.of(line.places())).distinct().sorted().toArray();
    }

    /** Whether the steps from place to place grow: then factors count, not differences. */
    private boolean isLog() {
        double[] places = places();
        int n = places.length;
        return n > 2 && places[0] > 0 && places[n - 1] - places[n - 2] >= GROWING * (places[1] - places[0]);
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        Scale rise = rise();
        double left = Math.max(36, 10 + LossCurve.widest(rise));
        double width = frame.width() - left - NAMES;
        Panel panel = Panel.of(frame.x() + left, frame.plotTop(), width, frame.height(), reach(width), rise);
        List<Mark> marks = new ArrayList<>();
        if (runs() > 1) {
            each((line, i) -> marks.add(line.band(Tokens.tint(colour(i), 0.16))));
        }
        each((line, i) -> marks.addAll(curve(line, i)));
        each((line, i) -> marks.addAll(crosses(line, rise)));
        card.add(panel.with(marks).with(labels(panel)));
        card.add(Text.of(frame.x(), frame.top(), up).small());
        card.add(EpochAxis.unit(panel, across));
        return frame.bottom() + 30;
    }

    /** The first of the colours is for what others are compared with; here all ways are equals. */
    private static String colour(int way) {
        return Tokens.net(way + 1);
    }

    private interface Drawing {
        void of(RunLine line, int number);
    }

    private void each(Drawing drawing) { IntStream.range(0, lines.size()).forEach(i -> drawing.of(lines.get(i), i)); }

    private Scale rise() {
        double[] all = lines.stream().flatMapToDouble(line -> line.series().finite()).toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double air = 0.06 * (high - low);
        return Scale.linear(low - air, high + air, 5);
    }

    private Scale reach(double width) {
        double[] places = places();
        double first = places.length == 0 ? 0 : places[0];
        double last = places.length == 0 ? 1 : places[places.length - 1];
        double air = isLog() ? StrictMath.pow(last / first, 0.03) : 0;
        Scale bare = isLog() ? new Scale(first / air, last * air, true, Scale.logTicks(first, last))
            : Scale.linear(first, last, 6);
        if (places.length > FEW) {
            return bare;
        }
        List<Scale.Tick> ticks = new ArrayList<>();
        double taken = Double.NEGATIVE_INFINITY;
        for (double place : places) {
            String name = Numbers.tick(place);
            double half = Words.wideWidth(name, Tokens.SMALL, false) / 2;
            double at = width * bare.at(place);
            if (at - half > taken) {
                ticks.add(new Scale.Tick(place, name, false));
                taken = at + half + 6;
            }
        }
        return new Scale(bare.low(), bare.high(), bare.log(), ticks);
    }

    private List<Mark> curve(RunLine line, int i) {
        Points means = line.means();
        List<String> notes = DoubleStream.of(line.places()).mapToObj(place -> note(line, place)).toList();
        Stroke stroke = Stroke.of(colour(i), 2).withDash(Tokens.layerDash(i));
        List<Integer> kept = Thin.line(means, Thin.LINE);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(means.only(kept), stroke, kept.stream().map(notes::get).toList()));
        if (line.places().length <= FEW && line.runs() > 1) {
            marks.add(new Mark.Dot(line.series().points().finite(), Shape.HALO, 2.2, colour(i)));
        }
        if (line.places().length <= FEW) {
            marks.add(new Mark.Dot(means, Shape.DISC, Tokens.DOT, colour(i), notes));
        }
        return marks;
    }

    /** A red cross at the upper edge wherever a run was not finite. */
    private List<Mark> crosses(RunLine line, Scale rise) {
        Points broken = line.series().points().withY(v -> Double.isFinite(v) ? Double.NaN : rise.high()).finite();
        return broken.size() == 0 ? List.of() : List.of(new Mark.Dot(broken, Shape.CROSS, 4, Tokens.NOT_FINITE));
    }

    private String note(RunLine line, double place) {
        String runs = line.series().valuesAt(place).length < 2 ? ""
            : " (" + Numbers.of(line.least(place)) + " to " + Numbers.of(line.greatest(place)) + ")";
        return List.of(line.name(), across + " " + Numbers.tick(place), Numbers.of(line.mean(place)) + runs).stream()
            .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** The names of the lines, at their ends. */
    private List<Mark> labels(Panel panel) {
        Labels labels = new Labels();
        double right = panel.x() + panel.width();
        each((line, i) -> {
            if (Double.isFinite(line.last())) {
                Text value = Text.of(right, 0, Numbers.of(line.mean(line.last()))).shifted(10, 0);
                Text name = Text.of(right, 0, Words.fitted(line.name(), NAMES - 14, Tokens.TEXT, true)).shifted(10, 0);
                Text[] both = line.name().isEmpty() ? new Text[] {value.in(colour(i)).strong()}
                    : new Text[] {name.in(colour(i)).strong(), value.small().in(colour(i))};
                labels.add(panel.py(line.mean(line.last())), both);
            }
        });
        return panel.anchored(labels.placed(panel.y(), panel.y() + panel.height()));
    }
}
