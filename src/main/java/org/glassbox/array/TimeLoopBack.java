package org.glassbox.array;

/** The way back through the steps of a {@link TimeLoop}, from the last to the first: what the gates get. */
final class TimeLoopBack {
    final TimeLoop loop;
    final Array dGates;             // [steps · rows, gates · units]: what the input's side gets
    final Array dStates;            // the same, what the state's side gets
    final Array dCell;              // [rows, units] or null; in the end what the cell at the start gets
    final Array dHidden;            // [rows, units]: through the weights; in the end what the state at the start gets
    final Array dBias;              // [biases · units]
    private final Array past;       // [rows, units] or null: what goes past the weights
    private final Recurrence whole;

    TimeLoopBack(TimeLoop loop) {
        this.loop = loop;
        this.whole = loop.whole;
        dGates = loop.take(whole.steps, whole.width());
        dStates = whole.cell.isSplit() ? loop.take(whole.steps, whole.width()) : dGates;
        dCell = whole.cell.hasCell() ? loop.take(1, whole.units) : null;
        dHidden = loop.take(1, whole.units);
        past = whole.cell.isDirect() || whole.in.mask() != null ? loop.take(1, whole.units) : null;
        dBias = Arena.take(whole.type(), whole.cell.biases() * whole.units);
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
        if (dCell != null && dLast == null) {
            dCell.fill(0);
        } else if (dCell != null) {
            dCell.copy(0, dLast, loop.first * whole.units, dCell.size());
        }
        Row row = Row.of(whole.cell, whole.type(), whole.units);
        row.clear(Row.D_BIAS);
        for (int order = whole.steps - 1; order >= 0; order--) {
            for (int n = 0; n < loop.rows; n++) {
                step(order, n, dy, row);
            }
            if (order > 0 || whole.in.hidden() != null) {
                Gemm.alone(loop.step(dStates, order), false, transposed, dHidden);
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

    private void step(int order, int n, Array dy, Row row) {
        int t = whole.step(order);
        int now = order * loop.rows + n;
        row.load(Row.D_HIDDEN, dHidden, n * whole.units);
        if (past != null) {
            row.add(Row.D_HIDDEN, past, n * whole.units);
        }
        if (dy != null) {
            row.add(Row.D_HIDDEN, dy, whole.place(loop.first + n, t) * whole.units);
        }
        if (whole.isPadding(loop.first + n, t)) {
            row.clear(Row.D_GATES);         // the step did nothing: all goes on to the one before
            row.clear(Row.D_STATE);
        } else {
            unchange(now, n, row);
        }
        if (past != null) {
            row.store(Row.D_HIDDEN, past, n * whole.units);
        }
        row.store(Row.D_GATES, dGates, now * whole.width());
        if (dStates != dGates) {
            row.store(Row.D_STATE, dStates, now * whole.width());
        }
    }

    private void unchange(int now, int n, Row row) {
        row.load(Row.GATES, loop.gates, now * whole.width());
        if (loop.kept != null) {
            row.load(Row.KEPT, loop.kept, now * whole.units);
        }
        if (whole.cell.isDirect()) {
            row.load(Row.HIDDEN, loop.hidden, now * whole.units);
        }
        if (dCell != null) {
            row.load(Row.CELL, loop.cells, now * whole.units);
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
}
