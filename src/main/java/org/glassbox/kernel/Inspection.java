package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What stands at the cursor: signatures and their Javadoc (Shift-Tab). */
final class Inspection {
    private final Javadocs javadocs = new Javadocs();
    private final SourceCodeAnalysis analysis;

    Inspection(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Answers an {@code inspect_request}. */
    JsonObject reply(JsonObject asked) {
        String code = asked.get("code").getAsString();
        int cursor = Cursor.toJava(code, asked.get("cursor_pos").getAsInt());
        List<Documentation> found = documentation(code, cursor);
        JsonObject data = new JsonObject();
        if (!found.isEmpty()) {
            data.addProperty("text/plain", found.stream().map(this::text).distinct().collect(Collectors.joining("\n\n")));
        }
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.addProperty("found", !found.isEmpty());
        reply.add("data", data);
        reply.add("metadata", new JsonObject());
        return reply;
    }

    /** JShell knows a method only by its open parenthesis, so that is tried first. */
    private List<Documentation> documentation(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        for (String input : Cursor.inputs(code.substring(0, end), analysis)) {
            for (String form : List.of(input + "(", input)) {
                List<Documentation> found = analysis.documentation(form, form.length(), true);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private String text(Documentation one) {
        String javadoc = javadocs.of(one.signature()).orElse(one.javadoc());
        String head = Style.name(Signature.simple(one.signature()));
        return javadoc == null || javadoc.isBlank() ? head : head + "\n" + javadoc.strip().indent(2).stripTrailing();
    }
}
