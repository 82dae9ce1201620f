package org.glassbox.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** HTML that reads without scripts and comes alive with them. */
final class Html {
    private static final String SCRIPT = resource("figure.js");

    private Html() {}

    /** For text and attributes. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /**
     * {@code still} until plotly.js is there, then the interactive {@code figure} in its place.
     *
     * @param still what is seen without scripts, HTML
     * @param figure the figure as JSON, in which no {@code <} may stand unescaped
     * @param label what a screen reader says
     */
    static String alive(String still, String figure, String label) {
        // named by content, so that running a notebook again gives the same file
        String name = UUID.nameUUIDFromBytes(figure.getBytes(StandardCharsets.UTF_8)).toString();
        return "<div data-glassbox=\"" + name
            + "\" style=\"max-width:100%;overflow:hidden\" role=\"group\" aria-label=\""
            + escaped(label) + "\">" + still + "</div>\n<script>\n"
            + SCRIPT.replace("GLASSBOX_NAME", "\"" + name + "\"").replace("GLASSBOX_FIGURE", figure) + "</script>\n";
    }

    private static String resource(String file) {
        try (InputStream stream = Html.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
