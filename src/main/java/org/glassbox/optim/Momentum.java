package org.glassbox.optim;

/** Gradient descent with a memory of its direction: v ← decay · v + g, w ← w − rate · v. Polyak 1964. */
public record Momentum(double rate, double decay) implements Rule {
    public Momentum {
        Settings.positive("Momentum", "rate", rate);
        Settings.share("Momentum", "decay", decay);
    }

    /** With that step size and decay 0.9. */
    public static Momentum of(double rate) { return new Momentum(rate, 0.9); }

    @Override
    public Momentum withRate(double other) { return new Momentum(other, decay); }

    /** The same with another decay, 0 ≤ decay &lt; 1. */
    public Momentum withDecay(double other) {
        return new Momentum(rate, other);
    }

    @Override
    public int slots() { return 1; }

    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float[] v = slots[0];
        float step = (float) rate;
        float keep = (float) decay;
        for (int i = 0; i < n; i++) {
            v[i] = keep * v[i] + g[i];
            w[i] -= step * v[i];
        }
    }

    @Override
    public String title() { return "Momentum " + Settings.plain(rate); }
}
