package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were read by a person and found good, in {@code src/test/resources/org/glassbox}. A new or changed one is written
 * beside it as {@code …-new.txt} and fails: read it, and rename it if it is right.
 */
final class Golden {
    private static final Path ROOT = Path.of("src", "test", "resources", "org", "glassbox");

    private Golden() {}

    /** Fails unless {@code actual} is the text of that file, for example {@code errors/linear.txt}. */
    static void assertGolden(String file, String actual) {
        Path golden = ROOT.resolve(file);
        Path fresh = ROOT.resolve(file.replaceAll("[.]txt$", "-new.txt"));
        try {
            String expected = Files.exists(golden) ? Files.readString(golden).replace("\r\n", "\n").stripTrailing()
                : null;
            if (actual.stripTrailing().equals(expected)) {
                Files.deleteIfExists(fresh);
                return;
            }
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, actual.stripTrailing() + "\n");
            if (expected == null) {
                fail("new text, written to " + fresh + ": read it, and take the -new away if it is good\n" + actual);
            }
            assertEquals(expected, actual.stripTrailing(), "text of " + golden + "; the present one is in " + fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
