package org.glassbox.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glassbox.GlassboxException;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Sequential;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class DecisionBoundaryTest {
    private static final Dataset FOUR = Dataset.of(new double[][] {{0, 0}, {10, 0}, {0, 5}, {10, 5}},
        new int[] {0, 1, 0, 0}, "no", "yes");
    /** The score is the first feature − 5: yes on the right half. */
    private static final Layer RIGHT = Linear.of(new double[][] {{1}, {0}}, new double[] {-5});

    @Test
    void the_plane_reaches_a_tenth_beyond_the_rows_and_stands_from_above() {
        Table plane = DecisionBoundary.of(RIGHT, FOUR).plane();
        assertEquals(DecisionBoundary.ROWS * DecisionBoundary.COLUMNS, plane.rowCount());
        double cell = 12.0 / DecisionBoundary.COLUMNS;
        assertEquals(-1 + cell / 2, plane.doubleColumn("x").getDouble(0), 1e-5);
        assertEquals(11 - cell / 2, plane.doubleColumn("x").getDouble(DecisionBoundary.COLUMNS - 1), 1e-5);
        assertEquals(5.5 - 3.0 / DecisionBoundary.ROWS, plane.doubleColumn("y").getDouble(0), 1e-5);
    }

    @Test
    void a_place_has_the_share_of_the_second_class() {
        Table plane = DecisionBoundary.of(RIGHT, FOUR).plane();
        for (int i = 0; i < plane.rowCount(); i++) {
            double expected = 1 / (1 + Math.exp(5 - plane.doubleColumn("x").getDouble(i)));
            assertEquals(expected, plane.doubleColumn("share").getDouble(i), 1e-5);
        }
    }

    @Test
    void a_row_knows_its_class_and_whether_it_is_said() {
        DecisionBoundary boundary = DecisionBoundary.of(RIGHT, FOUR);
        Table points = boundary.points();
        assertEquals("[x, y, yes, right, share]", points.columnNames().toString());
        assertTrue(points.booleanColumn("yes").get(1) && points.booleanColumn("right").get(1));
        assertFalse(points.booleanColumn("right").get(3));
        assertEquals("yes", boundary.facts().stringColumn("yes").get(0));
        assertEquals(3, boundary.facts().intColumn("right").get(0));
    }

    @Test
    void a_score_for_each_class_will_do_as_well() {
        Layer two = Linear.of(new double[][] {{0, 1}, {0, 0}}, new double[] {0, -5});
        double[] one = DecisionBoundary.of(RIGHT, FOUR).plane().doubleColumn("share").asDoubleArray();
        double[] both = DecisionBoundary.of(two, FOUR).plane().doubleColumn("share").asDoubleArray();
        assertArrayEquals(one, both, 1e-6);
    }

    @Test
    void other_data_and_a_net_that_ends_in_sigmoid_are_refused_with_the_mend() {
        assertEquals("""
            boundary: two features and two classes make a plane with two sides
              data   iris · 150 rows × 4 features · 3 classes
              help   Datasets.moons() is such a dataset; for others ConfusionMatrix.of""",
            message(Linear.of(4, 3), Datasets.iris()));
        assertEquals("""
            boundary: the net ends in sigmoid, scores are expected
              help   leave the last sigmoid out; what is above 0 means yes""",
            message(Sequential.of(RIGHT, Activation.sigmoid()), FOUR));
        assertEquals("""
            Predictions: the net gives 3 scores a row, data has 2 classes
              help   one score for each class, or one score a row for two classes""", message(Linear.of(2, 3), FOUR));
    }

    private static String message(Layer net, Dataset part) {
        return assertThrows(GlassboxException.class, () -> DecisionBoundary.of(net, part)).getMessage();
    }
}
