package org.glassbox.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What may follow at the cursor, and whether a cell may end there. */
final class Completion {
    private static final String INDENT = "    ";

    private final SourceCodeAnalysis analysis;

    Completion(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Answers a {@code complete_request}. */
    JsonObject reply(JsonObject asked) {
        String code = asked.get("code").getAsString();
        int cursor = Cursor.toJava(code, asked.get("cursor_pos").getAsInt());
        String before = code.substring(0, cursor);
        int[] anchor = {cursor};
        List<String> matches = suggestions(before, anchor);
        JsonArray found = new JsonArray();
        matches.forEach(found::add);
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.add("matches", found);
        reply.addProperty("cursor_start", Cursor.toProtocol(code, anchor[0]));
        reply.addProperty("cursor_end", Cursor.toProtocol(code, cursor));
        reply.add("metadata", new JsonObject());
        return reply;
    }

    /**
     * First with the cell's earlier statements before it in one block, so that their variables are known though the cell has
     * not run; where that is no block, the last statement alone.
     */
    private List<String> suggestions(String before, int[] anchor) {
        String last = Cursor.lastPiece(before, analysis);
        int start = before.length() - last.length();
        if (start > 0 && !before.substring(0, start).isBlank()) {
            List<String> found = suggest("{" + before, before.length() + 1, anchor, -1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return suggest(last, last.length(), anchor, start);
    }

    private List<String> suggest(String input, int cursor, int[] anchor, int shift) {
        int[] found = {cursor};
        List<Suggestion> suggestions = analysis.completionSuggestions(input, cursor, found);
        anchor[0] = found[0] + shift;
        return suggestions.stream().sorted(Comparator.comparing(Suggestion::matchesType).reversed())
            .map(Suggestion::continuation).distinct().toList();
    }

    /** Answers an {@code is_complete_request}. */
    JsonObject isComplete(JsonObject asked) {
        String rest = asked.get("code").getAsString();
        JsonObject reply = new JsonObject();
        String status = "complete";
        while (!rest.isBlank() && status.equals("complete")) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            status = switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "incomplete";
                case UNKNOWN -> "invalid";
                default -> "complete";
            };
            rest = info.completeness().isComplete() ? info.remaining() : "";
        }
        reply.addProperty("status", status);
        if (status.equals("incomplete")) {
            reply.addProperty("indent", INDENT.repeat(Math.max(0, depth(asked.get("code").getAsString()))));
        }
        return reply;
    }

    private static int depth(String code) {
        String bare = Code.withoutLiterals(code);
        return (int) (bare.chars().filter(c -> c == '{').count() - bare.chars().filter(c -> c == '}').count());
    }
}
