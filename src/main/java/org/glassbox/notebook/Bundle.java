package org.glassbox.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in every form in which it can be shown: MIME type → text. {@code text/plain} is always there.
 *
 * @param data MIME type → text, in order of preference from plain to rich
 */
public record Bundle(Map<String, String> data) {
    public static final String PLAIN = "text/plain";
    public static final String HTML = "text/html";

    public Bundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** How {@code value} is shown. Never throws. */
    public static Bundle of(Object value) {
        return new Bundle(Map.of(PLAIN, String.valueOf(value)));
    }
}
