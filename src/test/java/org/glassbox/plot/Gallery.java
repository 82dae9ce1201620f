package org.glassbox.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws every golden picture on one page, target/gallery/index.html, on light and on dark ground. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target/gallery"));
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Gallery</title>"
            + "<body style=\"margin:0;font-family:sans-serif\">");
        for (String ground : new String[] {"#ffffff", "#111111"}) {
            page.append("<div style=\"padding:24px;background:").append(ground).append("\">");
            for (Catalogue.Entry entry : Catalogue.all()) {
                Files.writeString(folder.resolve(entry.name() + ".svg"), SvgPen.draw(entry.chart().get()));
                page.append("<p style=\"color:#888\">").append(entry.name()).append("</p><img src=\"").append(entry.name())
                    .append(".svg\">");
            }
            page.append("</div>");
        }
        Files.writeString(folder.resolve("index.html"), page);
        System.out.println(folder.resolve("index.html").toAbsolutePath());
    }
}
