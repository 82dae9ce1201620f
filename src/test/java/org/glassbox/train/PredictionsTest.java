package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glassbox.GlassboxException;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Scores are the features themselves, so that softmax can be repeated by hand. */
class PredictionsTest {
    private static final Layer SCORES = x -> x;
    private static final Dataset THREE = Dataset.of(new double[][] {{Math.log(8), 0, 0}, {0, 0, Math.log(2)}},
        new int[] {0, 1}, "cat", "cow", "dog");
    private static final Dataset YES_OR_NO = Dataset.of(new double[][] {{Math.log(3)}, {-Math.log(4)}, {0}},
        new int[] {1, 1, 0}, "no", "yes");

    @Test
    void what_is_said_of_each_row_comes_with_the_share_of_softmax() {
        Predictions said = Predictions.of(SCORES, THREE);
        assertArrayEquals(new int[] {0, 2}, said.said());
        assertEquals(0.8, said.share(0), 1e-6);
        assertEquals(0.5, said.share(1), 1e-6);
        assertTrue(said.isRight(0));
        assertFalse(said.isRight(1));
        assertEquals("Predictions of 2 rows of data: 1 right, 65.0 % sure on average", said.toString());
    }

    @Test
    void one_score_a_row_is_a_share_of_yes_or_of_no() {
        Predictions said = Predictions.of(SCORES, YES_OR_NO);
        assertArrayEquals(new int[] {1, 0, 0}, said.said());
        assertEquals(0.75, said.share(0), 1e-6);
        assertEquals(0.8, said.share(1), 1e-6);
        assertEquals(0.5, said.share(2), 1e-6);
    }

    @Test
    void the_sure_rows_can_be_asked_for_and_how_many_of_them_are_wrong() {
        Predictions said = Predictions.of(SCORES, YES_OR_NO);
        assertArrayEquals(new int[] {0, 1}, said.sure(0.7));
        assertArrayEquals(new int[] {1}, said.sure(0.79));
        assertEquals(0, said.sure(0.9).length);
        assertEquals(1, said.wrong(said.sure(0.7)));
        assertEquals(0, said.wrong());
    }

    @Test
    void a_score_that_no_exponential_could_hold_is_a_share_all_the_same() {
        Dataset large = Dataset.of(new double[][] {{1000, 0}, {-1000, 1000}}, new int[] {0, 1});
        Predictions said = Predictions.of(SCORES, large);
        assertEquals(1, said.share(0), 0);
        assertEquals(1, said.share(1), 0);
    }

    @Test
    void the_table_names_the_classes() {
        Table table = Predictions.of(SCORES, THREE).toTable();
        assertEquals("[row, truth, said, share]", table.columnNames().toString());
        assertEquals("cow", table.stringColumn("truth").get(1));
        assertEquals("dog", table.stringColumn("said").get(1));
        assertEquals(0.5, table.doubleColumn("share").getDouble(1), 1e-6);
    }

    @Test
    void numbers_are_not_classes() {
        Dataset numbers = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 2});
        String said = assertThrows(GlassboxException.class, () -> Predictions.of(Linear.of(1, 1), numbers))
            .getMessage();
        assertEquals("""
            Predictions: the target of data is numbers, not classes
              help   net.predict(part.x()) gives the numbers""", said);
    }
}
