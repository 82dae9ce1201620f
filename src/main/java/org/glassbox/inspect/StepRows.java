package org.glassbox.inspect;

import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The columns of a chain while it grows: local derivative × from the right = passed on. */
final class StepRows {
    private final String title;
    private final IntColumn number = IntColumn.create("step");
    private final StringColumn to = StringColumn.create("to");
    private final StringColumn from = StringColumn.create("from");
    private final StringColumn formula = StringColumn.create("formula");
    private final DoubleColumn local = DoubleColumn.create("local");
    private final DoubleColumn right = DoubleColumn.create("from_the_right");
    private final DoubleColumn passed = DoubleColumn.create("passed_on");
    private final BooleanColumn smallest = BooleanColumn.create("smallest");
    private final StringColumn note = StringColumn.create("note");

    StepRows(String title) { this.title = title; }

    void add(String result, String input, String words, double derivative, double above, double below,
        boolean isSmallest,
        String remark) {
        number.append(number.size() + 1);
        to.append(result);
        from.append(input);
        formula.append(words);
        local.append(derivative);
        right.append(above);
        passed.append(below);
        smallest.append(isSmallest);
        note.append(remark);
    }

    Table table() { return Table.create(title, number, to, from, formula, local, right, passed, smallest, note); }
}
