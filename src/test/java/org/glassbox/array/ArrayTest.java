package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ArrayTest {
    @Test
    void one_number_has_no_axes() {
        Array one = Array.of(Type.FLOAT, new double[] {4});
        assertEquals(0, one.rank());
        assertEquals(1, one.size());
        assertEquals(1, one.columns());
        assertEquals(1, one.rows());
        assertEquals(4, one.toINDArray().getDouble(0));
    }

    @Test
    void numbers_of_ND4J_come_in_whatever_their_type_order_and_rank() {
        INDArray matrix = Nd4j.create(new double[][] {{1, 2, 3}, {4, 5, 6}}).castTo(DataType.FLOAT);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, Array.of(matrix).toDoubles());
        assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, Array.of(matrix.transpose()).toDoubles());
        assertArrayEquals(new double[] {2, 5},
            Array.of(matrix.get(NDArrayIndex.all(), NDArrayIndex.point(1))).toDoubles());
        assertArrayEquals(new double[] {1, 2}, Array.of(Nd4j.createFromArray(1, 2)).toDoubles());
        assertArrayEquals(new double[] {1, 2}, Array.of(Nd4j.createFromArray(1L, 2L)).toDoubles());
        assertEquals(Type.DOUBLE, Array.of(Nd4j.createFromArray(0.1, 2.0)).type());
        assertEquals(Type.FLOAT, Array.of(Nd4j.createFromArray(0.5, 2.0).castTo(DataType.FLOAT16)).type());
        Array scalar = Array.of(Nd4j.scalar(7f));
        assertEquals(0, scalar.rank());
        assertEquals(7, scalar.at(0));
    }

    @Test
    void what_goes_out_and_comes_in_is_a_copy() {
        INDArray source = Nd4j.createFromArray(1f, 2f);
        Array array = Array.of(source);
        source.putScalar(0, 9);
        array.toINDArray().putScalar(1, 9);
        assertArrayEquals(new double[] {1, 2}, array.toDoubles());
    }

    @Test
    void a_view_shares_the_numbers_and_is_made_once_for_each_shape() {
        Array array = Array.of(Type.FLOAT, new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Array column = array.as(6, 1);
        Array row = array.as(1, 6);
        array.set(5, 9);
        assertEquals(9, column.at(5));
        assertEquals(9, column.nd().getDouble(5, 0));
        assertSame(column, array.as(6, 1), "asked again after another shape");
        assertSame(row, column.as(1, 6), "a view of a view is a view of the whole");
        assertSame(array, row.as(2, 3));
    }

    @Test
    void a_view_keeps_the_numbers_alive_and_knows_when_they_are_handed_out_again() {
        Array view = Array.of(Type.FLOAT, new double[] {1, 2, 3, 4}, 2, 2).as(4);
        churn();
        assertArrayEquals(new double[] {1, 2, 3, 4}, view.toDoubles());
        try (Arena arena = Arena.open()) {
            Array first = Arena.take(Type.FLOAT, 2, 2);
            Array seen = first.as(4);
            int before = seen.stamp();
            arena.rewind();
            assertSame(first, Arena.take(Type.FLOAT, 2, 2));
            assertEquals(before + 1, seen.stamp());
        }
    }

    @Test
    void sizes_beyond_2_GiB_are_refused_in_words_before_memory_is_asked_for() {
        Array column = Array.of(Type.FLOAT, 100_000, 1).fill(1);
        String text = assertThrows(GlassboxException.class, () -> Native.add(column, column.as(100_000))).getMessage();
        assertTrue(text.startsWith("array: shape [100000, 100000] needs 37 GiB, one array holds at most 2"), text);
        assertThrows(GlassboxException.class,
            () -> Array.of(Type.FLOAT, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThrows(GlassboxException.class, () -> Array.of(Type.DOUBLE, 1 << 28));
    }

    @Test
    void a_long_computation_without_an_arena_does_not_keep_what_it_came_from() {
        Array x = Array.of(Type.FLOAT, 2, 3).fill(1);
        WeakReference<Array> first = new WeakReference<>(x);
        for (int i = 0; i < 4; i++) {
            x = Native.transpose(x, 1, 0);      // an operation of ND4J's
        }
        for (int i = 0; i < 50 && first.refersTo(null) == false; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertTrue(first.refersTo(null), "the first array is still held by what was computed from it");
        assertNotNull(x);
    }

    @Test
    void several_threads_compute_at_once() throws Exception {
        Array shared = Array.of(Type.FLOAT, IntStream.range(0, 600).mapToDouble(i -> i % 7).toArray(), 20, 30);
        double[] expected = compute(shared);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<double[]> task = () -> {
                try (Arena arena = Arena.open()) {
                    double[] last = {};
                    for (int i = 0; i < 50; i++) {
                        last = compute(shared);
                        arena.rewind();
                    }
                    return last;
                }
            };
            for (Future<double[]> result : threads.invokeAll(List.of(task, task, task, task))) {
                assertArrayEquals(expected, result.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static double[] compute(Array shared) {
        Array y = Native.matmul(shared, false, shared, true);
        Array z = Native.add(Native.transpose(y, 1, 0), Native.sum(shared, 1));
        return Bends.softmax(Native.max(z, 0).as(4, 5)).toDoubles();
    }

    private static void churn() {
        for (int i = 0; i < 20; i++) {
            Array.of(Type.FLOAT, 1000, 1000).fill(7);
            System.gc();
        }
    }
}
