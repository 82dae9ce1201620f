package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Every detour around ND4J gives what ND4J's plain operation gives, in FLOAT. Tolerance 2e-6 relative (a float has 1.2e-7),
 * for sums and products as many times more as numbers are added up, by their root.
 */
class NativeTest {
    private static final double CLOSE = 2e-6;

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 5000, 16_384, 100_003})
    void numbers_by_number_around_the_size_of_a_chunk(int n) {
        Array a = numbers(1, n);
        Array b = numbers(2, n);
        INDArray x = a.toINDArray();
        INDArray y = b.toINDArray();
        assertClose(x.add(y), Native.add(a, b));
        assertClose(x.sub(y), Native.sub(a, b));
        assertClose(x.mul(y), Native.mul(a, b));
        assertClose(x.div(y), Native.div(a, b));
        assertClose(x.mul(1.7), Native.scale(a, 1.7));
        assertClose(x.add(1.7), Native.shift(a, 1.7));
        assertClose(Transforms.exp(x, true), Native.exp(a));
        assertClose(Transforms.log(Transforms.abs(x, true), true), Native.log(of(Transforms.abs(x, true))));
        assertClose(Transforms.relu(x, true), Bends.relu(a));
        assertClose(Transforms.sigmoid(x, true), Bends.sigmoid(a));
        assertClose(Transforms.tanh(x, true), Bends.tanh(a));
        assertClose(Transforms.softmax(x.reshape(1, n), true).reshape(n), Bends.softmax(a));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 5000, 16_384, 100_003})
    void derivatives_around_the_size_of_a_chunk(int n) {
        Array x = numbers(1, n);
        Array dy = numbers(2, n);
        INDArray in = x.toINDArray();
        INDArray d = dy.toINDArray();
        INDArray s = Transforms.sigmoid(in, true);
        INDArray t = Bends.tanh(x).toINDArray();   // ours: near 1 the slope magnifies the last digit of tanh
        INDArray p = Transforms.softmax(in.reshape(1, n), true).reshape(n);
        assertClose(d.mul(in.gt(0).castTo(DataType.FLOAT)), Bends.reluGradient(dy, Bends.relu(x)));
        assertClose(d.mul(s).mul(s.rsub(1)), Bends.sigmoidGradient(dy, Bends.sigmoid(x)));
        assertClose(d.mul(t.mul(t).rsub(1)), Bends.tanhGradient(dy, Bends.tanh(x)));
        assertClose(p.mul(d.sub(d.mul(p).sumNumber())), Bends.softmaxGradient(dy, Bends.softmax(x)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1025, 16_384, 100_003})
    void floats_by_kernels_are_doubles_by_the_textbook(int n) {
        Array x = numbers(1, n);
        Array dy = numbers(2, n);
        both(x, Native::abs);
        both(x, Native::sign);
        both(Native.abs(x), Native::sqrt);
        both(Native.abs(x), a -> Native.pow(a, -1.5));
        both(x, a -> Native.pow(a, 2));
        both(x, a -> Native.clamp(a, -0.5, 0.75));
        both(x, a -> Bends.leakyRelu(a, 0.125));
        both(x, a -> Bends.elu(a, 0.75));
        both(x, Bends::gelu);
        both(x, Bends::silu);
        both(x, Bends::softplus);
        both(x, Bends::logSoftmax);
        both(x, a -> Losses.huber(a, 0.75));
        both(dy, x, (d, a) -> Native.clampGradient(d, a, -0.5, 0.75));
        both(dy, x, (d, a) -> Bends.leakyReluGradient(d, a, 0.125));
        both(dy, x, (d, a) -> Bends.eluGradient(d, a, 0.75));
        both(dy, x, Bends::geluGradient);
        both(dy, x, Bends::siluGradient);
        both(dy, x, Bends::softplusGradient);
        both(dy, Bends.logSoftmax(x), Bends::logSoftmaxGradient);
    }

    private static void both(Array x, UnaryOperator<Array> function) {
        assertClose(function.apply(Native.toType(x, Type.DOUBLE)).toDoubles(), x.shape(), function.apply(x));
    }

    private static void both(Array dy, Array x, BinaryOperator<Array> derivative) {
        assertClose(derivative.apply(Native.toType(dy, Type.DOUBLE), Native.toType(x, Type.DOUBLE)).toDoubles(),
            x.shape(),
            derivative.apply(dy, x));
    }

    @Test
    void the_normal_distribution_is_that_of_the_tables() {
        double[] z = {0, 1, -1, 1.959963984540054, -3, 8, -8, 40, -40};
        double[] shares = {0.5, 0.8413447460685429, 0.15865525393145705, 0.975, 0.0013498980316300957, 1, 6.661e-16, 1,
            0};
        for (int i = 0; i < z.length; i++) {
            assertEquals(shares[i], Gauss.below(z[i]), 1e-15);
        }
        assertEquals(0.24197072451914337, Gauss.density(1), 1e-16);
        assertTrue(Double.isNaN(Gauss.below(Double.NaN)));
    }

    @Test
    void nothing_overflows_and_nothing_leaves_its_range_at_the_ends() {
        float[] ends = {-Float.MAX_VALUE, -1e30f, -1000, -100, -88, -20, -9, -7.9053111f, -7.9f, -1e-30f, 0, 1e-30f,
            7.9f,
            7.9053111f, 9, 20, 88, 100, 1000, 1e30f, Float.MAX_VALUE, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        Array x = Array.of(Type.FLOAT, ends.length);
        x.set(ends);
        for (int i = 0; i < ends.length; i++) {
            double tanh = Bends.tanh(x).at(i);
            double sigmoid = Bends.sigmoid(x).at(i);
            assertEquals(Math.tanh(ends[i]), tanh, 3e-7);
            assertEquals(1 / (1 + Math.exp(-ends[i])), sigmoid, 1e-7);
            assertTrue(Math.abs(tanh) <= 1 && sigmoid >= 0 && sigmoid <= 1, "range at " + ends[i] + ": " + tanh);
        }
    }

    @Test
    void NaN_stays_NaN_and_is_hidden_by_nothing() {
        Array x = Array.of(Type.FLOAT, new double[] {1, Double.NaN, -1, 2}, 2, 2);
        Array ones = Array.of(Type.FLOAT, 2, 2).fill(1);
        assertEquals("[1.0, NaN, 0.0, 2.0]", Arrays.toString(Bends.relu(x).toDoubles()));
        assertEquals("[1.0, NaN, 0.0, 1.0]", Arrays.toString(Bends.reluGradient(ones, Bends.relu(x)).toDoubles()));
        assertTrue(Double.isNaN(Bends.tanh(x).at(1)) && Double.isNaN(Bends.sigmoid(x).at(1)));
        assertEquals("[NaN, 2.0]", Arrays.toString(Native.max(x, 1).toDoubles()));
        assertEquals("[1.0, NaN]", Arrays.toString(Native.max(x, 0).toDoubles()));
        assertTrue(Double.isNaN(Native.max(x, 0, 1).at(0)) && Double.isNaN(Native.sum(x, 0, 1).at(0)));
        assertEquals("[NaN, NaN]", Arrays.toString(Arrays.copyOf(Bends.softmax(x).toDoubles(), 2)));
    }

    static Stream<Arguments> broadcasts() {
        return Stream.of(new int[][] {{3, 4}, {4}}, new int[][] {{4}, {3, 4}}, new int[][] {{3, 4}, {3, 1}},
            new int[][] {{3, 1}, {1, 4}}, new int[][] {{}, {3, 4}}, new int[][] {{3, 4}, {}}, new int[][] {{1}, {}},
            new int[][] {{}, {1}}, new int[][] {{2, 3, 4}, {3, 1}}, new int[][] {{2, 1, 4}, {3, 1}},
            new int[][] {{1, 1}, {5}}, new int[][] {{40, 300}, {300}}, new int[][] {{2, 3, 4, 5}, {3, 1, 5}})
            .map(shapes -> Arguments.of(shapes[0], shapes[1]));
    }

    @ParameterizedTest
    @MethodSource("broadcasts")
    void broadcasting_repeats_as_NumPy_does(int[] shapeA, int[] shapeB) {
        Array a = numbers(1, shapeA);
        Array b = numbers(2, shapeB);
        int[] shape = Shapes.broadcast(shapeA, shapeB);
        double[] x = repeated(a, shape);
        double[] y = repeated(b, shape);
        int[] all = Shapes.all(x.length);
        assertClose(Arrays.stream(all).mapToDouble(i -> x[i] + y[i]).toArray(), shape, Native.add(a, b));
        assertClose(Arrays.stream(all).mapToDouble(i -> x[i] - y[i]).toArray(), shape, Native.sub(a, b));
        assertClose(Arrays.stream(all).mapToDouble(i -> x[i] * y[i]).toArray(), shape, Native.mul(a, b));
        assertClose(Arrays.stream(all).mapToDouble(i -> x[i] / y[i]).toArray(), shape, Native.div(a, b));
    }

    @ParameterizedTest
    @MethodSource("broadcasts")
    void summing_down_undoes_broadcasting(int[] shapeA, int[] shapeB) {
        Array dy = numbers(3, Shapes.broadcast(shapeA, shapeB));
        double[] expected = new double[Shapes.size(shapeB, 0)];
        int[] home = homes(shapeB, dy.shape());
        for (int i = 0; i < home.length; i++) {
            expected[home[i]] += dy.at(i);
        }
        assertClose(expected, shapeB, Native.sumTo(dy, shapeB));
    }

    /** Every set of axes of a shape with up to four. */
    static Stream<Arguments> axes() {
        return Stream.of(new int[] {5}, new int[] {3, 4}, new int[] {1, 4}, new int[] {40, 1030}, new int[] {2, 3, 4},
            new int[] {2, 3, 2, 3})
            .flatMap(shape -> IntStream.range(1, 1 << shape.length).mapToObj(set -> Arguments.of(shape,
                IntStream.range(0, shape.length).filter(axis -> (set >> axis & 1) == 1).toArray())));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void sums_and_largest_over_every_set_of_axes(int[] shape, int[] axes) {
        Array x = numbers(1, shape);
        INDArray in = x.toINDArray();
        Array y = Native.sum(x, axes);
        assertClose(in.castTo(DataType.DOUBLE).sum(axes), y, CLOSE * Math.sqrt((double) x.size() / y.size()));
        assertClose(in.max(axes), Native.max(x, axes));
        Array back = Native.expand(y, shape, axes);
        int[] ones = Shapes.withOnes(shape, axes);
        assertClose(repeated(y.as(ones), shape), shape, back);
        assertClose(repeatedShares(x, shape, axes), shape, Native.shareOfMax(x, Native.max(x, axes), axes));
    }

    @Test
    void equal_largest_ones_share() {
        Array x = Array.of(Type.FLOAT, new double[] {7, 1, 7, 3, 3, 3}, 2, 3);
        assertArrayEquals(new double[] {0.5, 0, 0.5, 1 / 3.0, 1 / 3.0, 1 / 3.0},
            Native.shareOfMax(x, Native.max(x, 1), 1).toDoubles(), 1e-7);
        assertArrayEquals(new double[] {1, 0, 1, 0, 1, 0}, Native.shareOfMax(x, Native.max(x, 0), 0).toDoubles());
    }

    static Stream<Arguments> products() {
        int[][] sizes = {{1, 1, 1}, {2, 3, 4}, {1, 300, 1}, {33, 65, 17}, {73, 73, 73}, {74, 74, 74}, {64, 784, 128},
            {100, 300, 70}, {33, 500, 401}, {401, 60, 33}, {64, 1000, 800}};
        return Arrays.stream(sizes).flatMap(size -> IntStream.range(0, 4)
            .mapToObj(t -> Arguments.of(size[0], size[1], size[2], t >= 2, t % 2 == 1)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void products_in_one_piece_and_in_several_by_rows_and_by_columns(int n, int k, int m, boolean transposeA,
        boolean transposeB) {
        Array a = transposeA ? numbers(1, k, n) : numbers(1, n, k);
        Array b = transposeB ? numbers(2, m, k) : numbers(2, k, m);
        double[] expected = new double[n * m];
        double[] x = a.toDoubles();
        double[] y = b.toDoubles();
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < k; l++) {
                for (int j = 0; j < m; j++) {
                    expected[i * m + j] += x[transposeA ? l * n + i : i * k + l]
                        * y[transposeB ? j * k + l : l * m + j];
                }
            }
        }
        assertClose(expected, new int[] {n, m}, Native.matmul(a, transposeA, b, transposeB), CLOSE * Math.sqrt(k));
        Array inDouble = Native.matmul(Native.toType(a, Type.DOUBLE), transposeA, Native.toType(b, Type.DOUBLE),
            transposeB);
        assertArrayEquals(expected, inDouble.toDoubles(), 1e-11);
        if (!transposeA && !transposeB) {
            Array bias = numbers(3, m);
            double[] sum = IntStream.range(0, n * m).mapToDouble(i -> expected[i] + bias.at(i % m)).toArray();
            assertClose(sum, new int[] {n, m}, Native.linear(a, b, bias), CLOSE * Math.sqrt(k));
        }
    }

    @Test
    void a_product_does_not_read_what_its_output_held_before() {
        try (Arena arena = Arena.open()) {
            for (int size : new int[] {4, 80}) {
                Arena.take(Type.FLOAT, size, size).fill(Double.NaN);
                arena.rewind();
                assertTrue(Statistics.isFinite(
                    Native.matmul(numbers(1, size, size).as(size, size), false, numbers(2, size, size), true)));
                arena.rewind();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 2500})
    void rows_wider_than_a_chunk_are_added_up_and_biased(int columns) {
        Array x = numbers(1, 5, columns);
        assertClose(x.toINDArray().sum(0), Native.sum(x, 0));
        Array w = Array.of(Type.FLOAT, 5, 5).fill(0);
        for (int i = 0; i < 5; i++) {
            w.set(i * 6, 1);
        }
        Array b = numbers(2, columns);
        assertClose(x.toINDArray().addRowVector(b.toINDArray()), Native.linear(w, x, b));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 300, 1100})
    void many_rows_are_added_up_and_biased_on_several_threads(int columns) {
        Array x = numbers(1, 301, columns);
        Array b = numbers(2, columns);
        assertClose(x.toINDArray().sum(0), Native.sum(x, 0), CLOSE * 20);
        Array y = Native.copy(x);
        Loops.addToRows(y, b);
        assertClose(x.toINDArray().addRowVector(b.toINDArray()), y);
    }

    static Stream<Arguments> slices() {
        return Stream.of(new int[] {7}, new int[] {4, 5}, new int[] {3, 4, 5})
            .flatMap(shape -> IntStream.range(0, shape.length)
                .boxed().flatMap(axis -> Stream.of(new int[] {0, 1}, new int[] {1, 3}, new int[] {0, shape[axis]},
                    new int[] {shape[axis] - 1, shape[axis]})
                    .map(places -> Arguments.of(shape, axis, places[0], places[1]))));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void slices_and_back(int[] shape, int axis, int from, int to) {
        Array x = numbers(1, shape);
        Array y = Native.slice(x, axis, from, to);
        Array back = Native.unslice(y, shape, axis, from);
        int stride = Shapes.size(shape, axis + 1);
        int position = 0;
        for (int i = 0; i < x.size(); i++) {
            int place = i / stride % shape[axis];
            boolean inside = place >= from && place < to;
            assertEquals(inside ? x.at(i) : 0, back.at(i));
            if (inside) {
                assertEquals(x.at(i), y.at(position++));
            }
        }
        assertEquals(y.size(), position);
        assertEquals(to - from, y.shape()[axis]);
    }

    @Test
    void a_slice_far_down_a_long_matrix_does_not_overflow() {
        Array x = Array.of(Type.FLOAT, 3000, 1000);
        for (int row = 0; row < 3000; row++) {
            x.set(row * 1000, row);
        }
        Array y = Native.slice(x, 0, 1500, 3000);
        assertEquals(2999, y.at(1499 * 1000));
        assertEquals(2999, Native.unslice(y, x.shape(), 0, 1500).at(2999 * 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0,1", "1,0", "0,1,2", "2,0,1", "1,2,0", "2,1,0", "3,1,0,2"})
    void axes_in_another_order(String order) {
        int[] axes = Stream.of(order.split(",")).mapToInt(Integer::parseInt).toArray();
        int[] shape = Arrays.copyOf(new int[] {2, 3, 4, 5}, axes.length);
        Array x = numbers(1, shape);
        long[] longs = Array.toLongs(axes);
        INDArray expected = x.toINDArray().permute(Arrays.stream(longs).mapToInt(l -> (int) l).toArray()).dup('c');
        assertClose(expected, Native.transpose(x, axes));
        assertArrayEquals(x.toFloats(), Native.transpose(Native.transpose(x, axes), Shapes.inverse(axes)).toFloats());
    }

    @Test
    void losses_on_scores_equal_their_definition() {
        Array z = numbers(1, 6, 4);
        Array classes = Array.of(Type.FLOAT, new double[] {0, 3, 1, 2, 3, 0}, 6);
        INDArray p = Transforms.softmax(z.toINDArray(), true);
        double expected = IntStream.range(0, 6).mapToDouble(row -> -Math.log(p.getDouble(row, (int) classes.at(row))))
            .average().orElseThrow();
        assertEquals(expected, Losses.softmaxCrossEntropy(z, classes).loss().at(0), CLOSE * expected);
        IntStream.range(0, 6)
            .forEach(row -> p.putScalar(row, (int) classes.at(row), p.getDouble(row, (int) classes.at(row)) - 1));
        assertClose(p.div(6), Losses.softmaxCrossEntropy(z, classes).gradient());
        Array t = Bends.sigmoid(numbers(2, 6, 4));
        INDArray s = Transforms.sigmoid(z.toINDArray(), true);
        INDArray target = t.toINDArray();
        double mean = -target.mul(Transforms.log(s, true)).add(target.rsub(1).mul(Transforms.log(s.rsub(1), true)))
            .meanNumber().doubleValue();
        assertEquals(mean, Losses.sigmoidCrossEntropy(z, t).loss().at(0), CLOSE * mean);
        assertClose(s.sub(target).div(24), Losses.sigmoidCrossEntropy(z, t).gradient());
    }

    // ---- helpers

    private static Array numbers(long seed, int... shape) {
        Seed.Random random = Seed.of(seed).random();
        Array array = Array.of(Type.FLOAT, shape);
        for (int i = 0; i < array.size(); i++) {
            double value = random.nextGaussian();
            array.set(i, value + Math.signum(value) * 0.1);     // nothing near 0, where relative errors mean nothing
        }
        return array;
    }

    private static Array of(INDArray nd) { return Array.of(nd); }

    /** For each number of the large shape, where the number that is repeated there lies in the small one. */
    private static int[] homes(int[] small, int[] large) {
        int[] homes = new int[Shapes.size(large, 0)];
        for (int i = 0; i < homes.length; i++) {
            int rest = i;
            int stride = 1;
            for (int axis = 1; axis <= large.length; axis++) {
                int place = rest % large[large.length - axis];
                rest /= large[large.length - axis];
                if (axis <= small.length) {
                    int length = small[small.length - axis];
                    homes[i] += (length == 1 ? 0 : place) * stride;
                    stride *= length;
                }
            }
        }
        return homes;
    }

    private static double[] repeated(Array x, int[] shape) {
        return Arrays.stream(homes(x.shape(), shape)).mapToDouble(x::at).toArray();
    }

    private static double[] repeatedShares(Array x, int[] shape, int[] axes) {
        int[] ones = Shapes.withOnes(shape, axes);
        int[] home = homes(ones, shape);
        double[] max = new double[Shapes.size(ones, 0)];
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < home.length; i++) {
            max[home[i]] = Math.max(max[home[i]], x.at(i));
        }
        return IntStream.range(0, home.length).mapToDouble(i -> x.at(i) == max[home[i]] ? 1 : 0).toArray();
    }

    private static void assertClose(INDArray expected, Array actual) { assertClose(expected, actual, CLOSE); }

    private static void assertClose(INDArray expected, Array actual, double tolerance) {
        int[] shape = Arrays.stream(expected.shape()).mapToInt(length -> (int) length).toArray();
        assertClose(expected.dup('c').castTo(DataType.DOUBLE).data().asDouble(), shape, actual, tolerance);
    }

    private static void assertClose(double[] expected, int[] shape, Array actual) {
        assertClose(expected, shape, actual, CLOSE);
    }

    private static void assertClose(double[] expected, int[] shape, Array actual, double tolerance) {
        assertArrayEquals(shape, actual.shape());
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            double bar = tolerance * Math.max(Math.abs(expected[i]), largest / 10);
            assertEquals(expected[i], actual.at(i), bar, "position " + i);
        }
    }
}
