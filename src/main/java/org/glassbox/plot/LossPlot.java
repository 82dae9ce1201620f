package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;

/** The marks of a loss curve, for the picture and for the live panel: curves, dots, band of single batches, what is not finite. */
final class LossPlot {
    private static final int MOST_STAIRS = 120;
    private static final double LOWEST_BATCH = 100;

    private final Facts facts;
    private final Epochs epochs;
    private final Series steps;      // at: epoch of the step
    private final double[] stepNumber;

    LossPlot(Facts facts, Epochs epochs, Series steps, double[] stepNumber) {
        this.facts = facts;
        this.epochs = epochs;
        this.steps = steps;
        this.stepNumber = stepNumber;
    }

    /** The scale of losses: logarithmic unless one of the curves is negative. */
    Scale scale() {
        double[] curves = DoubleStream.concat(epochs.loss().finite(),
            facts.hasValidation() ? epochs.validation().finite() : DoubleStream.empty()).toArray();
        DoubleStream chance = Double.isFinite(facts.chance()) ? DoubleStream.of(facts.chance()) : DoubleStream.empty();
        double[] lines = DoubleStream.concat(Arrays.stream(curves), chance).toArray();
        double[] batches = steps.finite().toArray();
        double least = Arrays.stream(lines).min().orElse(0);
        double most = DoubleStream.concat(Arrays.stream(lines), Arrays.stream(batches)).max().orElse(1);
        if (least < 0) {
            double low = DoubleStream.concat(Arrays.stream(lines), Arrays.stream(batches)).min().orElse(0);
            double air = 0.08 * (most - low);
            return Scale.linear(low - air, most + air, 4);
        }
        double lowest = Arrays.stream(lines).filter(v -> v > 0).min().orElse(1);
        double batch = Arrays.stream(batches).filter(v -> v > 0).min().orElse(lowest);
        return Scale.log(Math.min(lowest, Math.max(batch, lowest / LOWEST_BATCH)), Math.max(most, lowest));
    }

    /** The least and the greatest loss of a single batch, epoch by epoch; null if there are none. */
    Mark.Area band(Scale scale) {
        double[] epoch = Arrays.stream(steps.places()).toArray();
        int group = epoch.length / MOST_STAIRS + 1;
        List<double[]> stairs = new ArrayList<>();
        for (int i = 0; i < epoch.length; i += group) {
            double from = epoch[i];
            double to = epoch[Math.min(epoch.length, i + group) - 1];
            double[] there = Arrays.stream(epoch).filter(e -> e >= from && e <= to)
                .flatMap(e -> Arrays.stream(steps.valuesAt(e)))
                .filter(Double::isFinite).toArray();
            if (there.length > 0) {
                stairs.add(new double[] {from - 1, endOf(to), Arrays.stream(there).min().getAsDouble(),
                    Arrays.stream(there).max().getAsDouble()});
            }
        }
        if (stairs.isEmpty()) {
            return null;
        }
        double lowest = scale.low();
        return new Mark.Area(edge(stairs, 3, lowest), edge(stairs, 2, lowest), Tokens.TRAINING_TINT);
    }

    private static Points edge(List<double[]> stairs, int which, double lowest) {
        double[] x = stairs.stream().flatMapToDouble(s -> DoubleStream.of(s[0], s[1])).toArray();
        double[] y = stairs.stream().flatMapToDouble(s -> DoubleStream.of(s[which], s[which])).toArray();
        return Points.of(x, y).withY(v -> Math.max(v, lowest));
    }

    /** Where the steps of an epoch end: a part of an epoch is drawn as long as it is. */
    private double endOf(double epoch) {
        double batches = facts.rows() > 0 && facts.batch() > 0 ? Math.ceil((double) facts.rows() / facts.batch()) : 0;
        int there = steps.valuesAt(epoch).length;
        return batches > 0 && epoch > epochs.last() ? epoch - 1 + Math.min(1, there / batches) : epoch;
    }

    /** Both curves and their dots, validation in front. */
    List<Mark> curves(double first, double last, double radius, boolean all) {
        List<Mark> marks = new ArrayList<>();
        List<Integer> dots = IntStream.range(0, epochs.size())
            .filter(i -> all || EpochAxis.isMarked(epochs.loss().at(i), first, last)).boxed().toList();
        Points training = onScale(epochs.loss().points());
        List<String> notes = dots.stream().map(this::note).toList();
        marks.add(line(training, Stroke.of(Tokens.TRAINING, 2)));
        Points validation = onScale(epochs.validation().points());
        if (facts.hasValidation()) {
            marks.add(line(validation, Stroke.of(Tokens.VALIDATION, 2).withDash(Tokens.VALIDATION_DASH)));
        }
        marks.add(new Mark.Dot(training.only(dots), Shape.DISC, radius, Tokens.TRAINING, notes));
        if (facts.hasValidation()) {
            marks.add(new Mark.Dot(validation.only(dots), Shape.DIAMOND, Tokens.DIAMOND, Tokens.VALIDATION, notes));
            int best = epochs.validation().indexOfLowest();
            if (best >= 0 && epochs.size() > 1) {
                marks.add(
                    new Mark.Dot(validation.only(List.of(best)), Shape.FULL_DIAMOND, Tokens.DIAMOND, Tokens.VALIDATION,
                        List.of("best · " + note(best))));
            }
        }
        return marks;
    }

    private Mark line(Points points, Stroke stroke) {
        List<Integer> kept = Thin.line(points, Thin.LINE);
        return new Mark.Line(points.only(kept), stroke, kept.stream().map(this::note).toList());
    }

    private static Points onScale(Points points) { return points.withY(v -> Double.isFinite(v) ? v : Double.NaN); }

    /** What is told of an epoch. */
    private String note(int i) {
        StringBuilder text = new StringBuilder("epoch " + Numbers.tick(epochs.loss().at(i)));
        text.append(" · training ").append(Numbers.of(epochs.loss().value(i)));
        if (facts.hasValidation()) {
            text.append(" · validation ").append(Numbers.of(epochs.validation().value(i)));
        }
        String score = Score.brief(facts,
            (facts.hasValidation() ? epochs.validationMetric() : epochs.metric()).value(i));
        text.append(score.isEmpty() ? "" : " · " + facts.metric() + " " + score);
        double rate = epochs.rate().value(i);
        return text.append(Double.isFinite(rate) ? " · rate " + Numbers.tick(rate) : "").toString();
    }

    /** A red cross at the upper edge wherever a loss was not finite. */
    List<Mark> crosses(Scale scale) {
        List<Double> where = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            if (isBroken(i)) {
                where.add(epochs.loss().at(i));
                notes.add(note(i));
            }
        }
        double batches = facts.rows() > 0 && facts.batch() > 0 ? Math.ceil((double) facts.rows() / facts.batch())
            : Double.NaN;
        for (int k = 0; k < steps.size() && where.size() < 50; k++) {
            if (!Double.isFinite(steps.value(k)) && Double.isFinite(batches)) {
                where.add(stepNumber[k] / batches);
                notes.add("step " + Numbers.tick(stepNumber[k]) + " · loss " + Numbers.of(steps.value(k)));
            }
        }
        double[] x = where.stream().mapToDouble(Double::doubleValue).toArray();
        double[] y = new double[x.length];
        Arrays.fill(y, scale.high());
        return x.length == 0 ? List.of()
            : List.of(new Mark.Dot(Points.of(x, y), Shape.CROSS, 4, Tokens.NOT_FINITE, notes));
    }

    private boolean isBroken(int i) {
        return !Double.isFinite(epochs.loss().value(i))
            || facts.hasValidation() && !Double.isFinite(epochs.validation().value(i));
    }

    Epochs epochs() { return epochs; }

    Facts facts() { return facts; }
}
