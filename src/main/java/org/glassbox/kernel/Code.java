package org.glassbox.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Java's lexical grammar as can be told without a compiler. */
final class Code {
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
        "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
        Pattern.DOTALL);

    private Code() {}

    /** The code without comments and without blanks around it. */
    static String withoutComments(String code) {
        return COMMENT_OR_LITERAL.matcher(code)
            .replaceAll(found -> Matcher.quoteReplacement(found.group().startsWith("/") ? " " : found.group())).strip();
    }

    /** The code without comments, and with all literals empty. */
    static String withoutLiterals(String code) {
        return COMMENT_OR_LITERAL.matcher(code).replaceAll(" ");
    }
}
