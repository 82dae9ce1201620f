package org.glassbox;

/** The base of all errors that Glassbox raises; its text always has the form of {@link Message}. */
public class GlassboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error that says {@code message}. */
    public GlassboxException(Message message) { super(message.toString()); }

    /** An error that says {@code message} and was brought about by {@code cause}. */
    public GlassboxException(Message message, Throwable cause) {
        super(message.toString(), cause);
    }
}
