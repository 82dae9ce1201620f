package org.glassbox.array;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The memory of one training step. While an arena is open, outputs of operations come from it; {@link #rewind} ends the step:
 * from then on the same arrays are handed out again, in the same order, so that a steady step allocates nothing. Without an
 * open arena arrays are ordinary ones, freed by the garbage collector.
 *
 * <p>Arenas nest (a validation pass within a loop) and belong to the thread that opened them. A closed arena leaves its last
 * step's arrays alone until another arena is opened, which gets them. One that is never closed, because its loop was left
 * early, serves what comes after it for a while; when the step around it ends, or too many are open, it is left: its last
 * step's arrays stay as they are, unless its loop does go on. Nothing is lost but speed.
 */
public final class Arena implements AutoCloseable {
    /** Of more open ones the outermost is forgotten: loops that were left early, for none nest so deep. */
    private static final int DEEPEST = 8;

    private static final ThreadLocal<Arena> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<Deque<Shelves>> IDLE = ThreadLocal.withInitial(ArrayDeque::new);
    private static final ThreadLocal<long[]> MADE = ThreadLocal.withInitial(() -> new long[1]);

    private final Shelves shelves;
    private Arena outer;
    private boolean closed;

    private Arena(Shelves shelves, Arena outer) {
        this.shelves = shelves;
        this.outer = outer;
    }

    /** Opens an arena on this thread, within the one that is open now. */
    public static Arena open() {
        return open(idle());
    }

    private static Arena open(Shelves shelves) {
        Arena arena = new Arena(shelves, CURRENT.get());
        CURRENT.set(arena);
        arena.forgetOutermost();
        arena.shelves.begin();
        return arena;
    }

    private static Shelves idle() {
        Deque<Shelves> idle = IDLE.get();
        while (!idle.isEmpty()) {
            Shelves shelves = idle.pop();
            if (shelves.open()) {
                return shelves;
            }
        }
        return new Shelves();
    }

    private void forgetOutermost() {
        Arena inner = this;
        for (int depth = 1; depth < DEEPEST && inner != null; depth++) {
            inner = inner.outer;
        }
        if (inner != null && inner.outer != null) {
            inner.outer.shelves.rest();
            inner.outer = null;
        }
    }

    /** An array for an operation's output; its content is arbitrary. */
    public static Array take(Type type, int... shape) {
        Arena arena = CURRENT.get();
        Array array = arena == null ? null : arena.shelves.next(type, shape);
        return array == null ? make(type, shape) : array;
    }

    /** The step that this thread is in: the same object until it ends, and outside of any arena always the same. */
    public static Moment now() {
        Arena arena = CURRENT.get();
        return arena == null ? Moment.ALWAYS : arena.shelves.now();
    }

    /** A new array, counted. */
    static Array make(Type type, int... shape) {
        MADE.get()[0]++;
        return Array.of(type, shape);
    }

    /** How many outputs on this thread found no array of an earlier step: in a steady loop the number stands still. */
    public static long made() {
        return MADE.get()[0];
    }

    /** Leaves all arenas of this thread, also those whose loop was left early. */
    public static void leaveAll() {
        while (CURRENT.get() != null) {
            CURRENT.get().leave();
        }
    }

    /**
     * Ends a step and begins the next: its arrays may be handed out again. Arenas opened within and never closed are left.
     * Closed or left: nothing.
     */
    public void rewind() {
        if (isInnermost()) {
            shelves.begin();
        }
    }

    /** Ends a step and begins the next, also of an arena that was left: returns this one, or another with its memory. */
    public Arena next() {
        if (isOpen()) {
            rewind();
            return this;
        }
        return !closed && shelves.open() ? open(shelves) : open();
    }

    /** Leaves this arena, and those opened within it; its arrays keep their content until another one is opened. */
    @Override
    public void close() {
        if (isInnermost()) {
            leave();
        }
        if (!closed) {
            closed = true;
            IDLE.get().push(shelves);
        }
    }

    private void leave() {
        CURRENT.set(outer);
        shelves.rest();
    }

    /** Leaves all that were opened within this one; false if this one is closed. */
    private boolean isInnermost() {
        if (!isOpen()) {
            return false;
        }
        while (CURRENT.get() != this) {
            CURRENT.get().leave();
        }
        return true;
    }

    private boolean isOpen() {
        for (Arena arena = CURRENT.get(); arena != null; arena = arena.outer) {
            if (arena == this) {
                return true;
            }
        }
        return false;
    }
}
