package org.glassbox.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** Notebook files (nbformat 4): read, written, and asked. */
public final class NotebookJson {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private NotebookJson() {}

    /** The notebook in {@code file}. */
    public static JsonObject read(Path file) {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            if (json.isJsonObject() && json.getAsJsonObject().has("cells")) {
                return json.getAsJsonObject();
            }
            throw unreadable(file, "it holds no cells", null);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", e);
        } catch (IOException | JsonParseException e) {
            throw unreadable(file, e.getMessage(), e);
        }
    }

    /** Writes {@code notebook} as Jupyter does: indented by one, letters as they are, a line end at the end. */
    public static void write(JsonObject notebook, Path file) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent(" ");
            json.setHtmlSafe(false);
            json.setSerializeNulls(true);
            GSON.toJson(notebook, json);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells in order. */
    public static List<JsonObject> cells(JsonObject notebook) {
        return objects(notebook.getAsJsonArray("cells"));
    }

    /** The outputs of a code cell in order. */
    public static List<JsonObject> outputs(JsonObject cell) {
        return cell.has("outputs") ? objects(cell.getAsJsonArray("outputs")) : List.of();
    }

    /** A cell's text. */
    public static String source(JsonObject cell) { return text(cell.get("source")); }

    /** Whether this is a code cell with something in it. */
    public static boolean isCode(JsonObject cell) {
        return isCodeCell(cell) && !source(cell).isBlank();
    }

    static boolean isCodeCell(JsonObject cell) { return cell.get("cell_type").getAsString().equals("code"); }

    /** The cells that failed and were not allowed to, by their number among the code cells, from 1. */
    public static List<Integer> failures(JsonObject notebook) {
        List<JsonObject> code = cells(notebook).stream().filter(NotebookJson::isCode).toList();
        return IntStream.range(0, code.size()).filter(i -> isFailed(code.get(i)) && !mayFail(code.get(i)))
            .mapToObj(i -> i + 1).toList();
    }

    /** Whether the cell is allowed to fail. */
    public static boolean mayFail(JsonObject cell) {
        JsonElement tags = metadata(cell).get("tags");
        return tags != null
            && tags.getAsJsonArray().asList().stream().anyMatch(t -> t.getAsString().equals("raises-exception"));
    }

    /** Whether an error stands among the cell's outputs. */
    public static boolean isFailed(JsonObject cell) {
        return outputs(cell).stream().anyMatch(output -> output.get("output_type").getAsString().equals("error"));
    }

    /** A text that nbformat keeps as one string or as a list of lines. */
    static String text(JsonElement lines) {
        if (lines == null || lines.isJsonNull()) {
            return "";
        }
        if (!lines.isJsonArray()) {
            return lines.isJsonPrimitive() ? lines.getAsString() : lines.toString();
        }
        StringBuilder text = new StringBuilder();
        lines.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    static JsonObject metadata(JsonObject cellOrNotebook) {
        if (!cellOrNotebook.has("metadata")) {
            cellOrNotebook.add("metadata", new JsonObject());
        }
        return cellOrNotebook.getAsJsonObject("metadata");
    }

    private static List<JsonObject> objects(JsonArray array) {
        List<JsonObject> objects = new ArrayList<>();
        array.forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }

    private static GlassboxException unreadable(Path file, String why, Exception cause) {
        return new GlassboxException(Message.of("run", "cannot read the notebook: " + why).with("file", file)
            .help("give the path of an .ipynb file in nbformat 4"), cause);
    }
}
