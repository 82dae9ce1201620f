package org.glassbox.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the script that tablesaw-jsplot 0.44 writes as data, and mends it: titles are objects since plotly.js 3, numbers come
 * as strings, and what is not finite as "null", "NaN" or "Infinity".
 */
final class JsplotScript {
    private static final Pattern VARIABLE = Pattern.compile("var\\s+(layout|config|trace\\d+)\\s*=\\s*(?=\\{)");
    private static final Set<String> COORDINATES = Set.of("x", "y", "z", "values", "r", "theta", "open", "high", "low",
        "close");
    private static final Set<String> NOT_A_NUMBER = Set.of("null", "NaN", "Infinity", "-Infinity", "");

    private JsplotScript() {}

    /** The figure {data, layout, config} that {@code script} would draw. */
    static JsonObject read(String script) {
        JsonArray data = new JsonArray();
        JsonObject figure = new JsonObject();
        figure.add("data", data);
        figure.add("layout", new JsonObject());
        Matcher variable = VARIABLE.matcher(script);
        for (int at = 0; variable.find(at);) {
            JsLiteral literal = new JsLiteral(script, variable.end());
            JsonObject value = mended(literal.read().getAsJsonObject());
            if (variable.group(1).startsWith("trace")) {
                data.add(value);
            } else {
                figure.add(variable.group(1), value);
            }
            at = literal.end();   // what a data string says is never looked at
        }
        return figure;
    }

    private static JsonObject mended(JsonObject object) {
        JsonObject mended = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            mended.add(entry.getKey(), mended(entry.getKey(), entry.getValue()));
        }
        return mended;
    }

    private static JsonElement mended(String key, JsonElement value) {
        if (value.isJsonObject()) {
            return mended(value.getAsJsonObject());
        }
        if (value.isJsonArray()) {
            return COORDINATES.contains(key) ? numbers(value.getAsJsonArray()) : objects(value.getAsJsonArray());
        }
        if (key.equals("title") && isText(value)) {
            JsonObject title = new JsonObject();
            title.add("text", value);
            return title;
        }
        return value;
    }

    private static JsonArray objects(JsonArray values) {
        JsonArray mended = new JsonArray();
        values.forEach(each -> mended.add(each.isJsonObject() ? mended(each.getAsJsonObject()) : each));
        return mended;
    }

    /** The array with its numbers restored, if all its texts are numbers; else as it is. */
    private static JsonArray numbers(JsonArray values) {
        boolean all = true;
        boolean any = false;
        for (JsonElement each : values) {
            boolean number = !isText(each) || isNumber(each.getAsString());
            all &= number || NOT_A_NUMBER.contains(each.getAsString());
            any |= number;
        }
        JsonArray restored = new JsonArray();
        for (JsonElement each : values) {
            boolean text = isText(each);
            boolean missing = text && NOT_A_NUMBER.contains(each.getAsString());
            restored.add(missing && any ? JsonNull.INSTANCE : text && all && any ? number(each.getAsString()) : each);
        }
        return restored;
    }

    private static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    private static boolean isNumber(String text) { return text.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?"); }

    private static JsonPrimitive number(String text) { return new JsonPrimitive(Double.parseDouble(text)); }
}
