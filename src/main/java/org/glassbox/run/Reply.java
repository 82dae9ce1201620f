package org.glassbox.run;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of one cell.
 *
 * @param status {@code ok}, {@code error} or {@code aborted}
 * @param executionCount the number in front of the cell; 0 if it has none
 * @param outputs as a notebook file holds them (stream, display_data, execute_result, error). A later update of a display
 *            changes the output in place, also when it comes from another cell.
 * @param content the reply itself
 */
public record Reply(String status, int executionCount, List<JsonObject> outputs, JsonObject content) {
    /** Did the cell run to its end? */
    public boolean isOk() { return status.equals("ok"); }

    /** All that was printed to {@code stdout} or {@code stderr}. */
    public String stream(String name) {
        return outputs.stream()
            .filter(output -> type(output).equals("stream") && output.get("name").getAsString().equals(name))
            .map(output -> output.get("text").getAsString())
            .collect(Collectors.joining());
    }

    /** The text of the cell's value in that MIME type, if it showed one. */
    public Optional<String> result(String mime) {
        return outputs.stream()
            .filter(output -> type(output).equals("execute_result"))
            .map(output -> output.getAsJsonObject("data"))
            .filter(data -> data.has(mime))
            .map(data -> data.get(mime).getAsString())
            .findFirst();
    }

    /** The error with its lines as a reader sees them, without colours; empty if there was none. */
    public String error() {
        return outputs.stream()
            .filter(output -> type(output).equals("error"))
            .flatMap(output -> output.getAsJsonArray("traceback").asList().stream())
            .map(line -> line.getAsString().replaceAll("\u001b\\[[0-9;]*m", ""))
            .collect(Collectors.joining("\n"));
    }

    private static String type(JsonObject output) { return output.get("output_type").getAsString(); }
}
