package org.glassbox.optim;

/**
 * Adam whose weights shrink by themselves: w ← w − rate · weightDecay · w, then Adam's step, which does not see it. Loshchilov &
 * Hutter 2019, arXiv:1711.05101, algorithm 2, without their common schedule η.
 *
 * @param rate step size, often 0.0001 to 0.01
 * @param beta1 how much of the mean gradient is kept at each update
 * @param beta2 how much of the mean squared gradient is kept
 * @param epsilon added to its root, against division by 0
 * @param weightDecay times the rate, the share of a weight that is lost at each update
 */
public record AdamW(double rate, double beta1, double beta2, double epsilon, double weightDecay) implements Rule {
    public AdamW {
        Settings.positive("AdamW", "rate", rate);
        Settings.share("AdamW", "beta1", beta1);
        Settings.share("AdamW", "beta2", beta2);
        Settings.positive("AdamW", "epsilon", epsilon);
        Settings.notNegative("AdamW", "weightDecay", weightDecay);
    }

    /** With that step size, β₁ 0.9, β₂ 0.999, ε 1e-8, weight decay 0.01. */
    public static AdamW of(double rate) {
        return new AdamW(rate, 0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public AdamW withRate(double other) { return new AdamW(other, beta1, beta2, epsilon, weightDecay); }

    /** The same with another β₁. */
    public AdamW withBeta1(double other) {
        return new AdamW(rate, other, beta2, epsilon, weightDecay);
    }

    /** The same with another β₂. */
    public AdamW withBeta2(double other) {
        return new AdamW(rate, beta1, other, epsilon, weightDecay);
    }

    /** The same with another ε. */
    public AdamW withEpsilon(double other) {
        return new AdamW(rate, beta1, beta2, other, weightDecay);
    }

    /** The same with another weight decay, at least 0. Biases: {@code rule.withGroup("*.bias", rule.withWeightDecay(0))}. */
    public AdamW withWeightDecay(double other) {
        return new AdamW(rate, beta1, beta2, epsilon, other);
    }

    @Override
    public int slots() { return 2; }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float stay = (float) (1 - rate * weightDecay);
        for (int i = 0; i < n; i++) {
            w[i] *= stay;
        }
        new Adam(rate, beta1, beta2, epsilon).update(w, g, slots, n, t);
    }

    @Override
    public String title() { return "AdamW " + Settings.plain(rate); }
}
