package org.glassbox.run;

/** Text that becomes HTML. */
final class Html {
    private Html() {}

    /** {@code text} as it reads, safe between tags and inside quotes of an attribute. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /** {@code <span class="kind">text</span>}, the text escaped. */
    static String span(String kind, String text) {
        return "<span class=\"" + kind + "\">" + escape(text) + "</span>";
    }
}
