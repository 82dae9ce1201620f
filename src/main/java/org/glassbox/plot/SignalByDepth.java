package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Scale.Tick;
import tech.tablesaw.api.Table;

/** How much error reaches each layer? Signal per unit over depth, a line a net. */
public final class SignalByDepth implements Picture {
    private static final double NAMES = 250;
    private static final double NAME = 180;
    private final Map<String, double[]> nets = new LinkedHashMap<>();

    private SignalByDepth(Table table) {
        String[] names = Columns.texts(table, "net");
        double[] signals = Columns.numbers(table, "signal");
        for (String name : new java.util.LinkedHashSet<>(Arrays.asList(names))) {
            nets.put(name, IntStream.range(0, names.length).filter(row -> names[row].equals(name))
                .mapToDouble(row -> signals[row]).toArray());
        }
    }

    /** The picture of a table with the columns net and signal: a row a layer, from input to output. */
    public static Chart of(Table table) {
        return Card.of(new SignalByDepth(table));
    }

    @Override
    public String title() { return "How much error reaches each layer?"; }

    @Override
    public List<String> answer() {
        return nets.isEmpty() ? List.of("No net was asked.")
            : nets.keySet().stream().map(name -> name + ": " + answer(nets.get(name))).toList();
    }

    private static String answer(double[] signals) {
        if (signals.length == 1) {
            return "one layer, and the error reaches it at once.";
        }
        int reference = signals.length > 2 ? signals.length - 2 : 1;
        double ratio = signals[0] / signals[reference];
        String gets = "the first layer " + GradientWords.compared(ratio) + (reference > 1 || signals.length > 2
            ? "the last hidden one" : "the output layer") + (GradientWords.isTimesWhat(ratio) ? " gets" : "");
        return gets
            + (signals.length < 4 || Signals.isNormal(ratio) ? "." : ratio < 1 ? ": vanishing." : ": exploding.");
    }

    @Override
    public List<String> normal() { return List.of("Normal: 0.01 to 100 times."); }

    @Override
    public String measured() {
        return "∂L/∂z · root mean square over rows and units · one pass over all rows, in training mode";
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        double[] all = nets.values().stream().flatMapToDouble(Arrays::stream).filter(v -> v > 0 && Double.isFinite(v))
            .toArray();
        double most = Arrays.stream(all).max().orElse(1);
        Scale up = Scale.log(Math.max(Arrays.stream(all).min().orElse(0.001), most * Signals.FLOOR), most);
        double left = Math.max(44, 10 + LossCurve.widest(up));
        int deepest = nets.values().stream().mapToInt(signals -> signals.length).max().orElse(1);
        Panel panel = Panel.of(frame.x() + left, frame.plotTop(), frame.width() - left, frame.height(),
            across(deepest, frame.width() - left), up);
        List<Mark> marks = new ArrayList<>();
        int net = 0;
        for (Map.Entry<String, double[]> each : nets.entrySet()) {
            marks.addAll(line(each.getKey(), each.getValue(), net++, up));
        }
        marks.addAll(names(panel));
        card.add(panel.with(marks));
        card.add(Text.of(frame.x(), frame.top(), "signal per unit, RMS (log)").small());
        GradientDepth.direction(card, panel.px(1), panel.px(deepest), frame.bottom(), "first layer");
        return frame.bottom() + 74;
    }

    /** Names stand left of the first layer: there the lines are apart. */
    private static Scale across(int deepest, double width) {
        double step = Math.max(1, deepest - 1) / (width - NAMES - 30);
        List<Tick> ticks = IntStream.rangeClosed(1, deepest).filter(i -> (i - 1) % (deepest / 16 + 1) == 0)
            .mapToObj(i -> new Tick(i, Integer.toString(i), false)).toList();
        return new Scale(1 - NAMES * step, Math.max(2, deepest) + 30 * step, false, ticks);
    }

    private static List<Mark> line(String name, double[] signals, int net, Scale up) {
        List<Mark> marks = new ArrayList<>();
        double[] places = IntStream.rangeClosed(1, signals.length).asDoubleStream().toArray();
        List<String> notes = IntStream.range(0, signals.length).mapToObj(i -> name + " · layer " + (i + 1) + ": "
            + Numbers.of(signals[i])).toList();
        Points points = Points.of(places, signals).withY(v -> Double.isFinite(v) ? Math.max(v, up.low()) : Double.NaN);
        marks.add(new Mark.Line(points, Stroke.of(Tokens.net(net), 2).withDash(Tokens.layerDash(net))));
        marks.add(new Mark.Dot(points, Shape.DISC, 4, Tokens.net(net), notes));
        for (int i = 0; i < signals.length; i++) {
            if (signals[i] == 0) {
                marks.add(Text.of(i + 1, up.low(), "0").small().shifted(0, -7).on(Anchor.MIDDLE));
            } else if (!Double.isFinite(signals[i])) {
                marks.add(new Mark.Dot(Points.at(i + 1, up.high()), Shape.CROSS, 4, Tokens.NOT_FINITE,
                    List.of(notes.get(i))));
            }
        }
        return marks;
    }

    private List<Mark> names(Panel panel) {
        Labels labels = new Labels();
        int net = 0;
        for (Map.Entry<String, double[]> each : nets.entrySet()) {
            double first = each.getValue()[0];
            String words = Words.fitted(each.getKey(), NAME, Tokens.TEXT, true) + " " + Numbers.of(first);
            labels = labels.add(Double.isFinite(first) ? panel.py(Math.max(first, panel.up().low())) : panel.y(),
                Text.of(panel.px(1), 0, words).in(Tokens.net(net++)).strong().on(Anchor.END).shifted(-12, 0)
                    .withHalo(Tokens.CARD));
        }
        return panel.anchored(labels.placed(panel.y(), panel.y() + panel.height()));
    }
}
