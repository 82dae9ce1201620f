package org.glassbox.kernel;

import java.util.Optional;
import org.glassbox.notebook.Bundle;

/**
 * What came of a cell: a value to be shown, or an error, or neither.
 *
 * @param value the last expression's value in every form in which it can be shown
 * @param error why the cell ended early
 */
record Outcome(Optional<Bundle> value, Optional<CellError> error) {
    /** The cell ran and shows nothing. */
    static final Outcome NOTHING = new Outcome(Optional.empty(), Optional.empty());

    static Outcome failed(CellError error) { return new Outcome(Optional.empty(), Optional.of(error)); }
}
