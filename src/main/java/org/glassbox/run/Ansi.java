package org.glassbox.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal's colours as HTML: the eight colours and bold; every other escape is dropped. */
final class Ansi {
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])");

    private Ansi() {}

    /** {@code text} with its colours as spans of the classes {@code ansi0} to {@code ansi7} and {@code bold}. */
    static String toHtml(String text) {
        StringBuilder html = new StringBuilder();
        Matcher escape = ESCAPE.matcher(text);
        String classes = "";
        int end = 0;
        while (escape.find()) {
            append(html, classes, text.substring(end, escape.start()));
            classes = escape.group(2).equals("m") ? classes(escape.group(1), classes) : classes;
            end = escape.end();
        }
        append(html, classes, text.substring(end));
        return html.toString();
    }

    /** The text alone. */
    static String strip(String text) { return ESCAPE.matcher(text).replaceAll(""); }

    private static void append(StringBuilder html, String classes, String text) {
        if (!text.isEmpty()) {
            html.append(classes.isEmpty() ? Html.escape(text) : Html.span(classes.strip(), text));
        }
    }

    private static String classes(String codes, String before) {
        String classes = before;
        for (String code : codes.split(";")) {
            if (code.isEmpty() || code.equals("0")) {
                classes = "";
            } else if (code.equals("1")) {
                classes += " bold";
            } else if (code.matches("[39][0-7]")) {
                classes = classes.replaceAll(" ansi\\d", "") + " ansi" + code.charAt(1);
            }
        }
        return classes;
    }
}
