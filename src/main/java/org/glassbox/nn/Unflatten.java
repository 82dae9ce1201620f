package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.tensor.Tensor;

/** Each row of features as an image or another shape: [batch, features] → [batch, …]. From tables to convolutions. */
public record Unflatten(int... shape) implements Layer {
    /** For example {@code Unflatten.of(1, 8, 8)}: grey images of 8×8. */
    public static Unflatten of(int... shape) {
        return new Unflatten(shape.clone());
    }

    @Override
    public Tensor forward(Tensor x) {
        int[] whole = new int[shape.length + 1];
        whole[0] = x.shape()[0];
        System.arraycopy(shape, 0, whole, 1, shape.length);
        return x.reshape(whole);
    }

    @Override
    public String toString() { return "Unflatten" + Arrays.toString(shape); }
}
