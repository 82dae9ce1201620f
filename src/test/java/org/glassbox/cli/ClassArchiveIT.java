package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassbox.run.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The archive of the kernel's classes: the installer makes it, Java uses it, and where it does not fit nobody notices. In a
 * folder without blanks and umlauts: below others Java 17 archives its own classes and none of the jars.
 */
class ClassArchiveIT {
    private static final Path TARGET = Machine.ROOT.resolve("target");
    private static final Path DATA = (TARGET.toString().matches("[!-~]+") ? TARGET
        : Path.of(System.getProperty("java.io.tmpdir"))).resolve("glassbox-class-archive");
    private static final Map<String, String> HERE = Map.of("JUPYTER_DATA_DIR", DATA.toString());

    private static Path kernel;
    private static KernelSpec spec;

    @BeforeAll
    static void install() throws IOException {
        Folders.delete(DATA);
        String output = Machine.glassbox(HERE, "install").orFail().output();
        assertTrue(output.contains("Class archive for a faster start: "), output);
        assertFalse(output.contains("failed"), output);             // a cell of the rehearsal
        kernel = DATA.resolve("kernels").resolve("glassbox");
        spec = KernelSpec.read(kernel);
    }

    @AfterAll
    static void remove() throws IOException { Folders.delete(DATA); }

    @Test
    void the_installer_makes_an_archive_that_java_takes() {
        ClassArchive archive = ClassArchive.of(spec);
        assertTrue(archive.isUsable());
        assertTrue(spec.options().containsAll(archive.options()), spec.options().toString());
    }

    @Test
    void the_kernels_classes_come_from_the_archive() throws IOException {
        String log = java("-Xlog:class+load=info", "org.glassbox.kernel.KernelMain").output();
        List<String> lines = log.lines().filter(line -> line.contains(" org.glassbox.kernel.KernelMain source"))
            .toList();
        assertEquals(1, lines.size(), log);
        assertTrue(lines.get(0).contains("shared objects file"), lines.get(0));
    }

    @Test
    void a_second_install_keeps_what_fits() throws IOException {
        ClassArchive archive = ClassArchive.of(spec);
        FileTime before = Files.getLastModifiedTime(archive.file());
        String output = Machine.glassbox(HERE, "install").orFail().output();
        assertTrue(output.contains("Its class archive still fits."), output);
        assertEquals(before, Files.getLastModifiedTime(archive.file()));
        assertEquals(spec, KernelSpec.read(kernel));
    }

    @Test
    void an_archive_that_does_not_fit_is_passed_over_in_silence_and_made_anew_by_install() throws IOException {
        Path jar = spec.jars().resolve("glassbox.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 5000));
        String doctor;
        String install;
        try {
            String usage = java("-Dstderr.encoding=UTF-8", "org.glassbox.kernel.KernelMain").output();
            assertTrue(usage.startsWith("usage: java -cp"), usage);
            assertEquals(1, usage.lines().count(), usage);
            doctor = Machine.glassbox(HERE, "doctor").orFail().output();
        } finally {
            install = Machine.glassbox(HERE, "install").orFail().output();
        }
        assertTrue(doctor.contains("archive   of another Java or of other jars; the command install makes it anew"),
            doctor);
        assertTrue(doctor.contains("1 + 1 gives 2"), doctor);
        assertTrue(install.contains("Class archive for a faster start: "), install);
        assertTrue(ClassArchive.of(spec).isUsable());
        assertEquals(spec, KernelSpec.read(kernel));
    }

    @Test
    void a_java_that_writes_no_archive_leaves_a_kernel_without_one() throws IOException {
        Path folder = Machine.scratch("no archive");
        List<String> plain = new ArrayList<>(spec.options());
        plain.removeAll(ClassArchive.of(spec).options());
        Path jars = Files.createDirectories(folder.resolve("jars"));
        new KernelSpec(spec.java(), plain, jars).writeTo(folder);
        List<String> works = List.of(spec.java().toString(), "-cp", spec.jars().resolve("*").toString(),
            "org.glassbox.kernel.KernelMain", "{connection_file}");
        try (Recording recording = new Recording(folder, KernelClient.start(works, Map.of(), folder))) {
            assertTrue(recording.kernel().execute("1 + 1").isOk());
            assertEquals("No class archive for a faster start: this Java wrote none.", recording.end());
        }
        assertEquals(plain, KernelSpec.read(folder).options());
    }

    /** A JVM as kernel.json starts it, with one option more and another end of the command line. */
    private static Machine.Ended java(String option, String main) throws IOException {
        List<String> command = new ArrayList<>(List.of(spec.java().toString()));
        command.addAll(spec.options());
        command.addAll(List.of(option, "-cp", spec.jars().resolve("*").toString(), main));
        return Machine.run(command, Map.of(), 60);
    }
}
