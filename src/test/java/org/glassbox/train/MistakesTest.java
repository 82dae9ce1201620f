package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private static final Dataset THREE = Dataset.of(new double[][] {{1, 0, 0}, {0, 3, 1}, {0, 1, 0}},
        new int[] {0, 2, 0}, "a", "b", "c");

    @Test
    void the_worst_mistake_comes_first_with_what_the_net_gave_to_the_truth_and_to_what_it_said() {
        Layer scores = x -> x;
        Mistakes mistakes = Mistakes.of(scores, THREE);
        assertEquals(List.of(1, 2), mistakes.worst().stream().map(Mistakes.Mistake::row).toList());
        double all = Math.exp(0) + Math.exp(3) + Math.exp(1);
        Mistakes.Mistake worst = mistakes.worst().get(0);
        assertEquals(List.of(2, 1), List.of(worst.truth(), worst.said()));
        assertArrayEquals(new double[] {Math.exp(1) / all, Math.exp(3) / all, Math.log(all) - 1},
            new double[] {worst.trueShare(), worst.saidShare(), worst.loss()}, 1e-6);
        assertEquals("c", mistakes.toTable().stringColumn("truth").get(0));
        assertArrayEquals(new float[] {0, 3, 1}, mistakes.values().get(0));
        assertEquals(1, mistakes.first(1).worst().size());
        assertTrue(mistakes.toString().startsWith("2 of 3 rows wrong\n"), mistakes.toString());
    }

    @Test
    void they_are_as_many_as_the_confusion_matrix_counts() {
        Seed.use(7);
        Layer net = Linear.of(64, 10);
        ConfusionMatrix matrix = ConfusionMatrix.of(net, Datasets.digits());
        assertEquals(matrix.rows() - matrix.right(), Mistakes.of(net, Datasets.digits()).worst().size());
    }

    @Test
    void numbers_have_no_mistakes() {
        assertThrows(GlassboxException.class, () -> Mistakes.of(x -> x, Datasets.weather(3)));
    }
}
