package org.glassbox.tensor;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.glassbox.Message;
import org.glassbox.array.Array;
import org.glassbox.array.Native;

/**
 * The local derivative of an operation by one of its inputs, ready to be multiplied by what comes from above: given the
 * gradient of the loss by the operation's result, it computes the gradient by the input. Made by {@link Tensor#wrt}.
 */
public final class Derivative {
    private final Tensor input;
    private final int stamp;
    private final UnaryOperator<Array> times;

    private Derivative(Tensor input, UnaryOperator<Array> times) {
        this.input = input;
        this.stamp = input.array().stamp();
        this.times = times;
    }

    static Derivative wrt(Tensor input, UnaryOperator<Array> times) { return new Derivative(input, times); }

    Tensor input() { return input; }

    /** What the input gets when the result gets dy; summed down to the input's shape where that was broadcast. */
    Array times(Tensor result, Array dy) {
        Origin origin = result.origin();
        origin.requireUnchanged(result);
        return Native.sumTo(Checks.derivative(origin.op(), times.apply(dy), input), input.array().shape());
    }

    /** Refuses if the input was changed after {@code op} had used it. */
    void requireUnchanged(String op) {
        if (input.array().stamp() != stamp) {
            String what = input instanceof Parameter ? "parameter" : "memory";
            throw new LifetimeException(
                Message.of("backward", "a " + what + " was changed after the forward pass that used it")
                    .with("op", op).with("input", input.name() + " " + Arrays.toString(input.shape()))
                    .help("compute the loss again, then call backward(): its derivatives belong to the new weights"));
        }
    }
}
