package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glassbox.run.KernelClient;
import org.junit.jupiter.api.Test;

/** The installed kernel, from the outside. */
class InstallIT {
    @Test
    void the_installed_kernel_runs_from_its_own_folder_alone() throws IOException {
        try (KernelClient kernel = KernelClient.start(Machine.kernel())) {
            String classPath = kernel.execute("System.getProperty(\"java.class.path\")").result("text/plain")
                .orElseThrow();
            String[] entries = classPath.replace("\"", "").split(java.io.File.pathSeparator);
            assertTrue(entries.length >= 40, classPath);
            for (String entry : entries) {
                assertTrue(Path.of(entry).startsWith(Machine.kernel()), entry);
            }
        }
    }

    @Test
    void nothing_in_the_kernel_names_the_build_or_the_repository_of_maven() throws IOException {
        String spec = Files.readString(Machine.kernel().resolve("kernel.json"));
        assertFalse(spec.contains(".m2"), spec);
        assertFalse(spec.contains("target/classes"), spec);
    }

    @Test
    void doctor_finds_all_and_runs_a_cell() throws IOException {
        Machine.kernel();
        Machine.Ended doctor = Machine.glassbox("doctor").orFail();
        assertTrue(doctor.output().contains("1 + 1 gives 2"), doctor.output());
        assertTrue(doctor.output().contains("kernel    " + Machine.kernel()), doctor.output());
    }

    @Test
    void doctor_says_what_is_missing_where_no_kernel_is() throws IOException {
        Path empty = Machine.scratch("no kernel");
        Machine.Ended doctor = Machine.glassbox(Map.of("JUPYTER_DATA_DIR", empty.toString()), "doctor");
        assertTrue(doctor.output().contains("kernel    not installed; the command install does it"), doctor.output());
        assertEquals(1, doctor.code());
    }

    @Test
    void jupyter_finds_the_kernel_and_its_logos() throws IOException {
        Machine.kernel();
        String jupyter = Machine.jupyter("jupyter-kernelspec").toString();
        String json = Machine.run(List.of(jupyter, "list", "--json"), Map.of(), 60).orFail().output();
        JsonObject specs = JsonParser.parseString(json.substring(json.indexOf('{'))).getAsJsonObject()
            .getAsJsonObject("kernelspecs");
        JsonObject spec = specs.getAsJsonObject("glassbox");
        assertEquals(Machine.kernel().toString(), spec.get("resource_dir").getAsString());
        assertEquals("Java (Glassbox)", spec.getAsJsonObject("spec").get("display_name").getAsString());
    }

    @Test
    void a_cell_that_fails_gives_the_exit_code_of_the_run() throws IOException {
        Machine.kernel();
        Path folder = Machine.scratch("a failing notebook");
        Path notebook = Files.writeString(folder.resolve("fails.ipynb"),
            """
                {"cells": [{"cell_type": "code", "metadata": {}, "source": "int x = 1 / 0;", "outputs": [], "execution_count": null}],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """);
        Machine.Ended run = Machine.glassbox("run", notebook.toString(), "--output", folder.resolve("out").toString());
        assertEquals(1, run.code(), run.output());
        assertTrue(run.output().contains("FAILED"), run.output());
        assertTrue(run.output().contains("Cell 1 failed; the cells after it did not run."), run.output());
        assertTrue(Files.readString(folder.resolve("out/fails.html")).contains("class=\"error\""),
            "the page shows the error");
    }
}
