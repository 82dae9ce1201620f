package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A rectangle of a chart in which marks stand in units of their own. One without axes is a plain sheet in px, for words and
 * diagrams.
 *
 * @param x left edge on the card, px
 * @param y upper edge on the card, px
 * @param width px
 * @param height px
 * @param across from left to right
 * @param up from the lower edge to the upper
 * @param lines which lines the ticks draw
 * @param ground marks below the grid: normal ranges, time to come
 * @param marks marks on it, from back to front
 * @param stages marks that are seen one list at a time, chosen by the chart's slider; empty: none
 */
public record Panel(double x, double y, double width, double height, Scale across, Scale up, Lines lines,
    List<Mark> ground,
    List<Mark> marks, List<List<Mark>> stages) {
    /** Which lines the ticks draw through the panel. */
    public enum Lines {
        /** A plain sheet: no axes. */
        NONE,
        /** Axes that are not seen. */
        BARE,
        /** The ticks of the upward axis; the other one has short ticks. */
        ROWS,
        /** The ticks of the axis across; the other one has none. */
        COLUMNS
    }

    public Panel {
        ground = List.copyOf(ground);
        marks = List.copyOf(marks);
        stages = stages.stream().map(List::copyOf).toList();
    }

    /** A plain sheet over the whole card: a mark's place is px from the upper left corner. */
    public static Panel plain(double width, double height, List<Mark> marks) {
        return new Panel(0, 0, width, height, Scale.pixels(0, width), Scale.pixels(height, 0), Lines.NONE, List.of(),
            marks,
            List.of());
    }

    /** An empty panel there, with these axes. */
    public static Panel of(double x, double y, double width, double height, Scale across, Scale up) {
        return new Panel(x, y, width, height, across, up, Lines.ROWS, List.of(), List.of(), List.of());
    }

    /** This panel with those lines. */
    Panel withLines(Lines other) {
        return new Panel(x, y, width, height, across, up, other, ground, marks, stages);
    }

    /** This panel with one more mark below the grid. */
    Panel withGround(Mark mark) {
        return new Panel(x, y, width, height, across, up, lines, plus(ground, List.of(mark)), marks, stages);
    }

    /** This panel with more marks in front. */
    public Panel with(List<? extends Mark> more) {
        return new Panel(x, y, width, height, across, up, lines, ground, plus(marks, more), stages);
    }

    /** This panel with marks that change with the slider. */
    Panel withStages(List<List<Mark>> lists) {
        return new Panel(x, y, width, height, across, up, lines, ground, marks, lists);
    }

    boolean isPlain() { return lines == Lines.NONE; }

    /** Where {@code value} stands on the card, px from the left. */
    public double px(double value) {
        return x + width * across.at(value);
    }

    /** Where {@code value} stands on the card, px from above. */
    public double py(double value) {
        return y + height * (1 - up.at(value));
    }

    /** The places on the card, in px. */
    Points pixels(Points points) {
        return map(points, i -> new double[] {px(points.x(i)), py(points.y(i))});
    }

    /** Texts whose places are px on the card as marks of this panel, which stay with what they name when it is zoomed. */
    List<Mark> anchored(List<Mark.Text> texts) {
        return texts.stream().<Mark>map(text -> text.from(across.valueAt((text.x() - x) / width),
            up.valueAt(1 - (text.y() - y) / height))).toList();
    }

    private static Points map(Points points, Function<Integer, double[]> place) {
        double[] px = new double[points.size()];
        double[] py = new double[points.size()];
        for (int i = 0; i < px.length; i++) {
            double[] at = place.apply(i);
            px[i] = at[0];
            py[i] = at[1];
        }
        return Points.of(px, py);
    }

    private static List<Mark> plus(List<Mark> marks, List<? extends Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return all;
    }
}
