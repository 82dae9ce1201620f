package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassbox.run.NotebookJson;
import org.junit.jupiter.api.Test;

/** The first notebook as a user sees it: a real JupyterLab, a real browser, «Run All»; pictures in target/screens. */
class LabIT {
    private static final Path QUICKSTART = Machine.ROOT.resolve("notebooks/quickstart.ipynb");

    @Test
    void run_all_in_jupyterlab_draws_every_picture() throws IOException, InterruptedException {
        Machine.kernel();
        Path folder = Machine.scratch("notebooks to run");
        Files.copy(QUICKSTART, folder.resolve("quickstart.ipynb"));
        Shown shown = inLab(folder, "lab", "run");
        assertEquals("Java (Glassbox)", shown.report().get("kernel").getAsString());
        shown.requireAllRan(codeCells());
        shown.requirePictures(true);
        shown.requireQuiet();
    }

    @Test
    void a_notebook_that_is_not_trusted_still_shows_its_pictures() throws IOException, InterruptedException {
        Path output = Machine.scratch("notebooks to look at");
        new Execution(Machine.kernel(), QUICKSTART, output, System.out).run();
        Shown shown = inLab(output, "lab-untrusted", "look");
        shown.requireAllRan(codeCells());
        shown.requirePictures(false);
    }

    private static Shown inLab(Path folder, String name, String mode) throws IOException, InterruptedException {
        try (LabServer lab = LabServer.on(folder)) {
            Machine.browser("lab.mjs", lab.address("quickstart.ipynb"), Machine.SCREENS.toString(), name, mode)
                .orFail();
        }
        return Shown.read(name);
    }

    private static int codeCells() {
        JsonObject notebook = NotebookJson.read(QUICKSTART);
        return (int) NotebookJson.cells(notebook).stream().filter(NotebookJson::isCode).count();
    }
}
