package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RunComparisonTest {
    private static Table runs(int... labels) {
        return Table.create("What does a label buy?", IntColumn.create("labels", labels),
            DoubleColumn.create("accuracy, %", 60, 70, 80, 90));
    }

    private static Panel panel(Chart chart) {
        return chart.panels().stream().filter(panel -> !panel.isPlain()).findFirst().orElseThrow();
    }

    @Test
    void runs_of_one_place_become_their_mean_with_the_deviation_between_them() {
        Chart chart = RunComparison.of(runs(10, 10, 100, 100));
        assertEquals("What does a label buy?", chart.title());
        assertEquals(List.of("accuracy, %: 65.0 ± 7.1 at 10 → 85.0 ± 7.1 at 100"), chart.summary());
        Mark.Line mean = (Mark.Line) panel(chart).marks().stream().filter(Mark.Line.class::isInstance).findFirst()
            .orElseThrow();
        assertEquals(List.of(65.0, 85.0), List.of(mean.points().y(0), mean.points().y(1)));
        Mark.Area band = (Mark.Area) panel(chart).marks().stream().filter(Mark.Area.class::isInstance).findFirst()
            .orElseThrow();
        assertEquals(List.of(60.0, 70.0), List.of(band.lower().y(0), band.upper().y(0)));
    }

    @Test
    void places_whose_steps_grow_stand_on_a_log_axis_that_says_so() {
        Chart narrow = RunComparison.of(runs(10, 20, 30, 40));
        Chart wide = RunComparison.of(runs(10, 20, 50, 500));
        assertTrue(!panel(narrow).across().log() && panel(wide).across().log());
        assertTrue(wide.measured().endsWith("labels on a log scale"), wide.measured());
        assertEquals(List.of("10", "20", "50", "500"),
            panel(wide).across().ticks().stream().map(Scale.Tick::name).toList());
    }

    @Test
    void every_way_has_a_sentence_and_single_runs_no_band() {
        Table runs = runs(1, 2, 1, 2).addColumns(StringColumn.create("way", "a", "a", "b", "b"));
        Chart chart = RunComparison.of(runs);
        assertEquals(List.of("a: 60.0 at 1 → 70.0 at 2", "b: 80.0 at 1 → 90.0 at 2"), chart.summary());
        assertEquals(List.of(), chart.hint());
        assertTrue(panel(chart).marks().stream().noneMatch(Mark.Area.class::isInstance));
    }

    @Test
    void the_line_at_a_level_passes_between_the_places_where_it_lies() {
        Points line = Contour.of(new double[] {0, 1, 0, 1}, new double[] {1, 1, 0, 0}, new double[] {0, 1, 0, 1}, 2,
            0.25);
        assertEquals(3, line.size());
        assertEquals(List.of(0.25, 1.0, 0.25, 0.0), List.of(line.x(0), line.y(0), line.x(1), line.y(1)));
        assertTrue(Double.isNaN(line.x(2)));
        assertEquals(0, Contour.of(new double[4], new double[4], new double[] {1, 1, 1, 1}, 2, 0.5).size());
    }

    @Test
    void a_picture_without_rows_is_still_a_picture() {
        assertEquals(List.of(), RunComparison.of(runs(1, 1, 1, 1).emptyCopy()).summary());
    }
}
