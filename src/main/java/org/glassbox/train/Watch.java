package org.glassbox.train;

import java.util.Arrays;
import java.util.List;
import org.glassbox.Message;
import org.glassbox.train.Step.Moment;

/** Looks at a step and adds rows; changes nothing. A lambda is a watch. */
@FunctionalInterface
public interface Watch {
    /** Reads what {@code step} shows and writes it to {@code rows}. */
    void read(Step step, Rows rows);

    /**
     * Whether it looks at this moment: without a word, whenever the usual watches may. The trainer plans 20 to 300 updates and
     * as many epochs of a fit, evenly spaced: as many as cost about 5 % of the time, reckoned from the sizes of net, batch and
     * data, not from a clock, so that the same seed gives the same rows.
     */
    default boolean wants(Step step) { return step.isDue(); }

    /** This watch at every n-th update, beginning with the first; after epochs it looks as before. */
    default Watch every(int n) {
        if (n < 1) {
            throw new TrainingException(Message.of("every", n + ", expected at least 1").help("1 is every update"));
        }
        return new Every(this, n);
    }

    /** Signal (∂ loss ÷ ∂ z) of each linear and convolution layer and gradient of each weight and bias, at updates. */
    static Watch gradients() {
        return new GradientWatch();
    }

    /** Histogram, spread and movement of each weight and bias, after epochs. */
    static Watch weights() {
        return new WeightWatch();
    }

    /** Quantiles and firing units of each activation layer on the probe rows, after epochs. */
    static Watch activations() {
        return new ActivationWatch();
    }

    /** What is watched without a word: gradients, weights, activations. */
    static Watch standard() {
        return all(gradients(), weights(), activations());
    }

    /**
     * The usual watches, and at every update the norm and the histogram of each weight, each gradient and the output of each
     * operation within a layer: {@code trainer.watch(Watch.everything())}.
     *
     * <p>Rows of the watch «everything», with the names weight, weight gradient, bias, bias gradient (those of the net's own
     * parameters) and output; all before the update, on its batch, in training mode:
     * <ul>
     * <li>norm: root of the sum of squares of the numbers, computed in double precision; of the gradient of the batch's mean
     * loss, before clipping. Kept for every update.
     * <li>count: how many numbers lie from low to high. Bins are four equal ones between a power of two and the next, for each
     * sign; those that are empty are left out. zeros: how many are 0, or nearer to it than 2⁻¹²⁸. notfinite: NaN or infinite.
     * size: all together. Of a long run, histograms of neighbouring updates are summed, so that at most 300 are kept; steps
     * says of how many updates a histogram is the sum, and it stands at the last of them.
     * </ul>
     */
    static Watch everything() { return all(standard(), new EverythingWatch()); }

    /** Nothing. */
    static Watch none() { return all(); }

    /** One after the other. */
    static Watch all(Watch... watches) {
        return new All(List.copyOf(Arrays.asList(watches)));
    }

    /** See {@link Watch#all}. */
    record All(List<Watch> watches) implements Watch {
        @Override
        public boolean wants(Step step) { return watches.stream().anyMatch(watch -> watch.wants(step)); }

        @Override
        public void read(Step step, Rows rows) {
            for (Watch watch : watches) {
                if (watch.wants(step)) {
                    watch.read(step, rows);
                }
            }
        }
    }

    /** See {@link Watch#every}. */
    record Every(Watch watch, int n) implements Watch {
        @Override
        public boolean wants(Step step) {
            return step.moment() != Moment.UPDATE ? watch.wants(step)
                : (step.number() - 1) % n == 0 && watch.wants(step.asDue());
        }

        @Override
        public void read(Step step, Rows rows) {
            watch.read(step.moment() == Moment.UPDATE ? step.asDue() : step, rows);
        }
    }
}
