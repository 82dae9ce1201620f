package org.glassbox.notebook;

/** Where a cell's output goes; the kernel that runs the cell sets it. Without a kernel the plain text is printed. */
public interface Screen {
    /** Shows {@code bundle} and returns the id by which it can be changed. */
    String show(Bundle bundle);

    /** Puts {@code bundle} in the place of what was shown under {@code id}. */
    void update(String id, Bundle bundle);

    /** Whether what was shown can be changed: worth a live picture. */
    default boolean isLive() { return true; }

    /** The screen of the running kernel. */
    static Screen current() { return CurrentScreen.screen; }

    /** Makes {@code screen} the one on which everything is shown from now on. */
    static void use(Screen screen) {
        CurrentScreen.screen = screen;
    }
}
