package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFolderTest {
    @TempDir
    private Path folder;
    private Path jar;
    private Path classes;

    @BeforeEach
    void make_a_jar_and_a_class_folder() throws IOException {
        jar = Files.writeString(folder.resolve("a.jar"), "jar a");
        classes = Files.createDirectories(folder.resolve("classes/org/x"));
        Files.writeString(classes.resolve("A.class"), "class A");
        classes = folder.resolve("classes");
    }

    @Test
    void the_same_content_has_the_same_name_wherever_it_lies() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path copy = Files.writeString(elsewhere.resolve("a.jar"), "jar a");
        assertEquals(JarFolder.of(List.of(jar, classes)).name(), JarFolder.of(List.of(copy, classes)).name());
    }

    @Test
    void one_changed_byte_changes_the_name() throws IOException {
        String before = JarFolder.of(List.of(jar, classes)).name();
        Files.writeString(jar, "jar b");
        assertNotEquals(before, JarFolder.of(List.of(jar, classes)).name());
        Files.writeString(jar, "jar a");
        assertEquals(before, JarFolder.of(List.of(jar, classes)).name());
        Files.writeString(classes.resolve("org/x/A.class"), "class B");
        assertNotEquals(before, JarFolder.of(List.of(jar, classes)).name());
    }

    @Test
    void a_class_folder_becomes_a_jar() throws IOException {
        Path copy = folder.resolve("copy");
        JarFolder.of(List.of(classes)).copyTo(copy);
        try (JarFile packed = new JarFile(copy.resolve("glassbox.jar").toFile())) {
            assertEquals("class A", text(packed, "org/x/A.class"));
        }
    }

    @Test
    void jars_of_the_same_name_do_not_hide_each_other() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Path copy = folder.resolve("copy");
        JarFolder both = JarFolder.of(List.of(jar, Files.writeString(other.resolve("a.jar"), "another")));
        both.copyTo(copy);
        assertEquals(List.of("a.jar", "2-a.jar"), both.names());
        assertEquals("another", Files.readString(copy.resolve("2-a.jar")));
    }

    @Test
    void what_is_not_there_is_left_out_as_java_does() {
        assertEquals(List.of("a.jar"), JarFolder.of(List.of(jar, folder.resolve("missing.jar"))).names());
    }

    @Test
    void a_copy_is_a_file_of_its_own() throws IOException {
        Path copy = folder.resolve("copy");
        JarFolder.of(List.of(jar)).copyTo(copy);
        Files.writeString(jar, "changed");
        assertEquals("jar a", Files.readString(copy.resolve("a.jar")));
        assertFalse(Files.isSymbolicLink(copy.resolve("a.jar")));
    }

    @Test
    void a_damaged_folder_is_not_taken_for_whole() throws IOException {
        Path copy = folder.resolve("copy");
        JarFolder jars = JarFolder.of(List.of(jar, classes));
        jars.copyTo(copy);
        assertTrue(jars.isIn(copy));
        Files.delete(copy.resolve("a.jar"));
        assertFalse(jars.isIn(copy));
        Files.writeString(copy.resolve("a.jar"), "half");
        assertFalse(jars.isIn(copy));
    }

    @Test
    void no_half_folder_stays_behind() throws IOException {
        Path copy = folder.resolve("copy");
        JarFolder.of(List.of(jar)).copyTo(copy);
        assertFalse(Files.exists(folder.resolve("copy.part")));
    }

    private static String text(JarFile jar, String entry) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
