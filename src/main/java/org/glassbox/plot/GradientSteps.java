package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Watched.Layer;
import org.glassbox.plot.Watched.Value;

/** The gradients of the weights for the live panel: thin the single steps, thick the median of an epoch, a line a layer. */
final class GradientSteps {
    private static final int MOST_STEPS = 150;
    private static final int MOST_NAMES = 6;
    private final Watched watched;
    private final Signals medians;
    private final double stepsPerEpoch;

    GradientSteps(Watched watched, double stepsPerEpoch) {
        this.watched = watched;
        this.medians = Signals.of(watched, "weight");
        this.stepsPerEpoch = stepsPerEpoch;
    }

    boolean isEmpty() { return medians.isEmpty(); }

    int every() { return medians.every(); }

    Scale scale() {
        double[] positive = medians.byEpoch().stream().flatMapToDouble(Series::finite).filter(v -> v > 0).toArray();
        double most = Arrays.stream(positive).max().orElse(1);
        return positive.length == 0 ? Scale.log(0.001, 1)
            : Scale.log(Math.max(Quantiles.of(positive, 0.002), most * Signals.FLOOR), most);
    }

    /** The single steps, thinned to pairs of least and greatest where there are many. */
    private Mark.Line steps(Layer layer, int i, Scale up) {
        List<Value> values = watched.of(layer, "gradients", "weight", "rms").stream().filter(v -> v.step() > 0)
            .toList();
        int group = Math.max(1, (2 * values.size() + MOST_STEPS - 1) / MOST_STEPS);
        List<double[]> points = new ArrayList<>();
        for (int from = 0; from < values.size(); from += group) {
            List<Value> part = values.subList(from, Math.min(values.size(), from + group));
            Value least = part.stream().min((a, b) -> Double.compare(a.value(), b.value())).orElseThrow();
            Value most = part.stream().max((a, b) -> Double.compare(a.value(), b.value())).orElseThrow();
            List<Value> both = least.equals(most) ? List.of(least)
                : least.step() < most.step() ? List.of(least, most) : List.of(most, least);
            both.forEach(v -> points.add(new double[] {v.step() / stepsPerEpoch, Math.max(up.low(), v.value())}));
        }
        Points line = Points.of(points.stream().mapToDouble(p -> p[0]).toArray(),
            points.stream().mapToDouble(p -> p[1]).toArray());
        return new Mark.Line(line, Stroke.of(Tokens.tint(Tokens.layer(i, medians.size()), 0.38), 1));
    }

    List<Mark> marks(Panel panel) {
        List<Mark> marks = new ArrayList<>();
        int n = medians.size();
        for (int i = 0; i < n && n <= MOST_NAMES; i++) {   // of a deep net the single steps would be a thicket
            marks.add(steps(medians.layers().get(i), i, panel.up()));
        }
        for (int i = 0; i < n; i++) {
            Points line = medians.medians(i).withY(v -> Math.max(v, panel.up().low()));
            String place = medians.layers().get(i).place();
            List<String> notes = new ArrayList<>();
            for (int k = 0; k < line.size(); k++) {
                notes.add(place + " · "
                    + (line.x(k) == 0 ? "before training " : "epoch " + Numbers.tick(line.x(k)) + ": median ")
                    + Numbers.of(medians.median(i, line.x(k))));
                if (medians.isBroken(i, line.x(k))) {
                    marks.add(new Mark.Dot(Points.at(line.x(k), panel.up().high()), Shape.CROSS, 4, Tokens.NOT_FINITE,
                        List.of(notes.get(k))));
                }
            }
            String colour = Tokens.layer(i, n);
            List<Integer> kept = Thin.line(line, Thin.LINE);
            marks.add(new Mark.Line(line.only(kept), Stroke.of(colour, 2).withDash(Tokens.layerDash(i)),
                kept.stream().map(notes::get).toList()));
            if (line.size() > 0) {
                int last = line.size() - 1;
                marks.add(new Mark.Dot(line.only(List.of(0)), line.x(0) == 0 ? Shape.RING : Shape.DISC, 3.4, colour,
                    List.of(notes.get(0))));
                marks.add(new Mark.Dot(line.only(List.of(last)), Shape.DISC, 3, colour, List.of(notes.get(last))));
            }
        }
        return marks;
    }

    /** The names of the lines right of {@code x}; of a deep net the first and the last. */
    List<Mark> names(Panel panel, double x) {
        Labels labels = new Labels();
        for (int i = 0; i < medians.size(); i++) {
            boolean end = i == 0 || i == medians.size() - 1;
            double value = medians.median(i, medians.lastEpoch());
            if (end || medians.size() <= MOST_NAMES) {
                String number = " " + Numbers.of(value);
                double room = Tokens.WIDTH - 2 - x - 10 - Words.wideWidth(number, Tokens.TEXT, true);
                String place = Words.fitted(medians.layers().get(i).place(), Math.min(80, room), Tokens.TEXT, true);
                labels.add(Double.isNaN(value) ? panel.y() : panel.py(value),
                    Text.of(x, 0, place + number).strong().shifted(10, 0));
            }
        }
        return panel.anchored(labels.placed(panel.y() + 8, panel.y() + panel.height()));
    }
}
