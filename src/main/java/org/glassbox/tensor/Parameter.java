package org.glassbox.tensor;

import org.glassbox.array.Array;
import org.glassbox.array.Native;

/** Numbers that learn: the weights and biases of a layer. Equal only to itself, so that equal layers share their weights. */
public final class Parameter extends Tensor {
    private long updates;

    private Parameter(Array array, String name) { super(array, true, null, name); }

    /** A parameter that starts with a copy of these numbers. */
    public static Parameter of(String name, Tensor start) {
        return new Parameter(Native.copy(start.array()), name);
    }

    /** A parameter that starts with these numbers, which become its own; those of a step are copied. */
    public static Parameter of(String name, Array start) {
        return new Parameter(start.isFromArena() ? Native.copy(start) : start, name);
    }

    /** How often an optimizer has changed it; 0 is untrained. */
    public long updates() { return updates; }

    /** Notes that its numbers were changed. Only for what changes them. */
    public void changed() {
        updates++;
        array().changed();
    }

    /** Notes that its numbers are again those that it had after so many updates. Only for what puts them back. */
    public void returned(long updatesThen) {
        updates = updatesThen;
        array().changed();
    }

    @Override
    public Parameter toDouble() {
        return new Parameter(Native.toType(array(), org.glassbox.array.Type.DOUBLE), name());
    }
}
