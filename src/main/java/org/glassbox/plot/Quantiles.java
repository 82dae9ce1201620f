package org.glassbox.plot;

import java.util.Arrays;

/** Medians and quantiles of a few numbers. */
final class Quantiles {
    private Quantiles() {}

    /** The {@code share} quantile of the finite values, by linear interpolation; NaN if there is none. */
    static double of(double[] values, double share) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static double median(double[] values) { return of(values, 0.5); }
}
