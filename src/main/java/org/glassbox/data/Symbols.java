package org.glassbox.data;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of symbols as they are read: «Call me Ish» and what comes next, «m». */
public final class Symbols {
    private static final int SHOWN = 60;

    private Symbols() {}

    /** The last sixty symbols of a row, in quotation marks. */
    public static String row(Dataset data, int row) {
        return quoted(data, data.values(row));
    }

    private static String quoted(Dataset data, float[] numbers) {
        int from = Math.max(0, numbers.length - SHOWN);
        String symbols = IntStream.range(from, numbers.length).mapToObj(i -> data.classes().get((int) numbers[i]))
            .collect(Collectors.joining());
        return "«" + (from > 0 ? "…" : "") + Figures.visible(symbols) + "»";
    }

    /** What comes next, after the last step or after each, in quotation marks. */
    public static String target(Dataset data, int row) {
        return quoted(data, data.targetsOf(row));
    }
}
