package org.glassbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What every error of Glassbox says, in one form: who complains, what was expected and what came, the values at hand,
 * and the likely mend.
 *
 * <pre>
 * linear: input has 28 features, weight expects 784
 *   input  [32, 28]
 *   weight [784, 128]
 *   help   each row must hold one whole sample; did you mean x.reshape(32, 784)?
 * </pre>
 *
 * @param headline the first line, {@code who: what is wrong}
 * @param rows label and text of the lines below it, in order
 */
public record Message(String headline, List<Row> rows) {
    /** One line under the headline. */
    public record Row(String label, String text) {}

    private static final int LABEL = 6;

    public Message {
        rows = List.copyOf(rows);
    }

    /** The message {@code who: what}, still without lines below it. */
    public static Message of(String who, String what) {
        return new Message(who + ": " + what, List.of());
    }

    /** This message with one more line. */
    public Message with(String label, Object text) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(label, String.valueOf(text)));
        return new Message(headline, more);
    }

    /** This message with its mend, which should come last. */
    public Message help(String mend) {
        return with("help", mend);
    }

    /** The whole text, lines separated by {@code \n}; labels padded to the longest. */
    @Override
    public String toString() {
        int width = rows.stream().mapToInt(row -> row.label().length()).reduce(LABEL, Math::max);
        StringBuilder text = new StringBuilder(headline);
        for (Row row : rows) {
            text.append("\n  ").append(row.label()).append(" ".repeat(width - row.label().length() + 1))
                .append(row.text().replace("\n", "\n" + " ".repeat(width + 3)));
        }
        return text.toString();
    }
}
