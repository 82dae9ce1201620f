package org.glassbox.kernel;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One message of the Jupyter protocol (version 5.3), as it travels.
 *
 * @param identities routing ids of the asking socket (or a topic), in front of the message
 * @param header who, when, which type
 * @param parent the header of the message that this one answers, or empty
 * @param metadata seldom used
 * @param content what it says
 */
public record Envelope(List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject metadata,
    JsonObject content) {
    /** The version of the protocol that is spoken. */
    public static final String PROTOCOL = "5.3";

    /** A message that answers nothing. */
    public static Envelope of(String session, String type, JsonObject content) {
        return new Envelope(List.of(), header(session, type), new JsonObject(), new JsonObject(), content);
    }

    /** A message that belongs to this one: to its sender, with its header as parent. */
    public Envelope answer(String session, String type, JsonObject answer) {
        return new Envelope(identities, header(session, type), header, new JsonObject(), answer);
    }

    private static JsonObject header(String session, String type) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", session);
        header.addProperty("username", "kernel");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL);
        return header;
    }

    /** The message's type, such as {@code execute_request}. */
    public String type() {
        return header.get("msg_type").getAsString();
    }

    /** The message's own id. */
    public String id() { return header.get("msg_id").getAsString(); }

    /** The id of the message that this one answers; empty without one. */
    public String parentId() {
        return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    }
}
