package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
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
        if (shape.length != 3) {
            throw new GlassboxException(Message.of("LastStep", "input has " + Numbers.of(shape.length, "axis", "axes")
                + ", [batch, steps, features] expected").with("input", Arrays.toString(shape))
                .help(
                    "it stands after a layer with a memory: Sequential.of(LSTM.of(28, 128), LastStep.of(), Linear.of(128, 10))"));
        }
        return x.slice(1, shape[1] - 1, shape[1]).reshape(shape[0], shape[2]);
    }

    @Override
    public String toString() { return "LastStep"; }
}
