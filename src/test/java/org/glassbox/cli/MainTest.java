package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    @TempDir
    private Path data;

    @Test
    void an_unknown_command_lists_the_commands() {
        assertEquals(2, run("instal"));
        assertTrue(printed().startsWith("glassbox: no command \"instal\"\n"), printed());
        assertTrue(printed().contains("run NOTEBOOK"), printed());
    }

    @Test
    void no_command_lists_the_commands() {
        assertEquals(2, run());
        assertTrue(printed().contains("quickstart"), printed());
    }

    @Test
    void an_unknown_option_is_named() {
        assertEquals(2, run("install", "--global"));
        assertTrue(printed().startsWith("glassbox: there is no option --global"), printed());
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertEquals(2, run("install", "--prefix"));
        assertTrue(printed().startsWith("glassbox: --prefix needs a value after it"), printed());
    }

    @Test
    void a_notebook_without_a_kernel_gets_the_mend() {
        assertEquals(2, run("run", "x.ipynb", "--name", "glassbox-of-this-test"));
        assertTrue(printed().contains("run: the kernel is not installed"), printed());
        assertTrue(printed().contains("mvn -Pquickstart"), printed());
    }

    @Test
    void a_prefix_that_holds_no_kernel_is_no_error_for_uninstall() {
        assertEquals(0, run("uninstall", "--prefix", data.toString()));
        assertEquals("There was no kernel in " + data.resolve("share/jupyter/kernels/glassbox") + "\n", printed());
    }

    private int run(String... words) {
        JupyterFolders jupyter = JupyterFolders.of("Linux", Map.of("JUPYTER_DATA_DIR", data.toString()), data);
        return new Main(new PrintStream(bytes, true, StandardCharsets.UTF_8), jupyter).run(List.of(words));
    }

    private String printed() { return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"); }
}
