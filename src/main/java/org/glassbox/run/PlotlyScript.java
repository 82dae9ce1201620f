package org.glassbox.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Plotly's own program, from the webjar on the class path: 11 MB of JavaScript, 3 MB as a page carries it. */
public final class PlotlyScript {
    private static final String RESOURCE = "/META-INF/resources/webjars/plotly.js-dist/3.3.1/plotly.js";

    private PlotlyScript() {}

    /** The script as it is. */
    public static InputStream open() {
        return PlotlyScript.class.getResourceAsStream(RESOURCE);
    }

    /** The script zipped by gzip, in letters of base64; a browser opens it with DecompressionStream. */
    static String compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream script = open(); OutputStream zip = new GZIPOutputStream(bytes)) {
            script.transferTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
