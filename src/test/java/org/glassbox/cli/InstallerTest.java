package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
    @TempDir
    private Path folder;
    private Path library;
    private Installer installer;

    @BeforeEach
    void make_a_small_class_path() throws IOException {
        library = Files.createDirectories(folder.resolve("a repository"));
        Path natives = Files.writeString(library.resolve("nd4j-native-1.0.0-M2.1-linux-x86_64-onednn.jar"),
            "machine code");
        Path classes = Files.createDirectories(library.resolve("classes"));
        Files.writeString(classes.resolve("A.class"), "A");
        installer = new Installer(folder.resolve(Machine.ODD).resolve("kernels"), "glassbox", JavaHome.running(),
            List.of(classes, natives));
    }

    @Test
    void all_that_the_kernel_needs_lies_in_one_folder() throws IOException {
        Path kernel = installer.install();
        for (String file : List.of("kernel.json", "plotly.js", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg")) {
            assertTrue(Files.size(kernel.resolve(file)) > 100, file);
        }
        assertEquals(List.of("glassbox.jar", "nd4j-native-1.0.0-M2.1-linux-x86_64-onednn.jar"),
            names(jars(kernel).get(0)));
    }

    @Test
    void kernel_json_starts_this_java_with_the_copies_and_nothing_else() throws IOException {
        Path kernel = installer.install();
        JsonObject spec = spec(kernel);
        List<String> argv = spec.getAsJsonArray("argv").asList().stream().map(word -> word.getAsString()).toList();
        assertEquals(JavaHome.running().executable().toString(), argv.get(0));
        assertTrue(argv.contains("-Dorg.bytedeco.javacpp.platform.extension=-onednn"));
        assertEquals(jars(kernel).get(0).resolve("*").toString(), argv.get(argv.indexOf("-cp") + 1));
        assertEquals(List.of("org.glassbox.kernel.KernelMain", "{connection_file}"),
            argv.subList(argv.size() - 2, argv.size()));
        assertFalse(spec.toString().contains(library.toString()), "it must outlive the build");
        assertFalse(spec.toString().contains("${"), "every blank is filled");
    }

    @Test
    void kernel_json_names_the_kernel_and_how_it_is_interrupted() throws IOException {
        JsonObject spec = spec(installer.install());
        assertEquals("Java (Glassbox)", spec.get("display_name").getAsString());
        assertEquals("java", spec.get("language").getAsString());
        assertEquals("message", spec.get("interrupt_mode").getAsString());
    }

    @Test
    void the_kernel_outlives_what_it_was_installed_from() throws IOException {
        Path kernel = installer.install();
        Folders.delete(library);
        assertEquals(2, names(jars(kernel).get(0)).size());
    }

    @Test
    void a_new_version_removes_the_jars_of_the_old() throws IOException {
        Path old = jars(installer.install()).get(0);
        Files.writeString(old.resolve("classes.jsa"), "an archive of the old classes");
        Files.writeString(library.resolve("classes/A.class"), "new");
        Path kernel = installer.install();
        assertFalse(Files.exists(old));
        assertEquals(1, jars(kernel).size());
        assertTrue(spec(kernel).toString().contains(jars(kernel).get(0).getFileName().toString()));
    }

    @Test
    void the_same_version_is_not_copied_again() throws IOException {
        Path jar = jars(installer.install()).get(0).resolve("glassbox.jar");
        Object before = Files.readAttributes(jar, "unix:ino,lastModifiedTime").toString();
        installer.install();
        assertEquals(before, Files.readAttributes(jar, "unix:ino,lastModifiedTime").toString());
    }

    @Test
    void another_name_is_another_kernel() {
        Path one = installer.install();
        Path other = installer.withName("glassbox-next").install();
        assertEquals(one.resolveSibling("glassbox-next"), other);
        assertTrue(Files.exists(one.resolve("kernel.json")));
    }

    @Test
    void uninstall_takes_all_away_and_says_whether_it_was_there() throws IOException {
        Path kernel = installer.install();
        Files.writeString(jars(kernel).get(0).resolve("classes.jsa"), "an archive that Java wrote");
        assertTrue(installer.uninstall());
        assertFalse(Files.exists(kernel));
        assertFalse(installer.uninstall());
    }

    @Test
    void too_little_room_is_said_with_the_mend() {
        GlassboxException error = assertThrows(GlassboxException.class,
            () -> installer.requireRoom(220L << 20, 3L << 20));
        assertEquals(
            """
                install: the kernel takes 220 MB, and only 3 MB are free
                  folder %s
                  help   make room there, or set JUPYTER_DATA_DIR to a folder on another disk"""
                .formatted(installer.folder()),
            error.getMessage());
        installer.requireRoom(220, 220);
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_with_the_mend() throws IOException {
        Files.writeString(folder.resolve(Machine.ODD), "a file where the folder should be");
        String message = assertThrows(GlassboxException.class, installer::install).getMessage();
        assertTrue(message.startsWith("install: cannot write the kernel"), message);
        assertTrue(message.contains("folder " + installer.folder()), message);
        assertTrue(message.contains("help   make that folder writable, or set JUPYTER_DATA_DIR"), message);
    }

    @Test
    void an_unknown_platform_is_said_with_the_mend() throws IOException {
        Installer without = new Installer(folder.resolve("k"), "glassbox", JavaHome.running(),
            List.of(library.resolve("classes")));
        String message = assertThrows(GlassboxException.class, without::install).getMessage();
        assertTrue(message.startsWith("install: ND4J's machine code for this platform is not on the class path"),
            message);
        assertTrue(message.contains("help     ND4J has builds for Linux"), message);
        assertFalse(Files.exists(folder.resolve("k")), "nothing is begun that cannot be finished");
    }

    @Test
    void an_old_java_is_refused_before_anything_is_copied() {
        Installer old = installer.withJava(new JavaHome(Path.of("/old"), 11, true));
        assertThrows(GlassboxException.class, old::install);
        assertFalse(Files.exists(installer.folder()));
    }

    private static JsonObject spec(Path kernel) throws IOException {
        return JsonParser.parseString(Files.readString(kernel.resolve("kernel.json"))).getAsJsonObject();
    }

    private static List<Path> jars(Path kernel) throws IOException {
        try (Stream<Path> files = Files.list(kernel)) {
            return files.filter(file -> file.getFileName().toString().startsWith("jars-")).toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
