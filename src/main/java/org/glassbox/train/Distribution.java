package org.glassbox.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

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

    private Distribution(float[] finite) { this.finite = finite; }

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

    /** The value below which each share of the numbers lies, between neighbours in proportion; NaN if there are none. */
    double[] quantiles(double... shares) {
        double[] quantiles = new double[shares.length];
        if (isEmpty()) {
            Arrays.fill(quantiles, Double.NaN);
            return quantiles;
        }
        int[] ranks = new int[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            ranks[2 * i] = (int) (shares[i] * (finite.length - 1));
            ranks[2 * i + 1] = Math.min(ranks[2 * i] + 1, finite.length - 1);
        }
        double[] ranked = ranked(ranks);
        for (int i = 0; i < shares.length; i++) {
            double part = shares[i] * (finite.length - 1) - ranks[2 * i];
            quantiles[i] = ranked[2 * i] + part * (ranked[2 * i + 1] - ranked[2 * i]);
        }
        return quantiles;
    }

    /** The numbers that have so many before them in order. */
    private double[] ranked(int[] ranks) {
        if (finite.length <= FEW) {
            float[] sorted = finite.clone();
            Arrays.sort(sorted);
            return Arrays.stream(ranks).mapToDouble(rank -> sorted[rank]).toArray();
        }
        int[] ends = ends();
        int[] bins = Arrays.stream(ranks).map(rank -> binOf(rank, ends)).toArray();
        Map<Integer, float[]> sorted = sorted(bins, ends);
        return IntStream.range(0, ranks.length)
            .mapToDouble(i -> sorted.get(bins[i])[ranks[i] - start(bins[i], ends)]).toArray();
    }

    /** How many numbers are in each bin and those before it. */
    private int[] ends() {
        int[] ends = new int[1 << 32 - SHIFT];
        for (float value : finite) {
            ends[bin(value)]++;
        }
        for (int bin = 1; bin < ends.length; bin++) {
            ends[bin] += ends[bin - 1];
        }
        return ends;
    }

    private static int start(int bin, int[] ends) { return bin == 0 ? 0 : ends[bin - 1]; }

    /** The first bin that ends above a rank. */
    private static int binOf(int rank, int[] ends) {
        int from = 0;
        for (int to = ends.length; from < to;) {
            int middle = (from + to) / 2;
            if (ends[middle] > rank) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The numbers of these bins, each sorted, found in one walk. */
    private Map<Integer, float[]> sorted(int[] bins, int[] ends) {
        Map<Integer, float[]> sorted = new HashMap<>();
        float[][] parts = new float[ends.length][];
        int[] filled = new int[ends.length];
        for (int bin : bins) {
            parts[bin] = sorted.computeIfAbsent(bin, b -> new float[ends[b] - start(b, ends)]);
        }
        for (float value : finite) {
            int bin = bin(value);
            if (parts[bin] != null) {
                parts[bin][filled[bin]++] = value;
            }
        }
        sorted.values().forEach(Arrays::sort);
        return sorted;
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
        double mean = sum(0, false) / finite.length;
        return Math.sqrt(sum(mean, true) / finite.length);
    }

    /** Sum of the distances from {@code mean}, or of their squares; two sums, so that none waits for the one before. */
    private double sum(double mean, boolean squared) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < finite.length; i += 2) {
            double a = finite[i] - mean;
            double b = finite[i + 1] - mean;
            even += squared ? a * a : a;
            odd += squared ? b * b : b;
        }
        double last = finite.length % 2 == 0 ? 0 : finite[finite.length - 1] - mean;
        return even + odd + (squared ? last * last : last);
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
