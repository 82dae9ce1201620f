package org.glassbox.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Who this kernel is, and how the front end shall treat its cells. */
final class KernelInfo {
    private KernelInfo() {}

    static JsonObject reply() {
        JsonObject reply = new JsonObject();
        reply.addProperty("status", "ok");
        reply.addProperty("protocol_version", Envelope.PROTOCOL);
        reply.addProperty("implementation", "glassbox");
        reply.addProperty("implementation_version", version());
        reply.add("language_info", language());
        reply.addProperty("banner", "Glassbox " + version() + " on Java " + Runtime.version().feature());
        reply.addProperty("debugger", false);
        reply.add("help_links", new JsonArray());
        return reply;
    }

    /** From the jar's manifest; a build that was not packed has none. */
    private static String version() {
        String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "0.0" : version;
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
