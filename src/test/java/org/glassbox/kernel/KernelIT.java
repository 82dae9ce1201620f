package org.glassbox.kernel;

import static org.glassbox.kernel.TestKernel.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glassbox.run.KernelClient;
import org.glassbox.run.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells, values and the protocol's replies, asked over the wire of one kernel. */
class KernelIT {
    private static KernelClient kernel;

    @BeforeAll
    static void start() { kernel = TestKernel.start(); }

    @AfterAll
    static void end() { kernel.close(); }

    private static String value(String code) {
        Reply reply = kernel.execute(code);
        assertEquals("", reply.error());
        return reply.result("text/plain").orElse("(nothing)");
    }

    @Test
    void the_last_expression_is_shown() { assertEquals("42", value("int six = 6;\nsix * 7")); }

    @Test
    void a_semicolon_at_the_end_hides_the_value_and_a_comment_behind_it_changes_nothing() {
        assertEquals("(nothing)", value("1 + 1;"));
        assertEquals("(nothing)", value("1 + 1; // the sum"));
        assertEquals("2", value("1 + 1 // ; not the end"));
        assertEquals(";", value("\";\""));
    }

    @Test
    void statements_declarations_and_void_calls_show_nothing() {
        assertEquals("(nothing)", value("int shown = 3"));
        assertEquals("(nothing)", value("new ArrayList<String>().clear()"));
        assertEquals("(nothing)", value("import java.net.URI;"));
        assertEquals("(nothing)", value("// only a comment"));
        assertEquals("(nothing)", value(""));
    }

    @Test
    void a_cell_may_use_what_it_declares_later_and_import_anywhere() {
        assertEquals("6",
            value("int twice(int x) { return plus(x, x); }\nint plus(int a, int b) { return a + b; }\ntwice(3)"));
        assertEquals("1", value("var when = Duration.ofSeconds(1);\nimport java.time.Duration;\nwhen.toSeconds()"));
    }

    @Test
    void what_is_declared_without_its_parts_says_what_is_missing() {
        Reply reply = kernel.execute("int early() { return late(); }\nearly()");
        assertTrue(reply.error().contains("early cannot run yet: method late() is not declared"), reply.error());
        assertTrue(reply.error().contains("Cell [" + reply.executionCount() + "], line 2: early()"), reply.error());
        assertEquals("5", value("int late() { return 5; }\nearly()"));
    }

    @Test
    void records_text_blocks_and_switches_run() {
        assertEquals("Point[x=1, y=2]", value("record Point(int x, int y) {}\nnew Point(1, 2)"));
        assertEquals("a\nb\n", value("\"\"\"\n    a\n    b\n    \"\"\""));
        assertEquals("two", value("String word = switch (2) { case 2 -> \"two\"; default -> \"many\"; };\nword"));
    }

    @Test
    void a_variable_lost_by_a_new_declaration_is_named_at_once_and_when_it_is_missed() {
        kernel.execute("record Pair(int a) {}\nvar pair = new Pair(1);");
        Reply again = kernel.execute("record Pair(int a, int b) {}");
        assertTrue(again.stream("stderr").contains("pair was lost when Pair was declared anew"),
            again.stream("stderr"));
        Reply missed = kernel.execute("pair");
        assertTrue(missed.error().contains("help pair was lost when Pair was declared anew"), missed.error());
        kernel.execute("var pair = new Pair(1, 2);");
        assertEquals("3", value("pair.a() + pair.b()"));
    }

    @Test
    void our_types_tables_and_collections_need_no_import() {
        assertEquals("Seed[value=7]", value("Seed.of(7)"));
        assertEquals("[1, 2]", value("List.of(1, 2)"));
        assertEquals("true", value("Path.of(\"x\").equals(Path.of(\"x\"))"));
        assertEquals("1.5", value("DoubleColumn.create(\"x\", 1.5).sum()"));
    }

    @Test
    void our_types_win_against_a_star_import_of_the_same_name() {
        assertEquals("(nothing)", value("import java.security.*;\nimport org.glassbox.*;"));
        assertEquals("Seed[value=1]", value("Seed.of(1)"));
    }

    @Test
    void a_type_of_the_users_wins_against_ours() {
        assertEquals("Linear[a=1]", value("record Linear(int a) {}\nnew Linear(1)"));
        assertEquals("Linear[a=2]", value("new Linear(2)"));
        assertEquals("Table[a=3]", value("/* mine */ public record Table(int a) {}\nnew Table(3)"));
        assertEquals("java.lang.reflect.Parameter",
            value("import java.lang.reflect.Parameter;\nParameter.class.getName()"));
    }

    @Test
    void a_value_comes_as_text_and_as_html() {
        Reply reply = kernel.execute("tech.tablesaw.api.Table.create(\"t\", IntColumn.create(\"n\", 1, 2))");
        assertTrue(reply.result("text/plain").orElse("").contains("n"));
        assertTrue(reply.result("text/html").orElse("").contains("<table"));
    }

    @Test
    void a_value_whose_text_fails_costs_nothing_but_its_text() {
        Reply reply = kernel
            .execute("class Broken { public String toString() { throw new Error(\"no\"); } }\nnew Broken()");
        assertTrue(reply.isOk());
        assertTrue(reply.result("text/plain").isPresent());
        assertEquals("2", value("1 + 1"));
    }

    @Test
    void a_display_is_updated_in_place_from_this_and_from_another_cell() {
        Reply shown = kernel.execute("""
            import org.glassbox.notebook.*;
            String id = Screen.current().show(Bundle.of("first"));
            System.out.println("between");
            Screen.current().update(id, Bundle.of("second"));
            """);
        assertEquals(List.of("display_data", "stream"), shown.outputs().stream().map(KernelIT::type).toList());
        assertEquals("second", plain(shown));
        kernel.execute("Screen.current().update(id, Bundle.of(\"third\"));");
        assertEquals("third", plain(shown));
    }

    @Test
    void many_threads_show_at_once() {
        Reply reply = kernel.execute("""
            IntStream.range(0, 50).parallel().forEach(i -> org.glassbox.notebook.Screen.current()
                .show(org.glassbox.notebook.Bundle.of(i)));""");
        assertEquals(50, reply.outputs().stream().filter(o -> type(o).equals("display_data")).count());
    }

    private static String type(JsonObject output) { return output.get("output_type").getAsString(); }

    private static String plain(Reply reply) {
        return reply.outputs().get(0).getAsJsonObject("data").get("text/plain").getAsString();
    }

    @Test
    void both_streams_keep_their_order_and_displays_stand_between() {
        Reply reply = kernel.execute("System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\");"
            + "System.out.print(\"d\"); org.glassbox.notebook.Screen.current().show(org.glassbox.notebook.Bundle.of(1));"
            + "System.out.print(\"e\");");
        List<String> seen = reply.outputs().stream().map(o -> o.has("text") ? o.get("text").getAsString() : "*")
            .toList();
        assertEquals(List.of("a", "b", "cd", "*", "e"), seen);
    }

    @Test
    void two_hundred_thousand_lines_arrive_in_few_messages() {
        int[] messages = {0};
        Reply reply = kernel.execute("for (int i = 0; i < 200_000; i++) System.out.println(\"line \" + i);",
            output -> messages[0]++);
        List<String> lines = reply.stream("stdout").lines().toList();
        assertEquals(200_000, lines.size());
        assertEquals("line 199999", lines.get(199_999));
        assertTrue(messages[0] < 400, messages[0] + " messages");
    }

    @Test
    void text_of_any_script_survives() {
        assertEquals("ünï→𝛑 日本\n", kernel.execute("System.out.println(\"ünï→𝛑 日本\");").stream("stdout"));
        assertEquals("𝛑", value("\"𝛑\""));
    }

    @Test
    void the_count_grows_by_stored_cells_alone() {
        int count = kernel.execute("1").executionCount();
        assertEquals(count, kernel.submit("2", json("store_history", false)).await(o -> {}).executionCount());
        assertEquals(count, kernel.submit("2", json("silent", true)).await(o -> {}).executionCount());
        assertEquals(count + 1, kernel.execute("3").executionCount());
    }

    @Test
    void a_silent_cell_publishes_nothing_and_still_runs() {
        Reply silent = kernel.submit("int quiet = 5; System.out.println(quiet); quiet", json("silent", true))
            .await(o -> {});
        assertTrue(silent.isOk());
        assertEquals(List.of(), silent.outputs());
        assertEquals("5", value("quiet"));
    }

    @Test
    void user_expressions_are_answered_each_by_itself() {
        JsonObject wishes = json("good", "1 + 2", "bad", "nothing.there()");
        Reply reply = kernel.submit("0", json("user_expressions", wishes)).await(o -> {});
        JsonObject values = reply.content().getAsJsonObject("user_expressions");
        assertEquals("ok", values.getAsJsonObject("good").get("status").getAsString());
        assertEquals("3", values.getAsJsonObject("good").getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals("error", values.getAsJsonObject("bad").get("status").getAsString());
        assertEquals("CompileError", values.getAsJsonObject("bad").get("ename").getAsString());
    }

    @Test
    void cells_sent_before_an_error_are_aborted_and_later_ones_run() {
        List<KernelClient.Submitted> sent = new ArrayList<>();
        for (String code : List.of("int aborted = 0;", "throw new IllegalStateException(\"stop here\");",
            "aborted = 1;",
            "aborted = 2;")) {
            sent.add(kernel.submit(code, new JsonObject()));
        }
        List<String> states = sent.stream().map(cell -> cell.await(o -> {}).status()).toList();
        assertEquals(List.of("ok", "error", "aborted", "aborted"), states);
        assertEquals("0", value("aborted"));
    }

    @Test
    void without_stop_on_error_the_next_cells_run() {
        var failing = kernel.submit("throw new IllegalStateException();", json("stop_on_error", false));
        var next = kernel.submit("7", new JsonObject());
        assertEquals("error", failing.await(o -> {}).status());
        assertEquals("ok", next.await(o -> {}).status());
    }

    @Test
    void every_reply_has_a_status() {
        for (String type : List.of("kernel_info_request", "history_request", "comm_info_request")) {
            assertEquals("ok",
                kernel.request(type, json("hist_access_type", "tail", "n", 1)).get("status").getAsString(), type);
        }
        JsonObject code = json("code", "Mat", "cursor_pos", 3, "detail_level", 0);
        assertEquals("ok", kernel.request("complete_request", code).get("status").getAsString());
        assertEquals("ok", kernel.request("inspect_request", code).get("status").getAsString());
        assertEquals("ok", kernel.control("kernel_info_request", new JsonObject()).get("status").getAsString());
        assertEquals("ok", kernel.control("interrupt_request", new JsonObject()).get("status").getAsString());
    }

    @Test
    void kernel_info_says_what_a_front_end_needs() {
        JsonObject info = kernel.request("kernel_info_request", new JsonObject());
        JsonObject language = info.getAsJsonObject("language_info");
        assertEquals("java", language.get("name").getAsString());
        assertEquals(".java", language.get("file_extension").getAsString());
        assertEquals("5.3", info.get("protocol_version").getAsString());
        assertFalse(info.get("banner").getAsString().isEmpty());
    }

    @Test
    void a_handler_that_fails_answers_with_an_error_and_the_kernel_lives() {
        JsonObject reply = kernel.request("complete_request", json("code", 1));
        assertEquals("error", reply.get("status").getAsString());
        assertEquals("2", value("1 + 1"));
    }

    @Test
    void history_is_told_by_tail_range_and_search() {
        int first = kernel.execute("\"history one\"").executionCount();
        kernel.execute("\"history two\"");
        kernel.execute("\"history two\"");
        JsonArray tail = history(json("hist_access_type", "tail", "n", 2));
        assertEquals(2, tail.size());
        assertEquals("\"history two\"", tail.get(1).getAsJsonArray().get(2).getAsString());
        JsonArray range = history(
            json("hist_access_type", "range", "session", 0, "start", first, "stop", first + 1, "output",
                true));
        assertEquals(1, range.size());
        JsonArray entry = range.get(0).getAsJsonArray();
        assertEquals(first, entry.get(1).getAsInt());
        assertEquals("\"history one\"", entry.get(2).getAsJsonArray().get(0).getAsString());
        assertEquals("history one", entry.get(2).getAsJsonArray().get(1).getAsString());
        JsonObject search = json("hist_access_type", "search", "pattern", "\"history t?o*", "n", 9);
        assertEquals(2, history(search).size());
        search.addProperty("unique", true);
        assertEquals(1, history(search).size());
    }

    private static JsonArray history(JsonObject request) {
        return kernel.request("history_request", request).getAsJsonArray("history");
    }

    @Test
    void members_types_and_packages_are_completed() {
        assertTrue(complete("Seed.of(1).spl|").contains("split("));
        assertTrue(complete("See|").contains("Seed"));
        assertTrue(complete("Momen|").contains("Momentum"), "no cell has named it yet");
        assertTrue(complete("import java.ut|").contains("util."), () -> complete("import java.ut|").toString());
        assertTrue(complete("import org.glassb|").contains("glassbox."),
            () -> complete("import org.glassb|").toString());
        kernel.execute("var wordList = List.of(\"a\");");
        assertTrue(complete("wordL|").contains("wordList"));
        assertTrue(complete("wordList.strea|").contains("stream()"));
    }

    @Test
    void completion_knows_the_variables_of_a_cell_that_has_not_run() {
        assertTrue(complete("var fresh = Seed.of(3);\nint n = 1;\nfresh.ran|").contains("random()"));
        assertTrue(complete("fresh2 = 1; // 𝛑\nSeed.of(3).ran|").contains("random()"));
    }

    @Test
    void completion_replaces_exactly_the_word_at_the_cursor() {
        JsonObject reply = kernel.request("complete_request", json("code", "\"𝛑\"; Seed.cur", "cursor_pos", 13));
        assertEquals(10, reply.get("cursor_start").getAsInt());
        assertEquals(13, reply.get("cursor_end").getAsInt());
    }

    private static List<String> complete(String codeWithBar) {
        int cursor = codeWithBar.indexOf('|');
        String code = codeWithBar.replace("|", "");
        JsonObject reply = kernel.request("complete_request",
            json("code", code, "cursor_pos", code.codePointCount(0, cursor)));
        return reply.getAsJsonArray("matches").asList().stream().map(JsonElement::getAsString).toList();
    }

    @Test
    void inspection_shows_signature_and_javadoc_of_ours() {
        String type = inspect("Seed|").orElse("");
        assertTrue(type.contains("The one owner of randomness"), type);
        String method = inspect("Seed.of(7).spl|it(1)").orElse("");
        assertTrue(method.contains("Seed Seed.split(String name)"), method);
        assertTrue(method.contains("The child of that name."), method);
        assertTrue(method.contains("The child of that number."), method);
        String constructor = inspect("new Seed(|").orElse("");
        assertTrue(constructor.contains("Seed(long value)"), constructor);
        assertTrue(
            inspect("var mine = Seed.of(1);\nmine.rand|om()").orElse("").contains("A generator that starts here."));
    }

    @Test
    void inspection_finds_the_jdk_and_says_when_there_is_nothing() {
        assertTrue(inspect("Math.ab|s").orElse("").contains("Math.abs(int a)"));
        assertEquals(Optional.empty(), inspect("nowhere|"));
    }

    private static Optional<String> inspect(String codeWithBar) {
        int cursor = codeWithBar.indexOf('|');
        JsonObject reply = kernel.request("inspect_request",
            json("code", codeWithBar.replace("|", ""), "cursor_pos", cursor, "detail_level", 0));
        boolean found = reply.get("found").getAsBoolean();
        return found ? Optional.of(reply.getAsJsonObject("data").get("text/plain").getAsString()) : Optional.empty();
    }

    @Test
    void is_complete_tells_whole_open_and_broken_cells_apart() {
        assertEquals("complete", isComplete("int a = 1;\na"));
        assertEquals("incomplete", isComplete("for (int i = 0; i < 3; i++) {"));
        assertEquals("incomplete", isComplete("int x = "));
        assertEquals("invalid", isComplete("String s = \"abc"));
        assertEquals("    ",
            kernel.request("is_complete_request", json("code", "class A {")).get("indent").getAsString());
    }

    private static String isComplete(String code) {
        return kernel.request("is_complete_request", json("code", code)).get("status").getAsString();
    }

    @Test
    void input_is_read_line_by_line_and_refused_where_nobody_sits() {
        Reply answered = kernel.submit("new Scanner(System.in).nextLine().length()", json("allow_stdin", true))
            .await(o -> {});
        assertEquals("0", answered.result("text/plain").orElse(answered.error()));
        Reply refused = kernel.execute("System.in.read()");
        assertTrue(refused.error().contains("this front end takes no input"), refused.error());
    }

    @Test
    void a_trivial_cell_takes_no_longer_than_a_blink() {
        for (int i = 0; i < 30; i++) {
            kernel.execute("1 + " + i);
        }
        double[] millis = new double[40];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            kernel.execute(i + " + 1");
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("a trivial cell: best %.1f ms, median %.1f ms%n", millis[0], millis[20]);
        assertTrue(millis[0] < 60, "best of 40 took " + millis[0] + " ms");   // 11 to 20 ms are JShell's own
    }
}
