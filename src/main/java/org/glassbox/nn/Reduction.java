package org.glassbox.nn;

import org.glassbox.tensor.Tensor;

/** What becomes of the losses of a batch. */
public enum Reduction {
    /** Their mean: does not depend on how many rows a batch has. */
    MEAN,
    /** Their sum. A rate that suits it depends on the batch size. */
    SUM,
    /** All of them, to be weighted or looked at; {@code fit} and {@code backward()} need one number. */
    NONE;

    /** One number or all; {@code count} is what a mean divides by. */
    Tensor of(Tensor losses, double count) {
        return this == NONE ? losses : this == SUM ? losses.sum() : losses.sum().mul(1 / count);
    }

    /** The mean, or what it was the mean of. */
    Tensor of(Tensor losses) { return of(losses, losses.size()); }

    String words() {
        return this == MEAN ? ", the mean over the batch" : this == SUM ? ", the sum over the batch"
            : ", one number each";
    }

    /** A loss that grows with the rows, or is not one number, has no level that another could be compared with. */
    double chance(double ofMean) {
        return this == MEAN ? ofMean : Double.NaN;
    }
}
