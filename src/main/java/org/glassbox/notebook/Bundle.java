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

    /** How {@code value} is shown. Never throws: what cannot be drawn is told in words. */
    public static Bundle of(Object value) {
        try {
            return Displays.of(value).orElseGet(() -> ofText(PlainText.of(value)));
        } catch (Throwable e) {   // an Error of a broken toString must not end the kernel's thread
            return ofText(PlainText.broken(value, e));
        }
    }

    /** Words alone. */
    public static Bundle ofText(String text) { return new Bundle(Map.of(PLAIN, text)); }

    /** Words, and the same as HTML. */
    public static Bundle of(String text, String html) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(PLAIN, text);
        forms.put(HTML, html);
        return new Bundle(forms);
    }

    /** The words. */
    public String text() { return data.getOrDefault(PLAIN, ""); }
}
