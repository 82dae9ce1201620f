package org.glassbox.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.glassbox.notebook.Glassbox;

/** Who this kernel is, and how the front end shall treat its cells. */
final class KernelInfo {
    private KernelInfo() {}

    static JsonObject reply() {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.addProperty("protocol_version", Envelope.PROTOCOL);
        reply.addProperty("implementation", "glassbox");
        reply.addProperty("implementation_version", Glassbox.version());
        reply.add("language_info", language());
        reply.addProperty("banner",
            "Glassbox " + Glassbox.version() + " on Java " + Runtime.version().feature());
        reply.addProperty("debugger", false);
        reply.add("help_links", new JsonArray());
        return reply;
    }

    private static JsonObject language() {
        JsonObject language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", Runtime.version().toString());
        language.addProperty("mimetype", "text/x-java");
        language.addProperty("file_extension", ".java");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "text/x-java");
        language.addProperty("nbconvert_exporter", "script");
        return language;
    }
}
