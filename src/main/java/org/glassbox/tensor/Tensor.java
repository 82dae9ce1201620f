package org.glassbox.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.array.Array;
import org.glassbox.array.Arena;
import org.glassbox.array.Native;
import org.glassbox.array.Shapes;
import org.glassbox.array.Type;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers that remember the operation they came from, so that {@link #backward} can tell how each of them moved the result.
 *
 * <p>A leaf made by {@code Tensor.of} gets a gradient, as does every {@link Parameter} and every value between them and the
 * loss; what comes out of a data set does not ({@link #toLeaf} makes it so). Numbers are 32-bit floats unless
 * {@link #toDouble} was asked. Shapes are those of NumPy: a matrix is [rows, columns], one number is [].
 *
 * <p>What can be done with it stands in {@link Operations}.
 *
 * <p>Within a loop over {@code batches(…)} results live until the next batch; {@link #copy} keeps one for longer.
 */
public sealed class Tensor extends Operations permits Parameter, Buffer {
    private final Array array;
    private final int stamp;
    private final boolean needsGradient;
    private final Origin origin;
    private final String name;

    Tensor(Array array, boolean needsGradient, Origin origin, String name) {
        this.array = array;
        this.stamp = array.stamp();
        this.needsGradient = needsGradient;
        this.origin = origin;
        this.name = name;
    }

    // ---- made from numbers

    /** One number. */
    public static Tensor of(double value) { return leaf(Array.of(Type.FLOAT, new double[] {value})); }

    /** A row of numbers, shape [n]. */
    public static Tensor of(double[] values) {
        Checks.notEmpty("Tensor.of", Checks.given("Tensor.of", values).length);
        return leaf(Array.of(Type.FLOAT, values, values.length));
    }

    /** A matrix, shape [rows, columns]; all rows of one length. */
    public static Tensor of(double[][] rows) {
        return leaf(Array.of(Type.FLOAT, Checks.flat(rows), rows.length, rows[0].length));
    }

    /** A copy of ND4J's numbers. */
    public static Tensor of(INDArray source) {
        Checks.notEmpty("Tensor.of", Checks.given("Tensor.of", source).length());
        return leaf(Array.of(source));
    }

    /** Numbers of any shape, row by row, to which no gradient belongs. */
    public static Tensor data(float[] values, int... shape) {
        Checks.fits("Tensor.data", Checks.given("Tensor.data", values).length, shape);
        Array array = Arena.take(Type.FLOAT, shape);
        array.set(values);
        return data(array);
    }

    /** These rows of a table whose rows lie one after the other, as data of that shape; copied without a detour. */
    public static Tensor dataRows(float[] table, int[] rows, int... shape) {
        Array array = Arena.take(Type.FLOAT, shape);
        array.setRows(table, rows);
        return data(array);
    }

    /** An array seen as data: no gradient belongs to it. */
    public static Tensor data(Array array) {
        return new Tensor(array, false, null, null);
    }

    private static Tensor leaf(Array array) { return new Tensor(array, true, null, null); }

    // ---- made by an operation

    /**
     * An operation written by hand: a value and its local derivatives. In a cell:
     *
     * <pre>
     * Tensor cube(Tensor x) {
     *     return Tensor.op("cube", x.mul(x).mul(x),
     *         Tensor.wrt(x, dy -&gt; dy.mul(x).mul(x).mul(3)));
     * }
     * </pre>
     *
     * @param name what the operation is called in graphs and errors
     * @param value its result; how it was computed is forgotten
     * @param derivatives one for each input, made by {@link #wrt}
     */
    public static Tensor op(String name, Tensor value, Derivative... derivatives) {
        return op(name, value.array(), null, derivatives);
    }

    /** «With respect to»: what an input's gradient is, given the gradient of the operation's result. */
    public static Derivative wrt(Tensor input, UnaryOperator<Tensor> derivative) {
        return Derivative.wrt(input,
            dy -> Pass.silent(() -> derivative.apply(data(dy))).array());
    }

    static Tensor op(String name, Array value, Derivative... inputs) { return op(name, value, null, inputs); }

    /** An operation that does in one go what {@code composed} does in several. */
    static Tensor op(String name, Array value, Supplier<Tensor> composed, Derivative... inputs) {
        Pass pass = Pass.current();
        boolean needed = false;
        for (Derivative input : inputs) {
            needed |= input.input().needsGradient();
        }
        if (!needed || !pass.recording()) {
            return data(value);
        }
        return new Tensor(value, true, new Origin(name, List.of(inputs), pass.place(), composed, Arena.now()),
            null);
    }

    // ---- what it is

    /** Lengths of the axes. */
    public int[] shape() { return array.shape().clone(); }

    /** How many axes. */
    public int rank() { return array.rank(); }

    /** How many numbers. */
    public int size() { return array.size(); }

    /** Whether the numbers have 64 bits. */
    public boolean isDouble() { return array.type() == Type.DOUBLE; }

    /** Whether {@link #backward} computes a gradient for it. */
    public boolean needsGradient() { return needsGradient; }

    /** The only number of a tensor of size 1. */
    public double item() {
        if (size() != 1) {
            throw new ShapeException(Message.of("item", "one number expected, there are " + size())
                .with("shape", Arrays.toString(array.shape()))
                .help("sum() or mean() makes one of many; toDoubles() reads all"));
        }
        return array().at(0);
    }

    /** All numbers, row by row. */
    public double[] toDoubles() { return array().toDoubles(); }

    /** All numbers as floats, row by row. */
    public float[] toFloats() { return array().toFloats(); }

    /** A copy for ND4J. */
    public INDArray toINDArray() { return array().toINDArray(); }

    /** A copy that stays when the loop over batches goes on: data, without history. */
    public Tensor copy() {
        return new Tensor(Native.copy(array()), false, null, name);
    }

    /** The same numbers as a new beginning: a leaf to which a gradient belongs. */
    public Tensor toLeaf() {
        return new Tensor(settled(), true, null, name);
    }

    /** The same numbers as data: no gradient flows through. */
    public Tensor toData() {
        return new Tensor(settled(), false, null, name);
    }

    /** The same numbers with 64 bits, as a leaf if this gets a gradient, else as data. */
    public Tensor toDouble() {
        return new Tensor(Native.toType(array(), Type.DOUBLE), needsGradient, null, name);
    }

    /** The same leaf under a name, which graphs and chain rules show. */
    public Tensor named(String label) {
        return new Tensor(settled(), needsGradient, origin, label);
    }

    /** Its name, or null. */
    public String name() { return name; }

    /**
     * The numbers themselves, for code that computes without gradients. Not to be written, and not to be kept: within a loop
     * over batches the array is used again, and cannot say so as a tensor does.
     */
    public Array array() {
        if (!array.isStill(stamp) && !changesByItself()) {
            throw LifetimeException.of(array);
        }
        return array;
    }

    /** Numbers that stay as they are: those of a parameter or a memory will change, so they are copied. */
    private Array settled() {
        return changesByItself() ? Native.copy(array()) : array();
    }

    private boolean changesByItself() { return this instanceof Parameter || this instanceof Buffer; }

    Origin origin() { return origin; }

    @Override
    Tensor self() { return this; }

    // ---- backward

    /**
     * The error goes backward: the gradient of this number by everything it was computed from.
     *
     * @throws GlassboxException if this is not one number, or nothing that it came from gets a gradient
     */
    public Gradients backward() { return Backpropagation.from(this); }

    /** Shape and numbers, rows below each other; long ones are shortened. */
    @Override
    public String toString() { return Print.tensor(this); }
}
