package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What stands at the cursor: signatures and their Javadoc (Shift-Tab). */
final class Inspection {
    private static final Pattern TYPE_NAME = Pattern.compile("(?:^|[^.\\w])(?:[a-z]\\w*\\.)*[A-Z]\\w*$");
    private static final Pattern CONSTRUCTED = Pattern.compile("\\bnew\\s+[\\w.]+$");

    private final Javadocs javadocs = new Javadocs();
    private final SourceCodeAnalysis analysis;
    private final Imports imports;

    Inspection(SourceCodeAnalysis analysis, Imports imports) {
        this.analysis = analysis;
        this.imports = imports;
    }

    /** Answers an {@code inspect_request}. */
    JsonObject reply(JsonObject asked) {
        String code = asked.get("code").getAsString();
        int cursor = Cursor.toJava(code, asked.get("cursor_pos").getAsInt());
        imports.bringNamed(code);
        List<Documentation> found = documentation(code, cursor);
        JsonObject data = new JsonObject();
        if (!found.isEmpty()) {
            data.addProperty("text/plain",
                found.stream().map(this::text).distinct().collect(Collectors.joining("\n\n")));
        }
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.addProperty("found", !found.isEmpty());
        reply.add("data", data);
        reply.add("metadata", new JsonObject());
        return reply;
    }

    private List<Documentation> documentation(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        for (String input : Cursor.inputs(code.substring(0, end), analysis)) {
            for (String form : forms(input)) {
                List<Documentation> found = analysis.documentation(form, form.length(), true);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** JShell knows a method, or the constructor after {@code new}, only by its open parenthesis; a type's name is the type. */
    private static List<String> forms(String input) {
        boolean type = TYPE_NAME.matcher(input).find() && !CONSTRUCTED.matcher(input).find();
        return type ? List.of(input, input + "(") : List.of(input + "(", input);
    }

    private String text(Documentation one) {
        String javadoc = javadocs.of(one.signature()).orElse(one.javadoc());
        String head = Style.name(Signature.simple(one.signature()));
        return javadoc == null || javadoc.isBlank() ? head : head + "\n" + javadoc.strip().indent(2).stripTrailing();
    }
}
