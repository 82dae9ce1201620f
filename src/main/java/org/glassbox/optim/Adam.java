package org.glassbox.optim;

/**
 * Adam. Kingma & Ba 2015, arXiv:1412.6980, algorithm 1: steps of about the rate, whatever the size of the gradient.
 *
 * @param rate step size, often 0.0001 to 0.01
 * @param beta1 how much of the mean gradient is kept at each update
 * @param beta2 how much of the mean squared gradient is kept
 * @param epsilon added to its root, against division by 0
 */
public record Adam(double rate, double beta1, double beta2, double epsilon) implements Rule {
    public Adam {
        Settings.positive("Adam", "rate", rate);
        Settings.share("Adam", "beta1", beta1);
        Settings.share("Adam", "beta2", beta2);
        Settings.positive("Adam", "epsilon", epsilon);
    }

    /** With that step size, β₁ 0.9, β₂ 0.999, ε 1e-8. */
    public static Adam of(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    @Override
    public Adam withRate(double other) { return new Adam(other, beta1, beta2, epsilon); }

    /** The same with another β₁. */
    public Adam withBeta1(double other) {
        return new Adam(rate, other, beta2, epsilon);
    }

    /** The same with another β₂. */
    public Adam withBeta2(double other) {
        return new Adam(rate, beta1, other, epsilon);
    }

    /** The same with another ε. */
    public Adam withEpsilon(double other) { return new Adam(rate, beta1, beta2, other); }

    @Override
    public int slots() { return 2; }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float step = (float) (rate / (1 - Math.pow(beta1, t)));             // m starts at 0: divide by what it lacks
        float unbias = (float) (1 / Math.sqrt(1 - Math.pow(beta2, t)));     // likewise √v
        update(w, g, slots[0], slots[1], n, step, unbias);
    }

    private void update(float[] w, float[] g, float[] m, float[] v, int n, float step, float unbias) {
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float take1 = (float) (1 - beta1);      // rounded once: 1 − 0.999f is off by 1e-5
        float take2 = (float) (1 - beta2);
        float eps = (float) epsilon;
        for (int i = 0; i < n; i++) {
            m[i] = keep1 * m[i] + take1 * g[i];
            v[i] = keep2 * v[i] + take2 * g[i] * g[i];
            w[i] -= step * m[i] / ((float) Math.sqrt(v[i]) * unbias + eps);
        }
    }

    @Override
    public String title() { return "Adam " + Settings.plain(rate); }
}
