package org.glassbox.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source as HTML with its words in colour. A reader's help, no parser: it may be wrong where Java is odd. */
final class JavaCode {
    private static final String KEYWORDS = "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|"
        + "double|else|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|"
        + "null|package|private|protected|public|record|return|short|static|super|switch|synchronized|this|throw|throws|"
        + "true|try|var|void|volatile|while|yield";
    private static final Pattern WORDS = Pattern.compile(
        "(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
            + "|(?<string>\"\"\".*?(?:(?<!\\\\)\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
            + "|(?<number>\\b(?:0[xXbB][\\w.]+|\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?))"
            + "|(?<annotation>@\\w+)"
            + "|(?<keyword>\\b(?:" + KEYWORDS + ")\\b)"
            + "|(?<type>\\b[A-Z]\\w*\\b)"
            + "|(?<call>\\b[a-z_]\\w*(?=\\())"
            + "|(?<word>\\b\\w+)",
        Pattern.DOTALL);
    private static final String[] KINDS = {"comment", "string", "number", "annotation", "keyword", "type", "call"};

    private JavaCode() {}

    /** The source as spans of the classes comment, string, number, annotation, keyword, type and call. */
    static String toHtml(String source) {
        StringBuilder html = new StringBuilder();
        Matcher words = WORDS.matcher(source);
        int end = 0;
        while (words.find()) {
            html.append(Html.escape(source.substring(end, words.start()))).append(span(words));
            end = words.end();
        }
        return html.append(Html.escape(source.substring(end))).toString();
    }

    private static String span(Matcher word) {
        for (String kind : KINDS) {
            if (word.group(kind) != null) {
                return Html.span(kind, word.group());
            }
        }
        return Html.escape(word.group());
    }
}
