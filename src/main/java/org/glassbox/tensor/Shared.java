package org.glassbox.tensor;

import java.util.function.Function;
import org.glassbox.array.Array;

/** What the gradients of several inputs are read from: computed once for the same dy. */
final class Shared<T> {
    private final Function<Array, T> compute;
    private Array dy;
    private int stamp;
    private T found;

    Shared(Function<Array, T> compute) { this.compute = compute; }

    @SuppressWarnings("ReferenceEquality")      // the very same numbers, not equal ones
    T of(Array now) {
        if (found == null || now != dy || now.stamp() != stamp) {
            found = compute.apply(now);
            dy = now;
            stamp = now.stamp();
        }
        return found;
    }
}
