package org.glassbox.tensor;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a tensor came to be.
 *
 * @param op the operation
 * @param inputs what it was computed from, with the local derivatives
 * @param place in which layer
 * @param composed the same value by simpler operations, or null where the operation is simple itself
 */
record Origin(String op, List<Derivative> inputs, Place place, Supplier<Tensor> composed) {
    /** Refuses if what the operation read is not what it was: its derivatives and its simpler form would mix old and new. */
    void requireUnchanged(Tensor result) {
        result.array();                                                 // alive, and with it all that the operation noted
        for (Derivative input : inputs) {
            input.requireUnchanged(op);                                 // also for the way to another input
        }
    }
}
