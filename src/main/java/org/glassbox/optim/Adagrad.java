package org.glassbox.optim;

/**
 * Steps that shrink for weights with large gradients behind them: s ← s + g², w ← w − rate · g ÷ (√s + ε). Duchi, Hazan & Singer
 * 2011, «Adaptive Subgradient Methods», JMLR 12, with diagonal matrices.
 *
 * @param rate step size, often 0.01
 * @param rateDecay the rate of update t is rate ÷ (1 + (t − 1) · rateDecay)
 * @param start what the sum of squares begins with
 * @param epsilon added to its root, against division by 0
 */
public record Adagrad(double rate, double rateDecay, double start, double epsilon) implements Rule {
    public Adagrad {
        Settings.positive("Adagrad", "rate", rate);
        Settings.notNegative("Adagrad", "rateDecay", rateDecay);
        Settings.notNegative("Adagrad", "start", start);
        Settings.positive("Adagrad", "epsilon", epsilon);
    }

    /** With that step size, which does not decay, a sum that begins at 0, ε 1e-10. */
    public static Adagrad of(double rate) {
        return new Adagrad(rate, 0, 0, 1e-10);
    }

    @Override
    public Adagrad withRate(double other) { return new Adagrad(other, rateDecay, start, epsilon); }

    /** The same with a rate that falls: at update t it is divided by 1 + (t − 1) · {@code other}. {@link #rate} does not show it. */
    public Adagrad withRateDecay(double other) {
        return new Adagrad(rate, other, start, epsilon);
    }

    /** The same with a sum of squares that begins with {@code other} instead of 0: gentler first steps. */
    public Adagrad withStart(double other) {
        return new Adagrad(rate, rateDecay, other, epsilon);
    }

    /** The same with another ε. */
    public Adagrad withEpsilon(double other) {
        return new Adagrad(rate, rateDecay, start, other);
    }

    @Override
    public int slots() { return 1; }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float[] s = slots[0];                   // without the start: slots begin at 0
        float step = (float) (rate / (1 + (t - 1) * rateDecay));
        float first = (float) start;
        float eps = (float) epsilon;
        for (int i = 0; i < n; i++) {
            s[i] += g[i] * g[i];
            w[i] -= step * g[i] / ((float) Math.sqrt(first + s[i]) + eps);
        }
    }

    @Override
    public String title() { return "Adagrad " + Settings.plain(rate); }
}
