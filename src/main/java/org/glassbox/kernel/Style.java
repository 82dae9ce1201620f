package org.glassbox.kernel;

/** Terminal colours that can be read on white and on black: none that is itself white, black or yellow. */
final class Style {
    private static final String END = "\u001b[0m";

    private Style() {}

    static String error(String text) { return "\u001b[1;31m" + text + END; }

    static String place(String text) { return "\u001b[36m" + text + END; }

    static String name(String text) { return "\u001b[1m" + text + END; }

    static String dim(String text) { return "\u001b[2m" + text + END; }
}
