package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Card.Frame;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** A whole run on one card: loss, weights, gradients and activations, with what was trained and how it was measured. */
public final class RunSheet {
    private static final double PLOT = 178;
    private static final double BELOW = 36;   // from the lower edge of a plot to the lowest words under it

    private final Facts facts;
    private final Card card = new Card();

    private RunSheet(Facts facts) { this.facts = facts; }

    /** The picture of a run's four tables. */
    public static Chart of(Table facts, Table epochs, Table steps, Table watched) {
        Facts known = Facts.of(facts);
        Watched seen = Watched.of(watched);
        Picture loss = LossCurve.picture(facts, epochs, steps);
        return new RunSheet(known).chart(loss, WeightHistograms.picture(seen).beside(),
            GradientMagnitudes.picture(seen),
            Activations.picture(known, seen).beside());
    }

    private Chart chart(Picture loss, Picture weights, Picture gradients, Picture activations) {
        head();
        double middle = row(78, loss, weights);
        double bottom = row(middle, gradients, activations);
        double line = bottom - 46 + 10;
        rule(line);
        card.add(Text.of(Tokens.MARGIN, line + 19, Words.fitted(foot(), width(), Tokens.SMALL, false)).small()
            .in(Tokens.FAINT));
        return whole(List.of(loss, weights, gradients, activations), line + 32);
    }

    private static double width() { return Tokens.WIDTH - 2 * Tokens.MARGIN; }

    private void head() {
        String seed = " · batch " + facts.batch() + " · seed " + facts.seed();   // a long rule must not push it out
        String right = Words.fitted(Words.fitted(facts.rule(),
            0.4 * width() - Words.wideWidth(seed, Tokens.TEXT, false), Tokens.TEXT, false) + seed,
            0.4 * width(), Tokens.TEXT, false);
        double rest = width() - Words.wideWidth(right, Tokens.TEXT, false) - 16;
        String epochs = Numbers.count(facts.epochsDone()) + (facts.epochsDone() == 1 ? " epoch, " : " epochs, ")
            + Numbers.count(facts.updates()) + (facts.updates() == 1 ? " update" : " updates");
        String counts = " · " + Numbers.count(facts.parameters()) + " parameters · " + epochs;
        String names = Words.fitted(facts.data() + " · " + facts.net(),
            rest - Words.wideWidth(counts, Tokens.TEXT, false), Tokens.TEXT, false);
        card.add(Text.of(Tokens.MARGIN, 33, names + counts).in(Tokens.SUB));
        card.add(Text.of(Tokens.WIDTH - Tokens.MARGIN, 33, right).in(Tokens.SUB).on(Anchor.END));
        rule(46);
    }

    private void rule(double y) {
        card.add(new Mark.Rule(Tokens.MARGIN, y, Tokens.WIDTH - Tokens.MARGIN, y, Stroke.of(Tokens.GRID, 1)));
    }

    /** Two pictures beside each other, their plots on one line; returns where the next title stands. */
    private double row(double top, Picture left, Picture right) {
        double second = Tokens.MARGIN + Tokens.COLUMN + Tokens.GUTTER;
        // a wide face may reach into the gutter, but only half into the margin
        double head = Math.max(card.head(left, Tokens.MARGIN, top, Tokens.COLUMN + 36),
            card.head(right, second, top, Tokens.COLUMN + 20));
        double deepest = 0;
        for (Picture picture : List.of(left, right)) {
            double x = picture == left ? Tokens.MARGIN : second;
            Frame frame = new Frame(x, head + 26, Tokens.COLUMN, PLOT);
            deepest = Math.max(deepest, Math.max(picture.draw(card, frame), frame.bottom() + BELOW));
        }
        double foot = deepest + 18;
        double lowest = foot;
        for (Picture picture : List.of(left, right)) {
            lowest = Math.max(lowest,
                card.footer(picture.measured(), picture == left ? Tokens.MARGIN : second, foot, Tokens.COLUMN
                    + (picture == left ? 36 : 20)));
        }
        return lowest + 46;
    }

    private String foot() {
        List<String> parts = new ArrayList<>();
        String validation = facts.hasValidation() ? ", " + Numbers.count(facts.validationRows()) + " validation" : "";
        parts.add(Numbers.count(facts.rows()) + " training" + validation + " rows"
            + (facts.stratified() ? ", stratified" : ""));
        if (!facts.starts().isEmpty()) {
            parts.add(facts.starts().startsWith("goes") ? facts.starts() : "starts " + facts.starts());
        }
        if (Double.isFinite(facts.seconds())) {
            parts.add(Numbers.seconds(facts.seconds()) + ", " + facts.threads()
                + (facts.threads() == 1 ? " thread" : " threads"));
        }
        if (Double.isFinite(facts.watching())) {
            parts.add("watching " + Numbers.percent(facts.watching(), 0));
        }
        return String.join(" · ", parts);
    }

    /** All words of the four in their order. */
    private Chart whole(List<Picture> pictures, double height) {
        List<String> answers = pictures.stream().flatMap(picture -> picture.answer().stream()).toList();
        List<String> normal = pictures.stream().flatMap(picture -> picture.normal().stream()).toList();
        String title = "Run: " + facts.data() + ", " + facts.net() + ", " + Numbers.count(facts.epochsDone())
            + (facts.epochsDone() == 1 ? " epoch" : " epochs");
        return card.chart(title, answers, normal, foot(), height, false);
    }
}
