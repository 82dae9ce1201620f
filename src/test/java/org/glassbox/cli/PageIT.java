package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glassbox.run.NotebookJson;
import org.junit.jupiter.api.Test;

/** The first notebook as pages: ours, opened without a network, and Jupyter's own. */
class PageIT {
    private static final Path QUICKSTART = Machine.ROOT.resolve("notebooks/quickstart.ipynb");

    @Test
    void our_page_draws_every_picture_without_a_network() throws IOException {
        Machine.kernel();
        Path output = Machine.scratch("page");
        Machine.glassbox("run", QUICKSTART.toString(), "--output", output.toString()).orFail();
        Machine.browser("page.mjs", output.resolve("quickstart.html").toString(), Machine.SCREENS.toString(), "page")
            .orFail();
        Shown shown = Shown.read("page");
        shown.requireQuiet();
        assertTrue(shown.report().get("width").getAsInt() <= 1280, "nothing is wider than the window");
        requirePictures(shown, NotebookJson.read(output.resolve("quickstart.ipynb")));
    }

    @Test
    void nbconvert_runs_the_notebook_and_makes_its_page() throws IOException {
        Machine.kernel();
        Path output = Machine.scratch("nbconvert");
        Path nbconvert = Machine.jupyter("jupyter-nbconvert");
        Machine.run(List.of(nbconvert.toString(), "--execute", "--to", "html", "--HTMLExporter.require_js_url=",
            "--HTMLExporter.mathjax_url=", "--output-dir", output.toString(), QUICKSTART.toString()), Map.of(), 180)
            .orFail();
        String page = Files.readString(output.resolve("quickstart.html"));
        assertEquals(codeCells(), page.split("In\\W\\[\\d+]:", -1).length - 1, "cells that ran");
    }

    /** Output by output, as they stand in the notebook and in the same order on the page. */
    private static void requirePictures(Shown shown, JsonObject executed) {
        List<JsonObject> outputs = NotebookJson.cells(executed).stream()
            .flatMap(cell -> NotebookJson.outputs(cell).stream()).toList();
        assertEquals(outputs.size(), shown.list("outputs").size(), "outputs");
        for (int i = 0; i < outputs.size(); i++) {
            JsonObject seen = shown.list("outputs").get(i);
            int plots = Shown.hasHtml(outputs.get(i), "lotly") ? 1 : 0;
            int pictures = Shown.hasHtml(outputs.get(i), "data:image/svg+xml") ? 1 : 0;
            assertEquals(plots, seen.get("plots").getAsInt(), () -> "plots: " + seen);
            assertTrue(seen.get("plots").getAsInt() + seen.get("images").getAsInt() >= pictures,
                () -> "pictures: " + seen);
        }
    }

    private static int codeCells() {
        return (int) NotebookJson.cells(NotebookJson.read(QUICKSTART)).stream().filter(NotebookJson::isCode).count();
    }
}
