package org.glassbox.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An executed notebook as one HTML page that needs nothing else: pictures, style and Plotly are in it, and a policy in its
 * head forbids the browser to ask for anything.
 *
 * @param notebook in nbformat 4
 * @param name the title where the prose has no heading
 * @param folder where pictures lie that the prose names
 */
public record HtmlPage(JsonObject notebook, String name, Path folder) {
    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    /** The page of {@code notebook}, which was read from {@code file}. */
    public static HtmlPage of(JsonObject notebook, Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        return new HtmlPage(notebook, name, file.toAbsolutePath().getParent());
    }

    /** Writes the page to {@code file}. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, toHtml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole page. */
    public String toHtml() {
        String cells = cellsHtml();
        Map<String, String> parts = Map.of("title", Html.escape(title()), "style", resource("page.css"),
            "script", resource("page.js"), "cells", cells, "end", Html.escape(end()),
            "plotly", cells.contains("lotly") ? PlotlyScript.compressed() : "");        // 2.7 MB only where used
        return BLANK.matcher(resource("page.html"))
            .replaceAll(blank -> Matcher.quoteReplacement(parts.get(blank.group(1))));
    }

    private String cellsHtml() {
        Prose prose = new Prose(folder);
        OutputHtml outputs = new OutputHtml(prose);
        StringBuilder html = new StringBuilder();
        for (JsonObject cell : NotebookJson.cells(notebook)) {
            if (NotebookJson.isCode(cell)) {
                html.append(code(cell, outputs));
            } else if (cell.get("cell_type").getAsString().equals("markdown")) {
                html.append("<section class=\"prose\">")
                    .append(prose.toHtml(NotebookJson.source(cell), attachments(cell)))
                    .append("</section>\n");
            }
        }
        return html.toString();
    }

    private static String code(JsonObject cell, OutputHtml outputs) {
        StringBuilder html = new StringBuilder("<section class=\"code\">\n<div class=\"count\">").append(count(cell))
            .append("</div><pre class=\"source\"><code>")
            .append(JavaCode.toHtml(NotebookJson.source(cell).stripTrailing()))
            .append("</code></pre>\n");
        List<JsonObject> shown = NotebookJson.outputs(cell);
        if (!shown.isEmpty()) {
            html.append("<div class=\"outputs\">\n");
            shown.forEach(
                output -> html.append("<div class=\"output\">").append(outputs.toHtml(output)).append("</div>\n"));
            html.append("</div>\n");
        }
        return html.append("</section>\n").toString();
    }

    private static String count(JsonObject cell) {
        return cell.has("execution_count") && cell.get("execution_count").isJsonPrimitive()
            ? Integer.toString(cell.get("execution_count").getAsInt()) : "";
    }

    private static JsonObject attachments(JsonObject cell) {
        return cell.has("attachments") ? cell.getAsJsonObject("attachments") : new JsonObject();
    }

    private String title() {
        return NotebookJson.cells(notebook).stream().filter(cell -> !NotebookJson.isCodeCell(cell))
            .flatMap(cell -> NotebookJson.source(cell).lines()).filter(line -> line.startsWith("# "))
            .map(line -> line.substring(2).strip()).findFirst().orElse(name);
    }

    private String end() {
        long code = NotebookJson.cells(notebook).stream().filter(NotebookJson::isCode).count();
        long ran = NotebookJson.cells(notebook).stream().filter(NotebookJson::isCode).filter(c -> !count(c).isEmpty())
            .count();
        String kernel = NotebookJson.metadata(notebook).has("kernelspec")
            ? NotebookJson.text(NotebookJson.metadata(notebook).getAsJsonObject("kernelspec").get("display_name"))
            : "a kernel";
        return (ran == code ? "All " + code + " cells" : ran + " of " + code + " cells")
            + " ran in " + kernel + ". This page carries all that it shows and loads nothing.";
    }

    private static String resource(String file) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
