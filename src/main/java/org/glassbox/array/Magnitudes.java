package org.glassbox.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long an array is as a vector, and how many of its numbers lie where: a norm and a histogram. The bins are the same for
 * all arrays at all times, four equal ones from each power of two to the next, for each sign; so histograms add up, and those
 * of weights and of gradients a million times smaller are equally fine. Exact: every number is counted in its bin; nearer to
 * 0 than 2⁻¹²⁸ (3e-39) counts as 0.
 *
 * <p>The bin of a number is its first eleven bits: sign, exponent, two of the fraction. So no limits have to be sought before
 * counting, and a number costs 0.8 ns, norm included. (Equal bins between the least and the greatest would cost 1.5.)
 */
public final class Magnitudes {
    private static final int SHIFT = 21;
    private static final int SIGN = 1024;
    private static final int NOT_FINITE = 255 << 2;
    /** Read at a time by one thread: a part of its own costs 2 µs. */
    private static final int PART = 64 * Loops.CHUNK;
    private static final ThreadLocal<Counter> COUNTER = ThreadLocal.withInitial(Counter::new);

    private final long size;
    private final double squares;
    private final long zeros;
    private final long notFinite;
    /** Those that are not empty: eleven bits each, from 0 outwards, first above, then below it. */
    private final short[] bins;
    private final long[] counts;

    private Magnitudes(long size, double squares, long zeros, long notFinite, short[] bins, long[] counts) {
        this.size = size;
        this.squares = squares;
        this.zeros = zeros;
        this.notFinite = notFinite;
        this.bins = bins;
        this.counts = counts;
    }

    /** Those of one array. */
    public static Magnitudes of(Array array) { return of(List.of(array)).get(0); }

    /** Those of each array, read by all threads together; the same bits for any number of threads. */
    public static List<Magnitudes> of(List<Array> arrays) {
        List<int[]> parts = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            for (int from = 0; from < arrays.get(i).size(); from += PART) {
                parts.add(new int[] {i, from});
            }
        }
        Magnitudes[] read = new Magnitudes[parts.size()];
        Threads.share(read.length,
            part -> read[part] = COUNTER.get().read(arrays.get(parts.get(part)[0]), parts.get(part)[1]));
        List<Magnitudes> all = new ArrayList<>(arrays.size());
        for (int part = 0; part < read.length; part++) {
            boolean goesOn = parts.get(part)[1] > 0;
            all.add(goesOn ? all.remove(all.size() - 1).plus(read[part]) : read[part]);
        }
        return all;
    }

    /** What both have counted together. */
    public Magnitudes plus(Magnitudes other) {
        short[] bothBins = new short[bins.length + other.bins.length];
        long[] bothCounts = new long[bothBins.length];
        int n = 0;
        for (int i = 0, k = 0; i < bins.length || k < other.bins.length; n++) {
            int mine = i < bins.length ? bins[i] : Integer.MAX_VALUE;
            int others = k < other.bins.length ? other.bins[k] : Integer.MAX_VALUE;
            bothBins[n] = (short) Math.min(mine, others);
            bothCounts[n] += mine <= others ? counts[i++] : 0;
            bothCounts[n] += others <= mine ? other.counts[k++] : 0;
        }
        return new Magnitudes(size + other.size, squares + other.squares, zeros + other.zeros,
            notFinite + other.notFinite, Arrays.copyOf(bothBins, n), Arrays.copyOf(bothCounts, n));
    }

    /** What many have counted together, in one table: adding costs less than {@link Magnitudes#plus}, room more. */
    public static final class Total {
        private final long[] table = new long[2 * SIGN];
        private long size;
        private double squares;

        /** Adds what {@code more} has counted. */
        public void add(Magnitudes more) {
            for (int i = 0; i < more.bins.length; i++) {
                table[more.bins[i]] += more.counts[i];
            }
            table[0] += more.zeros;
            table[NOT_FINITE] += more.notFinite;
            size += more.size;
            squares += more.squares;
        }

        /** Forgets all. */
        public void clear() {
            Arrays.fill(table, 0);
            size = 0;
            squares = 0;
        }

        /** All together. */
        public Magnitudes sum() {
            short[] bins = new short[table.length];
            int used = 0;
            for (int bin = 1; bin < table.length; bin++) {
                bins[used] = (short) bin;
                used += table[bin] > 0 && bin != NOT_FINITE ? 1 : 0;
            }
            short[] filled = Arrays.copyOf(bins, used);
            long[] counts = new long[used];
            for (int i = 0; i < used; i++) {
                counts[i] = table[filled[i]];
            }
            return new Magnitudes(size, squares, table[0], table[NOT_FINITE], filled, counts);
        }
    }

    /** How many numbers were counted. */
    public long size() { return size; }

    /** Root of the sum of squares, summed in double precision; not finite if one number is not. */
    public double norm() {
        return Math.sqrt(squares);
    }

    /** How many are 0, or nearer to it than 2⁻¹²⁸. */
    public long zeros() { return zeros; }

    /** How many are NaN or infinite. */
    public long notFinite() { return notFinite; }

    /** How many bins are not empty; they are numbered from the least numbers to the greatest. */
    public int bins() {
        return bins.length;
    }

    /** How many numbers are in a bin. */
    public long count(int bin) { return counts[stored(bin)]; }

    /** The lower edge of a bin; of its two edges a bin holds the one nearer to 0. */
    public double low(int bin) {
        int bits = bins[stored(bin)];
        return bits < SIGN ? edge(bits) : -edge(bits - SIGN + 1);
    }

    /** The upper edge of a bin. */
    public double high(int bin) {
        int bits = bins[stored(bin)];
        return bits < SIGN ? edge(bits + 1) : -edge(bits - SIGN);
    }

    private int stored(int bin) {
        int below = bins.length - positive();
        return bin < below ? bins.length - 1 - bin : bin - below;
    }

    private int positive() {
        int at = Arrays.binarySearch(bins, (short) SIGN);
        return at < 0 ? -1 - at : at;
    }

    /** The least magnitude with these ten bits, as a double, which reaches beyond the greatest float. */
    private static double edge(int bits) {
        int exponent = bits >> 2;
        double fraction = (bits & 3) / 4.0;
        return exponent == 0 ? Math.scalb(fraction, -126) : Math.scalb(1 + fraction, exponent - 127);
    }

    /**
     * Tables for counting, a set a thread. Four, since a count must not wait for the one before it to be written; in one array,
     * each 1 KiB off the 4 KiB that processors compare to see whether it must: left to chance, counting took twice as long.
     */
    private static final class Counter {
        private static final int BINS = 2 * SIGN;
        private static final int B = BINS + 256;
        private static final int C = 2 * B;
        private static final int D = 3 * B;

        private final float[] chunk = new float[Loops.CHUNK];
        private final int[] table = new int[D + BINS];
        private final short[] bins = new short[BINS];
        private final long[] counts = new long[BINS];

        private Magnitudes read(Array array, int from) {
            int to = Math.min(from + PART, array.size());
            double squares = 0;
            for (int i = from; i < to; i += Loops.CHUNK) {
                int n = Math.min(Loops.CHUNK, to - i);
                if (array.isFloat()) {
                    array.floats().get(i, chunk, 0, n);
                } else {
                    for (int k = 0; k < n; k++) {
                        chunk[k] = (float) array.at(i + k);
                    }
                }
                squares += count(chunk, table, n);
            }
            return result(to - from, squares);
        }

        /** Counts the first n and returns the sum of their squares; see {@link Statistics#squares} for why so and in double. */
        private double count(float[] values, int[] table, int n) {
            double s = 0;
            double t = 0;
            double u = 0;
            double v = 0;
            int i = 0;
            for (; i + 3 < n; i += 4) {
                table[Float.floatToRawIntBits(values[i]) >>> SHIFT]++;
                table[B + (Float.floatToRawIntBits(values[i + 1]) >>> SHIFT)]++;
                table[C + (Float.floatToRawIntBits(values[i + 2]) >>> SHIFT)]++;
                table[D + (Float.floatToRawIntBits(values[i + 3]) >>> SHIFT)]++;
                s += (double) values[i] * values[i];
                t += (double) values[i + 1] * values[i + 1];
                u += (double) values[i + 2] * values[i + 2];
                v += (double) values[i + 3] * values[i + 3];
            }
            for (; i < n; i++) {
                table[Float.floatToRawIntBits(values[i]) >>> SHIFT]++;
                s += (double) values[i] * values[i];
            }
            return s + t + u + v;
        }

        /** What was counted; the tables are empty again. */
        private Magnitudes result(int size, double squares) {
            for (int bin = 0; bin < BINS; bin++) {
                table[bin] += table[B + bin] + table[C + bin] + table[D + bin];
            }
            long zeros = (long) table[0] + table[SIGN];
            long notFinite = 0;
            int used = 0;
            for (int bin = 0; bin < BINS; bin++) {
                if (table[bin] > 0) {
                    boolean finite = (bin & SIGN - 1) < NOT_FINITE;
                    notFinite += finite ? 0 : table[bin];
                    bins[used] = (short) bin;
                    counts[used] = table[bin];
                    used += finite && (bin & SIGN - 1) > 0 ? 1 : 0;
                }
            }
            Arrays.fill(table, 0);
            return new Magnitudes(size, squares, zeros, notFinite, Arrays.copyOf(bins, used),
                Arrays.copyOf(counts, used));
        }
    }
}
