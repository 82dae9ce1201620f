package org.glassbox.tensor;

import java.util.function.Function;
import org.glassbox.array.Arena;
import org.glassbox.array.Array;
import org.glassbox.array.Moment;

/** What the gradients of several inputs are read from: computed once for the same dy, as long as the step lasts. */
final class Shared<T> {
    private final Function<Array, T> compute;
    private Found<T> last;

    Shared(Function<Array, T> compute) { this.compute = compute; }

    T of(Array dy) {
        Found<T> found = last;                                                  // another thread may go back, too
        if (found == null || !found.isFor(dy)) {
            found = new Found<>(dy, dy.stamp(), Arena.now(), compute.apply(dy));
            last = found;
        }
        return found.what();
    }

    private record Found<T>(Array dy, int stamp, Moment moment, T what) {
        /** The very same numbers, and what was found is there as long as the step that it was taken in. */
        @SuppressWarnings("ReferenceEquality")
        boolean isFor(Array now) { return now == dy && now.stamp() == stamp && moment == Arena.now(); }
    }
}
