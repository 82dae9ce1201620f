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
    private final Imports imports;

    Completion(SourceCodeAnalysis analysis, Imports imports) {
        this.analysis = analysis;
        this.imports = imports;
    }

    /** Answers a {@code complete_request}. */
    JsonObject reply(JsonObject asked) {
        String code = asked.get("code").getAsString();
        int cursor = Cursor.toJava(code, asked.get("cursor_pos").getAsInt());
        String before = code.substring(0, cursor);
        imports.bringBegun(before);
        Matches found = Cursor.inputs(before, analysis).stream().map(input -> matches(input, before))
            .filter(matches -> !matches.texts().isEmpty()).findFirst().orElse(new Matches(cursor, List.of()));
        JsonArray matches = new JsonArray();
        found.texts().forEach(matches::add);
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.add("matches", matches);
        reply.addProperty("cursor_start", Cursor.toProtocol(code, found.start()));
        reply.addProperty("cursor_end", Cursor.toProtocol(code, cursor));
        reply.add("metadata", new JsonObject());
        return reply;
    }

    /** Texts that may stand between {@code start} and the cursor, the likely ones first. */
    private record Matches(int start, List<String> texts) {}

    /** {@code input} ends where {@code before} does, and may be longer or shorter at its front. */
    private Matches matches(String input, String before) {
        int[] anchor = {input.length()};
        List<Suggestion> suggestions = analysis.completionSuggestions(input, input.length(), anchor);
        List<String> texts = suggestions.stream().sorted(Comparator.comparing(Suggestion::matchesType).reversed())
            .map(Suggestion::continuation).distinct().toList();
        return new Matches(anchor[0] + before.length() - input.length(), texts);
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
