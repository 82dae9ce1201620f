package org.glassbox.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** One output of a cell as HTML: of several forms the richest that a page can show. */
final class OutputHtml {
    private static final List<String> PREFERRED = List.of("text/html", "image/svg+xml", "image/png", "image/jpeg",
        "image/gif",
        "text/markdown", "text/plain");

    private final Prose prose;

    OutputHtml(Prose prose) { this.prose = prose; }

    /** The HTML of an output in nbformat's form. */
    String toHtml(JsonObject output) {
        return switch (output.get("output_type").getAsString()) {
            case "stream" -> pre(output.get("name").getAsString(), NotebookJson.text(output.get("text")));
            case "error" -> pre("error", traceback(output));
            default -> data(output.getAsJsonObject("data"));
        };
    }

    private String data(JsonObject data) {
        return PREFERRED.stream().filter(data::has).findFirst()
            .map(mime -> shown(mime, NotebookJson.text(data.get(mime)), NotebookJson.text(data.get("text/plain"))))
            .orElse("");
    }

    private String shown(String mime, String text, String plain) {
        return switch (mime) {
            case "text/html" -> "<div class=\"html\">" + text + "</div>";
            case "text/markdown" -> "<div class=\"prose\">" + prose.toHtml(text, new JsonObject()) + "</div>";
            case "text/plain" -> pre("plain", text);
            case "image/svg+xml" ->
                image(mime, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), plain);
            default -> image(mime, text.replaceAll("\\s", ""), plain);
        };
    }

    private static String image(String mime, String base64, String alt) {
        return "<img src=\"data:" + mime + ";base64," + Html.escape(base64) + "\" alt=\"" + Html.escape(alt) + "\">";
    }

    private static String pre(String kind, String text) {
        return "<pre class=\"" + Html.escape(kind) + "\">" + Ansi.toHtml(text.stripTrailing()) + "</pre>";
    }

    private static String traceback(JsonObject error) {
        String lines = error.has("traceback") ? error.getAsJsonArray("traceback").asList().stream()
            .map(JsonElement::getAsString).collect(Collectors.joining("\n")) : "";
        return lines.isEmpty() ? NotebookJson.text(error.get("ename")) + ": " + NotebookJson.text(error.get("evalue"))
            : lines;
    }
}
