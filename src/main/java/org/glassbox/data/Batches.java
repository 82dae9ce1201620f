package org.glassbox.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.glassbox.Numbers;
import org.glassbox.Message;
import org.glassbox.array.Arena;

/**
 * All rows of a {@link Dataset} once, cut into batches of equal size; the last one holds what is left. The order was drawn
 * when this was made, so going through it twice gives the same batches twice: ask the dataset again for each epoch.
 *
 * <pre>
 * for (Batch batch : digits.train().batches(32)) { … }
 * </pre>
 */
public final class Batches implements Iterable<Batch> {
    private final Dataset data;
    private final int[] order;
    private final int size;

    Batches(Dataset data, int[] order, int size) {
        if (size < 1) {
            throw new DataException(Message.of("batches", "batch size is " + size + ", must be at least 1")
                .with("data", data.summary())
                .help("a batch is the number of rows between two updates; 32 is a good start"));
        }
        this.data = data;
        this.order = order;
        this.size = size;
    }

    /** How many batches, the smaller last one included. */
    public int count() {
        return (order.length + size - 1) / size;
    }

    /** Rows in each batch but the last. */
    public int size() { return size; }

    /** Rows in all batches together. */
    public int rows() { return order.length; }

    /**
     * The batches in their order. Each begins a step: it is valid until this iterator is asked for the next one, whatever
     * other loops do meanwhile; likewise what is computed from it, and of two iterators side by side, until either is asked.
     *
     * <p>Asking {@code hasNext()} in the middle of a step does not end it. That a loop is over shows in one way only: it was
     * told that there is no more as often as it asks before each batch ({@code for} asks once). Then its last step rests, and
     * what it left can be read until another loop begins. Not to be told from that is a loop that asks in the middle of its
     * last step for the first time, as it may over a single batch. A loop that is left early, or asks before some batches
     * more often than before others, or not at all, loses but speed: what it left stays, its memory is not used again.
     */
    @Override
    public Iterator<Batch> iterator() {
        return new Iterator<>() {
            private Arena step;
            private int next;
            private int asked;                                                  // since the last batch
            private int usual;                                                  // at most, before a batch

            @Override
            public boolean hasNext() {
                asked++;
                boolean more = next < order.length;
                if (!more && step != null && asked >= usual) {
                    step.close();
                }
                return more;
            }

            @Override
            public Batch next() {
                if (next >= order.length) {
                    throw new NoSuchElementException("all " + count() + " batches have been read");
                }
                usual = asked == 0 ? Integer.MAX_VALUE : Math.max(usual, asked);
                asked = 0;
                step = step == null ? Arena.open() : step.next();
                int from = next;
                next = Math.min(from + size, order.length);
                return data.batch(Arrays.copyOfRange(order, from, next));
            }
        };
    }

    /** For example {@code 45 batches of 32 rows, the last of 29, from digits}. */
    @Override
    public String toString() {
        int last = order.length - (count() - 1) * size;
        String ragged = last == size ? "" : ", the last of " + last;
        return Numbers.of(count(), "batch", "batches") + " of "
            + Numbers.of(Math.min(size, order.length), "row", "rows")
            + (count() == 1 ? "" : ragged) + ", from " + data.name();
    }
}
