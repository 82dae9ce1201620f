package org.glassbox.tensor;

import java.util.Arrays;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.array.Array;

/** A tensor was used after its time: its step is over, or the weights it was computed with have changed. */
public final class LifetimeException extends GlassboxException {
    private static final long serialVersionUID = 1L;

    /** An error that says {@code message}. */
    public LifetimeException(Message message) { super(message); }

    /** Why the numbers of {@code array} cannot be read any more, or not from this thread. */
    static LifetimeException of(Array array) {
        if (!array.isFromArena()) {
            return of(array, "it shows a parameter, and that was changed",
                "take the view again after each update, or keep its numbers with .copy()");
        }
        return array.isOfAnotherThread() ? of(array, "its loop runs on another thread, its numbers may go at any time",
            "pass on .copy() or .item() from within the loop")
            : of(array, "its step is over, its numbers are gone",
                "within a loop over batches a result lives until the next batch; keep it with .copy() or .item()");
    }

    private static LifetimeException of(Array array, String what, String mend) {
        return new LifetimeException(
            Message.of("tensor", what).with("shape", Arrays.toString(array.shape())).help(mend));
    }
}
