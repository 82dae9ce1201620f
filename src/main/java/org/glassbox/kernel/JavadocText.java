package org.glassbox.kernel;

import java.util.stream.Collectors;

/** A Javadoc comment as plain text. */
final class JavadocText {
    private JavadocText() {}

    static String plain(String comment) {
        String text = comment.lines().map(line -> line.startsWith(" ") ? line.substring(1) : line)
            .collect(Collectors.joining("\n")).strip();
        return text.replaceAll("(?s)\\{@(?:code|literal|value)\\s+(.*?)\\}", "$1")
            .replaceAll("(?s)\\{@link(?:plain)?\\s+[^\\s}]+\\s+([^}]+)\\}", "$1")
            .replaceAll("(?s)\\{@link(?:plain)?\\s+#?([^}]+)\\}", "$1")
            .replaceAll("(?i)</?(?:p|pre|code|i|b|em|strong|ul|ol|tt)>", "").replaceAll("(?i)<li>", "· ")
            .replaceAll("(?m)^@param\\s+(\\S+)\\s+", "  $1   ").replaceAll("(?m)^@return\\s+", "  returns   ")
            .replaceAll("(?m)^@throws\\s+(\\S+)\\s+", "  throws $1   ").replaceAll("(?m)^@see\\s+#?", "  see   ")
            .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replaceAll("\n{3,}", "\n\n").strip();
    }
}
