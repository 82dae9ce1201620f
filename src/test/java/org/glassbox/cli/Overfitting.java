package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

/** What the notebook on overfitting says of its outputs. */
final class Overfitting {
    private static final double TIMES_HIGHER = 1.2;

    private Overfitting() {}

    static void check(Executed notebook) {
        byHeart(notebook);
        remedies(notebook);
        dropoutCuresNoVanishing(notebook);
    }

    private static void byHeart(Executed notebook) {
        double[] here = notebook.numbers("400 epochs on 1,000 images", "here");
        assertEquals(1, here[0], "no mistake");
        assertTrue(here[1] < 0.97, "but on unseen images: " + here[1]);
        assertTrue(here[3] > TIMES_HIGHER * here[2], "the cost rises: " + here[2] + " → " + here[3]);
        assertTrue(notebook.text("Plots.loss(byHeart)").contains("learnt by heart"));
        if (isMnist(notebook)) {
            double[] published = notebook.numbers("400 epochs on 1,000 images", "published");
            assertEquals(published[1], here[1], 0.03);
            assertEquals(published[2], here[2], 0.15);
            assertEquals(published[3], here[3], 0.2);
            double[] best = notebook.numbers("Best accuracy on unseen images", "here");
            assertTrue(best[1] > best[0] + 0.03, "L2 is worth some points, as in the book: " + best[1]);
        }
    }

    private static void remedies(Executed notebook) {
        List<Map<String, String>> runs = notebook.table("Table sides");
        assertEquals(List.of("book's net", "… with L2", "… stopped early", "wide net", "… with dropout"),
            runs.stream().map(run -> run.get("net")).toList());
        assertLower(runs.get(1), runs.get(0), "unseen, end");
        assertLower(runs.get(1), runs.get(0), "unseen, lowest");
        assertLower(runs.get(2), runs.get(0), "unseen, end");
        assertEquals(number(runs.get(2), "unseen, lowest"), number(runs.get(2), "unseen, end"),
            "the best net came back");
        assertLower(runs.get(4), runs.get(3), "unseen, end");
        assertLower(runs.get(4), runs.get(3), "unseen, lowest");
        assertTrue(number(runs.get(1), "unseen, end") < 1.1 * number(runs.get(1), "unseen, lowest"),
            "no longer climbs");
        String stopped = notebook.text("Plots.loss(stopped)");
        assertTrue(stopped.contains("Stopped early: 20 epochs without a better one; the net is again that of epoch"),
            stopped);
    }

    private static void dropoutCuresNoVanishing(Executed notebook) {
        List<Map<String, String>> nets = notebook.table("of one hidden layer, with dropout");
        assertEquals(2, nets.size());
        nets.forEach(net -> assertTrue(number(net, "first") < 1e-3, net.toString()));
        assertEquals(Math.sqrt(2), number(nets.get(1), "activation") / number(nets.get(0), "activation"), 0.1);
        String guessing = notebook.text("Plots.gradients(guessing)");
        assertTrue(guessing.contains("vanishing"), guessing);
        assertTrue(notebook.text("History guessing").contains("Did not learn: "), notebook.text("History guessing"));
    }

    private static boolean isMnist(Executed notebook) {
        return notebook.text("Datasets.mnistOrDigits()").contains("28×28");
    }

    private static void assertLower(Map<String, String> lower, Map<String, String> higher, String column) {
        assertTrue(number(lower, column) < number(higher, column), column + ": " + lower + " " + higher);
    }

    private static double number(Map<String, String> row, String column) { return Double.parseDouble(row.get(column)); }
}
