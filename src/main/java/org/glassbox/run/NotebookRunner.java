package org.glassbox.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs a notebook from its first cell to its last, one line a cell on the terminal. Like Jupyter's «Run All» it stops at the
 * first cell that fails, unless the cell is tagged {@code raises-exception}.
 */
public final class NotebookRunner {
    private static final int TITLE = 60;

    private final Function<String, Reply> kernel;
    private final PrintStream progress;

    private NotebookRunner(Function<String, Reply> kernel, PrintStream progress) {
        this.kernel = kernel;
        this.progress = progress;
    }

    /** Cells run in {@code kernel}, lines go to {@code progress}. */
    public static NotebookRunner of(KernelClient kernel, PrintStream progress) {
        return of(kernel::execute, progress);
    }

    /** The same with any answerer of cells. */
    static NotebookRunner of(Function<String, Reply> kernel, PrintStream progress) {
        return new NotebookRunner(kernel, progress);
    }

    /** The notebook as it is after the run: outputs and counts of the cells that ran, none in those that did not. */
    public JsonObject run(JsonObject notebook) {
        JsonObject executed = notebook.deepCopy();
        List<JsonObject> cells = NotebookJson.cells(executed).stream().filter(NotebookJson::isCode).toList();
        NotebookJson.cells(executed).stream().filter(NotebookJson::isCodeCell).forEach(NotebookRunner::clear);
        Map<JsonObject, Reply> replies = new IdentityHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            JsonObject cell = cells.get(i);
            Reply reply = run(cell, "[%2d/%d] %-" + TITLE + "s ", i + 1, cells.size());
            replies.put(cell, reply);
            if (!reply.isOk() && !NotebookJson.mayFail(cell)) {
                break;
            }
        }
        replies.forEach(NotebookRunner::fill);                      // only now: a later cell may have changed a display
        return executed;
    }

    private Reply run(JsonObject cell, String format, int number, int count) {
        progress.printf(Locale.ROOT, format, number, count, title(NotebookJson.source(cell)));
        progress.flush();
        long start = System.nanoTime();
        Reply reply = kernel.apply(NotebookJson.source(cell));
        progress.printf(Locale.ROOT, "%5.1f s%s%n", (System.nanoTime() - start) / 1e9, remark(cell, reply));
        if (!reply.isOk() && !NotebookJson.mayFail(cell)) {
            progress.println(reply.error().indent(8).stripTrailing());
        }
        return reply;
    }

    private static String remark(JsonObject cell, Reply reply) {
        return reply.isOk() ? "" : NotebookJson.mayFail(cell) ? "  error, as expected" : "  FAILED";
    }

    /** The first line of a cell that says something, cut to the room it has. */
    static String title(String source) {
        String line = source.lines().map(String::strip).filter(s -> !s.isEmpty() && !s.startsWith("import "))
            .findFirst().orElseGet(() -> source.lines().findFirst().orElse(""));
        return line.length() <= TITLE ? line : line.substring(0, TITLE - 3) + "...";
    }

    private static void clear(JsonObject cell) {
        cell.add("outputs", new JsonArray());
        cell.add("execution_count", JsonNull.INSTANCE);
    }

    private static void fill(JsonObject cell, Reply reply) {
        if (reply.executionCount() > 0) {
            cell.addProperty("execution_count", reply.executionCount());
        }
        JsonArray outputs = cell.getAsJsonArray("outputs");
        reply.outputs().forEach(outputs::add);
    }
}
