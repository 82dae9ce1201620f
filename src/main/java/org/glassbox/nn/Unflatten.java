package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.tensor.ShapeException;
import org.glassbox.tensor.Tensor;

/** Each row of features as an image or another shape: [batch, features] → [batch, …]. From tables to convolutions. */
public record Unflatten(int... shape) implements Layer {
    /** For example {@code Unflatten.of(1, 8, 8)}: grey images of 8×8. */
    public static Unflatten of(int... shape) {
        return new Unflatten(shape.clone());
    }

    @Override
    public Tensor forward(Tensor x) {
        Axes.atLeast("Unflatten", x, 1, "[batch, features]", "one number has no rows");
        requireFits(x);
        int[] whole = new int[shape.length + 1];
        whole[0] = x.shape()[0];
        System.arraycopy(shape, 0, whole, 1, shape.length);
        return x.reshape(whole);
    }

    private void requireFits(Tensor x) {
        int each = x.size() / x.shape()[0];
        int wanted = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        boolean isFlat = x.rank() == 1 && wanted > 0 && x.size() % wanted == 0;
        if (wanted >= 0 && wanted != each) {            // below 0: a length of −1 follows from the others
            throw new ShapeException(
                Message.of("Unflatten", "rows of " + Numbers.of(each, "number", "numbers") + " do not fill "
                    + Arrays.toString(shape)).with("input", Arrays.toString(x.shape()))
                    .help(isFlat ? "did you mean x.reshape(" + x.size() / wanted + ", " + wanted + ")?"
                        : "the product of the lengths must be " + each));
        }
    }

    @Override
    public String toString() { return "Unflatten" + Arrays.toString(shape); }
}
