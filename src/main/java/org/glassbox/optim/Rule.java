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
     * @param g their gradients, a copy that may be changed
     * @param slots what is remembered, changed: slots()[k][i] belongs to w[i]
     * @param n how many
     * @param t number of this update, from 1
     */
    void update(float[] w, float[] g, float[][] slots, int n, long t);

    /** The same with another step size; what it remembers goes on. */
    Rule withRate(double other);

    /** How it is written: «Adam 0.005». */
    String title();

    /** This rule for the weights of {@code net}. */
    default Optimizer on(Layer net) { return new Optimizer(this, net); }

    /** The same, its rate times the factor of {@code schedule} at each update; with another schedule before, times both. */
    default Recipe withSchedule(Schedule schedule) {
        return Recipe.of(this).withSchedule(schedule);
    }

    /**
     * The same, with weights pulled to 0 in proportion: g ← g + strength · w, the gradient of ½ strength ‖w‖², which losses that
     * are shown do not contain. All parameters, as PyTorch's weight_decay; biases left out:
     * {@code Sgd.of(0.1).withL2(1e-4).withGroup("*.bias", Sgd.of(0.1))}.
     */
    default Recipe withL2(double strength) { return Recipe.of(this).withL2(strength); }

    /** The same, with weights pulled to 0 evenly, so that many reach it: g ← g + strength · sign(w), the gradient of strength ‖w‖₁. */
    default Recipe withL1(double strength) {
        return Recipe.of(this).withL1(strength);
    }

    /** The same, for gradients that have a limit. */
    default Recipe withClipping(Clipping clipping) {
        return Recipe.of(this).withClipping(clipping);
    }

    /**
     * The same, but parameters whose path fits {@code pattern} move by {@code other}: {@code withGroup("*.bias", Sgd.of(0.1))}. A *
     * stands for any characters; {@link org.glassbox.nn.Parameters#of} lists the paths. Of several that fit the last holds.
     * Schedule and clipping of this rule hold for the group, too; its L1 and L2 do not.
     */
    default Recipe withGroup(String pattern, Rule other) { return Recipe.of(this).withGroup(pattern, other); }

    /** The same, but parameters whose path fits {@code pattern} do not move: {@code withFrozen("0.*")}. Their gradients are still seen. */
    default Recipe withFrozen(String pattern) {
        return Recipe.of(this).withFrozen(pattern);
    }
}
