package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Widths of text and what follows from them: wrapped lines and names that fit. */
final class Words {
    /** Advance widths of Helvetica and Arial for the characters 32 to 126, in thousandths of the size (Adobe's AFM files). */
    private static final int[] REGULAR = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278,
        278, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611,
        778, 722,
        278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
        556, 333,
        556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500,
        722, 500,
        500, 500, 334, 260, 334, 584};
    private static final int[] BOLD = {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778,
        722, 278,
        556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
        556, 556,
        500, 389, 280, 389, 584};
    /** What a wide system face (DejaVu Sans, Verdana) takes more than Arial; bold more than that. */
    static final double WIDE = 1.17;
    static final double WIDE_BOLD = 1.25;

    private static final char HARD_SPACE = '\u00a0';
    private static final Pattern SHORT_BRACKETS = Pattern.compile("\\([^()]{1,28}\\)");

    private Words() {}

    /** Width in px of {@code text} set in Arial. */
    static double width(String text, double size, boolean bold) {
        return text.codePoints().map(c -> advance(c, bold)).sum() * size / 1000;
    }

    /** Width in px of {@code text} in the widest face that it may meet. */
    static double wideWidth(String text, double size, boolean bold) {
        return width(text, size, bold) * (bold ? WIDE_BOLD : WIDE);
    }

    private static int advance(int c, boolean bold) {
        if (c >= 32 && c < 127) {
            return (bold ? BOLD : REGULAR)[c - 32];
        }
        return switch (c) {
            case '·', '’', '‘', HARD_SPACE -> 300;
            case '→', '←', '…', '—', '■' -> 1000;
            default -> c >= 0x2e80 ? 1000 : c >= 0x2190 ? 800 : 600;   // CJK and emoji; symbols; other letters
        };
    }

    /** {@code text} in lines of at most {@code width} px, however wide the face; a longer word stands alone. */
    static List<String> wrapped(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : together(text.strip()).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;   // a hard space is as wide as a soft one
            if (wideWidth(longer, size, false) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = fitted(word, width, size, false);
        }
        lines.add(line);
        lines.replaceAll(each -> each.replace(HARD_SPACE, ' '));
        return lines;
    }

    /** With hard spaces where a line must not end: before a unit, after ± and «epoch», in short brackets. */
    private static String together(String text) {
        String units = text.replaceAll("(?<=[0-9]) (?=[%×])|(?<=epoch) (?=[0-9])", "" + HARD_SPACE).replaceAll(" ± ",
            HARD_SPACE + "±" + HARD_SPACE);
        return SHORT_BRACKETS.matcher(units)
            .replaceAll(brackets -> Matcher.quoteReplacement(brackets.group().replace(' ', HARD_SPACE)));
    }

    /** {@code text}, shortened by «…» if it would be wider than {@code width} px in a wide face. */
    static String fitted(String text, double width, double size, boolean bold) {
        if (wideWidth(text, size, bold) <= width) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int n = letters.length - 1; n > 0; n--) {
            String shorter = new String(letters, 0, n).stripTrailing() + "…";
            if (wideWidth(shorter, size, bold) <= width) {
                return shorter;
            }
        }
        return "…";
    }
}
