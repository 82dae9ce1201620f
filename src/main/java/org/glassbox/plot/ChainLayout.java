package org.glassbox.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.plot.ChainNet.Edge;

/**
 * Places for a computation, from inputs (left) to result (right): a column for each depth, few crossings. A way over several columns gets a place in each, so that it runs around the values
 * there.
 */
final class ChainLayout {
    static final double RADIUS = 19;
    private static final double LEFT = 74;
    private static final double RIGHT = 80;
    private static final double WIDEST = 190;
    private static final double NARROWEST = 96;
    private static final double[] PITCHES = {126, 126, 126, 104};
    private static final double PITCH = 92;
    private static final double BEND = 72;

    /** A place on the card, px. */
    record Place(double x, double y) {}

    private final ChainNet net;
    private final Map<String, Integer> depth = new HashMap<>();
    private final List<List<String>> columns = new ArrayList<>();
    private final Map<Edge, List<String>> roads = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private double width = Tokens.WIDTH;
    private double bottom;

    private ChainLayout(ChainNet net) { this.net = net; }

    /** The places of {@code net}, the highest value at {@code top}. */
    static ChainLayout of(ChainNet net, double top) {
        ChainLayout layout = new ChainLayout(net);
        layout.depths();
        layout.fillColumns();
        new ChainOrder(layout.columns, layout.roads.values()).sort();
        layout.place(top);
        return layout;
    }

    private void depths() {
        net.nodes().keySet().forEach(name -> depth.put(name, 0));
        for (String name : net.nodes().keySet()) {
            net.edges().stream().filter(edge -> edge.to().equals(name))
                .forEach(edge -> depth.merge(name, depth.get(edge.from()) + 1, Math::max));
        }
        List<String> backward = new ArrayList<>(net.nodes().keySet());
        java.util.Collections.reverse(backward);
        for (String name : backward) {                                          // a beginning stands before what uses it first
            boolean begins = net.edges().stream().noneMatch(edge -> edge.to().equals(name));
            net.edges().stream().filter(edge -> begins && edge.from().equals(name))
                .mapToInt(edge -> depth.get(edge.to())).min()
                .ifPresent(first -> depth.put(name, first - 1));
        }
    }

    private void fillColumns() {
        int last = depth.values().stream().mapToInt(d -> d).max().orElse(0);
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        net.nodes().keySet().forEach(name -> columns.get(depth.get(name)).add(name));
        for (Edge edge : net.edges()) {
            List<String> road = new ArrayList<>(List.of(edge.from()));
            for (int i = depth.get(edge.from()) + 1; i < depth.get(edge.to()); i++) {
                String bend = "\n" + i + "\n" + edge.from() + "\n" + edge.to();  // no name of a value has line ends
                columns.get(i).add(bend);
                road.add(bend);
            }
            road.add(edge.to());
            roads.put(edge, road);
        }
    }

    private void place(double top) {
        double tallest = columns.stream().mapToDouble(this::height).max().orElse(0);
        double x = LEFT;
        double total = 0;
        for (int i = 0; i + 1 < columns.size(); i++) {
            total += share(i);
        }
        double unit = Math.max(NARROWEST, Math.min(WIDEST, (Tokens.WIDTH - LEFT - RIGHT) / total));
        for (int i = 0; i < columns.size(); i++) {
            double y = top + (tallest - height(columns.get(i))) / 2;
            for (String name : columns.get(i)) {
                places.put(name, new Place(x, y));
                y += pitch(name);
            }
            x += i + 1 < columns.size() ? unit * share(i) : 0;
        }
        width = Math.max(Tokens.WIDTH, x + RIGHT);
        bottom = top + tallest;
    }

    private double height(List<String> column) {
        return column.stream().mapToDouble(this::pitch).sum()
            - (column.isEmpty() ? 0 : pitch(column.get(column.size() - 1)));
    }

    private double pitch(String name) {
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        return isBend(name) ? BEND : most < PITCHES.length ? PITCHES[most] : PITCH;
    }

    /** How much room the labels between two columns need; 1 for σ on a few arrows. */
    private double share(int column) {
        List<int[]> pairs = new ChainOrder(columns, roads.values()).pairs(column);
        boolean labels = roads.keySet().stream()
            .anyMatch(edge -> depth.get(edge.from()) <= column && depth.get(edge.to()) > column
                && Words.width(edge.arrow(), Tokens.TEXT, false) > 40);
        boolean spread = pairs.size() > Math.max(columns.get(column).size(), columns.get(column + 1).size());
        return spread ? labels ? pairs.size() < ChainDiagram.MANY ? 1.65 : 1.85 : 1.2 : labels ? 1.25 : 1;
    }

    private static boolean isBend(String name) { return name.startsWith("\n"); }

    Place at(String name) { return places.get(name); }

    /** The places of a way: its ends, and where it bends. */
    List<Place> road(Edge edge) {
        return roads.get(edge).stream().map(places::get).toList();
    }

    /** Of the whole card, px. */
    double width() { return width; }

    /** The lowest middle of a value, px from above. */
    double bottom() { return bottom; }
}
