package org.glassbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * ND4J's machine code as JavaCPP unpacks it once a user, when the first cell computes.
 *
 * @param folder JavaCPP's cache
 */
record Unpacked(Path folder) {
    /** What the natives of ND4J and OpenBLAS take, measured on linux-x86_64. */
    static final long SIZE = 447L << 20;

    /** The cache of the user with that home. */
    static Unpacked in(Path home) {
        return new Unpacked(home.resolve(".javacpp").resolve("cache"));
    }

    /** Whether ND4J's natives are there already. */
    boolean isThere() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.anyMatch(jar -> jar.getFileName().toString().startsWith("nd4j-native-"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Says so, if they are not there and {@code usable} bytes are too few; where it cannot write, JavaCPP goes elsewhere. */
    void requireRoom(long usable) {
        if (usable < SIZE && !isThere() && Files.isWritable(Folders.existing(folder))) {
            throw new GlassboxException(Message
                .of("quickstart",
                    "ND4J unpacks " + (SIZE >> 20) + " MB once, and only " + (usable >> 20) + " MB are free")
                .with("folder", folder).help("make room there"));
        }
    }
}
