package org.glassbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole: deleted, asked for room, tried for writing. */
final class Folders {
    private Folders() {}

    /** Deletes {@code folder} and all in it; links are deleted, not followed. Nothing happens where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.toList());
        }
        Collections.reverse(paths);                                 // what is inside goes before its folder
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    /** The nearest of {@code path} and its parents that exists. */
    static Path existing(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    /** Bytes that this user can still write where {@code path} will be. */
    static long room(Path path) throws IOException {
        return Files.getFileStore(existing(path)).getUsableSpace();
    }
}
