package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.glassbox.run.KernelClient;
import org.glassbox.run.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a reader sees of a cell that went wrong; each text whole, {@code [n]} standing for the cell's number. */
class CellErrorsIT {
    private static KernelClient kernel;

    @BeforeAll
    static void start() { kernel = TestKernel.start(); }

    @AfterAll
    static void end() { kernel.close(); }

    private static String error(String code) {
        Reply reply = kernel.execute(code);
        assertEquals("error", reply.status(), code);
        return reply.error().replace("[" + reply.executionCount() + "]", "[n]");
    }

    @Test
    void a_lost_semicolon_is_shown_where_it_is_missing() { assertEquals("""
        Cell [n], line 2: ';' expected
            int b = 2
                     ^""", error("int a = 1;\nint b = 2\nint c = 3;")); }

    @Test
    void an_unknown_name_is_shown_with_its_line_and_a_caret() { assertEquals("""
        Cell [n], line 4: cannot find symbol: variable y
            int z = x + y;
                        ^""", error("int x = 1;\n\n// the sum\nint z = x + y;")); }

    @Test
    void a_cell_that_stops_too_early_says_so() {
        assertTrue(
            error("for (int i = 0; i < 3; i++) {\n  int q = i;").startsWith("Cell [n], line 2: reached end of file"));
    }

    @Test
    void an_exception_names_the_cell_and_the_line_through_methods_of_earlier_cells() {
        int earlier = kernel.execute("int half(int n) {\n    return 1 / n;\n}").executionCount();
        assertEquals("""
            ArithmeticException: / by zero
                Cell [%d], line 2: return 1 / n;
                Cell [n], line 3: half(0)""".formatted(earlier), error("\n\nhalf(0)"));
    }

    @Test
    void the_line_of_a_variables_value_is_found() { assertEquals("""
        ArithmeticException: / by zero
            Cell [n], line 3: 1 / 0;""", error("// c\nint w =\n    1 / 0;")); }

    @Test
    void frames_of_libraries_stand_only_above_the_cell() {
        assertEquals("""
            IndexOutOfBoundsException: Index: 7 Size: 1
                java.util.ImmutableCollections$AbstractImmutableList.outOfBounds(ImmutableCollections.java:_)
                java.util.ImmutableCollections$List12.get(ImmutableCollections.java:_)
                Cell [n], line 2: .map(i -> List.of(0).get(i))
                Cell [n], line 3: .toList()""",
            error("Stream.of(7)\n  .map(i -> List.of(0).get(i))\n  .toList()").replaceAll("java:\\d+", "java:_"));
    }

    @Test
    void causes_are_kept() {
        String error = error("void read() throws IOException { throw new IOException(\"disk\"); }\n"
            + "try { read(); } catch (IOException e) {\n    throw new IllegalStateException(\"no data\", e);\n}");
        assertEquals("""
            IllegalStateException: no data
                Cell [n], line 3: throw new IllegalStateException("no data", e);
            caused by IOException: disk
                Cell [n], line 1: void read() throws IOException { throw new IOException("disk"); }
                Cell [n], line 2: try { read(); } catch (IOException e) {""", error);
    }

    @Test
    void an_exception_declared_in_a_cell_has_its_own_name() {
        assertTrue(error("class Mine extends RuntimeException {}\nthrow new Mine();").startsWith("Mine\n"));
    }

    @Test
    void our_errors_come_in_house_form_then_the_line() {
        assertEquals("""
            linear: input has 28 features, weight expects 784
              input  [32, 28]
              help   reshape
                Cell [n], line 2: .help("reshape"));""",
            error("throw new GlassboxException(Message.of(\"linear\", \"input has 28 features, weight expects 784\")"
                + ".with(\"input\", \"[32, 28]\")\n.help(\"reshape\"));")
                .replace("line 1: throw new GlassboxException(Message.of(\"linear\", "
                    + "\"input has 28 features, weight expects 784\").with(\"input\", \"[32, 28]\")",
                    "line 2: .help(\"reshape\"));"));
    }

    @Test
    void the_reply_carries_name_message_and_lines() {
        JsonObject reply = kernel.execute("throw new IllegalStateException(\"why\");").content();
        assertEquals("IllegalStateException", reply.get("ename").getAsString());
        assertEquals("why", reply.get("evalue").getAsString());
        assertFalse(reply.getAsJsonArray("traceback").isEmpty());
    }

    @Test
    void colours_are_neither_black_nor_white_nor_yellow() {
        String lines = kernel.execute("half2(0)").content().getAsJsonArray("traceback").toString();
        assertTrue(lines.contains("\\u001b["), lines);
        assertFalse(lines.matches(".*u001b\\[[0-9;]*\\b(30|33|37|90|93|97)\\b.*"), lines);
    }

    @Test
    void a_deep_recursion_and_an_empty_memory_cost_the_cell_alone() {
        assertTrue(error("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)").startsWith("StackOverflowError"));
        assertTrue(error("var hoard = new ArrayList<long[]>();\nwhile (true) hoard.add(new long[1 << 24]);")
            .startsWith("OutOfMemoryError"));
        assertTrue(kernel.execute("hoard = null; 1 + 1").isOk());
    }

    @Test
    void system_exit_ends_the_cell_and_not_the_kernel() {
        assertEquals("""
            System.exit(3) ended the cell; the kernel goes on
                Cell [n], line 1: System.exit(3);""", error("System.exit(3);"));
        assertTrue(error("Runtime.getRuntime().halt(1);").startsWith("System.exit(1) ended the cell"));
        assertTrue(kernel.isAlive());
    }
}
