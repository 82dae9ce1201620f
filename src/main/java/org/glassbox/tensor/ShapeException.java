package org.glassbox.tensor;

import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** Shapes, types or positions that do not fit an operation. */
public final class ShapeException extends GlassboxException {
    private static final long serialVersionUID = 1L;

    /** An error that says {@code message}. */
    public ShapeException(Message message) { super(message); }
}
