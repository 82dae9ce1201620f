package org.glassbox.data;

import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** Data that a network cannot learn from, or that was asked for in a way that cannot be answered. */
public class DataException extends GlassboxException {
    private static final long serialVersionUID = 1L;

    /** An error that says {@code message}. */
    public DataException(Message message) { super(message); }
}
