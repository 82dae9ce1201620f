package org.glassbox.array;

/** Numbers about numbers, for those who watch; nothing is changed. */
public final class Statistics {
    private Statistics() {}

    /** Sum of squares. */
    public static double squares(Array x) {
        double sum = 0;
        if (!x.isFloat()) {
            for (int i = 0; i < x.size(); i++) {
                sum += x.at(i) * x.at(i);
            }
            return sum;
        }
        float[] chunk = new float[Math.min(Loops.CHUNK, x.size())];
        for (int i = 0; i < x.size(); i += Loops.CHUNK) {
            int n = Math.min(Loops.CHUNK, x.size() - i);
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

    private static double squares(float[] values, int n) {
        double a = 0;
        double b = 0;
        for (int i = 0; i + 1 < n; i += 2) {   // two sums: each addition need not wait for the one before
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
        }
        return n % 2 == 0 ? a + b : a + b + (double) values[n - 1] * values[n - 1];
    }
}
