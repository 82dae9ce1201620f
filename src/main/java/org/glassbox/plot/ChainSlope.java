package org.glassbox.plot;

import java.util.List;
import org.glassbox.Digits;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The result as a curve over the asked number alone, with the tangent: the derivative is that slope. */
final class ChainSlope {
    static final double LEFT = 680;
    private static final double X = 716;
    private static final double WIDTH = 216;
    private static final double HEIGHT = 116;
    /** From the base line of the title down to the lowest words. */
    static final double REACH = 196;
    private static final double TANGENT = 0.22;
    /** Below that share of the height there is no room for words beside the upright line. */
    private static final double LOW = 0.3;

    private ChainSlope() {}

    /** The words around the plot, in px of the card, the title on base line {@code y}. */
    static List<Mark> words(Row facts, double y) {
        String result = facts.getString("result").equals("L") ? "loss" : facts.getString("result");
        return List.of(Text.of(LEFT, y, "The derivative is this slope").strong(),
            Text.of(LEFT, y + 16, result + ", all else fixed").small(),
            Text.of(X + WIDTH, y + REACH, facts.getString("asked") + " alone").small().on(Anchor.END));
    }

    static Panel of(Table curve, Row facts, double y) {
        Points points = Points.of(Columns.numbers(curve, "value"), Columns.numbers(curve, "loss"));
        Points finite = points.finite();
        double value = facts.getDouble("value");
        double loss = facts.getDouble("loss");
        double slope = facts.getDouble("gradient");
        double low = loss;
        double high = loss;
        for (int i = 0; i < finite.size(); i++) {
            low = Math.min(low, finite.y(i));
            high = Math.max(high, finite.y(i));
        }
        double air = Math.max(high - low, 1e-9 + 0.01 * Math.abs(loss)) * 0.14;
        Scale across = Scale.linear(points.x(0), points.x(points.size() - 1), 5);
        Panel panel = Panel.of(X, y + 46, WIDTH, HEIGHT, across, Scale.linear(low - air, high + air, 4));
        boolean left = finite.size() > 1 && finite.y(finite.size() * 3 / 8) < finite.y(finite.size() * 5 / 8);
        double side = left ? -10 : 10;
        boolean isLow = panel.up().at(loss) < LOW;
        Text label = Text.of(value, loss, "slope " + Digits.of(slope)).strong().in(Tokens.VALIDATION)
            .withHalo(Tokens.CARD)
            .on(left ? Anchor.END : Anchor.START).shifted(side, isLow ? -24 : -8);
        Text at = Text
            .of(value, isLow ? loss : panel.up().low(), facts.getString("asked") + " = " + Digits.brief(value)).small()
            .in(Tokens.VALIDATION).withHalo(Tokens.CARD).on(left != isLow ? Anchor.START : Anchor.END)
            .shifted(isLow ? side : -0.6 * side, -8);
        return panel.with(List.of(
            new Mark.Rule(value, panel.up().low(), value, loss, Stroke.of(Tokens.VALIDATION, 1)),
            new Mark.Line(points, Stroke.of(Tokens.TRAINING, 2)),
            tangent(panel, value, loss, slope), new Mark.Dot(Points.at(value, loss), Shape.DISC, 4, Tokens.VALIDATION),
            label, at));
    }

    /** As long as it stays within the panel and near the place. */
    private static Mark tangent(Panel panel, double value, double loss, double slope) {
        double reach = TANGENT * (panel.across().high() - panel.across().low());
        double rise = Math.abs(slope) * reach;
        double below = loss - panel.up().low();
        double above = panel.up().high() - loss;
        double left = rise == 0 ? 1 : Math.min(1, (slope > 0 ? below : above) / rise);
        double right = rise == 0 ? 1 : Math.min(1, (slope > 0 ? above : below) / rise);
        return new Mark.Line(Points.of(new double[] {value - left * reach, value + right * reach},
            new double[] {loss - left * reach * slope, loss + right * reach * slope}),
            Stroke.of(Tokens.VALIDATION, 2).withDash(Tokens.VALIDATION_DASH));
    }
}
