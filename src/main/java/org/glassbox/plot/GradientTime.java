package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;

/** Signals over time: a line a layer, its median by epoch, with bars from 5 to 95 % of the steps. For shallow nets. */
final class GradientTime {
    private static final double APART = 4;
    private final Signals signals;

    GradientTime(Signals signals) { this.signals = signals; }

    double draw(Card card, Card.Frame frame) {
        Scale up = scale();
        double left = Math.max(36, 10 + LossCurve.widest(up));
        double width = frame.width() - left - (frame.width() > Tokens.COLUMN ? 168 : 126);
        double last = signals.lastEpoch();
        double[] epochs = signals.epochs();
        Panel panel = Panel.of(frame.x() + left, frame.plotTop(), width, frame.height(),
            EpochAxis.of(epochs[0], last, last, width), up);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            marks.addAll(bars(i, panel));
        }
        for (int i = 0; i < signals.size(); i++) {
            marks.addAll(line(i, up));
        }
        marks.addAll(start());
        marks.addAll(names(panel));
        card.add(panel.with(marks));
        card.add(Text.of(frame.x(), frame.top(), "signal per unit, RMS (log)").small());
        card.add(EpochAxis.unit(panel));
        return frame.bottom() + 30;
    }

    private Scale scale() {
        double[] epochs = signals.epochs();
        DoubleStream all = DoubleStream.empty();
        for (int i = 0; i < signals.size(); i++) {
            int layer = i;
            for (double share : new double[] {0.05, 0.5, 0.95}) {
                all = DoubleStream.concat(all,
                    Arrays.stream(epochs).map(epoch -> signals.quantile(layer, epoch, share)));
            }
        }
        double[] positive = all.filter(v -> v > 0 && Double.isFinite(v)).toArray();
        double most = Arrays.stream(positive).max().orElse(1);
        return Scale.log(Math.max(Arrays.stream(positive).min().orElse(0.001), most * Signals.FLOOR), most);
    }

    private List<Mark> bars(int layer, Panel panel) {
        double[] epochs = signals.epochs();
        Stroke stroke = Stroke.of(Tokens.tint(colour(layer), 0.55), 2);
        double shift = (layer - (signals.size() - 1) / 2.0) * APART * (panel.across().high() - panel.across().low())
            / panel.width();
        List<Mark> bars = new ArrayList<>();
        for (double epoch : epochs) {
            double low = signals.quantile(layer, epoch, 0.05);
            double high = signals.quantile(layer, epoch, 0.95);
            if (epoch > 0 && high > panel.up().low() && EpochAxis.isMarked(epoch, epochs[0], signals.lastEpoch())) {
                bars.add(new Mark.Rule(epoch + shift, Math.max(low, panel.up().low()), epoch + shift, high, stroke));
            }
        }
        return bars;
    }

    private List<Mark> line(int layer, Scale up) {
        Points medians = signals.medians(layer).withY(v -> Math.max(v, up.low()));
        List<String> notes = new ArrayList<>();
        List<Integer> dots = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < medians.size(); i++) {
            double epoch = medians.x(i);
            notes.add(note(layer, epoch));
            if (epoch > 0 && EpochAxis.isMarked(epoch, medians.x(0), signals.lastEpoch())) {
                dots.add(i);
            }
            if (signals.isBroken(layer, epoch)) {
                marks.add(new Mark.Dot(Points.at(epoch, up.high()), Shape.CROSS, 4, Tokens.NOT_FINITE,
                    List.of(notes.get(i))));
            }
            if (signals.median(layer, epoch) == 0) {
                marks.add(Text.of(epoch, up.low(), "0").small().shifted(0, -7).on(Mark.Anchor.MIDDLE));
            }
        }
        List<Integer> kept = Thin.line(medians, Thin.LINE);
        marks.add(0, new Mark.Line(medians.only(kept), Stroke.of(colour(layer), 2).withDash(Tokens.layerDash(layer)),
            kept.stream().map(notes::get).toList()));
        marks.add(new Mark.Dot(medians.only(dots), Shape.DISC, Tokens.DOT, colour(layer),
            dots.stream().map(notes::get).toList()));
        if (medians.x(0) == 0) {
            marks.add(new Mark.Dot(medians.only(List.of(0)), Shape.RING, 3.6, colour(layer), List.of(notes.get(0))));
        }
        return marks;
    }

    private String note(int layer, double epoch) {
        String place = signals.layers().get(layer).place();
        String value = Numbers.of(signals.median(layer, epoch));
        return epoch == 0 ? place + " · before training " + value
            : place + " · epoch " + Numbers.tick(epoch) + ": median " + value + " · 5 to 95 %: "
                + Numbers.of(signals.quantile(layer, epoch, 0.05)) + " to "
                + Numbers.of(signals.quantile(layer, epoch, 0.95));
    }

    /** Words at the uppermost of the first dots. */
    private List<Mark> start() {
        double highest = Double.NaN;
        for (int i = 0; i < signals.size(); i++) {
            double value = signals.median(i, 0);
            highest = Double.isNaN(highest) || value > highest ? value : highest;
        }
        boolean seen = signals.epochs()[0] == 0 && signals.lastEpoch() > 0 && highest > 0;
        return seen ? List.of(Text.of(0, highest, "before training").small().shifted(9, -5).withHalo(Tokens.CARD))
            : List.of();
    }

    private List<Mark> names(Panel panel) {
        Labels labels = new Labels();
        for (int i = 0; i < signals.size(); i++) {
            Watched.Layer layer = signals.layers().get(i);
            double value = signals.median(i, signals.lastEpoch());
            Text name = Text
                .of(panel.x() + panel.width(), 0,
                    Words.fitted(layer.place(), 90, Tokens.TEXT, true) + " " + Numbers.of(value))
                .shifted(14, 0).strong();
            double at = Double.isNaN(value) ? panel.y() : panel.py(value);
            Text role = Text.of(panel.x() + panel.width(), 0, layer.role() + " layer").small().shifted(14, 0);
            labels = layer.role().isEmpty() || signals.size() > 4 ? labels.add(at, name) : labels.add(at, name, role);
        }
        return panel.anchored(labels.placed(panel.y(), panel.y() + panel.height()));
    }

    private String colour(int layer) { return Tokens.layer(layer, signals.size()); }
}
