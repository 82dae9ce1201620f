package org.glassbox.inspect;

import java.util.List;
import java.util.Optional;
import org.glassbox.tensor.Tensor;

/**
 * One number of a computation that was taken apart. Equal only to itself.
 *
 * <p>A sum of multiples and constants (add, sub, scale, shift, sum, mean, what moves numbers, and what several of them make
 * together) is of the kind {@link #isAffine}: its value is Σ local · input + offset.
 */
final class Scalar {
    /** The way from an input of an operation to its result, with the derivative of the one by the other. */
    record Way(Scalar from, double local) {}

    private final String op;
    private final double value;
    private final List<Scalar> args;
    private final List<Way> ways;
    private final double offset;
    private final boolean affine;
    private final boolean inner;
    private final Tensor tensor;
    private final int index;

    private Scalar(String op, double value, List<Scalar> args, List<Way> ways, double offset, boolean affine,
        boolean inner,
        Tensor tensor, int index) {
        this.op = op;
        this.value = value;
        this.args = List.copyOf(args);
        this.ways = List.copyOf(ways);
        this.offset = offset;
        this.affine = affine;
        this.inner = inner;
        this.tensor = tensor;
        this.index = index;
    }

    /** A number that nothing is asked about. */
    static Scalar constant(double value) {
        return new Scalar("constant", value, List.of(), List.of(), 0, false, false, null, 0);
    }

    /** A beginning: element {@code index} of {@code tensor}. */
    static Scalar leaf(Tensor tensor, int index) {
        return new Scalar("", tensor.array().at(index), List.of(), List.of(), 0, false, false, tensor, index);
    }

    /** The result of an operation on {@code args}, constants among them; {@code inner}: in the middle of a fused operation. */
    static Scalar of(String op, List<Scalar> args, List<Way> ways, Tensor tensor, int index, boolean inner) {
        return new Scalar(op, tensor.array().at(index), args, ways, 0, false, inner, tensor, index);
    }

    /** Σ local · input + offset. */
    static Scalar affine(String op, List<Way> ways, double offset, Tensor tensor, int index, boolean inner) {
        double value = offset;
        for (Way way : ways) {
            value += way.local() * way.from().value();
        }
        return new Scalar(op, inner ? value : tensor.array().at(index), ways.stream().map(Way::from).toList(), ways,
            offset, true,
            inner, tensor, index);
    }

    /** The same result by another road. */
    Scalar by(String otherOp, List<Scalar> otherArgs, List<Way> otherWays, double otherOffset) {
        return new Scalar(otherOp, value, otherArgs, otherWays, otherOffset, affine, inner, tensor, index);
    }

    /** The same result as a sum of multiples that is written on its own. */
    Scalar notAffine(String otherOp, List<Scalar> otherArgs, List<Way> otherWays) {
        return new Scalar(otherOp, value, otherArgs, otherWays, 0, false, inner, tensor, index);
    }

    /** The operation, "" for a beginning. */
    String op() { return op; }

    double value() { return value; }

    /** All that it was computed from, in the order of the operation's formula. */
    List<Scalar> args() { return args; }

    /** Each input that a derivative belongs to, once. */
    List<Way> ways() { return ways; }

    double offset() { return offset; }

    boolean isAffine() { return affine; }

    boolean isInner() { return inner; }

    boolean isConstant() { return op.equals("constant"); }

    boolean isLeaf() { return op.isEmpty(); }

    /** Whether it is a multiple of one number plus a constant, with these two. */
    boolean isLine(double slope, double constant) {
        return affine && ways.size() == 1 && ways.get(0).local() == slope && offset == constant;
    }

    Tensor tensor() { return tensor; }

    /** Its position in its tensor, row by row. */
    int index() { return index; }

    /** The way from {@code input}, if there is one. */
    Optional<Way> wayFrom(Scalar input) {
        return ways.stream().filter(way -> way.from() == input).findFirst();
    }
}
