package org.glassbox.data;

import org.glassbox.Message;

/** Published files that are neither here nor can be brought here: whoever has something else at hand may go on with that. */
final class MissingException extends DataException {
    private static final long serialVersionUID = 1L;

    MissingException(Message message) { super(message); }
}
