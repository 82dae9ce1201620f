package org.glassbox.plot;

import java.util.List;

/** The look of all pictures, each value once: colours with one meaning each, three sizes of type, dashes, distances. */
final class Tokens {
    /** Sentences, numbers, names. */
    static final String INK = "#1b2530";
    /** Hints, ticks, names of axes. */
    static final String SUB = "#515c68";
    /** How it was measured; the chance line. */
    static final String FAINT = "#69747f";
    static final String AXIS = "#aab2bb";
    static final String GRID = "#e8ebee";
    /** A grid line on the grey of {@link #BAND}. */
    static final String GRID_ON_BAND = "#dfe3e7";
    static final String EDGE = "#dde1e6";
    static final String CARD = "#ffffff";
    /** A normal range. */
    static final String BAND = "#eef0f2";
    /** Epochs still to come. */
    static final String FUTURE = "#f6f7f8";
    /** The part of a progress bar that is still to come. */
    static final String TRACK = "#e3e7ec";
    /** All that is measured on training rows. */
    static final String TRAINING = "#1261b0";
    static final String TRAINING_TINT = "#d3e4f5";
    static final String TRAINING_TINT_DARK = "#a8caea";
    /** All that is measured on validation rows, and all that travels backward. */
    static final String VALIDATION = "#b84a00";
    static final String VALIDATION_TINT = "#fdebdc";
    /** What is below 0, where what is above is {@link #INK}. */
    static final String NEGATIVE = "#9a3f8f";
    /** How a run started. */
    static final String START = "#7d8791";
    /** A number that is not finite, and nothing else. */
    static final String NOT_FINITE = "#b3261e";
    private static final int[] FIRST_LAYER = {0x52, 0x94, 0xd6};
    private static final int[] LAST_LAYER = {0x0a, 0x38, 0x80};

    /** Nets, or ways of training, beside each other; none is a colour that means something else, and the first is the quietest. */
    private static final List<String> NETS = List.of("#5b6672", "#0f766e", "#6d3fa8", "#8a6a00", "#a3246f", "#2f6f2f");

    static final List<String> LAYER_DASHES = List.of("", "7 3", "2 2.5", "10 3 2 3", "4 2", "12 4");
    static final String VALIDATION_DASH = "6 3";
    static final String DOTTED = "1 3";

    /** No {@code system-ui}: on many Linux machines it is 15 % wider than the rest. */
    static final String FONT = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
    static final double TITLE = 16;
    static final double TEXT = 13;
    static final double SMALL = 11;

    static final double WIDTH = 960;
    static final double MARGIN = 28;
    static final double COLUMN = 432;
    static final double GUTTER = 40;
    static final double LINE = 18;
    /** Labels at line ends stand at least so far apart. */
    static final double LABEL = 15;
    static final double TICK = 4;
    /** From an axis down to the base line of its tick text. */
    static final double TICK_TEXT = 17;
    static final double DOT = 3.2;
    static final double DIAMOND = 4.2;

    private Tokens() {}

    /** The colour of layer {@code i} of {@code n}: light at the input, dark at the output. */
    static String layer(int i, int n) {
        double share = n < 2 ? 1 : (double) i / (n - 1);
        return mixed(FIRST_LAYER, LAST_LAYER, share);
    }

    /** The colour of net {@code i} where several stand together; the six repeat. */
    static String net(int i) {
        return NETS.get(i % NETS.size());
    }

    /** {@code colour} thinned with white; 1 is the colour itself, 0 is white. */
    static String tint(String colour, double share) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return mixed(new int[] {255, 255, 255}, new int[] {rgb >> 16, rgb >> 8 & 255, rgb & 255}, share);
    }

    /** The dash of layer {@code i}; the six repeat. */
    static String layerDash(int i) {
        return LAYER_DASHES.get(i % LAYER_DASHES.size());
    }

    private static String mixed(int[] from, int[] to, double share) {
        StringBuilder text = new StringBuilder("#");
        for (int k = 0; k < 3; k++) {
            int value = (int) Math.round(from[k] + share * (to[k] - from[k]));
            text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
        return text.toString();
    }
}
