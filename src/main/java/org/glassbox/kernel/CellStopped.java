package org.glassbox.kernel;

/** Ends a cell that the user interrupted. An {@code Error}, so that a cell's {@code catch (Exception e)} does not hold it up. */
public final class CellStopped extends Error {
    private static final long serialVersionUID = 1L;

    CellStopped(String message) { super(message); }
}
