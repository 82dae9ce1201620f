package org.glassbox.tensor;

import java.util.List;
import org.glassbox.Seed;
import org.glassbox.Window;
import org.glassbox.array.Cell;
import org.glassbox.array.Selection.Relation;
import org.glassbox.array.Shapes;

/**
 * What can be done with a {@link Tensor}: the front desk, one line an operation. Value and derivatives stand in the families
 * behind it: {@link Arithmetic}, {@link Comparison}, {@link Reduction}, {@link Movement}, {@link Product}, {@link Nonlinearity},
 * and the losses.
 */
public abstract sealed class Operations permits Tensor {
    Operations() {}

    /** This, which is always a tensor. */
    abstract Tensor self();

    // ---- arithmetic (shapes broadcast as in NumPy)

    /** this + other. */
    public Tensor add(Tensor other) { return Arithmetic.add(self(), other); }

    /** this + term. */
    public Tensor add(double term) { return Arithmetic.shift(self(), term); }

    /** this − other. */
    public Tensor sub(Tensor other) { return Arithmetic.sub(self(), other); }

    /** this − term. */
    public Tensor sub(double term) { return Arithmetic.shift(self(), -term); }

    /** this · other, number by number. */
    public Tensor mul(Tensor other) { return Arithmetic.mul(self(), other); }

    /** this · factor. */
    public Tensor mul(double factor) { return Arithmetic.scale(self(), factor); }

    /** this ÷ other, number by number. */
    public Tensor div(Tensor other) { return Arithmetic.div(self(), other); }

    /** this ÷ divisor. */
    public Tensor div(double divisor) { return Arithmetic.scale(self(), 1 / divisor); }

    /** −this. */
    public Tensor neg() { return Arithmetic.scale(self(), -1); }

    /** e to the power of this. */
    public Tensor exp() { return Arithmetic.exp(self()); }

    /** Natural logarithm; the numbers should be positive. */
    public Tensor log() { return Arithmetic.log(self()); }

    /** |this|; its slope at 0 is taken as 0. */
    public Tensor abs() { return Arithmetic.abs(self()); }

    /** √this; NaN below 0, and a slope without bound at 0. */
    public Tensor sqrt() { return Arithmetic.sqrt(self()); }

    /** this to a power; NaN where this is negative and the power not whole. */
    public Tensor pow(double power) {
        return Arithmetic.pow(self(), power);
    }

    /** min(max(this, low), high); within and at both ends the slope is 1, outside 0. */
    public Tensor clamp(double low, double high) {
        return Arithmetic.clamp(self(), low, high);
    }

    // ---- questions (1 where it holds, else 0, also where a number is NaN; data, as no gradient flows through a yes or no)

    /** this &gt; other; shapes broadcast. */
    public Tensor gt(Tensor other) {
        return Comparison.of("gt", self(), Relation.GREATER, other);
    }

    /** this &gt; number. */
    public Tensor gt(double number) { return Comparison.of(self(), Relation.GREATER, number); }

    /** this ≥ other; shapes broadcast. */
    public Tensor ge(Tensor other) {
        return Comparison.of("ge", self(), Relation.AT_LEAST, other);
    }

    /** this ≥ number. */
    public Tensor ge(double number) { return Comparison.of(self(), Relation.AT_LEAST, number); }

    /** this &lt; other; shapes broadcast. */
    public Tensor lt(Tensor other) {
        return Comparison.of("lt", self(), Relation.LESS, other);
    }

    /** this &lt; number. */
    public Tensor lt(double number) { return Comparison.of(self(), Relation.LESS, number); }

    /** this ≤ other; shapes broadcast. */
    public Tensor le(Tensor other) {
        return Comparison.of("le", self(), Relation.AT_MOST, other);
    }

    /** this ≤ number. */
    public Tensor le(double number) { return Comparison.of(self(), Relation.AT_MOST, number); }

    /** this = other; shapes broadcast. */
    public Tensor eq(Tensor other) {
        return Comparison.of("eq", self(), Relation.EQUAL, other);
    }

    /** this = number, which is rounded to 32 bits if this has them. */
    public Tensor eq(double number) {
        return Comparison.of(self(), Relation.EQUAL, number);
    }

    /** a where this is not 0, else b; shapes broadcast. The gradient goes to the one that was taken. */
    public Tensor where(Tensor a, Tensor b) {
        return Comparison.where(self(), a, b);
    }

    // ---- sums

    /** Sum of all numbers, shape []. */
    public Tensor sum() { return Reduction.sum(self(), Shapes.all(self().rank())); }

    /** Sum over these axes, which vanish; −1 is the last. */
    public Tensor sum(int... axes) {
        return Reduction.sum(self(), Checks.axes("sum", self(), axes));
    }

    /** Mean of all numbers, shape []. */
    public Tensor mean() {
        return Reduction.mean(self(), Shapes.all(self().rank()));
    }

    /** Mean over these axes, which vanish; −1 is the last. */
    public Tensor mean(int... axes) {
        return Reduction.mean(self(), Checks.axes("mean", self(), axes));
    }

    /** Largest of all numbers, shape []; equal ones share its gradient. */
    public Tensor max() {
        return Reduction.max(self(), Shapes.all(self().rank()));
    }

    /** Largest over these axes, which vanish; −1 is the last. Equal ones share its gradient. */
    public Tensor max(int... axes) {
        return Reduction.max(self(), Checks.axes("max", self(), axes));
    }

    /** Smallest of all numbers, shape []; equal ones share its gradient. */
    public Tensor min() {
        return Reduction.min(self(), Shapes.all(self().rank()));
    }

    /** Smallest over these axes, which vanish; −1 is the last. Equal ones share its gradient. */
    public Tensor min(int... axes) {
        return Reduction.min(self(), Checks.axes("min", self(), axes));
    }

    /** ln Σ eˣ of all numbers, shape []: a largest number with round corners, which overflows for none. */
    public Tensor logSumExp() {
        return Reduction.logSumExp(self(), Shapes.all(self().rank()));
    }

    /** ln Σ eˣ over these axes, which vanish; −1 is the last. */
    public Tensor logSumExp(int... axes) {
        return Reduction.logSumExp(self(), Checks.axes("logSumExp", self(), axes));
    }

    // ---- moving numbers

    /** The same numbers, row by row, in another shape; one length may be −1 and follows from the others. */
    public Tensor reshape(int... shape) {
        return Movement.reshape(self(), shape);
    }

    /** A matrix with rows and columns exchanged. */
    public Tensor transpose() {
        MovementChecks.matrix(self());
        return Movement.transpose(self(), 1, 0);
    }

    /** The axes in another order, each named once. */
    public Tensor transpose(int... axes) {
        return Movement.transpose(self(), MovementChecks.permutation(self(), axes));
    }

    /**
     * The places {@code from} (inclusive) to {@code to} (exclusive) of one axis; −1 is the last axis. Negative places count
     * from the end: slice(0, −3, −1) is the two rows before the last.
     */
    public Tensor slice(int axis, int from, int to) { return Movement.slice(self(), axis, from, to); }

    /** The places from {@code from} to the end of one axis: slice(1, −2) is the last two columns. */
    public Tensor slice(int axis, int from) {
        return Movement.slice(self(), axis, from);
    }

    /** The parts of these lengths, one after the other along an axis; together they are all of it. */
    public List<Tensor> split(int axis, int... lengths) {
        return Movement.split(self(), axis, lengths);
    }

    /** Zeros put before and after the places of one axis; −1 is the last. */
    public Tensor pad(int axis, int before, int after) {
        return Movement.pad(self(), axis, before, after);
    }

    /** The parts one after the other along an axis, all other lengths equal; −1 is the last. */
    public static Tensor concat(int axis, Tensor... parts) {
        return Movement.concat(axis, parts);
    }

    /** Equal shapes put beside each other along a new axis, which gets that place; −1 makes it the last. */
    public static Tensor stack(int axis, Tensor... parts) {
        return Movement.stack(axis, parts);
    }

    /**
     * The rows of this table with these numbers, from 0 on. this: [n, …]; numbers: any shape → [shape of numbers, …]. The
     * gradients of a row that is taken several times add up.
     */
    public Tensor rows(Tensor numbers) { return Movement.rows(self(), numbers); }

    /**
     * From each line along an axis the numbers at these places: with axis 1, [i, j] of the result is this[i, places[i, j]]. As
     * many axes as this, and no longer beside that axis; the shape is that of the places. Negative ones count from the end. The
     * gradients of a number that is taken several times add up. PyTorch's gather, which has no negative places, and ONNX's
     * GatherElements; whole rows, which ND4J's gather takes, are {@link #rows}.
     */
    public Tensor gather(int axis, Tensor places) { return Movement.gather(self(), axis, places); }

    // ---- products

    /**
     * Matrix product: [n, k] · [k, m] → [n, m]. Axes before these count a batch, one product each: [b, n, k] · [b, k, m] →
     * [b, n, m]; a side that is one matrix is the same for all.
     */
    public Tensor matmul(Tensor other) { return Product.matmul(self(), other); }

    /**
     * this · weight + bias: [batch, in] · [in, out] + [out] → [batch, out]. Of sequences [batch, steps, in] each step is a row:
     * → [batch, steps, out].
     */
    public Tensor linear(Tensor weight, Tensor bias) { return Product.linear(self(), weight, bias); }

    // ---- sequences [batch, steps, in] → [batch, steps, hidden], from a state of 0

    /** The states of a plain memory: h' = tanh(x·w + h·u + b). */
    public Tensor rnn(Tensor w, Tensor u, Tensor b) {
        return Unrolling.of(Cell.TANH).over(self(), w, u, b).outputs();
    }

    /** The states of gated recurrent units; formula and order of the gates stand with {@code GRU}. */
    public Tensor gru(Tensor w, Tensor u, Tensor b) {
        return Unrolling.of(Cell.GRU).over(self(), w, u, b).outputs();
    }

    /** The states of a long short-term memory; formula and order of the gates stand with {@code LSTM}. */
    public Tensor lstm(Tensor w, Tensor u, Tensor b) {
        return Unrolling.of(Cell.LSTM).over(self(), w, u, b).outputs();
    }

    // ---- images [batch, channels, height, width]

    /** The same weights [out, in, window] at every place: → [batch, out, places down, places across]. */
    public Tensor conv2d(Tensor weight, Window window) {
        return Convolution.conv2d(self(), weight, null, window, 1);
    }

    /** The same with a bias [out] for each output channel. */
    public Tensor conv2d(Tensor weight, Tensor bias, Window window) {
        return Convolution.conv2d(self(), weight, bias, window, 1);
    }

    /**
     * The same in groups: the channels that come in and those that go out are cut into as many equal parts, and each part sees
     * its own alone. Weight [out, in ÷ groups, window]; with a group for each input channel it is called depthwise.
     */
    public Tensor conv2d(Tensor weight, Window window, int groups) {
        return Convolution.conv2d(self(), weight, null, window, groups);
    }

    /** The same in groups, with a bias [out]. */
    public Tensor conv2d(Tensor weight, Tensor bias, Window window, int groups) {
        return Convolution.conv2d(self(), weight, bias, window, groups);
    }

    /** The largest number of each place of the window, in each channel; of equal ones the first gets the gradient. */
    public Tensor maxPool2d(Window window) {
        return Pooling.max(self(), window);
    }

    /** The mean of each place of the window, in each channel; padding counts as zeros, as in PyTorch. */
    public Tensor averagePool2d(Window window) {
        return Pooling.average(self(), window);
    }

    // ---- nonlinearities

    /** max(x, 0); its slope at 0 is taken as 0. */
    public Tensor relu() { return Nonlinearity.relu(self()); }

    /** 1 ÷ (1 + e⁻ˣ), between 0 and 1. */
    public Tensor sigmoid() { return Nonlinearity.sigmoid(self()); }

    /** Hyperbolic tangent, between −1 and 1. */
    public Tensor tanh() { return Nonlinearity.tanh(self()); }

    /** eˣ ÷ Σ eˣ over the last axis: shares that sum to 1. */
    public Tensor softmax() {
        return Nonlinearity.softmax(self());
    }

    /** x − ln Σ eˣ over the last axis: logarithms of the shares of softmax, without underflow. */
    public Tensor logSoftmax() {
        return Nonlinearity.logSoftmax(self());
    }

    /** x where x &gt; 0, else 0.01 x; its slope at 0 is taken as 0.01. */
    public Tensor leakyRelu() {
        return Nonlinearity.leakyRelu(self(), 0.01);
    }

    /** x where x &gt; 0, else slope · x. Maas, Hannun, Ng 2013. */
    public Tensor leakyRelu(double slope) {
        return Nonlinearity.leakyRelu(self(), slope);
    }

    /** x where x &gt; 0, else eˣ − 1, above −1. */
    public Tensor elu() { return Nonlinearity.elu(self(), 1); }

    /** x where x &gt; 0, else alpha (eˣ − 1), above −alpha. Clevert, Unterthiner, Hochreiter 2015, arXiv:1511.07289. */
    public Tensor elu(double alpha) {
        return Nonlinearity.elu(self(), alpha);
    }

    /** x Φ(x), Φ being the share of the normal distribution below x; at least −0.17. Hendrycks, Gimpel 2016, arXiv:1606.08415. */
    public Tensor gelu() {
        return Nonlinearity.gelu(self());
    }

    /** x σ(x), at least −0.28. Elfwing, Uchibe, Doya 2017, arXiv:1702.03118. */
    public Tensor silu() {
        return Nonlinearity.silu(self());
    }

    /** ln(1 + eˣ), above 0: relu with a round corner. */
    public Tensor softplus() {
        return Nonlinearity.softplus(self());
    }

    /** Each number is 0 with probability {@code rate}, else divided by 1 − rate; which ones, {@code seed} decides. */
    public Tensor dropout(double rate, Seed seed) {
        return Nonlinearity.dropout(self(), rate, seed);
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
        return Normalizing.batch(self(), gamma, beta, new Normalizing.Running(mean, variance, momentum), epsilon);
    }

    /** Each row with mean 0 and variance 1, then scaled by gamma [features] and shifted by beta [features]. */
    public Tensor layerNorm(Tensor gamma, Tensor beta, double epsilon) {
        return Normalizing.layer(self(), gamma, beta, epsilon);
    }

    // ---- losses on raw scores

    /**
     * Mean over rows of −ln softmax(this)[class]. this: scores [batch, classes]; classes: class numbers [batch]. Of sequences
     * each step is a row: [batch, steps, classes] and [batch, steps]; the classes stand last, in PyTorch second.
     */
    public Tensor softmaxCrossEntropy(Tensor classes) { return CrossEntropy.softmax(self(), classes); }

    /**
     * Row by row −Σ t ln softmax(this). this: scores [batch, classes]; targets t: how much of each class, at least 0, same
     * shape → [batch]; of sequences [batch, steps, classes] → [batch, steps]. A row whose targets are all 0 has loss 0 and gets
     * no gradient.
     */
    public Tensor softmaxCrossEntropyByRow(Tensor targets) { return CrossEntropy.softmaxByRow(self(), targets); }

    /** Mean of −t ln σ(z) − (1 − t) ln(1 − σ(z)). this: scores z; targets t between 0 and 1, of the same shape. */
    public Tensor sigmoidCrossEntropy(Tensor targets) {
        return CrossEntropy.sigmoid(self(), targets);
    }

    /** Mean over all numbers of (this − target)²; both of one shape. */
    public Tensor meanSquaredError(Tensor target) {
        return SquaredError.mean(self(), target);
    }

    /** |this − target|, number by number; both of one shape. */
    public Tensor absoluteError(Tensor target) {
        return AbsoluteError.each(self(), target);
    }

    /** Number by number, d = |this − target|: d² ÷ 2 where d ≤ delta, else delta (d − delta ÷ 2). Huber 1964. */
    public Tensor huberError(Tensor target, double delta) {
        return HuberError.each(self(), target, delta);
    }
}
