package org.glassbox.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Order and spread of many numbers, of which only the finite ones count. Quantiles are exact, without sorting everything: the
 * numbers are counted by their first bits, and only those that share them with a quantile are sorted. Of 100,000 numbers that
 * takes a tenth of the time.
 */
final class Distribution {
    /** Bins of 1/32 of a power of two: a quantile's bin holds about a hundredth of all. */
    private static final int SHIFT = 18;
    /** Fewer than that are sorted at once. */
    private static final int FEW = 4096;

    private final float[] finite;
    private final int[] below;
    private final Map<Integer, float[]> sorted = new HashMap<>();

    private Distribution(float[] finite) {
        this.finite = finite;
        if (finite.length <= FEW) {
            below = null;
            sorted.put(0, finite.clone());
            Arrays.sort(sorted.get(0));
        } else {
            below = counts(finite);
            for (int bin = 0, sum = 0; bin < below.length; bin++) {
                int here = below[bin];
                below[bin] = sum;
                sum += here;
            }
        }
    }

    static Distribution of(float[] values) {
        int count = 0;
        for (float value : values) {
            count += Float.isFinite(value) ? 1 : 0;
        }
        if (count == values.length) {
            return new Distribution(values);
        }
        float[] finite = new float[count];
        int i = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                finite[i++] = value;
            }
        }
        return new Distribution(finite);
    }

    /** Those that are neither NaN nor infinite, as they came. */
    float[] finite() { return finite; }

    boolean isEmpty() { return finite.length == 0; }

    /** The value below which that share of the numbers lies, between neighbours in proportion; NaN if there are none. */
    double quantile(double share) {
        if (isEmpty()) {
            return Double.NaN;
        }
        double position = share * (finite.length - 1);
        int rank = (int) position;
        double low = ranked(rank);
        return low + (position - rank) * (ranked(Math.min(rank + 1, finite.length - 1)) - low);
    }

    double least() { return ranked(0); }

    double greatest() { return ranked(finite.length - 1); }

    /** The number with that many before it in order. */
    private double ranked(int rank) {
        if (below == null) {
            return sorted.get(0)[rank];
        }
        int at = Arrays.binarySearch(below, rank);
        int bin = at < 0 ? -2 - at : at;
        while (bin + 1 < below.length && below[bin + 1] == below[bin]) {   // of empty bins and a full one the full one, the last
            bin++;
        }
        return sorted.computeIfAbsent(bin, this::sorted)[rank - below[bin]];
    }

    private float[] sorted(int bin) {
        float[] part = new float[(bin + 1 < below.length ? below[bin + 1] : finite.length) - below[bin]];
        int i = 0;
        for (float value : finite) {
            if (bin(value) == bin) {
                part[i++] = value;
            }
        }
        Arrays.sort(part);
        return part;
    }

    private static int[] counts(float[] values) {
        int[] counts = new int[1 << 32 - SHIFT];
        for (float value : values) {
            counts[bin(value)]++;
        }
        return counts;
    }

    /** In the order of the numbers: bits of a float are in order as they are, below 0 in the opposite one. */
    private static int bin(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);   // + 0: there is only one 0
        return (bits ^ (bits >> 31 | Integer.MIN_VALUE)) >>> SHIFT;
    }

    int zeros() {
        int zeros = 0;
        for (float value : finite) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Standard deviation, around a mean that is found first. */
    double deviation() {
        double mean = 0;
        for (float value : finite) {
            mean += value;
        }
        mean /= finite.length;
        double squares = 0;
        for (float value : finite) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / finite.length);
    }

    /** How many of the numbers other than 0 lie in each of so many equal bins from low to high. */
    int[] histogram(double low, double high, int bins) {
        double width = (high - low) / bins;
        int[] counts = new int[bins];
        for (float value : finite) {
            if (value != 0 && value >= low && value <= high) {
                counts[width == 0 ? 0 : Math.min(bins - 1, (int) ((value - low) / width))]++;
            }
        }
        return counts;
    }

    /** How many lie below low or above high. */
    int beyond(double low, double high) {
        int beyond = 0;
        for (float value : finite) {
            beyond += value < low || value > high ? 1 : 0;
        }
        return beyond;
    }
}
