package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glassbox.GlassboxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path jars;
    private KernelSpec spec;
    private ClassArchive archive;

    @BeforeEach
    void a_kernel_without_an_archive() {
        spec = new KernelSpec(JavaHome.running().executable(), List.of("-Da=b"), jars);
        archive = ClassArchive.of(spec);
    }

    @Test
    void a_kernel_without_an_archive_is_told_nothing_of_one() {
        assertFalse(archive.isUsable());
        assertEquals(spec, archive.usedBy(spec));
    }

    @Test
    void what_java_does_not_take_for_an_archive_is_not_used() throws IOException {
        Files.writeString(archive.file(), "no archive");
        assertTrue(archive.isThere());
        assertFalse(archive.isUsable());
        assertEquals(spec, archive.usedBy(spec));
    }

    @Test
    void a_java_that_is_gone_uses_no_archive() throws IOException {
        Files.writeString(archive.file(), "of a Java that was removed");
        assertFalse(new ClassArchive(jars.resolve("bin/java"), jars).isUsable());
    }

    @Test
    void a_kernel_that_records_writes_and_does_not_read() {
        List<String> recording = archive
            .recording(List.of("java", "-XX:SharedArchiveFile=old.jsa", "-cp", "x", "Main"));
        assertEquals("java", recording.get(0));
        assertTrue(recording.get(1).startsWith("-XX:ArchiveClassesAtExit=" + jars), recording.toString());
        assertFalse(recording.toString().contains("SharedArchiveFile"), recording.toString());
        assertEquals(List.of("-cp", "x", "Main"), recording.subList(recording.size() - 3, recording.size()));
    }

    @Test
    void nothing_recorded_is_nothing_kept() throws IOException {
        assertFalse(archive.keep());
        assertFalse(archive.isThere());
    }

    @Test
    void kernel_json_is_read_as_it_was_written() throws IOException {
        spec.writeTo(jars);
        assertEquals(spec, KernelSpec.read(jars));
    }

    @Test
    void a_kernel_json_of_others_is_said_with_the_mend() throws IOException {
        Files.writeString(jars.resolve("kernel.json"), "{\"argv\": [\"python\", \"-m\", \"ipykernel\"]}");
        String message = assertThrows(GlassboxException.class, () -> KernelSpec.read(jars)).getMessage();
        assertTrue(message.startsWith("kernel: its kernel.json is not one of ours"), message);
        assertTrue(message.contains("help   the command install writes it anew"), message);
    }
}
