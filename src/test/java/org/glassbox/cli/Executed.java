package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassbox.run.NotebookJson;

/**
 * A notebook after its run, asked by the test of its claims. A cell is named by words that stand in its code and in that of
 * no other cell.
 */
record Executed(JsonObject notebook) {
    /** What the cell showed as text: what it printed, then values, pictures and tables as a terminal would show them. */
    String text(String words) {
        return NotebookJson.outputs(cell(words)).stream().map(Executed::plain).collect(Collectors.joining("\n"));
    }

    /** The rows of the one table that the cell showed: column → what stands there. */
    List<Map<String, String>> table(String words) {
        List<String> lines = text(words).lines().filter(line -> line.contains("|")).toList();
        assertFalse(lines.isEmpty(), () -> "no table: " + text(words));
        List<String> names = columns(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = columns(line);
            if (values.stream().allMatch(value -> value.matches("-*"))) {
                continue;                                           // the rule below the names
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The column of that table as numbers, from its first row to its last. */
    double[] numbers(String words, String column) {
        return table(words).stream().mapToDouble(row -> Double.parseDouble(row.get(column).replace(",", ""))).toArray();
    }

    /** All code and all words of the notebook. */
    String source() {
        return NotebookJson.cells(notebook).stream().map(NotebookJson::source).collect(Collectors.joining("\n"));
    }

    private JsonObject cell(String words) {
        List<JsonObject> cells = NotebookJson.cells(notebook).stream().filter(NotebookJson::isCode)
            .filter(cell -> NotebookJson.source(cell).contains(words)).toList();
        assertEquals(1, cells.size(), () -> "code cells with " + words);
        return cells.get(0);
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.strip().replaceFirst("\\|$", "").split("\\|", -1)).map(String::strip).toList();
    }

    private static String plain(JsonObject output) {
        JsonElement lines = output.has("data") ? output.getAsJsonObject("data").get("text/plain") : output.get("text");
        if (lines == null) {
            return "";
        }
        return lines.isJsonArray()
            ? lines.getAsJsonArray().asList().stream().map(JsonElement::getAsString).collect(Collectors.joining())
            : lines.getAsString();
    }
}
