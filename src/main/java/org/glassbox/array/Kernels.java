package org.glassbox.array;

/**
 * Formulas over the first n numbers of heap arrays. Plain loops: the JVM's compiler turns them into vector instructions,
 * which it does not for memory outside the heap.
 */
final class Kernels {
    /** From here on tanh is 1 in float. */
    private static final float LARGEST_TANH = 7.9053111f;
    private static final float ROOT_HALF = (float) Math.sqrt(0.5);
    /** From here on erf is 1 in float. */
    private static final float LARGEST_ERF = 4f;

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

    /**
     * dx = dy where y &gt; 0, else 0; y is what relu gave, so it is not negative; where it is not a number, nothing hides it.
     * Without a branch, which goes the wrong way half of the time (5 ns a number instead of 0.4): y, multiplied by the largest
     * number twice, is 0 or beyond every dy that a step may use.
     */
    static void reluGradient(float[] dy, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float bound = y[i] * Float.MAX_VALUE * Float.MAX_VALUE;
            dy[i] = Math.max(-bound, Math.min(bound, dy[i]));
        }
    }

    /** a = factor · a + term. */
    static void line(float[] a, float factor, float term, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = factor * a[i] + term;
        }
    }

    /** a = factor · a + slope · b + term. */
    static void plane(float[] a, float[] b, float factor, float slope, float term, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = factor * a[i] + slope * b[i] + term;
        }
    }

    /** Adds a − pivot, and its square. */
    static void addMoments(float[] a, float pivot, float[] sums, float[] squares, int n) {
        for (int i = 0; i < n; i++) {
            float d = a[i] - pivot;
            sums[i] += d;
            squares[i] += d * d;
        }
    }

    /** Adds a, and a · (b − pivot). */
    static void addProducts(float[] a, float[] b, float pivot, float[] sums, float[] products, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += a[i];
            products[i] += a[i] * (b[i] - pivot);
        }
    }

    /**
     * tanh as a quotient of polynomials of degree 13 and 6 in x, within 3e-7: Math.tanh takes 20 ns a number, this 1. The
     * coefficients are Eigen's (generic_fast_tanh_float).
     */
    static void tanh(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = tanh(a[i]);
        }
    }

    /** One number, for loops that do more with it. */
    static float tanh(float a) {
        float x = Math.max(-LARGEST_TANH, Math.min(LARGEST_TANH, a));
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
        return x * p / q;
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

    static void abs(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.abs(a[i]);
        }
    }

    static void sign(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.signum(a[i]);
        }
    }

    static void sqrt(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) Math.sqrt(a[i]);
        }
    }

    static void pow(float[] a, double power, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) Math.pow(a[i], power);
        }
    }

    static void clamp(float[] a, float low, float high, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(low, Math.min(high, a[i]));
        }
    }

    static void clampGradient(float[] dy, float[] x, float low, float high, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] = x[i] < low || x[i] > high ? 0f : dy[i];
        }
    }

    /** near · (|a| − near ÷ 2), where near is |a| up to delta: a² ÷ 2, then straight. */
    static void huber(float[] a, float delta, int n) {
        for (int i = 0; i < n; i++) {
            float far = Math.abs(a[i]);
            float near = Math.min(far, delta);
            a[i] = near * (far - 0.5f * near);
        }
    }

    static void leakyRelu(float[] a, float slope, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(a[i], 0f) + slope * Math.min(a[i], 0f);
        }
    }

    static void leakyReluGradient(float[] dy, float[] y, float slope, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] *= y[i] <= 0 ? slope : 1f;
        }
    }

    static void elu(float[] a, double alpha, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] > 0 ? a[i] : (float) (alpha * (Math.exp(a[i]) - 1));
        }
    }

    static void eluGradient(float[] dy, float[] y, float alpha, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] *= y[i] <= 0 ? y[i] + alpha : 1f;
        }
    }

    /** a ← Φ(a) = ½ + ½ erf(a ÷ √2). */
    private static float normal(float a) {
        return 0.5f + 0.5f * erf(a * ROOT_HALF);
    }

    /**
     * The error function as a quotient of polynomials of degree 13 and 8 in x, within 1e-7. The coefficients are Eigen's
     * (generic_fast_erf_float).
     */
    private static float erf(float a) {
        float x = Math.max(-LARGEST_ERF, Math.min(LARGEST_ERF, a));
        float s = x * x;
        float p = -2.72614225801306e-10f * s + 2.77068142495902e-08f;
        p = p * s - 2.10102402082508e-06f;
        p = p * s - 5.69250639462346e-05f;
        p = p * s - 7.34990630326855e-04f;
        p = p * s - 2.95459980854025e-03f;
        p = p * s - 1.60960333262415e-02f;
        float q = -1.45660718464996e-05f * s - 2.13374055278905e-04f;
        q = q * s - 1.68282697438203e-03f;
        q = q * s - 7.37332916720468e-03f;
        q = q * s - 1.42647390514189e-02f;
        return x * p / q;
    }

    static void gelu(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] *= normal(a[i]);
        }
    }

    static void geluGradient(float[] dy, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            double density = Gauss.density(x[i]);
            dy[i] *= normal(x[i]) + x[i] * (float) density;
        }
    }

    static void silu(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) (a[i] / (1 + Math.exp(-a[i])));
        }
    }

    static void siluGradient(float[] dy, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            double s = 1 / (1 + Math.exp(-x[i]));
            dy[i] *= (float) (s * (1 + x[i] * (1 - s)));
        }
    }

    static void softplus(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = (float) (Math.max(a[i], 0f) + Math.log1p(Math.exp(-Math.abs(a[i]))));
        }
    }

    static void softplusGradient(float[] dy, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            dy[i] = (float) (dy[i] / (1 + Math.exp(-x[i])));
        }
    }
}
