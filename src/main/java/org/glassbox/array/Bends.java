package org.glassbox.array;

/**
 * The nonlinearities y = f(x), each with its derivative times what comes from above, as a function of its output y where that
 * is enough, else of x. FLOAT by {@link Kernels}, DOUBLE by the textbook's formula.
 */
public final class Bends {
    private Bends() {}

    /** max(x, 0). */
    public static Array relu(Array x) {
        return Loops.map(x, Native.like(x), Kernels::relu, v -> Math.max(v, 0));
    }

    /** dy where y &gt; 0, else 0; no number where y is none (PyTorch: dy), so that a broken forward pass shows on the way back. */
    public static Array reluGradient(Array dy, Array y) {
        return Loops.zip(dy, y, Native.like(y), Kernels::reluGradient, (d, v) -> v > 0 ? d : 0 * v);
    }

    /** 1 / (1 + e⁻ˣ). */
    public static Array sigmoid(Array x) {
        return Loops.map(x, Native.like(x), Kernels::sigmoid, v -> 1 / (1 + Math.exp(-v)));
    }

    /** dy · y (1 − y). */
    public static Array sigmoidGradient(Array dy, Array y) {
        return Loops.zip(dy, y, Native.like(y), Kernels::sigmoidGradient, (d, v) -> d * v * (1 - v));
    }

    /** tanh x. */
    public static Array tanh(Array x) { return Loops.map(x, Native.like(x), Kernels::tanh, Math::tanh); }

    /** dy · (1 − y²). */
    public static Array tanhGradient(Array dy, Array y) {
        return Loops.zip(dy, y, Native.like(y), Kernels::tanhGradient, (d, v) -> d * (1 - v * v));
    }

    /** x where x &gt; 0, else slope · x. */
    public static Array leakyRelu(Array x, double slope) {
        float narrow = (float) slope;
        return Loops.map(x, Native.like(x), (a, n) -> Kernels.leakyRelu(a, narrow, n), v -> v > 0 ? v : slope * v);
    }

    /** dy where y &gt; 0, else slope · dy. */
    public static Array leakyReluGradient(Array dy, Array y, double slope) {
        float narrow = (float) slope;
        return Loops.zip(dy, y, Native.like(y), (d, v, n) -> Kernels.leakyReluGradient(d, v, narrow, n),
            (d, v) -> v <= 0 ? slope * d : d);
    }

    /** x where x &gt; 0, else alpha (eˣ − 1). */
    public static Array elu(Array x, double alpha) {
        return Loops.map(x, Native.like(x), (a, n) -> Kernels.elu(a, alpha, n), v -> v > 0 ? v : alpha * Math.expm1(v));
    }

    /** dy where y &gt; 0, else dy · (y + alpha). */
    public static Array eluGradient(Array dy, Array y, double alpha) {
        float narrow = (float) alpha;
        return Loops.zip(dy, y, Native.like(y), (d, v, n) -> Kernels.eluGradient(d, v, narrow, n),
            (d, v) -> v <= 0 ? d * (v + alpha) : d);
    }

    /** x Φ(x), where Φ is the share of the normal distribution that lies below x. */
    public static Array gelu(Array x) {
        return Loops.map(x, Native.like(x), Kernels::gelu, v -> v * Gauss.below(v));
    }

    /** dy · (Φ(x) + x φ(x)). */
    public static Array geluGradient(Array dy, Array x) {
        return Loops.zip(dy, x, Native.like(x), Kernels::geluGradient,
            (d, v) -> d * (Gauss.below(v) + v * Gauss.density(v)));
    }

    /** x σ(x). */
    public static Array silu(Array x) {
        return Loops.map(x, Native.like(x), Kernels::silu, v -> v / (1 + Math.exp(-v)));
    }

    /** dy · σ(x) (1 + x (1 − σ(x))). */
    public static Array siluGradient(Array dy, Array x) {
        return Loops.zip(dy, x, Native.like(x), Kernels::siluGradient, (d, v) -> {
            double s = 1 / (1 + Math.exp(-v));
            return d * s * (1 + v * (1 - s));
        });
    }

    /** ln(1 + eˣ). */
    public static Array softplus(Array x) {
        return Loops.map(x, Native.like(x), Kernels::softplus,
            v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))));
    }

    /** dy · σ(x). */
    public static Array softplusGradient(Array dy, Array x) {
        return Loops.zip(dy, x, Native.like(x), Kernels::softplusGradient, (d, v) -> d / (1 + Math.exp(-v)));
    }

    /** x − ln Σ eˣ over the last axis. */
    public static Array logSoftmax(Array x) {
        double[] shares = new double[x.columns()];
        return Loops.rows(x, Native.like(x), (row, v, n) -> {
            System.arraycopy(v, 0, shares, 0, n);
            double total = softmax(shares, n);
            for (int i = 0; i < n; i++) {
                v[i] -= total;
            }
        });
    }

    /** dy − e^y Σ dy over the last axis. */
    public static Array logSoftmaxGradient(Array dy, Array y) {
        double[] p = new double[y.columns()];
        return Loops.rows(dy, Native.like(y), (row, d, n) -> {
            y.read(row * n, p, n);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += d[i];
            }
            for (int i = 0; i < n; i++) {
                d[i] -= Math.exp(p[i]) * sum;
            }
        });
    }

    /** e^x ÷ Σ e^x over the last axis. */
    public static Array softmax(Array x) {
        return Loops.rows(x, Native.like(x), (row, v, n) -> softmax(v, n));
    }

    /** y · (dy − Σ y·dy) over the last axis. */
    public static Array softmaxGradient(Array dy, Array y) {
        double[] p = new double[y.columns()];
        return Loops.rows(dy, Native.like(y), (row, d, n) -> {
            y.read(row * n, p, n);
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += d[i] * p[i];
            }
            for (int i = 0; i < n; i++) {
                d[i] = p[i] * (d[i] - dot);
            }
        });
    }

    /** Turns v into its softmax and returns ln Σ eᵛ. */
    static double softmax(double[] v, int n) {
        double max = Double.NEGATIVE_INFINITY; // shift by the largest: exp overflows above 709
        for (int i = 0; i < n; i++) {
            max = Math.max(max, v[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            v[i] = Math.exp(v[i] - max);
            sum += v[i];
        }
        for (int i = 0; i < n; i++) {
            v[i] /= sum;
        }
        return max + Math.log(sum);
    }
}
