package org.glassbox.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try (InputStream in = Glassbox.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
