package org.glassbox.array;

/**
 * Formulas over the first n numbers of heap arrays. Plain loops: the JVM's compiler turns them into vector instructions,
 * which it does not for memory outside the heap.
 */
final class Kernels {
    private Kernels() {}

    static void add(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] += b[i];
        }
    }

    static void sub(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] -= b[i];
        }
    }

    static void mul(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] *= b[i];
        }
    }

    static void div(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] /= b[i];
        }
    }

    static void relu(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(a[i], 0f);
        }
    }

    /** dx = dy where y &gt; 0, else 0. */
    static void reluGradient(float[] dy, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] = y[i] > 0 ? dy[i] : 0f;
        }
    }

    static void tanh(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) Math.tanh(a[i]);
        }
    }

    /** dx = dy · (1 − y²). */
    static void tanhGradient(float[] dy, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] *= 1 - y[i] * y[i];
        }
    }

    static void sigmoid(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) (1 / (1 + Math.exp(-a[i])));
        }
    }

    /** dx = dy · y (1 − y). */
    static void sigmoidGradient(float[] dy, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] *= y[i] * (1 - y[i]);
        }
    }

    static void exp(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) Math.exp(a[i]);
        }
    }

    static void log(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) Math.log(a[i]);
        }
    }

    static void scale(float[] a, float factor, int n) {
        for (int i = 0; i < n; i++) {
            a[i] *= factor;
        }
    }

    static void shift(float[] a, float term, int n) {
        for (int i = 0; i < n; i++) {
            a[i] += term;
        }
    }
}
