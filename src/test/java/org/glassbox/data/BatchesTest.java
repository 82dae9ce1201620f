package org.glassbox.data;

import static org.glassbox.data.SplitTest.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.glassbox.Seed;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Dataset TEN = Dataset.of(IntStream.range(0, 10).mapToObj(i -> new double[] {i, -i})
        .toArray(double[][]::new), IntStream.range(0, 10).map(i -> i % 3).toArray());

    @Test
    void every_row_comes_once_with_its_own_target() {
        List<Double> seen = new ArrayList<>();
        for (Batch batch : TEN.batches(4)) {
            double[] x = batch.x().toDoubles();
            double[] y = batch.y().toDoubles();
            for (int row = 0; row < batch.rows(); row++) {
                assertEquals(0, x[2 * row] + x[2 * row + 1]);
                assertEquals(x[2 * row] % 3, y[row]);
                seen.add(x[2 * row]);
            }
        }
        assertEquals(IntStream.range(0, 10).mapToObj(i -> (double) i).toList(), seen.stream().sorted().toList());
    }

    @Test
    void the_ragged_last_batch_is_kept() {
        Batches batches = TEN.inOrder(4);
        assertEquals(List.of(4, 4, 2), sizes(batches));
        assertEquals(3, batches.count());
        assertEquals(4, batches.size());
        assertEquals(10, batches.rows());
        assertEquals(List.of(5, 5), sizes(TEN.inOrder(5)));
        assertEquals(List.of(10), sizes(TEN.inOrder(32)));
    }

    @Test
    void shapes_are_rows_by_features_and_rows() {
        Batch batch = TEN.inOrder(4).iterator().next();
        assertArrayEquals(new int[] {4, 2}, batch.x().shape());
        assertArrayEquals(new int[] {4}, batch.y().shape());
        assertEquals("Batch(x [4, 2], y [4])", batch.toString());
        assertArrayEquals(new int[] {4, 1}, TEN.toNumbers().inOrder(4).iterator().next().y().shape());
    }

    @Test
    void each_call_shuffles_anew_from_the_current_seed() {
        Seed.use(7);
        List<Double> first = firsts(TEN.batches(3));
        List<Double> second = firsts(TEN.batches(3));
        assertNotEquals(first, second);
        Seed.use(7);
        assertEquals(first, firsts(TEN.batches(3)));
        assertEquals(second, firsts(TEN.batches(3)));
        Seed.use(8);
        assertNotEquals(first, firsts(TEN.batches(3)));
    }

    @Test
    void going_through_the_same_batches_twice_gives_the_same_order_twice() {
        Batches batches = TEN.batches(3);
        assertEquals(firsts(batches), firsts(batches));
    }

    @Test
    void a_seed_of_ones_own_gives_the_same_order_and_draws_nothing() {
        Seed.use(7);
        Seed next = Seed.next("batches");
        Seed.use(7);
        assertEquals(firsts(TEN.batches(3, Seed.of(1))), firsts(TEN.batches(3, Seed.of(1))));
        assertNotEquals(firsts(TEN.batches(3, Seed.of(1))), firsts(TEN.batches(3, Seed.of(2))));
        TEN.inOrder(3);
        assertEquals(next, Seed.next("batches"));
    }

    @Test
    void in_order_is_from_first_to_last() {
        assertEquals(IntStream.range(0, 10).mapToObj(i -> (double) i).toList(), firsts(TEN.inOrder(4)));
    }

    @Test
    void a_bad_size_is_refused() {
        assertSays("""
            batches: batch size is 0, must be at least 1
              data   data · 10 rows × 2 features · 3 classes
              help   a batch is the number of rows between two updates; 32 is a good start""", () -> TEN.batches(0));
        assertThrows(DataException.class, () -> TEN.inOrder(-1));
        assertThrows(DataException.class, () -> TEN.batches(-1, Seed.of(1)));
    }

    @Test
    void asking_beyond_the_last_batch_is_an_error() {
        Iterator<Batch> iterator = TEN.inOrder(10).iterator();
        iterator.next();
        assertEquals("all 1 batches have been read",
            assertThrows(NoSuchElementException.class, iterator::next).getMessage());
    }

    @Test
    void a_batch_needs_a_target_for_each_row() {
        assertSays("""
            batch: x has 2 rows, y has 3
              x      [2, 1]
              y      [3]
              help   each row of x needs its own target in y""",
            () -> new Batch(Tensor.data(new float[2], 2, 1), Tensor.data(new float[3], 3)));
    }

    @Test
    void batches_say_what_they_are() {
        assertEquals("3 batches of 4 rows, the last of 2, from data", TEN.inOrder(4).toString());
        assertEquals("2 batches of 5 rows, from data", TEN.inOrder(5).toString());
        assertEquals("1 batch of 10 rows, from data", TEN.inOrder(32).toString());
    }

    private static List<Integer> sizes(Batches batches) {
        List<Integer> sizes = new ArrayList<>();
        batches.forEach(batch -> sizes.add(batch.rows()));
        return sizes;
    }

    private static List<Double> firsts(Batches batches) {
        List<Double> firsts = new ArrayList<>();
        for (Batch batch : batches) {
            for (int row = 0; row < batch.rows(); row++) {
                firsts.add(batch.x().toDoubles()[2 * row]);
            }
        }
        return firsts;
    }
}
