package org.glassbox.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Window;
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
 * <p>Within a loop over {@code batches(…)} results live until the next batch; {@link #copy} keeps one for longer.
 */
public sealed class Tensor permits Parameter, Buffer {
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
        return new Tensor(value, true, new Origin(pass.nextNumber(), name, List.of(inputs), pass.place(), composed),
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
            throw LifetimeException.of(array, array.stamp() == stamp);
        }
        return array;
    }

    /** Numbers that stay as they are: those of a parameter or a memory will change, so they are copied. */
    private Array settled() {
        return changesByItself() ? Native.copy(array()) : array();
    }

    private boolean changesByItself() { return this instanceof Parameter || this instanceof Buffer; }

    Origin origin() { return origin; }

    // ---- arithmetic (shapes broadcast as in NumPy)

    /** this + other. */
    public Tensor add(Tensor other) { return Arithmetic.add(this, other); }

    /** this + term. */
    public Tensor add(double term) { return Arithmetic.shift(this, term); }

    /** this − other. */
    public Tensor sub(Tensor other) { return Arithmetic.sub(this, other); }

    /** this − term. */
    public Tensor sub(double term) { return Arithmetic.shift(this, -term); }

    /** this · other, number by number. */
    public Tensor mul(Tensor other) { return Arithmetic.mul(this, other); }

    /** this · factor. */
    public Tensor mul(double factor) { return Arithmetic.scale(this, factor); }

    /** this ÷ other, number by number. */
    public Tensor div(Tensor other) { return Arithmetic.div(this, other); }

    /** this ÷ divisor. */
    public Tensor div(double divisor) { return Arithmetic.scale(this, 1 / divisor); }

    /** −this. */
    public Tensor neg() { return Arithmetic.scale(this, -1); }

    /** e to the power of this. */
    public Tensor exp() { return Arithmetic.exp(this); }

    /** Natural logarithm; the numbers should be positive. */
    public Tensor log() { return Arithmetic.log(this); }

    // ---- sums

    /** Sum of all numbers, shape []. */
    public Tensor sum() { return Reduction.sum(this, Shapes.all(rank())); }

    /** Sum over these axes, which vanish; −1 is the last. */
    public Tensor sum(int... axes) {
        return Reduction.sum(this, Checks.axes("sum", this, axes));
    }

    /** Mean of all numbers, shape []. */
    public Tensor mean() { return Reduction.mean(this, Shapes.all(rank())); }

    /** Mean over these axes, which vanish; −1 is the last. */
    public Tensor mean(int... axes) {
        return Reduction.mean(this, Checks.axes("mean", this, axes));
    }

    /** Largest of all numbers, shape []; equal ones share its gradient. */
    public Tensor max() {
        return Reduction.max(this, Shapes.all(rank()));
    }

    /** Largest over these axes, which vanish; −1 is the last. Equal ones share its gradient. */
    public Tensor max(int... axes) {
        return Reduction.max(this, Checks.axes("max", this, axes));
    }

    // ---- moving numbers

    /** The same numbers, row by row, in another shape; one length may be −1 and follows from the others. */
    public Tensor reshape(int... shape) {
        return Movement.reshape(this, shape);
    }

    /** A matrix with rows and columns exchanged. */
    public Tensor transpose() {
        Checks.rank("transpose", "input", this, 2);
        return Movement.transpose(this, 1, 0);
    }

    /** The axes in another order, each named once. */
    public Tensor transpose(int... axes) {
        return Movement.transpose(this, Checks.permutation(this, axes));
    }

    /** The places {@code from} (inclusive) to {@code to} (exclusive) of one axis; −1 is the last axis. */
    public Tensor slice(int axis, int from, int to) {
        return Movement.slice(this, axis, from, to);
    }

    // ---- products

    /** Matrix product: [n, k] · [k, m] → [n, m]. */
    public Tensor matmul(Tensor other) {
        return Product.matmul(this, other);
    }

    /** this · weight + bias: [batch, in] · [in, out] + [out] → [batch, out]. */
    public Tensor linear(Tensor weight, Tensor bias) {
        return Product.linear(this, weight, bias);
    }

    // ---- images [batch, channels, height, width]

    /** The same weights [out, in, window] at every place: → [batch, out, places down, places across]. */
    public Tensor conv2d(Tensor weight, Window window) {
        return Convolution.conv2d(this, weight, null, window);
    }

    /** The same with a bias [out] for each output channel. */
    public Tensor conv2d(Tensor weight, Tensor bias, Window window) {
        return Convolution.conv2d(this, weight, bias, window);
    }

    /** The largest number of each place of the window, in each channel; of equal ones the first gets the gradient. */
    public Tensor maxPool2d(Window window) {
        return Pooling.max(this, window);
    }

    /** The mean of each place of the window, in each channel; padding counts as zeros, as in PyTorch. */
    public Tensor averagePool2d(Window window) {
        return Pooling.average(this, window);
    }

    // ---- nonlinearities

    /** max(x, 0); its slope at 0 is taken as 0. */
    public Tensor relu() { return Nonlinearity.relu(this); }

    /** 1 ÷ (1 + e⁻ˣ), between 0 and 1. */
    public Tensor sigmoid() { return Nonlinearity.sigmoid(this); }

    /** Hyperbolic tangent, between −1 and 1. */
    public Tensor tanh() { return Nonlinearity.tanh(this); }

    /** eˣ ÷ Σ eˣ over the last axis: shares that sum to 1. */
    public Tensor softmax() {
        return Nonlinearity.softmax(this);
    }

    /** Each number is 0 with probability {@code rate}, else divided by 1 − rate; which ones, {@code seed} decides. */
    public Tensor dropout(double rate, org.glassbox.Seed seed) {
        return Nonlinearity.dropout(this, rate, seed);
    }

    // ---- normalisation

    /**
     * Each channel with mean 0 and variance 1, then scaled by gamma and shifted by beta. In training by the batch's own mean
     * and variance, which the running ones follow; in use by the running ones.
     *
     * @param gamma factor, [channels]
     * @param beta term, [channels]
     * @param mean running mean, [channels]
     * @param variance running variance, [channels]
     * @param momentum how much of the running ones each batch replaces, often 0.1
     * @param epsilon added to the variance, often 1e-5
     */
    public Tensor batchNorm(Tensor gamma, Tensor beta, Buffer mean, Buffer variance, double momentum, double epsilon) {
        return Normalizing.batch(this, gamma, beta, new Normalizing.Running(mean, variance, momentum), epsilon);
    }

    /** Each row with mean 0 and variance 1, then scaled by gamma [features] and shifted by beta [features]. */
    public Tensor layerNorm(Tensor gamma, Tensor beta, double epsilon) {
        return Normalizing.layer(this, gamma, beta, epsilon);
    }

    // ---- losses on raw scores

    /** Mean over rows of −ln softmax(this)[class]. this: scores [batch, classes]; classes: class numbers [batch]. */
    public Tensor softmaxCrossEntropy(Tensor classes) {
        return CrossEntropy.softmax(this, classes);
    }

    /** Mean of −t ln σ(z) − (1 − t) ln(1 − σ(z)). this: scores z; targets t between 0 and 1, of the same shape. */
    public Tensor sigmoidCrossEntropy(Tensor targets) {
        return CrossEntropy.sigmoid(this, targets);
    }

    /** Mean over all numbers of (this − target)²; both of one shape. */
    public Tensor meanSquaredError(Tensor target) {
        return SquaredError.mean(this, target);
    }

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
