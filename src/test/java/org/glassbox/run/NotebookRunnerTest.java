package org.glassbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookRunnerTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> ran = new ArrayList<>();
    private final List<JsonObject> shown = new ArrayList<>();

    @Test
    void every_code_cell_runs_in_order_and_keeps_what_it_put_out() {
        JsonObject executed = run(cell("code", "one"), cell("markdown", "# prose"), cell("code", "two"),
            cell("code", "  "));
        assertEquals(List.of("one", "two"), ran);
        JsonObject second = NotebookJson.cells(executed).get(2);
        assertEquals(2, second.get("execution_count").getAsInt());
        assertEquals("did two\n", NotebookJson.outputs(second).get(0).get("text").getAsString());
    }

    @Test
    void old_outputs_are_gone_even_where_a_cell_did_not_run() {
        String old = cell("code", "later").replace("\"outputs\":[]", "\"outputs\":[" + output("old") + "]")
            .replace("\"execution_count\":null", "\"execution_count\":9");
        JsonObject executed = run(cell("code", "fail"), old);
        JsonObject second = NotebookJson.cells(executed).get(1);
        assertEquals(List.of(), NotebookJson.outputs(second));
        assertTrue(second.get("execution_count").isJsonNull());
    }

    @Test
    void the_first_failure_ends_the_run_and_is_told() {
        JsonObject executed = run(cell("code", "one"), cell("code", "fail"), cell("code", "three"));
        assertEquals(List.of("one", "fail"), ran);
        assertEquals(List.of(2), NotebookJson.failures(executed));
        assertTrue(printed().contains("FAILED"), printed());
        assertTrue(printed().contains("        the reason"), printed());
    }

    @Test
    void a_failure_that_is_allowed_ends_nothing() {
        String allowed = cell("code", "fail").replace("\"metadata\":{}",
            "\"metadata\":{\"tags\":[\"raises-exception\"]}");
        JsonObject executed = run(allowed, cell("code", "two"));
        assertEquals(List.of("fail", "two"), ran);
        assertEquals(List.of(), NotebookJson.failures(executed));
        assertTrue(printed().contains("error, as expected"), printed());
    }

    @Test
    void a_display_that_a_later_cell_changes_is_kept_as_it_is_at_the_end() {
        JsonObject executed = run(cell("code", "one"), cell("code", "change the first"));
        JsonObject first = NotebookJson.outputs(NotebookJson.cells(executed).get(0)).get(0);
        assertEquals("changed", first.get("text").getAsString());
    }

    @Test
    void two_equal_cells_keep_their_own_outputs() {
        JsonObject executed = run(cell("code", "same"), cell("code", "same"));
        assertEquals(1, NotebookJson.cells(executed).get(0).get("execution_count").getAsInt());
        assertEquals(2, NotebookJson.cells(executed).get(1).get("execution_count").getAsInt());
    }

    @Test
    void the_terminal_gets_a_line_a_cell() {
        run(cell("code", "import java.util.*;\\n\\nvar x = 1;"), cell("code", "x"));
        List<String> lines = printed().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).matches("\\[ 1/2] var x = 1; +0\\.\\d s"), lines.get(0));
    }

    @Test
    void a_long_line_is_cut() {
        assertEquals("x".repeat(57) + "...", NotebookRunner.title("x".repeat(61)));
        assertEquals("x".repeat(60), NotebookRunner.title("x".repeat(60)));
        assertEquals("import java.util.List;", NotebookRunner.title("import java.util.List;"));
    }

    private JsonObject run(String... cells) {
        JsonObject notebook = json(
            "{\"cells\":[" + String.join(",", cells) + "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}");
        return NotebookRunner.of(this::answer, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(notebook);
    }

    private Reply answer(String code) {
        ran.add(code);
        if (code.equals("fail")) {
            return new Reply("error", ran.size(),
                List.of(json("{\"output_type\":\"error\",\"ename\":\"E\",\"evalue\":\"v\","
                    + "\"traceback\":[\"the reason\"]}")),
                new JsonObject());
        }
        if (code.equals("change the first")) {
            shown.get(0).addProperty("text", "changed");
        }
        shown.add(json(output("did " + code)));
        return new Reply("ok", ran.size(), List.of(shown.get(shown.size() - 1)), new JsonObject());
    }

    private static String cell(String type, String source) {
        return "{\"cell_type\":\"" + type + "\",\"metadata\":{},\"source\":\"" + source + "\""
            + (type.equals("code") ? ",\"outputs\":[],\"execution_count\":null}" : "}");
    }

    private static String output(String text) {
        return "{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"" + text.replace("\n", "\\n") + "\\n\"}";
    }

    private static JsonObject json(String text) { return JsonParser.parseString(text).getAsJsonObject(); }

    private String printed() { return bytes.toString(StandardCharsets.UTF_8); }
}
