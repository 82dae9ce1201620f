package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products on one thread, small ones by OpenBLAS and large ones by oneDNN, and what turns their matrices: as in the textbook. */
class GemmTest {
    @AfterEach
    void leave() { Arena.leaveAll(); }

    /** Rows, inner length, columns: below 400,000 multiplications, just there, and above. */
    static Stream<Arguments> sizes() {
        int[][] sizes = {{1, 1, 1}, {3, 5, 2}, {33, 65, 17}, {79, 50, 100}, {80, 50, 100}, {32, 128, 512},
            {17, 300, 129},
            {129, 896, 7}, {1, 700, 600}};
        return Arrays.stream(sizes).flatMap(size -> Stream.of(Type.values())
            .map(type -> Arguments.of(size[0], size[1], size[2], type)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_product_on_one_thread_also_of_a_turned_matrix(int rows, int inner, int columns, Type type) {
        Array a = numbers(1, type, rows, inner);
        Array b = numbers(2, type, inner, columns);
        Array turned = numbers(3, type, inner, rows);
        Arena.open();
        for (int round = 0; round < 3; round++) {                               // another call, then the remembered one
            Array c = Arena.take(type, rows, columns).fill(Double.NaN);
            Gemm.alone(a, false, b, c);
            assertClose(product(a, b), c, inner);
            Gemm.alone(turned, true, b, c);
            assertClose(product(Native.transpose(turned, 1, 0), b), c, inner);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_product_is_added_to_what_is_there_also_in_a_part_of_a_larger_array(int rows, int inner, int columns,
        Type type) {
        Array many = numbers(1, type, 3 * rows, inner);
        Array b = numbers(2, type, inner, columns);
        Array whole = Array.of(type, 3 * rows, columns);
        for (int round = 0; round < 3; round++) {
            Array start = numbers(4 + round, type, 3 * rows, columns);
            whole.copyFrom(start);
            Array a = many.part(rows, 2 * rows);
            Array c = whole.part(rows, 2 * rows);
            Gemm.aloneAdding(a, b, c);
            double[] expected = start.toDoubles();
            double[] added = product(a, b);
            for (int i = 0; i < added.length; i++) {
                expected[rows * columns + i] += added[i];
            }
            assertClose(expected, whole, inner);
            Gemm.alone(a, false, b, c);
            assertClose(added, c, inner);
        }
    }

    @Test
    void a_turned_matrix_has_each_number_at_its_place() {
        for (Type type : Type.values()) {
            for (int rows : new int[] {1, 2, 15, 16, 17, 32, 45}) {
                for (int columns : new int[] {1, 3, 16, 65}) {
                    Array x = Array.of(type, IntStream.range(0, rows * columns).asDoubleStream().toArray(), rows,
                        columns);
                    Array y = Loops.transposed(x);
                    assertArrayEquals(new int[] {columns, rows}, y.shape());
                    double[] expected = IntStream.range(0, rows * columns)
                        .mapToDouble(i -> i % rows * columns + i / rows).toArray();
                    assertArrayEquals(expected, y.toDoubles(), rows + " × " + columns + " " + type);
                }
            }
        }
    }

    private static double[] product(Array a, Array b) {
        double[] c = new double[a.rows() * b.columns()];
        for (int row = 0; row < a.rows(); row++) {
            for (int k = 0; k < b.rows(); k++) {
                for (int column = 0; column < b.columns(); column++) {
                    c[row * b.columns() + column] += a.at(row * a.columns() + k) * b.at(k * b.columns() + column);
                }
            }
        }
        return c;
    }

    private static void assertClose(double[] expected, Array actual, int inner) {
        assertArrayEquals(expected, actual.toDoubles(), (actual.isFloat() ? 2e-6 : 1e-13) * Math.sqrt(inner) * 4);
    }

    private static Array numbers(long seed, Type type, int... shape) {
        Seed.Random random = Seed.of(seed).random();
        double[] values = new double[Shapes.size(shape, 0)];
        Arrays.setAll(values, i -> random.nextGaussian());
        return Array.of(type, values, shape);
    }
}
