package org.glassbox.inspect;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A computation as it can be looked at: number by number, or layer by layer. */
interface View {
    /** One row: what was asked, and the sentences of the answer. */
    Table facts();

    /** A row a value: its number forward and its gradient. */
    Table values();

    /** A row a way between two values: its local derivative and what it passes on. */
    Table ways();

    /** The chain of the question, from the result backward. */
    Table steps();

    /** The result as the asked number alone changes. */
    Table curve();

    /** Each number of one sample that is looked at by layers, and its gradient. */
    default Table input() {
        return Table.create("input", DoubleColumn.create("value"), DoubleColumn.create("gradient"));
    }

    /** Each class with the share that the net gives it, and the target. */
    default Table scores() {
        return Table.create("scores", IntColumn.create("class"), DoubleColumn.create("share"),
            DoubleColumn.create("target"));
    }

    /** The same about another number. */
    View path(String name);

    /** Whether values are whole layers. */
    boolean isByLayers();
}
