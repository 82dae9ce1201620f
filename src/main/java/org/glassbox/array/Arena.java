package org.glassbox.array;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory of one training step. While an arena is open, outputs of operations come from it; {@link #rewind} ends the step:
 * from then on the same arrays are handed out again, in the same order, so that a steady step allocates nothing. Without an
 * open arena arrays are ordinary ones, freed by the garbage collector.
 *
 * <p>Arenas nest (a validation pass within a loop) and belong to the thread that opened them. A closed arena leaves its last
 * step's arrays alone until it is opened again.
 */
public final class Arena implements AutoCloseable {
    private static final ThreadLocal<Arena> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<Deque<Memory>> IDLE = ThreadLocal.withInitial(ArrayDeque::new);

    private final Memory memory;
    private final Arena outer;

    private Arena(Memory memory, Arena outer) {
        this.memory = memory;
        this.outer = outer;
    }

    /** Opens an arena on this thread, within the one that is open now. */
    public static Arena open() {
        Memory idle = IDLE.get().poll();
        Arena arena = new Arena(idle == null ? new Memory() : idle, CURRENT.get());
        CURRENT.set(arena);
        arena.rewind();
        return arena;
    }

    /** An array for an operation's output; its content is arbitrary. */
    public static Array take(Type type, int... shape) {
        Arena arena = CURRENT.get();
        return arena == null ? Array.of(type, shape) : arena.memory.next(type, shape);
    }

    /** Leaves all arenas of this thread, also those whose loop was left early. */
    public static void leaveAll() {
        for (Arena arena = CURRENT.get(); arena != null; arena = arena.outer) {
            IDLE.get().push(arena.memory);
        }
        CURRENT.remove();
    }

    /** Ends a step: its arrays may be handed out again. Arenas opened within and never closed are left. Closed: nothing. */
    public void rewind() {
        if (isOpen()) {
            while (CURRENT.get() != this) {
                CURRENT.get().close();
            }
            memory.rewind();
        }
    }

    /** Leaves this arena, and those opened within it; its arrays keep their content until it is opened again. */
    @Override
    public void close() {
        while (isOpen()) {
            Arena top = CURRENT.get();
            CURRENT.set(top.outer);
            IDLE.get().push(top.memory);
        }
    }

    private boolean isOpen() {
        for (Arena arena = CURRENT.get(); arena != null; arena = arena.outer) {
            if (arena == this) {
                return true;
            }
        }
        return false;
    }

    /**
     * Arrays and their order. Apart from the arena that uses it, so that who closes or rewinds an arena twice does not reach
     * into the next one.
     */
    private static final class Memory {
        private final List<Array> lastStep = new ArrayList<>();
        private final Map<Shape, List<Array>> shelves = new HashMap<>();
        private int step;
        private int position;

        private void rewind() {
            step++;
            position = 0;
        }

        /** The array of the same place in the last step, if that fits and is free; else another of that shape. */
        private Array next(Type type, int[] shape) {
            Array array = position < lastStep.size() ? lastStep.get(position) : null;
            if (array == null || array.type() != type || array.isHandedOutIn(step)
                || !Arrays.equals(array.shape(), shape)) {
                array = free(type, shape);
                if (position < lastStep.size()) {
                    lastStep.set(position, array);
                } else {
                    lastStep.add(array);
                }
            }
            position++;
            return array.handOut(step);
        }

        private Array free(Type type, int[] shape) {
            List<Array> shelf = shelves.computeIfAbsent(new Shape(type, shape.clone()), key -> new ArrayList<>());
            for (Array array : shelf) {
                if (!array.isHandedOutIn(step)) {
                    return array;
                }
            }
            Array array = Array.of(type, shape);
            shelf.add(array);
            return array;
        }
    }

    /** A key of {@link Memory#shelves}. */
    private record Shape(Type type, int[] lengths) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Shape that && type == that.type && Arrays.equals(lengths, that.lengths);
        }

        @Override
        public int hashCode() { return 31 * Arrays.hashCode(lengths) + type.ordinal(); }
    }
}
