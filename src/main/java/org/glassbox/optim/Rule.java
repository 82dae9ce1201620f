package org.glassbox.optim;

import org.glassbox.nn.Layer;

/** How a weight moves, given its gradient: one formula, and how many numbers it remembers for each weight. */
public interface Rule {
    /** The step size. */
    double rate();

    /** How many numbers it remembers for each weight; they start at 0. */
    int slots();

    /**
     * Moves the first n weights. Runs on several threads at once, each with other weights: what it must remember belongs into
     * the slots.
     *
     * @param w the weights, changed
     * @param g their gradients
     * @param slots what is remembered, changed: slots()[k][i] belongs to w[i]
     * @param n how many
     * @param t number of this update, from 1
     */
    void update(float[] w, float[] g, float[][] slots, int n, long t);

    /** How it is written: «Adam 0.005». */
    String title();

    /** This rule for the weights of {@code net}. */
    default Optimizer on(Layer net) { return new Optimizer(this, net); }
}
