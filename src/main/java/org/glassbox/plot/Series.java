package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** One quantity over epochs, steps or units. */
final class Series {
    private final double[] at;
    private final double[] values;
    private Map<Double, List<Integer>> groups;   // rows by place, made when first asked for

    Series(double[] at, double[] values) {
        this.at = at;
        this.values = values;
    }

    int size() { return at.length; }

    double at(int i) { return at[i]; }

    double value(int i) { return values[i]; }

    double[] values() { return values.clone(); }

    /** The last value; NaN where there is none. */
    double last() {
        return size() == 0 ? Double.NaN : values[size() - 1];
    }

    double first() { return size() == 0 ? Double.NaN : values[0]; }

    /** The values where {@code at} is that number. */
    double[] valuesAt(double place) {
        if (groups == null) {
            Map<Double, List<Integer>> rows = new HashMap<>();
            for (int i = 0; i < size(); i++) {
                rows.computeIfAbsent(at[i], key -> new ArrayList<>()).add(i);
            }
            groups = rows;
        }
        return groups.getOrDefault(place, List.of()).stream().mapToDouble(i -> values[i]).toArray();
    }

    /** The (first) value there, or NaN. */
    double valueAt(double place) {
        double[] there = valuesAt(place);
        return there.length == 0 ? Double.NaN : there[0];
    }

    /** All places, each once, from small to large. */
    double[] places() {
        return Arrays.stream(at).distinct().sorted().toArray();
    }

    /** The place of the smallest finite value, the earliest if there are several; −1 if there is none. */
    int indexOfLowest() {
        int best = -1;
        for (int i = 0; i < size(); i++) {
            if (Double.isFinite(values[i]) && (best < 0 || values[i] < values[best])) {
                best = i;
            }
        }
        return best;
    }

    /** The last place with a finite value; −1 if there is none. */
    int indexOfLastFinite() {
        int i = size() - 1;
        while (i >= 0 && !Double.isFinite(values[i])) {
            i--;
        }
        return i;
    }

    DoubleStream finite() { return Arrays.stream(values).filter(Double::isFinite); }

    Points points() { return Points.of(at, values); }
}
