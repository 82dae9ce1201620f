package org.glassbox.optim;

/** Gradient descent: w ← w − rate · g. On mini-batches: stochastic. Robbins & Monro 1951. */
public record Sgd(double rate) implements Rule {
    public Sgd {
        Settings.positive("Sgd", "rate", rate);
    }

    /** With that step size, often 0.01 to 0.5. */
    public static Sgd of(double rate) { return new Sgd(rate); }

    @Override
    public Sgd withRate(double other) { return new Sgd(other); }

    @Override
    public int slots() { return 0; }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float step = (float) rate;
        for (int i = 0; i < n; i++) {
            w[i] -= step * g[i];
        }
    }

    @Override
    public String title() { return "SGD " + Settings.plain(rate); }
}
