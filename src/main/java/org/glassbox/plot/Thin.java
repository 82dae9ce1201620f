package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Fewer points of long lines: a picture of 400 px shows no more, and its file stays small. */
final class Thin {
    /** More points than a line shows. */
    static final int LINE = 240;

    private Thin() {}

    /** At most {@code most} of the numbers 0 to n − 1, evenly, with 0, 1 and the last. */
    static List<Integer> every(int n, int most) {
        TreeSet<Integer> kept = new TreeSet<>();
        int steps = Math.min(n, Math.max(2, most - 1));
        for (int k = 0; k < steps; k++) {
            kept.add(steps == 1 ? 0 : (int) Math.round((double) k * (n - 1) / (steps - 1)));
        }
        if (n > 1) {
            kept.add(1);
        }
        return new ArrayList<>(kept);
    }

    /**
     * The numbers of the points that a line of about {@code most} points keeps: of each group the lowest, the highest and one that
     * is not finite, so that no spike and no gap is lost; and the first and the last of all.
     */
    static List<Integer> line(Points points, int most) {
        int n = points.size();
        int group = 2 * n / most + 1;
        TreeSet<Integer> kept = new TreeSet<>();
        for (int from = 0; from < n; from += group) {
            int low = from;
            int high = from;
            for (int i = from; i < Math.min(n, from + group); i++) {
                low = points.y(i) < points.y(low) || Double.isNaN(points.y(low)) ? i : low;
                high = points.y(i) > points.y(high) || Double.isNaN(points.y(high)) ? i : high;
                if (!Double.isFinite(points.y(i))) {
                    kept.add(i);
                }
            }
            kept.addAll(List.of(low, high));
        }
        if (n > 0) {
            kept.addAll(List.of(0, n - 1));
        }
        return new ArrayList<>(kept);
    }
}
