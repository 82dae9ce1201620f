package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.plot.ChainNet.Edge;

/**
 * Places for a computation, from inputs (left) to result (right): a column for each depth, few crossings (the barycentre
 * heuristic of Sugiyama, Tagawa and Toda 1981). A way over several columns gets a place in each, so that it runs around the values
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
    private static final double BEND = 60;
    private static final int SWEEPS = 8;

    /** A place on the card, px. */
    record Place(double x, double y) {}

    private final ChainNet net;
    private final Map<String, Integer> depth = new HashMap<>();
    private final List<List<String>> columns = new ArrayList<>();
    private final Map<Edge, List<String>> roads = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private double width = Tokens.WIDTH;
    private double bottom;

    private ChainLayout(ChainNet net) {
        this.net = net;
    }

    /** The places of {@code net}, the highest value at {@code top}. */
    static ChainLayout of(ChainNet net, double top) {
        ChainLayout layout = new ChainLayout(net);
        layout.depths();
        layout.fillColumns();
        layout.order();
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
            net.edges().stream().filter(edge -> begins && edge.from().equals(name)).mapToInt(edge -> depth.get(edge.to())).min()
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

    private void order() {
        List<List<String>> best = copy();
        int least = crossings();
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                int column = down ? i : columns.size() - 1 - i;
                sort(column, down ? column - 1 : column + 1);
            }
            if (crossings() < least) {
                least = crossings();
                best = copy();
            }
        }
        columns.clear();
        columns.addAll(best);
    }

    private List<List<String>> copy() {
        return new ArrayList<>(columns.stream().map(column -> (List<String>) new ArrayList<>(column)).toList());
    }

    private void sort(int column, int beside) {
        Map<String, Double> middle = new HashMap<>();
        for (String name : columns.get(column)) {
            middle.put(name, neighbours(name, beside).stream().mapToInt(columns.get(beside)::indexOf).average()
                .orElse(columns.get(column).indexOf(name)));
        }
        columns.get(column).sort(Comparator.comparingDouble(middle::get));
    }

    private List<String> neighbours(String name, int column) {
        List<String> found = new ArrayList<>();
        for (List<String> road : roads.values()) {
            int at = road.indexOf(name);
            if (at >= 0) {
                road.stream().filter(columns.get(column)::contains).forEach(found::add);
            }
        }
        return found;
    }

    private int crossings() {
        int count = 0;
        for (int column = 0; column + 1 < columns.size(); column++) {
            List<int[]> pairs = pairs(column);
            for (int i = 0; i < pairs.size(); i++) {
                for (int j = 0; j < i; j++) {
                    int[] a = pairs.get(i);
                    int[] b = pairs.get(j);
                    count += (a[0] - b[0]) * (a[1] - b[1]) < 0 ? 1 : 0;
                }
            }
        }
        return count;
    }

    private List<int[]> pairs(int column) {
        List<int[]> pairs = new ArrayList<>();
        for (List<String> road : roads.values()) {
            for (int i = 0; i + 1 < road.size(); i++) {
                int from = columns.get(column).indexOf(road.get(i));
                if (from >= 0) {
                    pairs.add(new int[] {from, columns.get(column + 1).indexOf(road.get(i + 1))});
                }
            }
        }
        return pairs;
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
        return column.stream().mapToDouble(this::pitch).sum() - (column.isEmpty() ? 0 : pitch(column.get(column.size() - 1)));
    }

    private double pitch(String name) {
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        return isBend(name) ? BEND : most < PITCHES.length ? PITCHES[most] : PITCH;
    }

    /** How much room the labels between two columns need; 1 for σ on a few arrows. */
    private double share(int column) {
        List<int[]> pairs = pairs(column);
        boolean labels = roads.keySet().stream().anyMatch(edge -> depth.get(edge.from()) <= column && depth.get(edge.to()) > column
            && Words.width(edge.arrow(), Tokens.TEXT, false) > 40);
        boolean spread = pairs.size() > Math.max(columns.get(column).size(), columns.get(column + 1).size());
        return spread ? labels ? pairs.size() < ChainDiagram.MANY ? 1.65 : 1.85 : 1.2 : labels ? 1.25 : 1;
    }

    private static boolean isBend(String name) {
        return name.startsWith("\n");
    }

    Place at(String name) {
        return places.get(name);
    }

    /** The places of a way: its ends, and where it bends. */
    List<Place> road(Edge edge) {
        return roads.get(edge).stream().map(places::get).toList();
    }

    /** Of the whole card, px. */
    double width() {
        return width;
    }

    /** The lowest middle of a value, px from above. */
    double bottom() {
        return bottom;
    }
}
