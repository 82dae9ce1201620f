package org.glassbox.optim;

/**
 * Steps divided by the recent size of the gradient: s ← decay · s + (1 − decay) · g², w ← w − rate · g ÷ (√s + ε). Hinton 2012,
 * «Neural Networks for Machine Learning», lecture 6e. Centered (Graves 2013, arXiv:1308.0850, eq. 38 to 41) it divides by the
 * deviation √(s − m²), m the recent mean of g. With momentum, u ← momentum · u + g ÷ (√s + ε), w ← w − rate · u.
 *
 * @param rate step size, often 0.0001 to 0.01
 * @param decay how much of the mean squared gradient is kept at each update
 * @param epsilon added to its root, against division by 0
 * @param momentum how much of the step before is kept
 * @param centered whether the mean gradient is taken off
 */
public record RMSProp(double rate, double decay, double epsilon, double momentum, boolean centered) implements Rule {
    private static final int SQUARES = 0;
    private static final int STEP = 1;
    private static final int MEAN = 2;

    public RMSProp {
        Settings.positive("RMSProp", "rate", rate);
        Settings.share("RMSProp", "decay", decay);
        Settings.positive("RMSProp", "epsilon", epsilon);
        Settings.share("RMSProp", "momentum", momentum);
    }

    /** With that step size, decay 0.99, ε 1e-8, without momentum, not centered. */
    public static RMSProp of(double rate) {
        return new RMSProp(rate, 0.99, 1e-8, 0, false);
    }

    @Override
    public RMSProp withRate(double other) { return new RMSProp(other, decay, epsilon, momentum, centered); }

    /** The same with another decay, 0 ≤ decay &lt; 1. */
    public RMSProp withDecay(double other) {
        return new RMSProp(rate, other, epsilon, momentum, centered);
    }

    /** The same with another ε. */
    public RMSProp withEpsilon(double other) {
        return new RMSProp(rate, decay, other, momentum, centered);
    }

    /** The same with momentum, 0 ≤ momentum &lt; 1. */
    public RMSProp withMomentum(double other) {
        return new RMSProp(rate, decay, epsilon, other, centered);
    }

    /** The same, divided by the deviation of the gradient instead of its size. */
    public RMSProp withCentering() {
        return new RMSProp(rate, decay, epsilon, momentum, true);
    }

    @Override
    public int slots() { return 1 + MEAN; }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float[] s = slots[SQUARES];
        float[] u = slots[STEP];
        float[] m = slots[MEAN];
        float keep = (float) decay;
        float take = (float) (1 - decay);       // rounded once: 1 − 0.99f is off by 1e-6
        float takeMean = centered ? take : 0;   // m stays 0
        float carry = (float) momentum;
        float step = (float) rate;
        float eps = (float) epsilon;
        for (int i = 0; i < n; i++) {
            s[i] = keep * s[i] + take * g[i] * g[i];
            m[i] += takeMean * (g[i] - m[i]);
            u[i] = carry * u[i] + g[i] / ((float) Math.sqrt(Math.max(0, s[i] - m[i] * m[i])) + eps);   // rounding may go below 0
            w[i] -= step * u[i];
        }
    }

    @Override
    public String title() { return "RMSProp " + Settings.plain(rate); }
}
