package org.glassbox.array;

/**
 * A part of a batch, carried through all its steps by one thread that waits for no other. Everything lies step by step, in the
 * order in which the steps are read: row = order · sequences + sequence, so that what one step needs is one block.
 */
final class TimeLoop {
    final Recurrence whole;
    /** The first sequence of the part, and how many they are. */
    final int first;
    final int rows;
    final Array x;                  // [steps · rows, features]
    final Array gates;              // [steps · rows, gates · units]
    final Array hidden;             // [(steps + 1) · rows, units]: the state that each step finds, and the last
    final Array cells;              // the same of the cell, or null
    final Array kept;               // [steps · rows, units] or null
    private final Array fromState;  // [rows, gates · units], or null: it is added to what comes from the input

    TimeLoop(Recurrence whole, int first, int end) {
        this.whole = whole;
        this.first = first;
        this.rows = end - first;
        int steps = whole.steps;
        x = take(steps, whole.features);
        gates = take(steps, whole.width());
        hidden = take(steps + 1, whole.units);
        cells = whole.cell.hasCell() ? take(steps + 1, whole.units) : null;
        kept = whole.cell.kept() > 0 ? take(steps, whole.units) : null;
        fromState = whole.cell.isSplit() ? take(1, whole.width()) : null;
    }

    /** Memory for that many steps. */
    Array take(int steps, int columns) {
        return Arena.take(whole.type(), steps * rows, columns);
    }

    /** What lies there for one step. */
    Array step(Array of, int order) {
        return of.part(order * rows, (order + 1) * rows);
    }

    /** What lies there for all steps, without what is left after the last. */
    Array steps(Array of) {
        return of.part(0, whole.steps * rows);
    }

    void run() {
        for (int order = 0; order < whole.steps; order++) {
            for (int n = 0; n < rows; n++) {
                read(order, n);
            }
        }
        Gemm.alone(x, false, whole.in.inputWeight(), gates);        // of all steps at once
        start(hidden, whole.in.hidden());
        if (cells != null) {
            start(cells, whole.in.cell());
        }
        Row row = Row.of(whole.cell, whole.type(), whole.units);
        row.load(Row.BIAS, whole.in.bias(), 0);
        for (int order = 0; order < whole.steps; order++) {
            multiply(order);
            for (int n = 0; n < rows; n++) {
                change(order, n, row);
            }
        }
    }

    /** What stands where nothing should is not read, not even if it is not a number. */
    private void read(int order, int n) {
        int at = (order * rows + n) * whole.features;
        int t = whole.step(order);
        if (whole.isPadding(first + n, t)) {
            for (int i = 0; i < whole.features; i++) {
                x.set(at + i, 0);
            }
        } else {
            x.copy(at, whole.in.x(), whole.place(first + n, t) * whole.features, whole.features);
        }
    }

    /** Puts what belongs to the part's inputs where they came from. */
    void write(Array own, Array inputs) {
        for (int order = 0; order < whole.steps; order++) {
            for (int n = 0; n < rows; n++) {
                inputs.copy(whole.place(first + n, whole.step(order)) * whole.features, own,
                    (order * rows + n) * whole.features, whole.features);
            }
        }
    }

    /** The part's own share of what was given to start from, or 0. */
    private void start(Array own, Array given) {
        if (given == null) {
            step(own, 0).fill(0);
        } else {
            own.copy(0, given, first * own.columns(), rows * own.columns());
        }
    }

    private void multiply(int order) {
        boolean nothing = order == 0 && whole.in.hidden() == null;
        if (fromState == null) {
            if (!nothing) {
                Gemm.aloneAdding(step(hidden, order), whole.in.stateWeight(), step(gates, order));
            }
        } else if (nothing) {
            fromState.fill(0);
        } else {
            Gemm.alone(step(hidden, order), false, whole.in.stateWeight(), fromState);
        }
    }

    /** A real step: the state becomes another. A padded one leaves it as it was. */
    private void change(int order, int n, Row row) {
        int now = order * rows + n;
        row.load(Row.HIDDEN, hidden, now * whole.units);
        if (cells != null) {
            row.load(Row.CELL, cells, now * whole.units);
        }
        int t = whole.step(order);
        if (!whole.isPadding(first + n, t)) {
            row.load(Row.INPUT, gates, now * whole.width());
            if (fromState != null) {
                row.load(Row.STATE, fromState, n * whole.width());
            }
            row.forward();
            row.store(Row.GATES, gates, now * whole.width());
            if (kept != null) {
                row.store(Row.KEPT, kept, now * whole.units);
            }
        }
        row.store(Row.HIDDEN, hidden, (now + rows) * whole.units);
        if (cells != null) {
            row.store(Row.CELL, cells, (now + rows) * whole.units);
        }
        row.store(Row.HIDDEN, whole.outputs, whole.place(first + n, t) * whole.units);
    }
}
