package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** How good is it, since when, and would more training help? Loss by epoch on training and validation rows. */
public final class LossCurve implements Picture {
    private final Facts facts;
    private final Epochs epochs;
    private final LossPlot plot;
    private final LossWords words;

    private LossCurve(Facts facts, Epochs epochs, LossPlot plot) {
        this.facts = facts;
        this.epochs = epochs;
        this.plot = plot;
        this.words = new LossWords(facts, epochs);
    }

    /** The picture of a run's tables of facts, epochs and steps. */
    public static Chart of(Table facts, Table epochs, Table steps) {
        return Card.of(picture(facts, epochs, steps));
    }

    static LossCurve picture(Table facts, Table epochs, Table steps) {
        Facts known = Facts.of(facts);
        Epochs losses = Epochs.of(epochs);
        Series batches = new Series(Columns.numbers(steps, "epoch"), Columns.numbers(steps, "loss"));
        return new LossCurve(known, losses, new LossPlot(known, losses, batches, Columns.numbers(steps, "step")));
    }

    @Override
    public String title() { return "How good is it, and would more training help?"; }

    @Override
    public List<String> answer() { return words.sentences(); }

    @Override
    public List<String> normal() { return List.of(words.normal()); }

    @Override
    public String measured() {
        String rows = facts.hasValidation()
            ? Numbers.count(facts.rows()) + " and " + Numbers.count(facts.validationRows()) + " rows"
            : Numbers.count(facts.rows()) + " training rows";
        boolean error = facts.hasAccuracy() && facts.hasValidation();
        return "all " + rows + " · evaluation mode · after each epoch" + (error ? " · ± standard error" : "");
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        Scale up = plot.scale();
        double left = Math.max(36, 10 + widest(up));
        double width = frame.width() - left - (frame.width() > Tokens.COLUMN ? 168 : 126);
        double last = epochs.last();
        Scale across = EpochAxis.of(epochs.first(), last, last, width);
        Panel panel = Panel.of(frame.x() + left, frame.plotTop(), width, frame.height(), across, up);
        Mark.Area band = plot.band(up);
        List<Mark> marks = new ArrayList<>();
        if (band != null) {
            marks.add(band);
        }
        marks.addAll(chance(across, up));
        marks.addAll(best(up));
        marks.addAll(plot.curves(epochs.first(), last, Tokens.DOT, false));
        marks.addAll(plot.crosses(up));
        marks.addAll(LossEvents.marks(facts, epochs, up));
        panel = panel.with(marks);
        marks = new ArrayList<>(labels(panel));
        marks.addAll(start(up, across));
        card.addAll(BandLabel.beside(panel, band, List.of(epochs.loss().points(), epochs.validation().points()),
            panel.x() + width));
        card.add(panel.with(marks));
        card.add(Text.of(frame.x(), frame.top(), up.log() ? "loss (log)" : "loss").small());
        card.add(EpochAxis.unit(panel));
        return frame.bottom() + 30;
    }

    static double widest(Scale scale) {
        return scale.ticks().stream().mapToDouble(tick -> Words.wideWidth(tick.name(), Tokens.SMALL, false)).max()
            .orElse(0);
    }

    private List<Mark> chance(Scale across, Scale up) {
        double chance = facts.chance();
        boolean seen = Double.isFinite(chance) && (!up.log() || chance > 0);
        return seen ? List.of(new Mark.Rule(across.low(), chance, across.high(), chance, Stroke.of(Tokens.FAINT, 1)
            .withDash(Tokens.DOTTED))) : List.of();
    }

    /** A thin rule from the best epoch down to the axis. */
    private List<Mark> best(Scale up) {
        int best = epochs.validation().indexOfLowest();
        if (!facts.hasValidation() || best < 1) {
            return List.of();
        }
        double x = epochs.validation().at(best);
        return List.of(new Mark.Rule(x, epochs.validation().value(best), x, up.low(), Stroke.of(Tokens.VALIDATION, 1)));
    }

    private List<Mark> start(Scale up, Scale across) {
        double value = epochs.judged(facts).first();
        if (epochs.size() < 2 || !Double.isFinite(value)) {
            return List.of();
        }
        String text = Numbers.of(value) + " before the first update";
        return List.of(Text.of(across.low(), up.log() ? Math.max(value, up.low()) : value, text).small().shifted(10, -6)
            .withHalo(Tokens.CARD));
    }

    /** The names of the lines, at their ends. */
    private List<Mark> labels(Panel panel) {
        Labels labels = new Labels();
        double right = panel.x() + panel.width();
        if (Double.isFinite(facts.chance()) && (!panel.up().log() || facts.chance() > 0)) {
            labels.add(panel.py(facts.chance()), beside(right, "chance " + Numbers.of(facts.chance())).in(Tokens.SUB));
        }
        int last = epochs.validation().indexOfLastFinite();
        if (facts.hasValidation() && last >= 0) {
            labels.add(panel.py(epochs.validation().value(last)),
                beside(right, "validation " + Numbers.of(epochs.validation().value(last))).in(Tokens.VALIDATION)
                    .strong(),
                beside(right, bestNote()).small().in(Tokens.VALIDATION));
        }
        int trained = epochs.loss().indexOfLastFinite();
        if (trained >= 0) {
            Text name = beside(right, "training " + Numbers.of(epochs.loss().value(trained))).in(Tokens.TRAINING)
                .strong();
            String gap = gap();
            double at = panel.py(epochs.loss().value(trained));
            labels = gap.isEmpty() ? labels.add(at, name) : labels.add(at, name, beside(right, gap).small());
        }
        return panel.anchored(labels.placed(panel.y(), panel.y() + panel.height()));
    }

    private static Text beside(double x, String text) { return Text.of(x, 0, text).shifted(10, 0); }

    private String bestNote() {
        int best = epochs.validation().indexOfLowest();
        String epoch = best == 0 ? "before training" : "epoch " + Numbers.tick(epochs.validation().at(best));
        return best == epochs.size() - 1 ? "best, " + epoch
            : "best " + Numbers.of(epochs.validation().value(best)) + ", " + epoch;
    }

    private String gap() {
        double quotient = facts.hasValidation() ? epochs.validation().last() / epochs.loss().last() : Double.NaN;
        return Double.isFinite(quotient) && quotient >= 1.05 ? "gap " + Numbers.factor(quotient) + " ×" : "";
    }
}
