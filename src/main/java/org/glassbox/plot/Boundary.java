package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.Table;

/** Where does it say yes? The share of the second of two classes all over a plane, the line at ½, and the rows. */
public final class Boundary implements Picture {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 360;
    /** The darkest ground on which dots still stand out. */
    private static final double DARKEST = 0.5;
    private static final String COLOUR = Tokens.net(2);

    private final Table facts;
    private final Table points;
    private final double[] x;
    private final double[] y;
    private final double[] shares;
    private final int columns;

    private Boundary(Table facts, Table plane, Table points) {
        this.facts = facts;
        this.points = points;
        x = Columns.numbers(plane, "x");
        y = Columns.numbers(plane, "y");
        shares = Columns.numbers(plane, "share");
        columns = (int) Arrays.stream(x).distinct().count();
    }

    /**
     * The picture of a boundary's tables.
     *
     * @param facts one row: data, rows, right, across, up, no, yes
     * @param plane places row by row from above, evenly: x, y, share
     * @param points x, y, yes, right, share
     */
    public static Chart of(Table facts, Table plane, Table points) {
        return Card.of(new Boundary(facts, plane, points));
    }

    @Override
    public String title() { return "Where does it say «" + fact("yes") + "»?"; }

    @Override
    public List<String> answer() {
        int rows = (int) number("rows");
        return List.of("Right on " + Score.accuracy(number("right") / rows, rows) + "; "
            + Numbers.percent(Arrays.stream(shares).filter(share -> share > 0.5).count() / (double) shares.length, 0)
            + " of the plane is «" + fact("yes") + "».");
    }

    @Override
    public List<String> normal() {
        return List
            .of("A good line parts the two; rows that are called wrong lie near it. Where there are no rows it guesses,"
                + " however sure it is.");
    }

    @Override
    public String measured() {
        return Numbers.count((long) number("rows")) + " rows of " + fact("data") + " · " + columns + " × "
            + x.length / columns + " places · evaluation mode";
    }

    @Override
    public double plotHeight() { return HEIGHT; }

    @Override
    public double draw(Card card, Card.Frame frame) {
        int rows = x.length / columns;
        double dx = (x[columns - 1] - x[0]) / (columns - 1) / 2;
        double dy = (y[0] - y[x.length - 1]) / (rows - 1) / 2;
        Scale across = Scale.linear(x[0] - dx, x[columns - 1] + dx, 6);
        Scale up = Scale.linear(y[x.length - 1] - dy, y[0] + dy, 5);
        double left = Math.max(36, 10 + LossCurve.widest(up));
        Panel panel = Panel.of(frame.x() + left, frame.plotTop(), WIDTH, HEIGHT, across, up);
        List<Double> ground = Arrays.stream(shares).map(share -> DARKEST * share).boxed().toList();
        card.add(panel.with(List.of(
            new Mark.Cell(across.low(), up.high(), across.high(), up.low(), columns, ground, COLOUR),
            new Mark.Line(Contour.of(x, y, shares, columns, 0.5), Stroke.of(Tokens.INK, 1.6)))).with(dots()));
        card.add(Text.of(frame.x(), frame.top(), fact("up")).small());
        card.add(EpochAxis.unit(panel, fact("across")));
        key(card, panel.x() + WIDTH + 34, frame.plotTop() + 14);
        return frame.bottom() + 30;
    }

    private List<Mark> dots() {
        BooleanColumn yes = points.booleanColumn("yes");
        BooleanColumn right = points.booleanColumn("right");
        return List.of(dots(row -> !yes.get(row), Shape.RING, Tokens.DOT, Tokens.INK),
            dots(yes::get, Shape.DISC, Tokens.DOT, COLOUR),
            dots(row -> !right.get(row), Shape.HALO, 6.5, Tokens.INK));
    }

    private Mark dots(IntPredicate which, Shape shape, double radius, String colour) {
        int[] rows = IntStream.range(0, points.rowCount()).filter(which).toArray();
        double[] px = Arrays.stream(rows).mapToDouble(Columns.number(points, "x")).toArray();
        double[] py = Arrays.stream(rows).mapToDouble(Columns.number(points, "y")).toArray();
        return new Mark.Dot(Points.of(px, py), shape, radius, colour,
            shape == Shape.HALO ? List.of() : Arrays.stream(rows).mapToObj(this::note).toList());
    }

    private String note(int row) {
        String name = fact(points.booleanColumn("yes").get(row) ? "yes" : "no");
        return name + " · share of «" + fact("yes") + "» "
            + Numbers.of(Columns.number(points, "share").applyAsDouble(row));
    }

    /** What dots, line and shades mean, from base line {@code top} down. */
    private void key(Card card, double left, double top) {
        double step = Tokens.LINE + 4;
        List<Mark> marks = new ArrayList<>(List.of(
            new Mark.Dot(Points.at(left, top - 4), Shape.DISC, Tokens.DOT, COLOUR),
            new Mark.Dot(Points.at(left, top + step - 4), Shape.RING, Tokens.DOT, Tokens.INK),
            new Mark.Dot(Points.at(left, top + 2 * step - 4), Shape.HALO, 6.5, Tokens.INK),
            new Mark.Rule(left - 8, top + 3 * step - 4, left + 8, top + 3 * step - 4, Stroke.of(Tokens.INK, 1.6))));
        String[] words = {fact("yes"), fact("no"), "called wrong: " + (int) (number("rows") - number("right")),
            "as likely as not"};
        for (int i = 0; i < words.length; i++) {
            marks.add(Text.of(left + 18, top + i * step, Words.fitted(words[i], 200, Tokens.TEXT, false)));
        }
        double y = top + 4 * step + 14;
        marks.add(new Mark.Bar(left - 9, y - 1, left + 121, y + 13, Tokens.AXIS, 0));
        for (int i = 0; i < 8; i++) {
            marks.add(
                new Mark.Bar(left - 8 + 16 * i, y, left + 8 + 16 * i, y + 12, Tokens.tint(COLOUR, DARKEST * i / 7), 0));
        }
        marks.add(
            Text.of(left - 8, y - 8, "share of «" + Words.fitted(fact("yes"), 120, Tokens.SMALL, false) + "»").small());
        marks.add(Text.of(left - 8, y + 26, "0").small());
        marks.add(Text.of(left + 120, y + 26, "1").small().on(Mark.Anchor.END));
        card.addAll(marks);
    }

    private String fact(String name) { return Columns.texts(facts, name)[0]; }

    private double number(String name) { return Columns.numbers(facts, name)[0]; }
}
