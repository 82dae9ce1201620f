package org.glassbox.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.Seed;
import org.glassbox.array.Array;

/**
 * Compares what {@link Tensor#backward} says with what happens when a number is nudged: central differences in DOUBLE,
 * (f(x + h) − f(x − h)) ÷ 2h with h = 1e-5.
 *
 * @param worst largest |backward − nudged| ÷ (|backward| + |nudged| + 1e-3) over all inputs; below 1e-6 is right
 * @param input number of the input in which it is
 * @param position where in that input, row by row
 * @param backward what backward says there
 * @param nudged what the nudge says there
 */
public record GradientCheck(double worst, int input, int position, double backward, double nudged) {
    private static final double NUDGE = 1e-5;
    private static final double RIGHT = 1e-6;
    private static final double FLOOR = 1e-3;
    private static final GradientCheck NOTHING = new GradientCheck(0, 0, 0, 0, 0);

    /** Checks a function at these inputs, which are brought to DOUBLE. */
    public static GradientCheck of(Function<Tensor[], Tensor> function, Tensor... inputs) {
        Tensor[] leaves = Stream.of(inputs).map(input -> input.toDouble().toLeaf()).toArray(Tensor[]::new);
        return of(() -> function.apply(leaves), List.of(leaves));
    }

    /** Checks the result of a computation by the DOUBLE leaves and parameters that it uses. */
    public static GradientCheck of(Supplier<Tensor> computation, List<? extends Tensor> leaves) {
        Tensor result = computation.get();
        Tensor weights = weights(result);
        Gradients gradients = weighted(result, weights).backward();
        GradientCheck worst = NOTHING;
        for (int input = 0; input < leaves.size(); input++) {
            double[] backward = gradients.of(leaves.get(input)).toDoubles();
            Array numbers = leaves.get(input).array();
            for (int i = 0; i < backward.length; i++) {
                double nudged = nudge(numbers, i, () -> weighted(computation.get(), weights).item());
                double error = Math.abs(backward[i] - nudged) / (Math.abs(backward[i]) + Math.abs(nudged) + FLOOR);
                if (!(error <= worst.worst())) {
                    worst = new GradientCheck(error, input, i, backward[i], nudged);
                }
            }
        }
        return worst;
    }

    /** Whether backward and nudges agree. */
    public boolean isRight() { return worst < RIGHT; }

    private static double nudge(Array numbers, int position, Supplier<Double> loss) {
        double value = numbers.at(position);
        try {
            numbers.set(position, value + NUDGE);
            double above = loss.get();
            numbers.set(position, value - NUDGE);
            double below = loss.get();
            return (above - below) / (2 * NUDGE);
        } finally {
            numbers.set(position, value);
        }
    }

    /** Random weights make one number of many without letting mistakes cancel. */
    private static Tensor weights(Tensor result) {
        if (!result.isDouble()) {
            throw new ShapeException(Message.of("GradientCheck", "the result is FLOAT, differences need DOUBLE")
                .with("shape", Arrays.toString(result.shape()))
                .help("bring parameters and inputs to DOUBLE with toDouble()"));
        }
        Seed.Random random = Seed.of(1).random();
        Array weights = Array.of(result.array().type(), result.shape());
        for (int i = 0; i < weights.size(); i++) {
            weights.set(i, 0.5 + random.nextDouble());
        }
        return Tensor.data(weights);
    }

    private static Tensor weighted(Tensor result, Tensor weights) { return result.mul(weights).sum(); }

    @Override
    public String toString() {
        return isRight() ? "right: backward and nudges agree to " + Numbers.brief(worst)
            : "wrong at input " + input + ", position " + position + ": backward says " + Numbers.brief(backward)
                + ", a nudge " + Numbers.brief(nudged);
    }
}
