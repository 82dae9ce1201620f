package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.ChainLayout.Place;
import org.glassbox.plot.ChainNet.Edge;
import org.glassbox.plot.Mark.Stroke;

/** Two arrows side by side: forward in grey, and what is passed back in orange, as wide as the gradient. */
final class ChainRoad {
    static final String FORWARD = "#6b7682";
    static final String OFF_PATH = "#dd9a6a";
    /** Of any arrow, px. */
    static final double WIDEST = 14.2;
    private static final double FORWARD_WIDTH = 1.2;
    private static final double AIR = ChainLayout.RADIUS + 3;
    private static final double FORWARD_SHIFT = -4;
    private static final double BACK_SHIFT = 2;

    private ChainRoad() {}

    /** The arrows of {@code edge} along {@code road}; {@code scale}: px for a gradient of 1. */
    static List<Mark> of(Edge edge, List<Place> road, double scale) {
        double width = width(edge, scale);
        List<Mark> marks = new ArrayList<>(arrow(shifted(road, FORWARD_SHIFT), FORWARD_WIDTH, FORWARD));
        List<Place> back = new ArrayList<>(shifted(road, BACK_SHIFT + width / 2));
        java.util.Collections.reverse(back);
        String colour = edge.onPath() ? Tokens.VALIDATION : OFF_PATH;
        if (edge.passed() == 0) {
            marks.add(line(back, Stroke.of(colour, 1).withDash("2 4")));         // the way ends: nothing is passed on
        } else {
            marks.addAll(arrow(back, width, colour));
        }
        return marks;
    }

    static double width(Edge edge, double scale) {
        return Double.isFinite(edge.passed()) ? Math.max(1, Math.abs(edge.passed()) * scale) : WIDEST;
    }

    private static List<Mark> arrow(List<Place> road, double width, String colour) {
        List<Mark> marks = new ArrayList<>();
        int n = road.size();
        if (n > 2) {
            marks.add(line(road.subList(0, n - 1), Stroke.of(colour, width)));
        }
        Place from = road.get(n - 2);
        Place to = road.get(n - 1);
        marks.add(new Mark.Link(from.x(), from.y(), to.x(), to.y(), width, colour, true));
        return marks;
    }

    static Mark line(List<Place> road, Stroke stroke) {
        return new Mark.Line(
            Points.of(road.stream().mapToDouble(Place::x).toArray(), road.stream().mapToDouble(Place::y).toArray()),
            stroke);
    }

    /** The road moved aside (to the right of who goes forward), its ends at the rims of their circles. */
    private static List<Place> shifted(List<Place> road, double aside) {
        List<Place> moved = new ArrayList<>();
        int last = road.size() - 1;
        for (int i = 0; i <= last; i++) {
            Place before = road.get(Math.max(0, i - 1));
            Place after = road.get(Math.min(last, i + 1));
            double length = Math.hypot(after.x() - before.x(), after.y() - before.y());
            double ux = (after.x() - before.x()) / length;
            double uy = (after.y() - before.y()) / length;
            double along = i == 0 ? AIR : i == last ? -AIR : 0;
            moved.add(new Place(road.get(i).x() + along * ux - aside * uy, road.get(i).y() + along * uy + aside * ux));
        }
        return moved;
    }
}
