package org.glassbox.array;

import org.nd4j.linalg.api.buffer.DataType;

/** The two kinds of numbers: FLOAT to learn, DOUBLE to check gradients. */
public enum Type {
    FLOAT(DataType.FLOAT, Float.BYTES), DOUBLE(DataType.DOUBLE, Double.BYTES);

    final DataType nd4j;
    final int bytes;

    Type(DataType nd4j, int bytes) {
        this.nd4j = nd4j;
        this.bytes = bytes;
    }
}
