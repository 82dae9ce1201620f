package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** Is it running, is it learning, how long still? The panel that is drawn again and again while a net is trained. */
public final class TrainingPanel {
    private static final double PLOT = 152;
    private static final double TOP = 178;
    private static final double LEFT = 36;
    private static final double WIDTH = 264;   // names at the last epoch need the rest, in a wide face too
    private static final double HEIGHT = 482;

    private final Facts facts;
    private final Epochs epochs;
    private final PanelWords words;
    private final LossPlot loss;
    private final GradientSteps gradients;
    private final Signals signals;
    private final Card card = new Card();

    private TrainingPanel(Table facts, Table epochs, Table steps, Table watched) {
        this.facts = Facts.of(facts);
        this.epochs = Epochs.of(epochs);
        double perEpoch = new PanelWords(this.facts, this.epochs, 1).stepsPerEpoch();
        Watched seen = Watched.of(watched, "gradients");
        this.gradients = new GradientSteps(seen, perEpoch);
        this.signals = Signals.of(seen);
        this.words = new PanelWords(this.facts, this.epochs, gradients.every());
        Series batches = new Series(Columns.numbers(steps, "epoch"), Columns.numbers(steps, "loss"));
        this.loss = new LossPlot(this.facts, this.epochs, batches, Columns.numbers(steps, "step"));
    }

    /** The picture of a run's four tables as far as they are filled. */
    public static Chart of(Table facts, Table epochs, Table steps, Table watched) {
        return new TrainingPanel(facts, epochs, steps, watched).chart();
    }

    private Chart chart() {
        head();
        progress();
        verdict();
        lossPlot();
        gradientPlot();
        new PanelTable(facts, epochs).draw(card, Tokens.MARGIN, 376);
        ratio();
        String measured = measured();
        card.footer(measured, Tokens.MARGIN, 469, Tokens.WIDTH - Tokens.MARGIN - 8);
        List<String> answer = new ArrayList<>(List.of(words.verdict()));
        answer.addAll(new PanelTable(facts, epochs).lines());
        String title = "Training: " + facts.data() + ", " + facts.net() + ", " + words.place();
        return card.chart(title, answer, List.of(String.join(" · ", words.progress())), measured, HEIGHT,
            facts.isRunning());
    }

    private void head() {
        double right = Tokens.WIDTH - Tokens.MARGIN;
        String place = words.place();
        String name = Words.fitted(facts.data() + " · " + facts.net(), 340, Tokens.TITLE, true);
        double x = Tokens.MARGIN + Math.max(140, Words.wideWidth(name, Tokens.TITLE, true)) + 16;
        String starts = facts.starts().isEmpty() || facts.starts().startsWith("goes") ? facts.starts()
            : "starts " + facts.starts();
        String details = String.join(" · ", Numbers.count(facts.parameters()) + " parameters", facts.rule(),
            "batch " + facts.batch(),
            "seed " + facts.seed(), starts);
        double room = right - Words.wideWidth(place, Tokens.TITLE, true) - 12 - x;
        card.add(Text.of(Tokens.MARGIN, 38, name).title());
        card.add(Text.of(x, 38, Words.fitted(details, room, Tokens.TEXT, false)).in(Tokens.SUB));
        card.add(Text.of(right, 38, place).title().on(Anchor.END));
    }

    /** While it runs the bar; after the end the times alone. */
    private void progress() {
        double right = Tokens.WIDTH - Tokens.MARGIN;
        card.add(new Mark.Bar(Tokens.MARGIN, 54, right, 62, Tokens.TRACK, 4));
        double done = Tokens.MARGIN + words.share() * (right - Tokens.MARGIN);
        if (done > Tokens.MARGIN) {
            card.add(new Mark.Bar(Tokens.MARGIN, 54, done, 62,
                facts.isNotFinite() ? Tokens.NOT_FINITE : Tokens.TRAINING, 4));
        }
        double x = Tokens.MARGIN;
        boolean first = true;
        for (String part : words.progress()) {
            Text text = Text.of(x, 84, part);
            card.add(first ? text.strong() : text.in(Tokens.SUB));
            x += Math.max(first ? 44 : 64, Words.wideWidth(part, Tokens.TEXT, first)) + 18;
            first = false;
        }
    }

    private void verdict() {
        boolean broken = facts.isNotFinite();
        Shape shape = broken ? Shape.CROSS : facts.isStopped() ? Shape.SQUARE : Shape.DISC;
        String colour = broken ? Tokens.NOT_FINITE : facts.isStopped() ? Tokens.INK
            : epochs.size() < 2 || words.isLearning() ? Tokens.TRAINING : Tokens.START;
        card.add(new Mark.Dot(Points.at(34, 114), shape, 5, colour));
        String verdict = Words.fitted(words.verdict(), Tokens.WIDTH - 2 * Tokens.MARGIN, Tokens.TEXT, true);
        card.add(Text.of(48, 118.6, verdict).strong());
    }

    /** The axis of epochs has its whole length from the start; what is still to come stays empty. */
    private Panel panel(double x, Scale up) {
        double last = Math.max(facts.epochs(), epochs.last());
        Scale across = EpochAxis.of(epochs.first(), last, Double.NaN, WIDTH);
        Panel panel = Panel.of(x + LEFT, TOP, WIDTH, PLOT, across, up);
        return words.now() < across.high()
            ? panel.withGround(new Mark.Bar(words.now(), up.low(), across.high(), up.high(), Tokens.FUTURE, 0)) : panel;
    }

    private void titles(Panel panel, double x, String title, String unit) {
        card.add(Text.of(x, 154, title).strong());
        card.add(Text.of(x, 168, unit).small());
        card.add(EpochAxis.unit(panel));
    }

    private Mark now(Scale up) {
        return new Mark.Rule(words.now(), up.low(), words.now(), up.high(), Stroke.of(Tokens.AXIS, 1));
    }

    private void lossPlot() {
        Scale up = loss.scale();
        Panel panel = panel(Tokens.MARGIN, up);
        Mark.Area band = loss.band(up);
        List<Mark> marks = new ArrayList<>();
        if (band != null) {
            marks.add(band);
        }
        boolean chance = Double.isFinite(facts.chance()) && (!up.log() || facts.chance() > 0);
        if (chance) {
            marks.add(new Mark.Rule(panel.across().low(), facts.chance(), panel.across().high(), facts.chance(),
                Stroke.of(Tokens.FAINT, 1).withDash(Tokens.DOTTED)));
        }
        if (epochs.size() > 0) {
            marks.add(now(up));
        }
        marks.addAll(loss.curves(epochs.first(), epochs.last(), 3, epochs.size() <= 30));
        marks.addAll(loss.crosses(up));
        marks.addAll(lossNames(panel, chance));
        card.addAll(
            BandLabel.beside(panel.with(marks), band, List.of(epochs.loss().points(), epochs.validation().points()),
                panel.px(words.now())));
        card.add(panel.with(marks));
        titles(panel, Tokens.MARGIN, "Is it learning?", up.log() ? "loss (log)" : "loss");
    }

    private List<Mark> lossNames(Panel panel, boolean chance) {
        Labels labels = new Labels();
        double x = panel.px(words.now());
        int valid = epochs.validation().indexOfLastFinite();
        int trained = epochs.loss().indexOfLastFinite();
        if (facts.hasValidation() && valid >= 0) {
            double value = epochs.validation().value(valid);
            labels.add(panel.py(value),
                Text.of(x, 0, "validation " + Numbers.of(value)).in(Tokens.VALIDATION).strong().shifted(10, 0));
        }
        if (trained >= 0) {
            double value = epochs.loss().value(trained);
            labels.add(panel.py(value),
                Text.of(x, 0, "training " + Numbers.of(value)).in(Tokens.TRAINING).strong().shifted(10, 0));
        }
        double end = panel.x() + WIDTH;
        boolean late = end - x < 130;   // the names of the curves then stand where that of the chance line would
        if (chance && late) {
            labels.add(panel.py(facts.chance()),
                Text.of(Math.max(x, end), 0, "chance " + Numbers.of(facts.chance())).small().shifted(10, 0));
        }
        List<Mark> marks = new ArrayList<>(panel.anchored(labels.placed(panel.y() + 8, panel.y() + panel.height())));
        if (chance && !late) {
            marks.add(Text.of(panel.across().high(), facts.chance(), "chance " + Numbers.of(facts.chance())).small()
                .shifted(10, 4));
        }
        return marks;
    }

    private void gradientPlot() {
        double x = Tokens.MARGIN + Tokens.COLUMN + Tokens.GUTTER;
        if (gradients.isEmpty()) {
            card.add(Text.of(x, 154, "Gradients are not watched.").in(Tokens.SUB));
            return;
        }
        Scale up = gradients.scale();
        Panel panel = panel(x, up);
        List<Mark> marks = new ArrayList<>(gradients.marks(panel));
        marks.add(now(up));
        marks.addAll(gradients.names(panel, panel.px(words.now())));
        card.add(panel.with(marks));
        titles(panel, x, "Does the error reach the first layer?", "gradient per weight, RMS (log)");
    }

    private void ratio() {
        if (signals.isEmpty() || signals.size() < 2) {
            return;
        }
        double x = Tokens.MARGIN + Tokens.COLUMN + Tokens.GUTTER + LEFT;
        boolean deep = signals.hidden() >= 2;
        double ratio = signals.ratio(signals.lastEpoch());
        String value = Double.isNaN(ratio) ? "–" : ratio == 0 ? "0" : Numbers.significant(ratio, 2) + " ×";
        card.add(Text.of(x, 376, "signal of the first ÷ last " + (deep ? "hidden layer" : "layer")).small());
        card.add(Text.of(x, 395, value).strong());
        card.add(
            Text.of(x + Words.wideWidth(value, Tokens.TEXT, true) + 14, 395, "normal: 0.01 to 100").in(Tokens.SUB));
    }

    private String measured() {
        String rows = Numbers.count(facts.rows()) + " training"
            + (facts.hasValidation() ? ", " + Numbers.count(facts.validationRows()) + " validation" : "") + " rows";
        return rows + ", all measured after each epoch in evaluation mode" + (gradients.isEmpty() ? ""
            : " · gradients: before clipping · thin: single steps, thick: median of an epoch");
    }
}
