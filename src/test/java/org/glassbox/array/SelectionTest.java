package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.array.Selection.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared, chosen and put beside each other lies where it should: said with plain loops, in both types. */
class SelectionTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @EnumSource(Type.class)
    void relations_hold_as_Javas_do_also_for_NaN_infinities_and_equal_numbers(Type type) {
        double[] numbers = {-INFINITE, -1, -0.0, 0, 1, INFINITE, NAN};
        Array column = Array.of(type, numbers, 7, 1);
        Array row = Array.of(type, numbers, 7);
        for (int i = 0; i < 49; i++) {
            double a = numbers[i / 7];
            double b = numbers[i % 7];
            assertEquals(a > b ? 1 : 0, Selection.compare(column, Relation.GREATER, row).at(i));
            assertEquals(a >= b ? 1 : 0, Selection.compare(column, Relation.AT_LEAST, row).at(i));
            assertEquals(a < b ? 1 : 0, Selection.compare(column, Relation.LESS, row).at(i));
            assertEquals(a <= b ? 1 : 0, Selection.compare(column, Relation.AT_MOST, row).at(i));
            assertEquals(a == b ? 1 : 0, Selection.compare(column, Relation.EQUAL, row).at(i));
            assertEquals(a >= b ? 1 : 0, Selection.compare(column, Relation.AT_LEAST, b).at(i / 7));
        }
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void a_choice_is_no_product_what_is_not_taken_leaves_no_trace(Type type) {
        Array x = Array.of(type, new double[] {INFINITE, NAN, 3, 4}, 2, 2);
        Array mask = Array.of(type, new double[] {0, 2}, 2);
        assertEquals("[0.0, NaN, 0.0, 4.0]", Arrays.toString(Selection.keep(x, mask).toDoubles()));
        assertEquals("[Infinity, 0.0, 3.0, 0.0]", Arrays.toString(Selection.drop(x, mask).toDoubles()));
    }

    static Stream<Arguments> repeats() {
        return Stream.of(new int[][] {{3, 4}, {3, 4}}, new int[][] {{4}, {3, 4}}, new int[][] {{3, 1}, {3, 4}},
            new int[][] {{}, {2, 3}}, new int[][] {{1}, {5}}, new int[][] {{1, 1}, {1, 5}},
            new int[][] {{2, 1, 4}, {2, 3, 4}}, new int[][] {{3, 1}, {2, 3, 4}}, new int[][] {{1, 3, 1}, {2, 3, 1}},
            new int[][] {{2, 1, 3, 1}, {2, 4, 3, 5}}, new int[][] {{1500}, {3, 1500}})
            .map(shapes -> Arguments.of(shapes[0], shapes[1]));
    }

    @ParameterizedTest
    @MethodSource("repeats")
    void repeating_is_what_adding_zeros_does(int[] from, int[] to) {
        Array x = counting(from);
        double[] expected = Native.add(Array.of(Type.FLOAT, to).fill(0), x).toDoubles();
        assertArrayEquals(expected, Selection.repeat(x, to).toDoubles());
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void rows_are_taken_in_the_order_of_their_numbers_and_their_gradients_add_up(Type type) {
        Array table = Array.of(type, new double[] {0, 1, 10, 11, 20, 21}, 3, 2);
        Array numbers = Array.of(Type.FLOAT, new double[] {2, 0, 2, 2}, 2, 2);
        Array y = Selection.rows(table, numbers);
        assertArrayEquals(new int[] {2, 2, 2}, y.shape());
        assertArrayEquals(new double[] {20, 21, 0, 1, 20, 21, 20, 21}, y.toDoubles());
        Array dy = Array.of(type, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
        assertArrayEquals(new double[] {3, 4, 0, 0, 13, 16}, Selection.rowsGradient(dy, numbers, 3, 2).toDoubles());
    }

    @Test
    void rows_longer_than_a_chunk_add_up() {
        Array dy = counting(2, 2500);
        Array both = Selection.rowsGradient(dy, Array.of(Type.FLOAT, new double[] {1, 1}, 2), 3, 2500);
        for (int i = 0; i < 2500; i++) {
            assertEquals(0, both.at(i));
            assertEquals(dy.at(i) + dy.at(2500 + i), both.at(2500 + i), 1e-6);
        }
    }

    static Stream<Arguments> lengths() {
        return IntStream.range(0, 3).boxed()
            .flatMap(axis -> Stream.of(new int[] {1}, new int[] {2, 1, 3}).map(l -> Arguments.of(axis, l)));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void parts_beside_each_other_are_found_again_by_slices(int axis, int... lengths) {
        Array[] parts = IntStream.of(lengths).mapToObj(length -> {
            int[] shape = {2, 3, 4};
            shape[axis] = length;
            return counting(shape);
        }).toArray(Array[]::new);
        Array all = Selection.concat(axis, parts);
        int from = 0;
        for (Array part : parts) {
            int to = from + part.shape()[axis];
            assertArrayEquals(part.toDoubles(), Native.slice(all, axis, from, to).toDoubles());
            from = to;
        }
        assertEquals(from, all.shape()[axis]);
    }

    static Stream<Arguments> batches() {
        return Stream.of(new int[] {1, 1, 1, 1}, new int[] {3, 2, 4, 5}, new int[] {70, 20, 30, 10},
            new int[] {2, 90, 80, 70}).flatMap(
                size -> IntStream.range(0, 12).mapToObj(i -> Arguments.of(size, (i & 1) > 0, (i & 2) > 0, i >> 2)));
    }

    /** shared 0: both sides have the batch's axis, 1: the left is one matrix, 2: the right is. */
    @ParameterizedTest
    @MethodSource("batches")
    void a_batch_of_products_is_each_of_them(int[] size, boolean transposeA, boolean transposeB, int shared) {
        int[] left = transposeA ? new int[] {size[2], size[1]} : new int[] {size[1], size[2]};
        int[] right = transposeB ? new int[] {size[3], size[2]} : new int[] {size[2], size[3]};
        Array a = shared == 1 ? counting(left) : counting(size[0], left[0], left[1]);
        Array b = shared == 2 ? counting(right) : counting(size[0], right[0], right[1]);
        Array all = Native.matmuls(a, transposeA, b, transposeB);
        Array inDouble = Native.matmuls(Native.toType(a, Type.DOUBLE), transposeA, Native.toType(b, Type.DOUBLE),
            transposeB);
        for (int i = 0; i < size[0]; i++) {
            double[] one = Native.matmul(part(a, i), transposeA, part(b, i), transposeB).toDoubles();
            assertArrayEquals(one, part(all, i).toDoubles(), 1e-4 * size[2]);
            assertArrayEquals(one, part(inDouble, i).toDoubles(), 1e-4 * size[2]);
        }
    }

    private static Array part(Array x, int i) {
        int[] shape = x.shape();
        return x.rank() == 2 ? x : Native.slice(x, 0, i, i + 1).as(shape[1], shape[2]);
    }

    /** Numbers between −1 and 1, no two neighbours alike. */
    private static Array counting(int... shape) {
        Array x = Array.of(Type.FLOAT, shape);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, (i * 37 % 101 - 50) / 50.0);
        }
        return x;
    }
}
