package org.glassbox.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells that this kernel has run, for the front end's way back through them. Each kernel is session 1. */
final class CellHistory {
    private static final int SESSION = 1;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int line, String code, String value) {
        JsonArray toJson(boolean withValue) {
            JsonArray entry = new JsonArray();
            entry.add(SESSION);
            entry.add(line);
            if (withValue) {
                JsonArray both = new JsonArray();
                both.add(code);
                both.add(value);
                entry.add(both);
            } else {
                entry.add(code);
            }
            return entry;
        }
    }

    /** Cell {@code line} was run and showed {@code value}, or null. */
    void add(int line, String code, String value) {
        entries.add(new Entry(line, code, value));
    }

    /** Answers a {@code history_request}: by tail, range or search. */
    JsonObject reply(JsonObject request) {
        String how = text(request, "hist_access_type", "tail");
        Stream<Entry> found = switch (how) {
            case "range" -> range(request);
            case "search" -> last(search(request), number(request, "n", entries.size()));
            default -> last(entries, number(request, "n", entries.size()));
        };
        boolean withValue = request.has("output") && request.get("output").getAsBoolean();
        JsonArray history = new JsonArray();
        found.forEach(entry -> history.add(entry.toJson(withValue)));
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.add("history", history);
        return reply;
    }

    /** Session 0 is the running one; {@code stop} is the first line that is left out. */
    private Stream<Entry> range(JsonObject request) {
        int session = number(request, "session", 0);
        if (session != 0 && session != SESSION) {
            return Stream.empty();
        }
        int start = number(request, "start", 0);
        int stop = number(request, "stop", Integer.MAX_VALUE);
        return entries.stream().filter(entry -> entry.line() >= start && entry.line() < stop);
    }

    private List<Entry> search(JsonObject request) {
        Pattern pattern = glob(text(request, "pattern", "*"));
        List<Entry> found = entries.stream().filter(entry -> pattern.matcher(entry.code()).matches()).toList();
        if (!request.has("unique") || !request.get("unique").getAsBoolean()) {
            return found;
        }
        Map<String, Entry> unique = new LinkedHashMap<>();
        for (Entry entry : found) {
            unique.remove(entry.code());   // of equal ones the last stays, in its place
            unique.put(entry.code(), entry);
        }
        return List.copyOf(unique.values());
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.chars()
            .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static Stream<Entry> last(List<Entry> all, int n) { return all.stream().skip(Math.max(0, all.size() - n)); }

    private static int number(JsonObject request, String name, int otherwise) {
        JsonElement value = request.get(name);
        return value == null || value.isJsonNull() ? otherwise : value.getAsInt();
    }

    private static String text(JsonObject request, String name, String otherwise) {
        JsonElement value = request.get(name);
        return value == null || value.isJsonNull() ? otherwise : value.getAsString();
    }
}
