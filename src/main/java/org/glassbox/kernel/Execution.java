package org.glassbox.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import org.glassbox.array.Arena;
import org.glassbox.notebook.Bundle;

/** Answers {@code execute_request}: counts and records cells, publishes what they show, and says how they ended. */
final class Execution {
    private final Outbox outbox;
    private final Inputs inputs;
    private final CellThread cells;
    private final CellHistory history;
    private int count;

    Execution(Outbox outbox, Inputs inputs, CellThread cells, CellHistory history) {
        this.outbox = outbox;
        this.inputs = inputs;
        this.cells = cells;
        this.history = history;
    }

    static boolean flag(JsonObject content, String name, boolean otherwise) {
        JsonElement value = content.get(name);
        return value == null || value.isJsonNull() ? otherwise : value.getAsBoolean();
    }

    JsonObject reply(Envelope request, Evaluator evaluator) throws Exception {
        JsonObject asked = request.content();
        String code = asked.get("code").getAsString();
        boolean silent = flag(asked, "silent", false);
        boolean stored = flag(asked, "store_history", true) && !silent && !code.isBlank();
        if (stored) {
            count++;
        }
        outbox.begin(request, silent);
        inputs.begin(request);
        if (!silent) {
            outbox.show("execute_input", numbered("code", code));
        }
        Outcome outcome = cells.submit(() -> run(evaluator, new Piece.Cell(stored ? count : 0, code))).get();
        outcome.value().ifPresent(value -> outbox.show("execute_result", numbered(KernelScreen.content(value))));
        outcome.error().ifPresent(error -> outbox.show("error", toJson(error)));
        if (stored) {
            history.add(count, code, outcome.value().map(value -> value.data().get(Bundle.PLAIN)).orElse(null));
        }
        JsonObject reply = reply(outcome, asked, evaluator);
        outbox.end();
        return numbered(reply);
    }

    private JsonObject reply(Outcome outcome, JsonObject asked, Evaluator evaluator) throws Exception {
        if (outcome.error().isPresent()) {
            JsonObject reply = toJson(outcome.error().get());
            reply.addProperty("status", "error");
            return reply;
        }
        JsonObject values = new JsonObject();
        if (asked.has("user_expressions") && asked.get("user_expressions").isJsonObject()) {
            for (Map.Entry<String, JsonElement> wish : asked.getAsJsonObject("user_expressions").entrySet()) {
                Piece.Cell expression = new Piece.Cell(0, wish.getValue().getAsString());
                values.add(wish.getKey(), toJson(cells.submit(() -> run(evaluator, expression)).get()));
            }
        }
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.add("payload", new JsonArray());
        reply.add("user_expressions", values);
        return reply;
    }

    private static Outcome run(Evaluator evaluator, Piece.Cell cell) {
        Interrupts.begin();
        try {
            return evaluator.run(cell);
        } finally {
            Interrupts.end();
            Arena.leaveAll();   // a loop over batches that was left early is left with its cell
        }
    }

    private JsonObject numbered(String name, String text) {
        JsonObject content = new JsonObject();
        content.addProperty(name, text);
        return numbered(content);
    }

    private JsonObject numbered(JsonObject content) {
        content.addProperty("execution_count", count);
        return content;
    }

    private static JsonObject toJson(Outcome outcome) {
        JsonObject json = outcome.error().map(Execution::toJson)
            .orElseGet(() -> KernelScreen.content(outcome.value().orElse(new Bundle(Map.of(Bundle.PLAIN, "")))));
        json.addProperty("status", outcome.error().isPresent() ? "error" : "ok");
        return json;
    }

    private static JsonObject toJson(CellError error) {
        JsonObject json = new JsonObject();
        json.addProperty("ename", error.name());
        json.addProperty("evalue", error.message());
        JsonArray lines = new JsonArray();
        error.lines().forEach(lines::add);
        json.add("traceback", lines);
        return json;
    }
}
