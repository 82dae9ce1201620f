package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.Numbers;
import org.glassbox.tensor.Tensor;

/**
 * Half the squared error up to delta, straight from there on; see {@link Loss#huber()}.
 *
 * @param delta how far off an error pulls with its own size; beyond, all pull alike
 * @param reduction what becomes of the numbers
 */
public record HuberLoss(double delta, Reduction reduction) implements Loss {
    private static final int HALVINGS = 60;

    /** Mean, sum, or one number each. */
    public HuberLoss withReduction(Reduction other) {
        return new HuberLoss(delta, other);
    }

    /** Another delta, above 0. */
    public HuberLoss withDelta(double other) {
        Tensor.of(0).huberError(Tensor.of(0), other);      // refuses what cannot be
        return new HuberLoss(other, reduction);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return reduction.of(prediction.huberError(Targets.likeColumn(target, prediction), delta));
    }

    @Override
    public String title() { return "Huber loss"; }

    /** The loss of who always says the one number at which the pulls of all targets cancel. */
    @Override
    public double chance(Tensor target) {
        double[] targets = target.toDoubles();
        double low = Arrays.stream(targets).min().orElse(0);
        double high = Arrays.stream(targets).max().orElse(0);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double pull = Arrays.stream(targets).map(t -> Math.max(-delta, Math.min(delta, t - middle))).sum();
            low = pull > 0 ? middle : low;
            high = pull > 0 ? high : middle;
        }
        double best = low;
        return reduction.chance(Arrays.stream(targets).map(t -> {
            double near = Math.min(Math.abs(t - best), delta);
            return near * (Math.abs(t - best) - near / 2);
        }).average().orElse(0));
    }

    @Override
    public String toString() { return "Loss: " + title() + ", delta " + Numbers.brief(delta) + reduction.words(); }
}
