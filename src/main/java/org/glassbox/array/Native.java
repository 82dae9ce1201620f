package org.glassbox.array;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.glassbox.Seed;
import org.glassbox.Window;

/**
 * Every operation on numbers that Glassbox knows, each with an output from the {@link Arena}. Whether Java or ND4J computes
 * is decided here and nowhere else. Shapes and types are checked by the caller, before.
 */
public final class Native {
    private static final int[] EXCHANGED = {1, 0};

    private Native() {}

    // ---- arithmetic, with broadcasting

    /** a + b. */
    public static Array add(Array a, Array b) {
        return binary("add", a, b, Kernels::add, (x, y) -> x + y);
    }

    /** a − b. */
    public static Array sub(Array a, Array b) {
        return binary("subtract", a, b, Kernels::sub, (x, y) -> x - y);
    }

    /** a · b, number by number. */
    public static Array mul(Array a, Array b) {
        return binary("multiply", a, b, Kernels::mul, (x, y) -> x * y);
    }

    /** a ÷ b, number by number. */
    public static Array div(Array a, Array b) {
        return binary("divide", a, b, Kernels::div, (x, y) -> x / y);
    }

    private static Array binary(String op, Array a, Array b, Loops.Kernel2 kernel, DoubleBinaryOperator formula) {
        if (Arrays.equals(a.shape(), b.shape())) {
            return Loops.zip(a, b, like(a), kernel, formula);
        }
        int[] shape = Shapes.broadcast(a.shape(), b.shape());
        if (b.size() == 1 && Arrays.equals(shape, a.shape())) {
            return Loops.zipOne(a, b.at(0), like(a), kernel, formula);
        }
        Array y = Arena.take(a.type(), shape);
        return Call.run(op, y, a.as(Shapes.withLeadingOnes(a.shape(), shape.length)),  // ND4J M2.1 refuses [1, 1] + [5]
            b.as(Shapes.withLeadingOnes(b.shape(), shape.length)));
    }

    /** x · factor. */
    public static Array scale(Array x, double factor) {
        float narrow = (float) factor;
        return Loops.map(x, like(x), (a, n) -> Kernels.scale(a, narrow, n), v -> v * factor);
    }

    /** x + term. */
    public static Array shift(Array x, double term) {
        float narrow = (float) term;
        return Loops.map(x, like(x), (a, n) -> Kernels.shift(a, narrow, n), v -> v + term);
    }

    /** eˣ. */
    public static Array exp(Array x) { return Loops.map(x, like(x), Kernels::exp, Math::exp); }

    /** ln x. */
    public static Array log(Array x) { return Loops.map(x, like(x), Kernels::log, Math::log); }

    /** |x|. */
    public static Array abs(Array x) { return Loops.map(x, like(x), Kernels::abs, Math::abs); }

    /** 1 where x &gt; 0, −1 where x &lt; 0, 0 where it is 0. */
    public static Array sign(Array x) {
        return Loops.map(x, like(x), Kernels::sign, Math::signum);
    }

    /** √x. */
    public static Array sqrt(Array x) { return Loops.map(x, like(x), Kernels::sqrt, Math::sqrt); }

    /** x to a power. */
    public static Array pow(Array x, double power) {
        if (power == 2) {
            return mul(x, x);
        }
        return power == 1 ? scale(x, 1)
            : Loops.map(x, like(x), (a, n) -> Kernels.pow(a, power, n), v -> Math.pow(v, power));
    }

    /** low where x is below, high where it is above. */
    public static Array clamp(Array x, double low, double high) {
        float narrowLow = (float) low;
        float narrowHigh = (float) high;
        return Loops.map(x, like(x), (a, n) -> Kernels.clamp(a, narrowLow, narrowHigh, n),
            v -> Math.max(low, Math.min(high, v)));
    }

    /** dy where x lies between low and high, the ends included, else 0. */
    public static Array clampGradient(Array dy, Array x, double low, double high) {
        float narrowLow = (float) low;
        float narrowHigh = (float) high;
        return Loops.zip(dy, x, like(x), (d, a, n) -> Kernels.clampGradient(d, a, narrowLow, narrowHigh, n),
            (d, v) -> v < low || v > high ? 0 : d);
    }

    // ---- sums, and back

    /** Sum over the axes, which vanish. */
    public static Array sum(Array x, int... axes) {
        int[] shape = Shapes.without(x.shape(), axes);
        Array s = Arena.take(x.type(), shape);
        if (axes.length == x.rank()) {
            s.set(0, sumOf(x));
            return s;
        }
        if (Arrays.equals(axes, Shapes.LEADING[Math.min(x.rank() - 1, 2)]) && axes.length == x.rank() - 1) {
            return Loops.sumRows(x, s);
        }
        return Call.run("reduce_sum", Array.toLongs(axes), s, x);
    }

    private static double sumOf(Array x) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.at(i);
        }
        return sum;
    }

    /** Largest over the axes, which vanish; NaN where one is NaN, which ND4J's reduce_max passes over. */
    public static Array max(Array x, int... axes) {
        Array y = Arena.take(x.type(), Shapes.without(x.shape(), axes)).fill(Double.NEGATIVE_INFINITY);
        Loops.places(x.shape(), axes, (place, home) -> y.set(home, Math.max(y.at(home), x.at(place))));
        return y;
    }

    /** ln Σ eˣ over the axes, which vanish. */
    public static Array logSumExp(Array x, int... axes) {
        Array y = max(x, axes);         // shift by the largest: exp overflows above 709
        double[] sums = new double[y.size()];
        Loops.places(x.shape(), axes, (place, home) -> {
            double top = y.at(home);
            sums[home] += Double.isInfinite(top) ? x.at(place) == top ? 1 : 0 : Math.exp(x.at(place) - top);
        });
        for (int i = 0; i < sums.length; i++) {
            y.set(i, y.at(i) + Math.log(sums[i]));
        }
        return y;
    }

    /** dy · e^(x − y): each number gets its share of ln Σ eˣ. */
    public static Array logSumExpGradient(Array dy, Array x, Array y, int... axes) {
        Array dx = like(x);
        Loops.places(x.shape(), axes,
            (place, home) -> dx.set(place, dy.at(home) * Math.exp(x.at(place) - y.at(home))));
        return dx;
    }

    /** Sums x down to {@code shape}, from which it could have been broadcast. */
    public static Array sumTo(Array x, int... shape) {
        if (Arrays.equals(shape, x.shape())) {
            return x;
        }
        return sum(x, Shapes.broadcastAxes(shape, x.shape())).as(shape);
    }

    /** Repeats x, whose {@code axes} had been summed away, to {@code shape}. */
    public static Array expand(Array x, int[] shape, int... axes) {
        Array zeros = Arena.take(x.type(), shape).fill(0);
        if (x.size() == 1) {
            return zeros.fill(x.at(0));
        }
        return Call.run("add", Arena.take(x.type(), shape), zeros, x.as(Shapes.withOnes(shape, axes)));
    }

    /** 1 where x equals the (broadcast) y, else 0, shared out so that each group over {@code axes} sums to 1. */
    public static Array shareOfMax(Array x, Array max, int... axes) {
        Array same = expand(max, x.shape(), axes);
        Array hits = Loops.zip(x, same, like(x), Selection::equal, (a, b) -> a == b ? 1 : 0);
        return div(hits, expand(sum(hits, axes), x.shape(), axes));
    }

    // ---- moving numbers

    /** The axes in another order. */
    public static Array transpose(Array x, int... axes) {
        return Arrays.equals(axes, EXCHANGED) ? Loops.transposed(x)
            : Call.run("permute", Array.toLongs(axes), Arena.take(x.type(), Shapes.permuted(x.shape(), axes)), x);
    }

    /** The places from (inclusive) to (exclusive) of one axis. */
    public static Array slice(Array x, int axis, int from, int to) {
        int[] shape = x.shape().clone();
        shape[axis] = to - from;
        Array y = Arena.take(x.type(), shape);
        int block = Shapes.size(shape, axis);
        int stride = Shapes.size(x.shape(), axis);
        int start = from * Shapes.size(shape, axis + 1);
        for (int i = 0; i < y.size() / block; i++) {
            y.copy(i * block, x, i * stride + start, block);
        }
        return y;
    }

    /** Zeros of {@code shape} with y in the places from {@code from} on of one axis: what {@link #slice} left out is 0. */
    public static Array unslice(Array y, int[] shape, int axis, int from) {
        return place(y, Arena.take(y.type(), shape).fill(0), axis, from);
    }

    /** Writes y into the places from {@code from} on of one axis of x; returns x. */
    static Array place(Array y, Array x, int axis, int from) {
        int block = Shapes.size(y.shape(), axis);
        int stride = Shapes.size(x.shape(), axis);
        int start = from * Shapes.size(x.shape(), axis + 1);
        for (int i = 0; i < y.size() / block; i++) {
            x.copy(i * stride + start, y, i * block, block);
        }
        return x;
    }

    // ---- products

    /** A · B of two matrices, each first transposed if asked. */
    public static Array matmul(Array a, boolean transposeA, Array b, boolean transposeB) {
        int rows = a.shape()[transposeA ? 1 : 0];
        int columns = b.shape()[transposeB ? 0 : 1];
        return Gemm.run(a, transposeA, b, transposeB, Arena.take(a.type(), rows, columns));
    }

    /** A · B for each of a batch, [batch, …, …]; either may be one matrix that all share. */
    public static Array matmuls(Array a, boolean transposeA, Array b, boolean transposeB) {
        int batch = a.rank() == 3 ? a.shape()[0] : b.shape()[0];
        int rows = a.shape()[a.rank() - (transposeA ? 1 : 2)];
        int columns = b.shape()[b.rank() - (transposeB ? 2 : 1)];
        return BatchGemm.run(a, transposeA, b, transposeB, Arena.take(a.type(), batch, rows, columns));
    }

    /** x · W + b. ND4J's xw_plus_b takes 1640 µs at 128 × 1024. */
    public static Array linear(Array x, Array w, Array b) {
        Array y = matmul(x, false, w, false);
        Loops.addToRows(y, b);
        return y;
    }

    // ---- images [batch, channels, height, width]

    /** The gradients of a convolution by its images and by its weights. */
    public record ConvGradients(Array images, Array weight) {}

    /** Convolution with weights [out, in ÷ groups, window] and a bias [out] or null. */
    public static Array conv2d(Array x, Array weight, Array bias, Window window, int groups) {
        return groups == 1 ? Convolution.forward(x, weight, bias, window)
            : new Groups(groups).forward(x, weight, bias, window);
    }

    /** The gradients by images and weights. */
    public static ConvGradients conv2dGradients(Array dy, Array x, Array weight, Window window, int groups) {
        return groups == 1 ? Convolution.gradients(dy, x, weight, window)
            : new Groups(groups).gradients(dy, x, weight, window);
    }

    /** The gradient by the weights alone. */
    public static Array conv2dWeightGradient(Array dy, Array x, Array weight, Window window, int groups) {
        return groups == 1 ? Convolution.weightGradient(dy, x, weight, window)
            : new Groups(groups).weightGradient(dy, x, weight, window);
    }

    /** The largest of each place. */
    public static Array maxPool2d(Array x, Window window) {
        return Pooling.max(x, window);
    }

    /** dy where the largest of each place was. */
    public static Array maxPool2dGradient(Array dy, Array x, Window window) {
        return Pooling.maxGradient(dy, x, window);
    }

    /** The mean of each place. */
    public static Array averagePool2d(Array x, Window window) {
        return Pooling.average(x, window);
    }

    /** dy shared out among the numbers of each place. */
    public static Array averagePool2dGradient(Array dy, Array x, Window window) {
        return Pooling.averageGradient(dy, x, window);
    }

    /** The sum of each channel, [channels]. */
    public static Array sumChannels(Array x) {
        return Planes.sum(x, Arena.take(x.type(), x.shape()[1]));
    }

    /** a ← a + b. */
    static void addTo(Array a, Array b) { Loops.zip(a, b, a, Kernels::add, (x, y) -> x + y); }

    // ---- the rest

    /** 0 with probability {@code rate}, else 1 ÷ (1 − rate): the mask of dropout. */
    public static Array dropoutMask(Array x, double rate, Seed seed) {
        Seed.Random random = seed.random();
        Array mask = like(x);
        for (int i = 0; i < x.size(); i++) {
            mask.set(i, random.nextDouble() < rate ? 0 : 1 / (1 - rate));
        }
        return mask;
    }

    /** x in the other type; not from an arena. */
    public static Array toType(Array x, Type type) {
        return Array.of(type, x.toDoubles(), x.shape());
    }

    /** A copy that no arena will hand out again. */
    public static Array copy(Array x) {
        Array copy = Array.of(x.type(), x.shape());
        copy.copyFrom(x);
        return copy;
    }

    /** One number. */
    public static Array scalar(Type type, double value) {
        Array scalar = Arena.take(type);
        scalar.set(0, value);
        return scalar;
    }

    static Array like(Array x) { return Arena.take(x.type(), x.shape()); }
}
