package org.glassbox.plot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassbox.notebook.Bundle;

/** Draws every golden picture on one page, target/gallery/index.html: still on light and on dark ground, then alive. */
public final class Gallery {
    private static final String PLOTLY = "/META-INF/resources/webjars/plotly.js-dist/3.3.1/plotly.js";

    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target/gallery"));
        try (InputStream script = Gallery.class.getResourceAsStream(PLOTLY)) {
            Files.copy(script, folder.resolve("plotly.js"), StandardCopyOption.REPLACE_EXISTING);
        }
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Gallery</title>"
            + "<body style=\"margin:0;font-family:sans-serif\"><script src=\"plotly.js\"></script>");
        List<Catalogue.Entry> entries = Stream.concat(Catalogue.all().stream(), ChainCatalogue.all().stream()).toList();
        for (Catalogue.Entry entry : entries) {
            Files.writeString(folder.resolve(entry.name() + ".svg"), SvgPen.draw(entry.chart().get()));
        }
        for (String ground : new String[] {"#ffffff", "#111111"}) {
            section(page, ground, entries, entry -> "<img src=\"" + entry.name() + ".svg\">");
        }
        section(page, "#f4f4f4", entries, entry -> Bundle.of(entry.chart().get()).data().get(Bundle.HTML));
        odd(folder, page);
        Files.writeString(folder.resolve("index.html"), page);
        System.out.println(folder.resolve("index.html").toAbsolutePath());
    }

    private static void odd(Path folder, StringBuilder page) throws IOException {
        page.append("<div style=\"padding:24px\">\n");
        for (var run : OddRuns.all().entrySet()) {
            page.append("<p style=\"color:#888\">").append(run.getKey()).append("</p>");
            int number = 0;
            for (Chart chart : run.getValue().charts()) {
                String file = "odd-" + run.getKey() + "-" + number++ + ".svg";
                Files.writeString(folder.resolve(file), SvgPen.draw(chart));
                page.append("<img src=\"").append(file).append("\">\n");
            }
        }
        page.append("</div>\n");
    }

    private static void section(StringBuilder page, String ground, List<Catalogue.Entry> entries,
        Function<Catalogue.Entry, String> form) {
        page.append("<div style=\"padding:24px;background:").append(ground).append("\">\n");
        for (Catalogue.Entry entry : entries) {
            page.append("<p style=\"color:#888\">").append(entry.name()).append("</p>").append(form.apply(entry))
                .append('\n');
        }
        page.append("</div>\n");
    }
}
