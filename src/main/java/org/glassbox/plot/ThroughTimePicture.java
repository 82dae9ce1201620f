package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** How far back does the error reach? The gradient at each step of a sequence, as a share of what the last step gets. */
public final class ThroughTimePicture implements Picture {
    private static final double FLOOR = 1e-14;
    private static final double NAMES = 190;

    /** One net: its gradient by steps back, as a share of that at the last step. */
    private record Fade(String name, double[] shares) {
        double reach() { return shares[shares.length - 1]; }

        /** In how many steps it halves over the whole way. */
        String halfLife() {
            double halvings = -Math.log(reach()) / Math.log(2);
            return reach() == 0 ? "nothing gets there" : halvings > 0
                ? "half in " + Numbers.significant((shares.length - 1) / halvings, 2) + " steps" : "does not fade";
        }
    }

    private final List<Fade> fades = new ArrayList<>();
    private final int way;

    private ThroughTimePicture(Table table) {
        String[] names = Columns.texts(table, "net");
        double[] gradients = Columns.numbers(table, "gradient");
        Map<String, List<Double>> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            byName.computeIfAbsent(names[i], name -> new ArrayList<>()).add(gradients[i]);
        }
        byName.forEach((name, values) -> fades
            .add(new Fade(name, values.stream().mapToDouble(value -> value / values.get(0)).toArray())));
        way = fades.stream().mapToInt(fade -> fade.shares().length - 1).max().orElse(0);
    }

    /** The picture of a table with a row for each net and step: net, back (steps before the last, from 0 on), gradient. */
    public static Chart of(Table table) {
        return Card.of(new ThroughTimePicture(table));
    }

    @Override
    public String title() { return "How far back does the error reach?"; }

    @Override
    public List<String> answer() {
        return fades.stream().map(fade -> fade.name() + ": " + fade.halfLife() + ", the first step gets "
            + Numbers.of(fade.reach()) + " of what the last gets.").toList();
    }

    @Override
    public List<String> normal() {
        return List.of("Normal: it fades. From a step that gets nearly nothing, nearly nothing is learned.");
    }

    @Override
    public String measured() {
        return "‖∂L/∂x‖ of the loss at the last step, x: what is read at a step · root mean square over sequences";
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        double least = fades.stream().flatMapToDouble(fade -> Arrays.stream(fade.shares())).filter(v -> v > 0).min()
            .orElse(1);
        double most = fades.stream().flatMapToDouble(fade -> Arrays.stream(fade.shares())).max().orElse(1);
        Scale up = Scale.log(Math.max(FLOOR, least), Math.max(most, 1));
        Panel panel = Panel.of(frame.x() + 46, frame.plotTop(), frame.width() - 46 - NAMES, frame.height(),
            Scale.linear(0, Math.max(1, way), 6), up);
        List<Mark> marks = new ArrayList<>();
        Labels labels = new Labels();
        for (int i = 0; i < fades.size(); i++) {
            Fade fade = fades.get(i);
            String colour = Tokens.net(i + 1);
            double[] shown = Arrays.stream(fade.shares()).map(value -> Math.max(up.low(), value)).toArray();
            marks.add(new Mark.Line(Points.of(IntStream.range(0, shown.length).asDoubleStream().toArray(), shown),
                Stroke.of(colour, 2).withDash(Tokens.layerDash(i)), notes(fade)));
            double end = panel.py(shown[shown.length - 1]);
            labels.add(end, Text.of(panel.x() + panel.width(), 0, fade.name()).strong().in(colour).shifted(10, 0),
                Text.of(panel.x() + panel.width(), 0, fade.halfLife()).small().shifted(10, 0));
        }
        marks.addAll(panel.anchored(labels.placed(panel.y(), panel.y() + panel.height())));
        card.add(panel.with(marks));
        card.add(Text.of(frame.x(), frame.top(), "gradient, share of the last step's (log)").small());
        card.add(Text.of(panel.x() + panel.width() / 2, frame.bottom() + 34, "steps back from the last").small()
            .on(Mark.Anchor.MIDDLE));
        return frame.bottom() + 34;
    }

    private static List<String> notes(Fade fade) {
        return IntStream.range(0, fade.shares().length).mapToObj(back -> fade.name() + " · " + back + " back · "
            + Numbers.of(fade.shares()[back])).toList();
    }
}
