package org.glassbox.array;

/** The way back through the steps of a {@link TimeLoop}, from the last to the first: what the gates get. */
final class TimeLoopBack {
    final TimeLoop loop;
    final Array dGates;             // [rows · steps, gates · units]: what the input's side gets
    final Array dStates;            // the same, what the state's side gets
    final Array dCell;              // [rows, units] or null; in the end what the cell at the start gets
    final Array dHidden;            // [rows, units]: through the weights; in the end what the state at the start gets
    final Array dBias;              // [biases · units]
    private final Array past;       // [rows, units] or null: what goes past the weights
    private final Array dState;     // [rows, gates · units]: one step of dStates
    private final Recurrence whole;

    TimeLoopBack(TimeLoop loop) {
        this.loop = loop;
        this.whole = loop.whole;
        int all = loop.rows * whole.steps;
        dGates = loop.take(all, whole.width());
        dStates = whole.cell.isSplit() ? loop.take(all, whole.width()) : dGates;
        dCell = whole.cell.hasCell() ? loop.take(loop.rows, whole.units) : null;
        dHidden = loop.take(loop.rows, whole.units);
        past = whole.cell.isDirect() || whole.in.mask() != null ? loop.take(loop.rows, whole.units) : null;
        dBias = Arena.take(whole.type(), whole.cell.biases() * whole.units);
        dState = loop.take(loop.rows, whole.width());
    }

    /**
     * @param dy gradient of the outputs, or null
     * @param dLast gradient of the last cell, or null
     * @param transposed the state's weight with rows and columns exchanged
     */
    void run(Array dy, Array dLast, Array transposed) {
        dHidden.fill(0);
        if (past != null) {
            past.fill(0);
        }
        if (dCell != null) {
            loop.start(dCell, dLast);
        }
        Row row = Row.of(whole.cell, whole.type(), whole.units);
        row.clear(Row.D_BIAS);
        for (int i = whole.steps - 1; i >= 0; i--) {
            step(whole.step(i), dy, row);
            if (i > 0 || whole.in.hidden() != null) {
                Gemm.alone(dState, false, transposed, dHidden);
            }
        }
        row.store(Row.D_BIAS, dBias, 0);
        if (past != null) {
            addPast(row);
        }
    }

    private void addPast(Row row) {
        for (int n = 0; n < loop.rows; n++) {
            row.load(Row.D_HIDDEN, dHidden, n * whole.units);
            row.add(Row.D_HIDDEN, past, n * whole.units);
            row.store(Row.D_HIDDEN, dHidden, n * whole.units);
        }
    }

    private void step(int t, Array dy, Row row) {
        for (int n = 0; n < loop.rows; n++) {
            int place = n * whole.steps + t;
            row.load(Row.D_HIDDEN, dHidden, n * whole.units);
            if (past != null) {
                row.add(Row.D_HIDDEN, past, n * whole.units);
            }
            if (dy != null) {
                row.add(Row.D_HIDDEN, dy, (loop.first * whole.steps + place) * whole.units);
            }
            if (whole.isPadding(loop.first + n, t)) {
                row.clear(Row.D_GATES);         // the step did nothing: all goes on to the one before
                row.clear(Row.D_STATE);
            } else {
                unchange(n, place, row);
            }
            if (past != null) {
                row.store(Row.D_HIDDEN, past, n * whole.units);
            }
            store(n, place, row);
        }
    }

    private void unchange(int n, int place, Row row) {
        row.load(Row.GATES, loop.gates, place * whole.width());
        if (loop.kept != null) {
            row.load(Row.KEPT, loop.kept, place * whole.units);
        }
        if (whole.cell.isDirect()) {
            row.load(Row.HIDDEN, loop.before, place * whole.units);
        }
        if (dCell != null) {
            row.load(Row.CELL, loop.cells, place * whole.units);
            row.load(Row.D_CELL, dCell, n * whole.units);
        }
        row.backward();
        row.addBias();
        if (dCell != null) {
            row.store(Row.D_CELL, dCell, n * whole.units);
        }
        if (!whole.cell.isDirect() && past != null) {
            row.clear(Row.D_HIDDEN);
        }
    }

    private void store(int n, int place, Row row) {
        row.store(Row.D_GATES, dGates, place * whole.width());
        if (dStates != dGates) {
            row.store(Row.D_STATE, dStates, place * whole.width());
        }
        row.store(dStates == dGates ? Row.D_GATES : Row.D_STATE, dState, n * whole.width());
    }
}
