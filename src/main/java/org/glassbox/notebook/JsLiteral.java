package org.glassbox.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Reads one literal of the JavaScript that tablesaw-jsplot writes: bare keys, trailing commas, numbers that JSON does not know.
 * Texts in double quotes are its data, with escapes; texts in single quotes come from its HTML templates: quotes in them are
 * entities and a backslash is a backslash.
 */
final class JsLiteral {
    private static final String PUNCTUATION = "{}[],:;\"' \t\r\n";
    private final String text;
    private int at;

    JsLiteral(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Where the literal that was read ends. */
    int end() { return at; }

    JsonElement read() {
        char c = next();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonPrimitive(escapedText());
            case '\'' -> new JsonPrimitive(templateText());
            default -> word();
        };
    }

    private JsonObject object() {
        JsonObject object = new JsonObject();
        at++;
        for (char c = next(); c != '}'; c = next()) {
            if (c == ',') {
                at++;
                continue;
            }
            String key = c == '"' ? escapedText() : c == '\'' ? templateText() : bare();
            if (next() != ':') {
                throw new IllegalArgumentException("no colon at " + at);
            }
            at++;
            object.add(key, read());
        }
        at++;
        return object;
    }

    private JsonArray array() {
        JsonArray array = new JsonArray();
        at++;
        for (char c = next(); c != ']'; c = next()) {
            if (c == ',') {
                at++;
            } else {
                array.add(read());
            }
        }
        at++;
        return array;
    }

    private JsonElement word() {
        String word = bare();
        return switch (word) {
            case "true", "false" -> new JsonPrimitive(Boolean.valueOf(word));
            case "null", "undefined", "NaN", "Infinity", "-Infinity" -> JsonNull.INSTANCE;
            default -> new JsonPrimitive(Double.parseDouble(word));
        };
    }

    private String bare() {
        int from = at;
        while (at < text.length() && PUNCTUATION.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw new IllegalArgumentException("not a literal at " + at);
        }
        return text.substring(from, at);
    }

    private String templateText() {
        int close = text.indexOf('\'', at + 1);
        String raw = text.substring(at + 1, close);
        at = close + 1;
        return raw.replace("&#39;", "'").replace("&quot;", "\"");   // <, > and & stay entities: Plotly's texts know them
    }

    private String escapedText() {
        StringBuilder plain = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            plain.append(text.charAt(at) == '\\' ? escape() : text.charAt(at));
        }
        at++;
        return plain.toString();
    }

    private char escape() {
        char c = text.charAt(++at);
        switch (c) {
            case 'n' :
                return '\n';
            case 't' :
                return '\t';
            case 'r' :
                return '\r';
            case 'u' :
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            default :
                return c;
        }
    }

    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
