package org.glassbox.nn;

import org.glassbox.tensor.Tensor;

/**
 * What stands at the last step: [batch, steps, hidden] → [batch, hidden]. After a layer with a memory: what it has made of the
 * whole sequence.
 */
public record LastStep() implements Layer {
    /** The last step. */
    public static LastStep of() { return new LastStep(); }

    @Override
    public Tensor forward(Tensor x) {
        int[] shape = x.shape();
        Axes.require("LastStep", x, "[batch, steps, features]",
            "it stands after a layer with a memory: Sequential.of(LSTM.of(28, 128), LastStep.of(), Linear.of(128, 10))");
        return x.slice(1, shape[1] - 1, shape[1]).reshape(shape[0], shape[2]);
    }

    @Override
    public String toString() { return "LastStep"; }
}
