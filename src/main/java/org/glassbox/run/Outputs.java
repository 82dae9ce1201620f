package org.glassbox.run;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassbox.kernel.Envelope;

/**
 * Collects what cells put out, in the form of a notebook file: streams merged, displays updated wherever they stand, clears
 * obeyed.
 */
final class Outputs {
    private final Map<String, Cell> cells = new HashMap<>();
    private final Map<String, List<JsonObject>> displays = new HashMap<>();

    private static final class Cell {
        final List<JsonObject> outputs = new ArrayList<>();
        boolean clearBeforeNext;
    }

    /** From now on, what belongs to the request {@code id} is collected; the list grows and changes. */
    List<JsonObject> begin(String id) {
        Cell cell = new Cell();
        cells.put(id, cell);
        return cell.outputs;
    }

    /** Takes in one message; returns the output that it brought or changed, streams as the new piece alone. */
    Optional<JsonObject> take(Envelope message) {
        Cell cell = cells.get(message.parentId());
        JsonObject content = message.content();
        return switch (message.type()) {
            case "update_display_data" -> update(content);
            case "clear_output" -> clear(cell, content);
            case "stream", "display_data", "execute_result", "error" -> cell == null ? Optional.empty()
                : Optional.of(add(cell, message.type(), content));
            default -> Optional.empty();
        };
    }

    private Optional<JsonObject> clear(Cell cell, JsonObject content) {
        if (cell != null) {
            boolean wait = content.has("wait") && content.get("wait").getAsBoolean();
            cell.clearBeforeNext = wait;
            if (!wait) {
                cell.outputs.clear();
            }
        }
        return Optional.empty();
    }

    private Optional<JsonObject> update(JsonObject content) {
        List<JsonObject> shown = displays.getOrDefault(displayId(content), List.of());
        for (JsonObject output : shown) {
            output.add("data", content.get("data").deepCopy());
            output.add("metadata", content.get("metadata").deepCopy());
        }
        return shown.stream().findFirst();
    }

    private JsonObject add(Cell cell, String type, JsonObject content) {
        if (cell.clearBeforeNext) {
            cell.outputs.clear();
            cell.clearBeforeNext = false;
        }
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        content.entrySet().stream().filter(entry -> !entry.getKey().equals("transient"))
            .forEach(entry -> output.add(entry.getKey(), entry.getValue()));
        if (!displayId(content).isEmpty()) {
            displays.computeIfAbsent(displayId(content), id -> new ArrayList<>()).add(output);
        }
        if (!mergeStream(cell, output)) {
            cell.outputs.add(output);
        }
        return output.deepCopy();
    }

    private static boolean mergeStream(Cell cell, JsonObject output) {
        if (cell.outputs.isEmpty() || !output.has("name")) {
            return false;
        }
        JsonObject last = cell.outputs.get(cell.outputs.size() - 1);
        if (!output.get("name").equals(last.get("name"))) {
            return false;
        }
        last.addProperty("text", last.get("text").getAsString() + output.get("text").getAsString());
        return true;
    }

    private static String displayId(JsonObject content) {
        if (content.has("transient") && content.getAsJsonObject("transient").has("display_id")) {
            return content.getAsJsonObject("transient").get("display_id").getAsString();
        }
        return "";
    }
}
