package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Places in the units of a panel: pairs of x and y. A pair with a number that is not finite interrupts a line. */
public final class Points {
    private final double[] x;
    private final double[] y;

    private Points(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** The pairs (x[i], y[i]); both of one length. */
    public static Points of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
        }
        return new Points(x.clone(), y.clone());
    }

    /** One point. */
    public static Points at(double x, double y) {
        return new Points(new double[] {x}, new double[] {y});
    }

    /** The stairs that hold {@code heights[i]} from {@code edges[i]} to {@code edges[i + 1]}. */
    static Points stairs(double[] edges, double[] heights) {
        double[] x = new double[2 * heights.length];
        double[] y = new double[2 * heights.length];
        for (int i = 0; i < heights.length; i++) {
            x[2 * i] = edges[i];
            x[2 * i + 1] = edges[i + 1];
            y[2 * i] = heights[i];
            y[2 * i + 1] = heights[i];
        }
        return new Points(x, y);
    }

    public int size() { return x.length; }

    public double x(int i) { return x[i]; }

    public double y(int i) { return y[i]; }

    /** These points with every y replaced by {@code change(y)}. */
    Points withY(DoubleUnaryOperator change) {
        double[] changed = y.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.applyAsDouble(y[i]);
        }
        return new Points(x, changed);
    }

    /** These points without those that are not finite. */
    Points finite() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                kept.add(i);
            }
        }
        return only(kept);
    }

    /** The points of those numbers, in that order. */
    Points only(List<Integer> which) {
        double[] px = new double[which.size()];
        double[] py = new double[which.size()];
        for (int i = 0; i < px.length; i++) {
            px[i] = x[which.get(i)];
            py[i] = y[which.get(i)];
        }
        return new Points(px, py);
    }
}
