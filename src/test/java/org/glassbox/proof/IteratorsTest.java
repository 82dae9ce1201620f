package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.LifetimeException;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However a loop over batches is written, its steps are its own: others neither end them nor does a question. */
class IteratorsTest {
    private static final Loss LOSS = Loss.crossEntropy();

    private final Dataset data = data(24);
    private final Dataset valid = data(9);

    @AfterEach
    void leave() { Arena.leaveAll(); }

    /** A training in an epoch of its own words: for each batch the step's beginning, then its end. */
    private interface Epoch {
        void over(Iterator<Batch> batches, Consumer<Batch> begin, Runnable validate, Runnable end);
    }

    @Test
    void a_question_whether_there_is_more_ends_no_step_wherever_it_is_asked() {
        List<Epoch> epochs = List.of((batches, begin, validate, end) -> {
            while (batches.hasNext()) {
                begin.accept(batches.next());
                if (!batches.hasNext()) {
                    validate.run();
                }
                end.run();
            }
        }, (batches, begin, validate, end) -> {
            do {
                begin.accept(batches.next());
                boolean more = batches.hasNext();
                if (!more && !batches.hasNext()) {
                    validate.run();
                }
                end.run();
            } while (batches.hasNext());
        }, (batches, begin, validate, end) -> {
            boolean last = false;
            while (!last) {
                begin.accept(batches.next());
                last = !batches.hasNext();
                if (last) {
                    validate.run();
                }
                end.run();
            }
        }, (batches, begin, validate, end) -> {
            for (int i = 0; i < 3; i++) {
                begin.accept(batches.next());
                if (i == 2) {
                    assertFalse(batches.hasNext());
                    validate.run();
                }
                end.run();
            }
        });
        float[] expected = learned((batches, begin, validate, end) -> {
            for (int i = 0; i < 3; i++) {
                begin.accept(batches.next());
                end.run();
            }
        });
        for (Epoch epoch : epochs) {
            assertArrayEquals(expected, learned(epoch));
        }
    }

    private float[] learned(Epoch epoch) {
        Seed.use(5);
        Layer net = Sequential.of(Linear.of(4, 5), Activation.tanh(), Linear.of(5, 3));
        Optimizer optimizer = Adam.of(0.05).on(net);
        Gradients[] gradients = {null};
        for (int i = 0; i < 12; i++) {
            epoch.over(data.inOrder(8).iterator(),
                batch -> gradients[0] = LOSS.of(net.forward(batch.x()), batch.y()).backward(),
                () -> List.of(valid, valid, data).forEach(part -> {
                    for (Batch batch : part.inOrder(5)) {
                        LOSS.of(net.forward(batch.x()), batch.y()).backward();
                    }
                }), () -> optimizer.step(gradients[0]));
        }
        return Parameters.of(net).list().get(0).toFloats();
    }

    @Test
    void two_iterators_side_by_side_do_not_end_each_others_steps() {
        for (int order = 0; order < 4; order++) {
            boolean longFirst = order % 2 == 0;
            boolean longOpens = order / 2 == 0;
            List<Double> sums = new ArrayList<>();
            Iterator<Batch> little = valid.inOrder(4).iterator();
            Iterator<Batch> large = data.inOrder(4).iterator();
            Batch first = (longOpens ? large : little).next();
            Batch second = (longOpens ? little : large).next();
            sums.add(longOpens ? both(first, second) : both(second, first));
            while (large.hasNext()) {
                Batch before = longFirst ? large.next() : null;
                if (!little.hasNext()) {
                    little = valid.inOrder(4).iterator();
                }
                Batch other = little.next();
                Batch batch = longFirst ? before : large.next();
                Tensor product = batch.x().sum().mul(other.x().sum());
                for (Batch third : valid.inOrder(2)) {
                    third.x().mul(7).sum();
                }
                assertEquals(batch.x().sum().item() * other.x().sum().item(), product.item(), 1e-3);
                sums.add(both(batch, other));
            }
            List<Double> expected = IntStream.range(0, 6).mapToObj(i -> both(copy(data, i), copy(valid, i % 3)))
                .toList();
            assertEquals(expected, sums, "order " + order);
        }
    }

    private static double both(Batch a, Batch b) { return 100 * a.x().sum().item() + b.x().sum().item(); }

    private static Batch copy(Dataset from, int number) {
        List<Batch> all = new ArrayList<>();
        from.inOrder(4).forEach(batch -> all.add(new Batch(batch.x().copy(), batch.y().copy())));
        return all.get(number);
    }

    @Test
    void loops_within_and_beside_each_other_make_no_new_array_once_they_were_seen() {
        List<Runnable> loops = List.of(() -> {
            for (Batch batch : data.inOrder(8)) {
                work(batch);
                valid.inOrder(4).forEach(IteratorsTest::work);
            }
        }, () -> {
            Iterator<Batch> batches = data.inOrder(8).iterator();
            while (batches.hasNext()) {
                work(batches.next());
                if (!batches.hasNext()) {
                    valid.inOrder(4).forEach(IteratorsTest::work);
                }
            }
        }, () -> StreamSupport.stream(data.inOrder(5).spliterator(), false).forEach(IteratorsTest::work));
        for (Runnable loop : loops) {
            long warm = 0;
            for (int round = 0; round < 40; round++) {
                loop.run();
                warm = round == 3 ? Arena.made() : warm;
            }
            assertEquals(warm, Arena.made(), "loop " + loops.indexOf(loop));
        }
        Iterator<Batch> beside = data.inOrder(1).iterator();
        long warm = 0;
        for (Batch batch : data.inOrder(1)) {
            work(beside.next());
            work(batch);
            warm = warm == 0 ? Arena.made() : warm;
        }
        assertEquals(warm, Arena.made(), "each its own");
    }

    private static void work(Batch batch) { batch.x().toLeaf().mul(2).tanh().sum().backward(); }

    @Test
    void a_loop_is_over_with_its_last_no_and_what_comes_after_it_is_not_of_its_last_step() {
        Tensor last = null;
        for (Batch batch : data.inOrder(8)) {
            last = batch.x().sum();
        }
        assertFalse(Tensor.data(new float[] {1}, 1).array().isFromArena());
        assertTrue(Double.isFinite(last.item()), "it rests");
        data.inOrder(8).iterator().next();
        assertThrows(LifetimeException.class, last::item, "until another loop begins");
    }

    private static Dataset data(int rows) {
        Seed.Random random = Seed.of(rows).random();
        double[][] x = new double[rows][4];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % 3;
            for (int column = 0; column < 4; column++) {
                x[row][column] = random.nextGaussian() + y[row];
            }
        }
        return Dataset.of(x, y);
    }
}
