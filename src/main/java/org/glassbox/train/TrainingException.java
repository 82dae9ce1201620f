package org.glassbox.train;

import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** Training cannot begin, or ended before its time; net, optimizer and history stay as they are and can be used. */
public final class TrainingException extends GlassboxException {
    private static final long serialVersionUID = 1L;

    /** An error that says {@code message}. */
    public TrainingException(Message message) { super(message); }
}
