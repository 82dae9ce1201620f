package org.glassbox.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML; pictures that lie beside the notebook or in the cell are carried along. HTML in the prose stays HTML:
 * it is the author's, as the code is.
 */
final class Prose {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg",
        "image/jpeg",
        "gif", "image/gif", "svg", "image/svg+xml", "webp", "image/webp");

    private final Path folder;

    /** Prose whose pictures are looked for in {@code folder}. */
    Prose(Path folder) { this.folder = folder; }

    /** The HTML of a cell's Markdown. */
    String toHtml(String markdown, JsonObject attachments) {
        HtmlRenderer renderer = HtmlRenderer.builder().extensions(TABLES)
            .attributeProviderFactory(context -> (node, tag, attributes) -> carry(node, attributes, attachments))
            .build();
        return renderer.render(PARSER.parse(markdown));
    }

    private void carry(Node node, Map<String, String> attributes, JsonObject attachments) {
        if (node instanceof Image image) {
            attributes.put("src", source(image.getDestination(), attachments));
        }
    }

    private String source(String address, JsonObject attachments) {
        if (address.startsWith("attachment:")) {
            return attached(address.substring("attachment:".length()), attachments);
        }
        String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || address.contains(":")) {
            return address;
        }
        try {
            return data(type, Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(address))));
        } catch (IOException | InvalidPathException e) {
            return address;                                         // a picture that is not there shows its alt text
        }
    }

    private static String attached(String name, JsonObject attachments) {
        if (!attachments.has(name)) {
            return name;
        }
        Map.Entry<String, ?> first = attachments.getAsJsonObject(name).entrySet().iterator().next();
        return data(first.getKey(), NotebookJson.text(attachments.getAsJsonObject(name).get(first.getKey())));
    }

    private static String data(String type, String base64) { return "data:" + type + ";base64," + base64; }
}
