package org.glassbox.array;

/** Numbers about numbers, for those who watch; nothing is changed. */
public final class Statistics {
    /** Read at a time by one thread, for 6 µs: a helper comes within 2. */
    private static final int PIECE = 16 * Loops.CHUNK;
    private static final ThreadLocal<float[]> CHUNK = ThreadLocal.withInitial(() -> new float[Loops.CHUNK]);

    private Statistics() {}

    /** Sum of squares, in double precision; many numbers are shared among threads, the same bits for any number of them. */
    public static double squares(Array x) {
        double[] sums = new double[(x.size() + PIECE - 1) / PIECE];
        Threads.share(sums.length, i -> sums[i] = squares(x, i * PIECE, Math.min(x.size(), (i + 1) * PIECE)));
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    private static double squares(Array x, int from, int to) {
        double sum = 0;
        if (!x.isFloat()) {
            for (int i = from; i < to; i++) {
                sum += x.at(i) * x.at(i);
            }
            return sum;
        }
        float[] chunk = CHUNK.get();
        for (int i = from; i < to; i += Loops.CHUNK) {
            int n = Math.min(Loops.CHUNK, to - i);
            x.floats().get(i, chunk, 0, n);
            sum += squares(chunk, n);
        }
        return sum;
    }

    /** Whether all numbers are finite. */
    public static boolean isFinite(Array x) {
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.at(i))) {
                return false;
            }
        }
        return true;
    }

    /** Sum of squares of the first n. In double: floats squared leave their range, above where nets explode, below where gradients vanish. */
    static double squares(float[] values, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {   // four sums: an addition need not wait for the one before it
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < n; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + c + d;
    }
}
