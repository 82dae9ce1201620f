package org.glassbox.notebook;

import org.glassbox.Seed;

/** The front door of a notebook: show a value in the middle of a cell, choose the seed, ask the version. */
public final class Glassbox {
    private Glassbox() {}

    /** Shows a value now, as a cell shows its last one. */
    public static void show(Object value) {
        Screen.current().show(Bundle.of(value));
    }

    /** Starts all random numbers anew: a cell that begins with it makes the same net again. Without a call the seed is 0. */
    public static void seed(long seed) {
        Seed.use(seed);
    }

    /** Which Glassbox this is. */
    public static String version() {
        String version = Glassbox.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
