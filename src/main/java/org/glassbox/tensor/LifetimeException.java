package org.glassbox.tensor;

import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** A tensor was used after its time: its step is over, or the weights it was computed with have changed. */
public final class LifetimeException extends GlassboxException {
    private static final long serialVersionUID = 1L;

    /** An error that says {@code message}. */
    public LifetimeException(Message message) { super(message); }
}
