package org.glassbox.inspect;

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

    /** The same about another number. */
    View path(String name);

    /** Whether values are whole layers. */
    boolean isByLayers();
}
