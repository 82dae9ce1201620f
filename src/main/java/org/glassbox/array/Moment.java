package org.glassbox.array;

/**
 * A step of an arena, or the time outside of any: as long as it is there, so is all that was taken in it, whether an arena
 * hands it out again or not. For what keeps arrays between two calls, see {@link Arena#now}.
 */
public final class Moment {
    /** Outside of any arena: what was taken then is nobody else's. */
    static final Moment ALWAYS = new Moment(null, 0);

    private final Shelves shelves;
    private final int step;

    Moment(Shelves shelves, int step) {
        this.shelves = shelves;
        this.step = step;
    }

    /** Whether what was taken in it has still its numbers, and this thread may read them. */
    public boolean isThere() {
        return shelves == null || shelves.isReadable(step);
    }
}
