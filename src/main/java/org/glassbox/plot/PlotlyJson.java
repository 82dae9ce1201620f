package org.glassbox.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of a Plotly figure: numbers that JSON can hold, fonts, strokes, texts that stay texts. */
final class PlotlyJson {
    /** From the middle of a line of text down to its base line, in parts of its size. */
    static final double BASE_LINE = 0.32;
    private static final MathContext DIGITS = new MathContext(5);
    private static final double WHOLE = 1e9;

    private PlotlyJson() {}

    /** Five digits of a number, all of a whole one; null for what is not finite, which JSON does not know. */
    static JsonElement number(double value) {
        if (!Double.isFinite(value)) {
            return JsonNull.INSTANCE;
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return new JsonPrimitive((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return new JsonPrimitive(
            rounded.scale() < 0 && rounded.precision() - rounded.scale() < 10 ? rounded.setScale(0) : rounded);
    }

    static JsonArray numbers(int n, IntToDoubleFunction value) {
        JsonArray array = new JsonArray(n);
        for (int i = 0; i < n; i++) {
            array.add(number(value.applyAsDouble(i)));
        }
        return array;
    }

    static JsonArray numbers(double... values) { return numbers(values.length, i -> values[i]); }

    static JsonArray texts(Stream<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static JsonObject object(String key, double value) {
        JsonObject object = new JsonObject();
        object.add(key, number(value));
        return object;
    }

    /** Plotly reads a little HTML in its texts: ours are words, so that a name from data stays a name. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Notes, a fact a line, the first in bold. */
    static JsonArray notes(List<String> notes) {
        return texts(notes.stream().map(note -> {
            List<String> facts = List.of(escaped(note).split(" · "));
            return "<b>" + facts.get(0) + "</b>"
                + facts.stream().skip(1).map(fact -> "<br>" + fact).collect(Collectors.joining());
        }));
    }

    static JsonObject font(double size, boolean bold, String colour) {
        JsonObject font = new JsonObject();
        font.addProperty("family", Tokens.FONT);
        font.add("size", number(size));
        font.addProperty("color", colour);
        if (bold) {
            font.addProperty("weight", 600);
        }
        return font;
    }

    static JsonObject stroke(Mark.Stroke stroke) {
        JsonObject line = new JsonObject();
        line.addProperty("color", stroke.colour());
        line.add("width", number(stroke.width()));
        if (!stroke.dash().isEmpty()) {
            line.addProperty("dash", stroke.dash().replace(" ", "px,") + "px");
        }
        return line;
    }

    /** These colours at equal distances. */
    static JsonArray ramp(String... colours) {
        JsonArray ramp = new JsonArray();
        for (String colour : colours) {
            JsonArray stop = new JsonArray();
            stop.add((double) ramp.size() / (colours.length - 1));
            stop.add(colour);
            ramp.add(stop);
        }
        return ramp;
    }
}
