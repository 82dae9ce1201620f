package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.glassbox.Digits;
import org.glassbox.plot.ChainLabels.Box;
import org.glassbox.plot.ChainLayout.Place;
import org.glassbox.plot.ChainNet.Edge;
import org.glassbox.plot.ChainNet.Node;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;

/** The computation as circles and arrows: values above, gradients below, the path of the question tinted. */
final class ChainDiagram {
    private static final String QUIET_EDGE = "#98a2ad";
    private static final String QUIET_GRADIENT = "#9a5a2c";
    private static final double TINT = 50;
    private static final double PER_ONE = 8;
    private static final double ABOVE = -26;
    private static final double BELOW = 36;
    /** So many arrows between two columns are a crowd. */
    static final int MANY = 6;
    /** A little away from the arrow heads. */
    private static final double PAST_HEADS = 0.04;

    private final ChainNet net;
    private final ChainLayout layout;
    private final String asked;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Place> tinted = new ArrayList<>();
    private final ChainLabels labels = new ChainLabels();

    private ChainDiagram(ChainNet net, ChainLayout layout, String asked) {
        this.net = net;
        this.layout = layout;
        this.asked = asked;
    }

    static List<Mark> of(ChainNet net, ChainLayout layout, String asked) {
        ChainDiagram diagram = new ChainDiagram(net, layout, asked);
        diagram.path();
        diagram.arrows();
        net.nodes().values().forEach(diagram::circle);
        diagram.words();
        return diagram.marks;
    }

    private void path() {
        List<Place> places = new ArrayList<>();
        List<Edge> ways = net.edges().stream().filter(Edge::onPath).toList();
        String first = ways.isEmpty()
            ? net.nodes().values().stream().filter(Node::onPath).map(Node::name).findFirst().orElse("")
            : ways.get(0).from();
        Edge weight = net.edgeOf(asked, first);
        if (weight != null) {
            List<Place> road = layout.road(weight);
            Place a = road.get(road.size() - 2);
            Place b = road.get(road.size() - 1);
            places.add(new Place(a.x() + 0.33 * (b.x() - a.x()), a.y() + 0.33 * (b.y() - a.y())));
        }
        places.add(layout.at(first));
        ways.forEach(way -> places.addAll(layout.road(way).subList(1, layout.road(way).size())));
        tinted.addAll(places);
        if (places.size() > 1) {
            marks.add(ChainRoad.line(places, Stroke.of(Tokens.VALIDATION_TINT, TINT)));
        }
        for (Place end : List.of(places.get(0), places.get(places.size() - 1))) {
            marks.add(new Mark.Dot(Points.at(end.x(), end.y()), Shape.DISC, TINT / 2, Tokens.VALIDATION_TINT));
        }
    }

    /** The colour of the ground there: of a word's rim. */
    private String ground(double x, double y) {
        for (int i = 0; i + 1 < tinted.size(); i++) {
            if (distance(tinted.get(i), tinted.get(i + 1), x, y) < TINT / 2) {
                return Tokens.VALIDATION_TINT;
            }
        }
        return Tokens.CARD;
    }

    private static double distance(Place a, Place b, double x, double y) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double along = Math.max(0, Math.min(1, ((x - a.x()) * dx + (y - a.y()) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - a.x() - along * dx, y - a.y() - along * dy);
    }

    private double scale() {
        double most = net.edges().stream().mapToDouble(edge -> Math.abs(edge.passed())).filter(Double::isFinite).max()
            .orElse(1);
        return Math.min(PER_ONE, ChainRoad.WIDEST / Math.max(most, Double.MIN_NORMAL));
    }

    private void arrows() {
        net.edges().stream().sorted(Comparator.comparing(Edge::onPath)).forEach(edge -> {
            marks.addAll(ChainRoad.of(edge, layout.road(edge), scale()));
            labels.road(layout.road(edge));
        });
    }

    private void circle(Node node) {
        Place at = layout.at(node.name());
        double r = ChainLayout.RADIUS;
        String edge = node.onPath() ? Tokens.VALIDATION : QUIET_EDGE;
        marks.add(new Mark.Dot(Points.at(at.x(), at.y()), Shape.RING, r, edge));
        boolean fits = Words.width(node.name(), Tokens.TEXT, true) <= 1.7 * r;
        String name = fits ? node.name() : Words.fitted(node.name(), 2.1 * r, Tokens.SMALL, false);
        Text text = Text.of(at.x(), at.y() + 4.5, name).on(Anchor.MIDDLE);
        marks.add(node.onPath() && fits ? text.strong() : fits ? text : text.small().in(Tokens.INK));
        labels.keep(new Box(at.x() - r - 2, at.y() - r - 2, at.x() + r + 2, at.y() + r + 2));
        String value = Digits.of(node.value());
        word(at, ABOVE, Text.of(at.x(), at.y() + ABOVE, value));
        if (!node.made().isEmpty()) {
            word(at, ABOVE - 15, Text.of(at.x(), at.y() + ABOVE - 15, node.made()).small());
        }
        String gradient = node.isResult() ? "1" : Digits.signed(node.gradient());
        Text below = Text.of(at.x(), at.y() + BELOW, gradient);
        word(at, BELOW, node.onPath() ? below.strong().in(Tokens.VALIDATION) : below.in(QUIET_GRADIENT));
    }

    private void word(Place at, double down, Text text) {
        marks.add(text.on(Anchor.MIDDLE).withHalo(ground(at.x(), at.y() + down - 4)));
        double half = Words.wideWidth(text.text(), text.size(), text.bold()) / 2;
        labels.keep(new Box(at.x() - half, at.y() + down - 11, at.x() + half, at.y() + down + 4));
    }

    private void words() {
        Comparator<Edge> first = Comparator.comparing(edge -> !isAsked(edge));
        net.edges().stream().filter(edge -> !edge.arrow().isEmpty()).sorted(first.thenComparing(this::steepness))
            .forEach(edge -> {
                double size = isCrowded(edge) ? Tokens.SMALL : Tokens.TEXT;
                Text text = isCrowded(edge) && steepness(edge) > 0
                    ? labels.on(edge.arrow(), layout.road(edge), along(edge), size, isAsked(edge))
                    : labels.place(edge.arrow(), layout.road(edge), 7, 5 + ChainRoad.width(edge, scale()), size,
                        isAsked(edge));
                Text sized = isCrowded(edge) ? text.small().in(Tokens.INK) : text;
                Text haloed = sized.withHalo(ground(text.x(), text.y() - 4));
                marks.add(isAsked(edge) ? haloed.strong() : haloed);
            });
    }

    /** Whether so many arrows cross here that words beside one could belong to another. */
    private boolean isCrowded(Edge edge) {
        double x = layout.at(edge.from()).x();
        long arrows = net.edges().stream().filter(other -> layout.at(other.from()).x() == x).count();
        return arrows >= MANY && arrows > Math.max(ends(edge, true), ends(edge, false)) && ends(edge, false) > 1;
    }

    /** How many values in its column send, or get, such arrows. */
    private long ends(Edge edge, boolean from) {
        double x = layout.at(edge.from()).x();
        return net.edges().stream().filter(other -> layout.at(other.from()).x() == x && !other.arrow().isEmpty())
            .map(other -> from ? other.from() : other.to()).distinct().count();
    }

    /** Where arrows from n to m values are evenly apart: at 1 ÷ (m + 1) of their way, or 1 ÷ (n + 1) before its end. */
    private double along(Edge edge) {
        long n = ends(edge, true);
        long m = ends(edge, false);
        return m <= n ? 1.0 / (m + 1) + PAST_HEADS : 1 - 1.0 / (n + 1) - PAST_HEADS;
    }

    private double steepness(Edge edge) { return Math.abs(layout.at(edge.to()).y() - layout.at(edge.from()).y()); }

    private boolean isAsked(Edge edge) { return edge.arrow().startsWith(asked + " "); }
}
