package org.glassbox.catalogue;

import java.util.stream.IntStream;
import org.glassbox.array.Array;
import org.glassbox.array.Type;
import org.glassbox.tensor.Tensor;

/**
 * Numbers to prove things at. No two of a tensor are equal and none is nearer to 0 than 0.2, on purpose: at a kink (relu at
 * 0) or a tie (max) a nudge sees two slopes and says nothing about either. Kinks and ties have tests of their own.
 */
public final class Inputs {
    private static final double GOLDEN = 0.6180339887498949;    // its multiples never repeat and fill [0, 1) evenly
    private static final double LEAST = 0.2;
    private static final double RANGE = 1.3;

    private Inputs() {}

    /** A leaf with numbers of both signs. */
    public static Tensor input(int... shape) { return leaf(0.1, true, shape); }

    /** Another leaf with numbers of both signs, none like those of {@link #input}. */
    public static Tensor second(int... shape) {
        return leaf(0.37, true, shape);
    }

    /** A third one. */
    public static Tensor third(int... shape) { return leaf(0.71, true, shape); }

    /** A leaf with numbers between 0.2 and 1.5. */
    public static Tensor positive(int... shape) {
        return leaf(0.1, false, shape);
    }

    /** Data between 0 and 1, the ends included where there is room. */
    public static Tensor shares(int... shape) {
        Array numbers = leaf(0.53, false, shape).array();
        for (int i = 0; i < numbers.size(); i++) {
            numbers.set(i, i == 1 ? 0 : i == 2 ? 1 : numbers.at(i) / 2);
        }
        return Tensor.data(numbers);
    }

    /** Class numbers below {@code count}, one a row. */
    public static Tensor classes(int rows, int count) {
        return Tensor.of(IntStream.range(0, rows).mapToDouble(row -> (2 * row + 1) % count).toArray()).toData();
    }

    /** A class number for each row of these scores, whatever axes count the rows. */
    static Tensor classesOfSteps(Tensor scores) {
        int[] shape = scores.shape();
        int count = shape[shape.length - 1];
        return classes(scores.size() / count, count).reshape(java.util.Arrays.copyOf(shape, shape.length - 1)).copy();
    }

    /** Row numbers below {@code count} as data, [2, 3]: some twice, not in order. */
    static Tensor numbers(int count) {
        float[] values = {count - 1, 0, 0, count / 2, count - 1, 0};
        return Tensor.data(values, 2, 3);
    }

    /** So many places along an axis, some twice, some counted from the end; beside it one less than x has, if it has two. */
    static Tensor places(Tensor x, int axis, int count) {
        int[] shape = x.shape();
        int along = axis < 0 ? axis + shape.length : axis;
        int length = shape[along];
        int[] wanted = IntStream.range(0, shape.length).map(i -> i == along ? count : Math.max(1, shape[i] - 1))
            .toArray();
        float[] values = new float[IntStream.of(wanted).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 5 + 1) % (2 * length) - length;
        }
        return Tensor.data(values, wanted);
    }

    /** 1 and 0 as data, of the shape that a and b have together. */
    static Tensor mask(Tensor a, Tensor b) {
        Tensor together = a.add(b).toData();
        float[] values = new float[together.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7 % 3 == 1 ? 0 : 1;
        }
        return inTypeOf(a, Tensor.data(values, together.shape()));
    }

    /** {@code x} in the type of {@code like}. */
    static Tensor inTypeOf(Tensor like, Tensor x) {
        return like.isDouble() ? x.toDouble() : x;
    }

    private static Tensor leaf(double offset, boolean signs, int... shape) {
        int size = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double part = (GOLDEN * (i + 1) + offset) % 1;
            double magnitude = LEAST + RANGE * part;
            values[i] = signs && (i * 5 + 1) % 3 == 0 ? -magnitude : magnitude;
        }
        return Tensor.data(Array.of(Type.FLOAT, values, shape)).toLeaf();
    }
}
