package org.glassbox.data;

import org.glassbox.Message;

/**
 * Each row is a sequence: the features of one step after those of another, the oldest first.
 *
 * @param steps how many, at least 1
 * @param symbols whether a step is a symbol, given as a class number, as in a text; then x is [rows, steps] and the
 *     symbols are named as the classes are. Otherwise a step has numbers, and x is [rows, steps, features].
 * @param apart from the beginning of a row to that of the next in one long series, at least 1; 0 if the rows have
 *     nothing to do with each other. Rows of a series are split in their order, and those that would share steps with two
 *     parts are left out.
 * @param everyStep whether each step has a target, the row's targets standing as its steps do; otherwise a row has one
 */
public record SequenceShape(int steps, boolean symbols, int apart, boolean everyStep) {
    public SequenceShape {
        if (steps < 1 || apart < 0) {
            throw new DataException(Message.of("sequence", "has " + steps + " steps, and its rows begin " + apart
                + " apart").help("at least 1 step, and 0 apart if the rows are independent"));
        }
    }

    /** Whether the rows come from one long series. */
    public boolean isSeries() { return apart > 0; }

    /** How many of the rows that follow a row share steps, or its target, with it. */
    int shared() {
        return isSeries() ? steps / apart : 0;
    }
}
