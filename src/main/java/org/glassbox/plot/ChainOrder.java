package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders the values within their columns so that few ways cross: the barycentre heuristic of Sugiyama, Tagawa and Toda 1981. */
final class ChainOrder {
    private static final int SWEEPS = 8;

    private final List<List<String>> columns;
    private final Collection<List<String>> roads;

    /** {@code roads}: of each way the values and bends that it goes through, one a column. */
    ChainOrder(List<List<String>> columns, Collection<List<String>> roads) {
        this.columns = columns;
        this.roads = roads;
    }

    /** Changes the columns; the order in which they are is kept if none is better. */
    void sort() {
        List<List<String>> best = copy();
        int least = crossings();
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                int column = down ? i : columns.size() - 1 - i;
                sortOne(column, down ? column - 1 : column + 1);
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

    private void sortOne(int column, int beside) {
        Map<String, Double> middle = new HashMap<>();
        for (String name : columns.get(column)) {
            middle.put(name, neighbours(name, beside).stream().mapToInt(columns.get(beside)::indexOf).average()
                .orElse(columns.get(column).indexOf(name)));
        }
        columns.get(column).sort(Comparator.comparingDouble(middle::get));
    }

    private List<String> neighbours(String name, int column) {
        List<String> found = new ArrayList<>();
        for (List<String> road : roads) {
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

    /** The places, in their columns, of the ends of each piece of a way from {@code column} to the next. */
    List<int[]> pairs(int column) {
        List<int[]> pairs = new ArrayList<>();
        for (List<String> road : roads) {
            for (int i = 0; i + 1 < road.size(); i++) {
                int from = columns.get(column).indexOf(road.get(i));
                if (from >= 0) {
                    pairs.add(new int[] {from, columns.get(column + 1).indexOf(road.get(i + 1))});
                }
            }
        }
        return pairs;
    }
}
