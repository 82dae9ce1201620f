package org.glassbox.array;

/**
 * A part of a batch, carried through all its steps by one thread that waits for no other. Everything lies sequence by
 * sequence, step by step: row = sequence · steps + step.
 */
final class TimeLoop {
    final Recurrence whole;
    /** The first sequence of the part, and how many they are. */
    final int first;
    final int rows;
    final Array x;                  // [rows · steps, features]
    final Array gates;              // [rows · steps, gates · units]
    final Array before;             // [rows · steps, units]: the state that a step found
    final Array cells;              // [rows · steps, units]: the cell that it found, or null
    final Array kept;               // [rows · steps, units] or null
    final Array hidden;             // [rows, units]: the state now
    final Array cell;               // [rows, units]: the cell now, or null
    private final Array fromState;  // [rows, gates · units]

    TimeLoop(Recurrence whole, int first, int end) {
        this.whole = whole;
        this.first = first;
        this.rows = end - first;
        int all = rows * whole.steps;
        x = take(all, whole.features);
        gates = take(all, whole.width());
        before = take(all, whole.units);
        cells = whole.cell.hasCell() ? take(all, whole.units) : null;
        kept = whole.cell.kept() > 0 ? take(all, whole.units) : null;
        hidden = take(rows, whole.units);
        cell = whole.cell.hasCell() ? take(rows, whole.units) : null;
        fromState = take(rows, whole.width());
    }

    Array take(int length, int columns) { return Arena.take(whole.type(), length, columns); }

    void run() {
        x.copy(0, whole.in.x(), first * whole.steps * whole.features, x.size());
        clearPadding();
        Gemm.alone(x, false, whole.in.inputWeight(), gates);        // of all steps at once
        start(hidden, whole.in.hidden());
        if (cell != null) {
            start(cell, whole.in.cell());
        }
        Row row = Row.of(whole.cell, whole.type(), whole.units);
        row.load(Row.BIAS, whole.in.bias(), 0);
        for (int i = 0; i < whole.steps; i++) {
            step(whole.step(i), i == 0 && whole.in.hidden() == null, row);
        }
    }

    /** What stands where nothing should is not read, not even if it is not a number. */
    private void clearPadding() {
        for (int place = 0; whole.in.mask() != null && place < rows * whole.steps; place++) {
            if (whole.isPadding(first + place / whole.steps, place % whole.steps)) {
                for (int i = 0; i < whole.features; i++) {
                    x.set(place * whole.features + i, 0);
                }
            }
        }
    }

    /** The part's own share of what was given to start from, or 0. */
    void start(Array own, Array given) {
        if (given == null) {
            own.fill(0);
        } else {
            own.copy(0, given, first * own.columns(), own.size());
        }
    }

    private void step(int t, boolean fromNothing, Row row) {
        if (fromNothing) {
            fromState.fill(0);
        } else {
            Gemm.alone(hidden, false, whole.in.stateWeight(), fromState);
        }
        for (int n = 0; n < rows; n++) {
            int place = n * whole.steps + t;
            row.load(Row.HIDDEN, hidden, n * whole.units);
            row.store(Row.HIDDEN, before, place * whole.units);
            if (!whole.isPadding(first + n, t)) {
                change(n, place, row);
            }
            row.store(Row.HIDDEN, whole.outputs, (first * whole.steps + place) * whole.units);
        }
    }

    /** A real step: the state becomes another. A padded one leaves it as it was. */
    private void change(int n, int place, Row row) {
        row.load(Row.GATES, gates, place * whole.width());
        row.load(Row.STATE, fromState, n * whole.width());
        if (cell != null) {
            row.load(Row.CELL, cell, n * whole.units);
            row.store(Row.CELL, cells, place * whole.units);
        }
        row.forward();
        row.store(Row.GATES, gates, place * whole.width());
        if (kept != null) {
            row.store(Row.KEPT, kept, place * whole.units);
        }
        row.store(Row.HIDDEN, hidden, n * whole.units);
        if (cell != null) {
            row.store(Row.CELL, cell, n * whole.units);
        }
    }
}
