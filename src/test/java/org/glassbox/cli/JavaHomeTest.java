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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaHomeTest {
    private static final Natives ONEDNN = new Natives("linux-x86_64", true);

    @Test
    void the_running_java_is_described_as_its_folder_describes_it() {
        JavaHome running = JavaHome.running();
        assertEquals(running.feature(), JavaHome.of(running.home()).feature());
        assertEquals(running.hasCompiler(), JavaHome.of(running.home()).hasCompiler());
        assertTrue(Files.isExecutable(running.executable()));
    }

    @Test
    void an_old_java_is_refused_with_the_mend(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\n");
        JavaHome old = JavaHome.of(home);
        assertEquals(8, old.feature());
        assertEquals("""
            install: Glassbox needs a JDK 17 or newer, and this is Java 8
              java   %s
              help   install a newer JDK and set JAVA_HOME to its folder""".formatted(home), refusal(old));
    }

    @Test
    void a_java_without_compiler_is_refused_with_the_mend(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.2\"\n");
        assertEquals("""
            install: Glassbox needs a whole JDK, and this Java has no compiler for the cells
              java   %s
              help   install a JDK 17 or newer and set JAVA_HOME to its folder""".formatted(home),
            refusal(JavaHome.of(home)));
    }

    @Test
    void a_folder_without_java_is_refused_with_the_mend(@TempDir Path home) {
        String message = assertThrows(GlassboxException.class, () -> JavaHome.of(home)).getMessage();
        assertTrue(message.startsWith("install: there is no Java in " + home), message);
        assertTrue(message.contains("help   give the folder that holds bin/java"), message);
    }

    @Test
    void java_17_is_told_its_encoding_and_nothing_that_it_does_not_know() {
        assertEquals(List.of("-Dorg.bytedeco.javacpp.platform.extension=-onednn", "-Dfile.encoding=UTF-8"),
            java(17).options(ONEDNN));
    }

    @Test
    void newer_javas_are_told_to_be_quiet_about_natives() {
        assertEquals(List.of("-Dorg.bytedeco.javacpp.platform.extension=-onednn", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"), java(25).options(ONEDNN));
    }

    @Test
    void the_plain_natives_need_no_extension() {
        assertFalse(java(21).options(new Natives("linux-arm64", false)).toString().contains("onednn"));
    }

    private static JavaHome java(int feature) { return new JavaHome(Path.of("/jdk"), feature, true); }

    private static String refusal(JavaHome java) {
        return assertThrows(GlassboxException.class, java::required).getMessage();
    }
}
