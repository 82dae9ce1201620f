package org.glassbox.array;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * One channel of arrays seen as [batch, channels, plane]: a plane, and each {@code stride} numbers further on another one. FLOAT
 * goes through {@link Kernels kernels} that become vector instructions, 0.3 ns a number instead of 2; DOUBLE, which only checks
 * gradients, through the textbook's formula.
 */
record Channel(int first, int stride, int plane) {
    private static final ThreadLocal<float[][]> SCRATCH = ThreadLocal.withInitial(() -> new float[4][Loops.CHUNK]);

    /** The channel with that number. */
    static Channel of(int channel, int channels, int plane) {
        return new Channel(channel * plane, channels * plane, plane);
    }

    /** Adds to two sums at each place: the i-th of {@code one} and {@code two} get what belongs to the i-th of x and y. */
    interface Sums {
        void add(float[] x, float[] y, float[] one, float[] two, int n);
    }

    /** z = f(x, y); z may be x or y. */
    void zip(Array x, Array y, Array z, Loops.Kernel2 kernel, DoubleBinaryOperator formula) {
        float[][] scratch = SCRATCH.get();
        for (int place = first; place < x.size(); place += stride) {
            for (int from = place; from < place + plane; from += Loops.CHUNK) {
                int n = Math.min(Loops.CHUNK, place + plane - from);
                if (x.isFloat()) {
                    x.floats().get(from, scratch[0], 0, n);
                    y.floats().get(from, scratch[1], 0, n);
                    kernel.run(scratch[0], scratch[1], n);
                    z.floats().put(from, scratch[0], 0, n);
                } else {
                    for (int i = from; i < from + n; i++) {
                        z.set(i, formula.applyAsDouble(x.at(i), y.at(i)));
                    }
                }
            }
        }
        Reference.reachabilityFence(x); // a buffer alone does not keep its memory: see Array
        Reference.reachabilityFence(y);
    }

    /** Σ one(x, y) and Σ two(x, y): in float over the batch, then in double over the plane. */
    double[] sums(Array x, Array y, Sums kernel, DoubleBinaryOperator one, DoubleBinaryOperator two) {
        double[] sums = new double[2];
        for (int from = 0; from < plane; from += Loops.CHUNK) {
            int n = Math.min(Loops.CHUNK, plane - from);
            if (x.isFloat()) {
                addFloats(x, y, from, n, kernel, sums);
            } else {
                for (int place = first + from; place < x.size(); place += stride) {
                    for (int i = place; i < place + n; i++) {
                        sums[0] += one.applyAsDouble(x.at(i), y.at(i));
                        sums[1] += two.applyAsDouble(x.at(i), y.at(i));
                    }
                }
            }
        }
        Reference.reachabilityFence(x);
        Reference.reachabilityFence(y);
        return sums;
    }

    private void addFloats(Array x, Array y, int from, int n, Sums kernel, double[] sums) {
        float[][] scratch = SCRATCH.get();
        Arrays.fill(scratch[2], 0, n, 0f);
        Arrays.fill(scratch[3], 0, n, 0f);
        for (int place = first + from; place < x.size(); place += stride) {
            x.floats().get(place, scratch[0], 0, n);
            y.floats().get(place, scratch[1], 0, n);
            kernel.add(scratch[0], scratch[1], scratch[2], scratch[3], n);
        }
        for (int i = 0; i < n; i++) {
            sums[0] += scratch[2][i];
            sums[1] += scratch[3][i];
        }
    }
}
