package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassbox.run.NotebookJson;

/** What a browser reported of a notebook: one entry a code cell, complaints, and requests that left this machine. */
record Shown(JsonObject report) {
    /** Complaints that JupyterLab has about itself: 4.6 says this of every kernel that is no debugger. */
    private static final Set<String> OF_LAB = Set.of("Error: No active debugger session");

    /** The report that the script wrote beside its pictures. */
    static Shown read(String name) throws IOException {
        Shown shown = new Shown(
            JsonParser.parseString(Files.readString(Machine.SCREENS.resolve(name + ".json"))).getAsJsonObject());
        assertFalse(shown.report.has("failed"), () -> shown.report.get("failed").getAsString());
        return shown;
    }

    List<JsonObject> cells() { return list("cells"); }

    List<JsonObject> list(String name) {
        List<JsonObject> entries = new ArrayList<>();
        report.getAsJsonArray(name).forEach(entry -> entries.add(entry.getAsJsonObject()));
        return entries;
    }

    /** Fails unless every cell ran, and without an error that it was not allowed. */
    void requireAllRan(int cells) {
        assertEquals(cells, cells().size(), "code cells");
        for (JsonObject cell : cells()) {
            assertTrue(cell.get("count").isJsonPrimitive(), () -> "did not run: " + cell);
            boolean mayFail = cell.getAsJsonArray("tags").asList().stream()
                .anyMatch(tag -> tag.getAsString().equals("raises-exception"));
            assertEquals(mayFail, NotebookJson.isFailed(cell), () -> "error: " + cell);
        }
    }

    /** Fails unless every cell that put out pictures shows as many, drawn by Plotly where a script comes with them. */
    int requirePictures(boolean isTrusted) {
        int pictures = 0;
        for (JsonObject cell : cells()) {
            int expected = count(cell, "data:image/svg+xml");
            int drawn = isTrusted ? count(cell, "lotly") : 0;
            pictures += expected;
            assertEquals(drawn, cell.get("plots").getAsInt(), () -> "plots drawn: " + cell);
            assertTrue(cell.get("plots").getAsInt() + cell.get("images").getAsInt() >= expected,
                () -> "pictures: " + cell);
            assertEquals(0, cell.get("broken").getAsInt(), () -> "broken pictures: " + cell);
        }
        return pictures;
    }

    /** Fails if the page complained or asked another machine. */
    void requireQuiet() {
        assertEquals("[]", report.getAsJsonArray("foreign").toString(), "requests to other machines");
        List<String> errors = report.getAsJsonArray("errors").asList().stream().map(JsonElement::getAsString)
            .filter(error -> !OF_LAB.contains(error)).toList();
        assertEquals(List.of(), errors, "complaints of the page");
    }

    /** How many outputs of the cell hold that text in their HTML. */
    private static int count(JsonObject cell, String text) {
        return (int) NotebookJson.outputs(cell).stream().filter(output -> hasHtml(output, text)).count();
    }

    /** Whether an output has HTML with that text in it. */
    static boolean hasHtml(JsonObject output, String text) {
        JsonElement html = output.has("data") ? output.getAsJsonObject("data").get("text/html") : null;
        return html != null && joined(html).contains(text);
    }

    private static String joined(JsonElement lines) {
        StringBuilder text = new StringBuilder();
        JsonArray array = lines.isJsonArray() ? lines.getAsJsonArray() : new JsonArray();
        array.forEach(line -> text.append(line.getAsString()));
        return lines.isJsonArray() ? text.toString() : lines.getAsString();
    }
}
