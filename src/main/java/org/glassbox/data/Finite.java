package org.glassbox.data;

import java.util.List;
import java.util.stream.Collectors;
import org.glassbox.Numbers;
import org.glassbox.Message;

/** What every number of a dataset must be, wherever it comes from. */
final class Finite {
    private static final int SHOWN = 8;

    private Finite() {}

    /** {@code value} as float. */
    static float finite(double value, String column, int row) {
        float narrow = (float) value;
        if (Float.isFinite(narrow)) {
            return narrow;
        }
        if (Double.isNaN(value)) {
            throw refused("column \"" + column + "\" has no number in row " + row, column, row, value,
                "drop the row or put a number there before; a single NaN makes every weight NaN");
        }
        boolean wide = Double.isFinite(value);
        String what = wide ? "has a number too large for float" : "is infinite";
        throw refused("column \"" + column + "\" " + what + " in row " + row, column, row, value,
            wide ? "drop the row, or divide the column by a power of ten"
                : "drop the row, or look for a division by zero where the column was made");
    }

    static void requireSize(int rows, int features) {
        if (rows == 0 || features == 0) {
            throw new DataException(Message.of("dataset", rows == 0 ? "there are no rows" : "there are no features")
                .help("a dataset has at least one row and one feature"));
        }
    }

    /** At most eight of them. */
    static String someOf(List<?> things) {
        String some = things.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return things.size() <= SHOWN ? some : some + ", … (" + Numbers.count(things.size()) + ")";
    }

    private static DataException refused(String what, String column, int row, double value, String mend) {
        return new DataException(Message.of("dataset", what).with("column", column)
            .with("row", row + " (counted from 0)").with("value", value).help(mend));
    }
}
