package org.glassbox.nn;

import org.glassbox.tensor.Tensor;

/** All numbers of a sample in one row: [batch, …] → [batch, features]. From images to linear layers. */
public record Flatten() implements Layer {
    /** There is but one. */
    public static Flatten of() { return new Flatten(); }

    @Override
    public Tensor forward(Tensor x) {
        Axes.atLeast("Flatten", x, 1, "[batch, …]", "one number has no rows");
        return x.reshape(x.shape()[0], -1);
    }

    @Override
    public String toString() { return "Flatten()"; }
}
