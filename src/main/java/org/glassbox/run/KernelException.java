package org.glassbox.run;

import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** A kernel did not start, died, or did not answer in time. */
public final class KernelException extends GlassboxException {
    private static final long serialVersionUID = 1L;

    KernelException(Message message) { super(message); }

    KernelException(Message message, Throwable cause) { super(message, cause); }
}
