package org.glassbox.notebook;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import tech.tablesaw.plotly.components.Figure;

/** A figure of tablesaw-jsplot in a cell: drawn without network, its texts never run as script. */
final class FigureHtml {
    private FigureHtml() {}

    static Bundle bundle(Figure figure) {
        JsonObject json = JsplotScript.read(figure.asJavascript("glassbox"));
        json.getAsJsonObject("layout").addProperty("autosize", true);
        String text = text(json);
        String still = "<p style=\"opacity:.7\">" + Html.escaped(text) + ". It is drawn by a script.</p>";
        return Bundle.of(text, Html.alive(still, new Gson().toJson(json), text));
    }

    /** «Figure "Loss": scatter, 21 points». */
    private static String text(JsonObject json) {
        StringBuilder text = new StringBuilder("Figure");
        JsonElement title = json.getAsJsonObject("layout").get("title");
        if (title != null && title.isJsonObject() && title.getAsJsonObject().has("text")) {
            text.append(" «").append(plain(title.getAsJsonObject().get("text").getAsString())).append('»');
        }
        String before = ": ";
        for (JsonElement trace : json.getAsJsonArray("data")) {
            JsonObject one = trace.getAsJsonObject();
            text.append(before).append(one.has("type") ? one.get("type").getAsString() : "trace");
            JsonElement values = one.has("y") ? one.get("y") : one.has("x") ? one.get("x") : one.get("values");
            if (values != null && values.isJsonArray()) {
                text.append(", ").append(values.getAsJsonArray().size()).append(" points");
            }
            before = "; ";
        }
        return text.toString();
    }

    private static String plain(String title) {
        return title.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
