package org.glassbox.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.glassbox.Message;
import org.glassbox.array.Moment;

/**
 * How a tensor came to be.
 *
 * @param op the operation
 * @param inputs what it was computed from, with the local derivatives
 * @param place in which layer
 * @param composed the same value by simpler operations, or null where the operation is simple itself
 * @param moment when: what the operation noted is there as long as that
 */
record Origin(String op, List<Derivative> inputs, Place place, Supplier<Tensor> composed, Moment moment) {
    /**
     * Refuses if what the operation read or noted is not what it was: its derivatives and its simpler form would mix old and
     * new. Its result alone does not tell: it may be an array of its own, while what was noted is used again.
     */
    void requireUnchanged(Tensor result) {
        result.array();
        if (!moment.isThere()) {
            throw new LifetimeException(
                Message.of("backward", "its step is over, and what the operation noted in it is gone").with("op", op)
                    .with("result", Arrays.toString(result.shape()))
                    .help(
                        "within a loop over batches the way back lives until the next batch: compute the loss again"));
        }
        for (Derivative input : inputs) {
            input.requireUnchanged(op);                                 // also for the way to another input
        }
    }
}
