package org.glassbox.optim;

/**
 * Momentum that looks ahead: v ← decay · v + g, w ← w − rate · (g + decay · v). Nesterov 1983, in the form of Sutskever et al.
 * 2013, «On the importance of initialization and momentum in deep learning», with the step written as PyTorch writes it.
 *
 * @param rate step size, often 0.01 to 0.1
 * @param decay how much of the direction is kept at each update
 */
public record Nesterov(double rate, double decay) implements Rule {
    public Nesterov {
        Settings.positive("Nesterov", "rate", rate);
        Settings.share("Nesterov", "decay", decay);
    }

    /** With that step size and decay 0.9. */
    public static Nesterov of(double rate) { return new Nesterov(rate, 0.9); }

    @Override
    public Nesterov withRate(double other) { return new Nesterov(other, decay); }

    /** The same with another decay, 0 ≤ decay &lt; 1. */
    public Nesterov withDecay(double other) {
        return new Nesterov(rate, other);
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
            w[i] -= step * (g[i] + keep * v[i]);
        }
    }

    @Override
    public String title() { return "Nesterov " + Settings.plain(rate); }
}
