package org.glassbox.data;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.tensor.Tensor;

/**
 * Some rows of a {@link Dataset}, as a network takes them; both are data, so no gradient is computed for them.
 *
 * @param x features, [rows, features], or [rows, steps, features] of sequences
 * @param y class numbers, [rows], or numbers, [rows, 1]; with an axis of steps after the rows where each step has a target
 */
public record Batch(Tensor x, Tensor y) {
    public Batch {
        if (x.shape()[0] != y.shape()[0]) {
            throw new DataException(Message.of("batch", "x has " + x.shape()[0] + " rows, y has " + y.shape()[0])
                .with("x", Arrays.toString(x.shape())).with("y", Arrays.toString(y.shape()))
                .help("each row of x needs its own target in y"));
        }
    }

    /** How many rows; the last batch of an epoch may have fewer than the others. */
    public int rows() {
        return x.shape()[0];
    }

    /** How many targets: one a row, or one for each step. */
    public int targets() { return y.size(); }

    /** For example {@code Batch(x [32, 64], y [32])}. */
    @Override
    public String toString() {
        return "Batch(x " + Arrays.toString(x.shape()) + ", y " + Arrays.toString(y.shape()) + ")";
    }
}
