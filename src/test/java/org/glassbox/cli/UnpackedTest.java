package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassbox.GlassboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    @TempDir
    private Path home;

    @Test
    void too_little_room_for_the_natives_is_said_with_the_mend() {
        Unpacked natives = Unpacked.in(home);
        GlassboxException error = assertThrows(GlassboxException.class, () -> natives.requireRoom(100L << 20));
        assertEquals("""
            quickstart: ND4J unpacks 447 MB once, and only 100 MB are free
              folder %s
              help   make room there""".formatted(home.resolve(".javacpp/cache")), error.getMessage());
        natives.requireRoom(Unpacked.SIZE);
    }

    @Test
    void natives_that_are_there_need_no_room() throws IOException {
        Unpacked natives = Unpacked.in(home);
        Files.createDirectories(natives.folder().resolve("nd4j-native-1.0.0-M2.1-linux-x86_64-onednn.jar"));
        natives.requireRoom(0);
    }
}
