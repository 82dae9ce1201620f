package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassbox.array.Array;
import org.glassbox.array.Magnitudes;
import org.glassbox.array.Type;
import org.glassbox.train.Rows.Subject;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class RowsTest {
    private static final Subject WEIGHT = new Subject("weights", 0, "0 Linear", "", "weight");
    private static final Subject OTHER = new Subject("everything", 2, "2 Linear", "output", "bias");

    private static void at(Rows rows, int step, int epoch) {
        rows.at(Step.of(new Step.At(Step.Moment.UPDATE, step, epoch, 32, true), null, () -> null));
    }

    private static Magnitudes counted(double... numbers) {
        return Magnitudes.of(Array.of(Type.FLOAT, numbers, numbers.length));
    }

    private static List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        table.forEach(row -> {
            StringBuilder line = new StringBuilder();
            for (String column : table.columnNames()) {
                line.append(table.column(column).isMissing(row.getRowNumber()) ? "·" : row.getObject(column))
                    .append(' ');
            }
            lines.add(line.toString().strip());
        });
        return lines;
    }

    @Test
    void each_number_each_unit_and_each_bin_is_a_row() {
        Rows rows = new Rows();
        at(rows, 0, 0);
        rows.add(WEIGHT, "rms", 0.5);
        rows.add(WEIGHT, "fires", new double[] {0.25, 0.75});
        at(rows, 9, 2);
        rows.add(OTHER, "count", -1, 1, new int[] {3, 4});
        rows.add(OTHER, "fires", 7, 0.5);
        rows.add(OTHER, "count", 1, 2, 3, 5);
        Table table = rows.snapshot().toTable(Set.of());
        assertEquals(List.of("step", "epoch", "layer", "place", "role", "watch", "name", "quantity", "index", "low",
            "high", "value"), table.columnNames());
        assertEquals(List.of("0 0 0 0 Linear · weights weight rms · · · 0.5",
            "0 0 0 0 Linear · weights weight fires 0 · · 0.25", "0 0 0 0 Linear · weights weight fires 1 · · 0.75",
            "9 2 2 2 Linear output everything bias count 0 -1.0 0.0 3.0",
            "9 2 2 2 Linear output everything bias count 1 0.0 1.0 4.0",
            "9 2 2 2 Linear output everything bias fires 7 · · 0.5",
            "9 2 2 2 Linear output everything bias count 1 2.0 3.0 5.0"),
            lines(table));
    }

    @Test
    void what_is_added_later_or_changed_outside_changes_no_snapshot() {
        Rows rows = new Rows();
        at(rows, 1, 1);
        double[] units = {1, 2};
        rows.add(WEIGHT, "fires", units);
        units[0] = 9;
        rows.add(WEIGHT, counted(1, 2, 3));
        Rows.Snapshot before = rows.snapshot();
        List<String> lines = lines(rows.snapshot().toTable(Set.of()));
        for (int step = 2; step < 2000; step++) {
            at(rows, step, 1);
            rows.add(OTHER, "norm", step);
            rows.add(WEIGHT, counted(4));
        }
        assertEquals(lines, lines(before.toTable(Set.of())));
        assertEquals("1 1 0 0 Linear · weights weight fires 0 · · 1.0", lines.get(0));
    }

    @Test
    void only_the_rows_of_the_watches_that_are_named() {
        Rows rows = new Rows();
        at(rows, 1, 1);
        rows.add(WEIGHT, "rms", 1);
        rows.add(OTHER, "norm", 2);
        rows.add(OTHER, counted(4));
        assertEquals(1, rows.snapshot().toTable(Set.of("weights")).rowCount());
        assertEquals(6, rows.snapshot().toTable(Set.of("everything")).rowCount());
        assertEquals(7, rows.snapshot().toTable(Set.of("everything", "weights")).rowCount());
    }

    @Test
    void of_a_long_run_neighbouring_histograms_are_summed_and_every_number_stays_counted() {
        Rows rows = new Rows();
        int updates = 10_000;
        for (int step = 1; step <= updates; step++) {
            at(rows, step, 1 + step / 100);
            rows.add(WEIGHT, counted(step, -1, 0));
            rows.add(OTHER, counted(Double.NaN, 1e-3 * step));
        }
        Table table = rows.snapshot().toTable(Set.of());
        Table steps = table.where(table.stringColumn("quantity").isEqualTo("steps")
            .and(table.stringColumn("watch").isEqualTo("weights")));
        assertTrue(steps.rowCount() > Histograms.MOST / 2 && steps.rowCount() <= Histograms.MOST,
            steps.rowCount() + " histograms");
        assertEquals(updates, steps.doubleColumn("value").sum());
        assertEquals(updates, steps.intColumn("step").get(steps.rowCount() - 1));
        assertEquals(64, steps.doubleColumn("value").get(0));
        assertEquals(64, steps.intColumn("step").get(0));
        assertEquals(5 * updates, sum(table, "size"));
        assertEquals(updates, sum(table, "zeros"));
        assertEquals(updates, sum(table, "notfinite"));
        assertEquals(3 * updates, sum(table, "count"));
    }

    private static double sum(Table table, String quantity) {
        return table.where(table.stringColumn("quantity").isEqualTo(quantity)).doubleColumn("value").sum();
    }

    @Test
    void a_short_run_keeps_the_histogram_of_each_update() {
        Rows rows = new Rows();
        for (int step = 1; step <= Histograms.MOST; step++) {
            at(rows, step, 1);
            rows.add(WEIGHT, counted(step));
        }
        Table table = rows.snapshot().toTable(Set.of());
        assertEquals(Histograms.MOST, table.where(table.stringColumn("quantity").isEqualTo("steps")).rowCount());
        assertEquals(Histograms.MOST, sum(table, "steps"));
    }
}
