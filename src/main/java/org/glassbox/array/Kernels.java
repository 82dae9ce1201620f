package org.glassbox.array;

/**
 * Formulas over the first n numbers of heap arrays. Plain loops: the JVM's compiler turns them into vector instructions,
 * which it does not for memory outside the heap.
 */
final class Kernels {
    /** From here on tanh is 1 in float. */
    private static final float LARGEST_TANH = 7.9053111f;

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

    /** dx = dy where y &gt; 0, else 0; where y is not a number, dy goes on, so that nothing hides it. */
    static void reluGradient(float[] dy, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] = y[i] <= 0 ? 0f : dy[i];
        }
    }

    /**
     * tanh as a quotient of polynomials of degree 13 and 6 in x, within 3e-7: Math.tanh takes 20 ns a number, this 1. The
     * coefficients are Eigen's (generic_fast_tanh_float).
     */
    static void tanh(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            float x = Math.max(-LARGEST_TANH, Math.min(LARGEST_TANH, a[i]));
            float s = x * x;
            float p = -2.76076847742355e-16f * s + 2.00018790482477e-13f;
            p = p * s - 8.60467152213735e-11f;
            p = p * s + 5.12229709037114e-08f;
            p = p * s + 1.48572235717979e-05f;
            p = p * s + 6.37261928875436e-04f;
            p = p * s + 4.89352455891786e-03f;
            float q = 1.19825839466702e-06f * s + 1.18534705686654e-04f;
            q = q * s + 2.26843463243900e-03f;
            q = q * s + 4.89352518554385e-03f;
            a[i] = x * p / q;
        }
    }

    /** dx = dy · (1 − y²). */
    static void tanhGradient(float[] dy, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] *= 1 - y[i] * y[i];
        }
    }

    /** By exp, which keeps four digits where σ is nearly 0; ½ + ½ tanh(x ÷ 2) would not. */
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
