package org.glassbox.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The arrays of an arena, by type and shape. The k-th of a kind that a step takes is the same in every step, whatever else
 * the step does: a ragged batch, another branch or a longer sequence costs what it adds and disturbs nothing.
 *
 * <p>Apart from the arena that uses them, so that who closes or rewinds an arena twice does not reach into the next one.
 */
final class Shelves {
    /**
     * A step gets at most twice as many arrays as the largest before it, the first one twice this; what it takes beyond that
     * are ordinary arrays. For a loop that is left early never ends its step, and all that comes after would be kept.
     */
    private static final int USUAL = 50;

    /** So many bytes are kept for kinds that are not in use just now: sequences of a hundred lengths have thousands of kinds. */
    private static final long ROOM = 256L << 20;

    private enum Use {
        OPEN, IDLE, LENT
    }

    private final Map<Kind, Shelf> shelves = new HashMap<>();
    private final List<Shelf> order = new ArrayList<>();    // of the last step: a guess that saves looking up
    private final AtomicReference<Use> use = new AtomicReference<>(Use.OPEN);
    private final Thread home = Thread.currentThread();
    private int step;
    private Moment now;
    private int taken;
    private int most = USUAL;
    private long bytes;

    /** The next array of this kind, or null if the step has had its share. */
    Array next(Type type, int... shape) {
        if (taken >= 2 * most) {
            return null;
        }
        int place = taken++;
        Shelf shelf = place < order.size() ? order.get(place) : null;
        if (shelf == null || !shelf.holds(type, shape)) {
            shelf = shelves.computeIfAbsent(new Kind(type, shape), kind -> new Shelf(type, shape.clone()));
            if (place < order.size()) {
                order.set(place, shelf);
            } else {
                order.add(shelf);
            }
        }
        Array array = shelf.next(step);
        return (array == null ? added(shelf) : array).handOut(this, step);
    }

    private Array added(Shelf shelf) {
        if (bytes > ROOM) {
            order.subList(taken, order.size()).clear();
            shelves.values().removeIf(other -> other.step < step - 1);
            bytes = 0;
            shelves.values().forEach(other -> bytes += other.bytes());
        }
        Array array = shelf.add();
        bytes += shelf.bytes() / shelf.arrays.size();
        return array;
    }

    /** A step begins: what the last one had is gone, and this one may have twice as much. */
    void begin() {
        most = Math.max(most, taken);
        step++;
        now = new Moment(this, step);
        taken = 0;
    }

    /** The step that goes on. */
    Moment now() { return now; }

    /** Opens them if they rest; not if they are another thread's, or it reads what they hold. */
    boolean open() {
        return isAtHome() && use.compareAndSet(Use.IDLE, Use.OPEN);
    }

    /** Not used until opened again. */
    void rest() { use.set(Use.IDLE); }

    /**
     * Whether an array handed out in {@code then} has the numbers of that step, and keeps them while this thread reads: the
     * thread that uses the arena ends steps itself; another one may read what rests, which is then never used again.
     */
    boolean isReadable(int then) { return (isAtHome() || isLent()) && step == then; }

    /** Whether this thread uses the arena. */
    boolean isAtHome() { return Thread.currentThread() == home; }

    private boolean isLent() { return use.compareAndSet(Use.IDLE, Use.LENT) || use.get() == Use.LENT; }

    /** All arrays of one kind. */
    private static final class Shelf {
        private final Type type;
        private final int[] shape;
        private final List<Array> arrays = new ArrayList<>();
        private int step;
        private int taken;

        Shelf(Type type, int... shape) {
            this.type = type;
            this.shape = shape;
        }

        boolean holds(Type otherType, int... otherShape) {
            return type == otherType && Arrays.equals(shape, otherShape);
        }

        /** The next one in this step, or null if there are no more. */
        Array next(int now) {
            taken = step == now ? taken : 0;
            step = now;
            return taken < arrays.size() ? arrays.get(taken++) : null;
        }

        Array add() {
            Array array = Arena.make(type, shape);
            arrays.add(array);
            taken++;
            return array;
        }

        long bytes() { return (long) arrays.size() * Shapes.size(shape, 0) * type.bytes; }
    }

    private record Kind(Type type, int[] lengths) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Kind that && type == that.type && Arrays.equals(lengths, that.lengths);
        }

        @Override
        public int hashCode() { return 31 * Arrays.hashCode(lengths) + type.ordinal(); }
    }
}
