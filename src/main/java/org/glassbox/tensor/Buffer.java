package org.glassbox.tensor;

import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.array.Type;

/** Numbers that a layer remembers without learning them: a count of passes, running statistics. Changed by training alone. */
public final class Buffer extends Tensor {
    private Buffer(Array array, String name) { super(array, false, null, name); }

    /** A memory that starts with a copy of these numbers. */
    public static Buffer of(String name, Tensor start) {
        return new Buffer(Native.copy(start.array()), name);
    }

    /** A count that starts at 0 and is exact to 2⁵³. */
    public static Buffer count(String name) {
        return new Buffer(Array.of(Type.DOUBLE, new double[] {0}), name);
    }

    /** Adds 1 to a count, in training only, and returns what it was. */
    public long countUp() {
        long count = (long) item();
        if (Pass.isTraining()) {
            array().set(0, count + 1);
            array().changed();
        }
        return count;
    }

    /** Moves each number that share of the way to {@code values} · {@code factor}. */
    void follow(double[] values, double factor, double share) {
        for (int i = 0; i < values.length; i++) {
            array().set(i, (1 - share) * array().at(i) + share * factor * values[i]);
        }
        array().changed();
    }

    @Override
    public Buffer toDouble() { return new Buffer(Native.toType(array(), Type.DOUBLE), name()); }
}
