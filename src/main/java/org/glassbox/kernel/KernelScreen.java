package org.glassbox.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.UUID;
import org.glassbox.notebook.Bundle;
import org.glassbox.notebook.Screen;

/** Shows on the notebook page, below the running cell. For any thread. */
final class KernelScreen implements Screen {
    private final Outbox outbox;

    KernelScreen(Outbox outbox) { this.outbox = outbox; }

    @Override
    public String show(Bundle bundle) {
        String id = UUID.randomUUID().toString();
        outbox.show("display_data", content(bundle, id));
        return id;
    }

    @Override
    public void update(String id, Bundle bundle) { outbox.show("update_display_data", content(bundle, id)); }

    private static JsonObject content(Bundle bundle, String id) {
        JsonObject place = new JsonObject();
        place.addProperty("display_id", id);
        JsonObject content = content(bundle);
        content.add("transient", place);
        return content;
    }

    /** Data and metadata as the protocol wants them; MIME types of JSON carry JSON and not its text. */
    static JsonObject content(Bundle bundle) {
        JsonObject data = new JsonObject();
        for (Map.Entry<String, String> form : bundle.data().entrySet()) {
            if (form.getKey().matches("application/(.*\\+)?json")) {
                addJson(data, form.getKey(), form.getValue());
            } else {
                data.addProperty(form.getKey(), form.getValue());
            }
        }
        JsonObject content = new JsonObject();
        content.add("data", data);
        content.add("metadata", new JsonObject());
        return content;
    }

    /** A form that is not JSON is left out: the other forms say the same. */
    private static void addJson(JsonObject data, String mime, String json) {
        try {
            data.add(mime, JsonParser.parseString(json));
        } catch (JsonParseException e) {
            System.err.println("note: a value's form " + mime + " is no JSON and is left out");
        }
    }
}
