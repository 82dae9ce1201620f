package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

/** What the notebook on yes or no says. */
final class BinaryClassification {
    private static final String THRESHOLDS = "thresholds.rounded(3)";
    private static final String SURE = "Sheet sure";
    private static final String BOOK = "book.rounded(3)";

    private BinaryClassification() {}

    static void check(Executed executed) {
        boundary(executed);
        thresholds(executed);
        sureAndWrong(executed.table(SURE));
        neuron(executed.table(BOOK));
        factors(executed);
    }

    private static void boundary(Executed executed) {
        assertTrue(right(executed.text("// before training")) < 75);
        assertTrue(right(executed.text("// after")) > 88);
    }

    /** Of «Right on 91.0 % ± 2.0 (182 of 200); …». */
    private static double right(String picture) {
        return Double.parseDouble(picture.split("Right on ")[1].split(" %")[0]);
    }

    private static void thresholds(Executed executed) {
        double[] recall = executed.numbers(THRESHOLDS, "recall");
        double[] precision = executed.numbers(THRESHOLDS, "precision");
        assertEquals(5, recall.length);
        for (int i = 1; i < recall.length; i++) {
            assertTrue(recall[i] <= recall[i - 1], "recall can only fall");
        }
        assertTrue(recall[0] > recall[4] + 0.1 && precision[4] > precision[0] + 0.1,
            "no threshold has the best of both");
        assertEquals(List.of("2", "2"), List.of(counts(executed, "upper"), counts(executed, "lower")));
    }

    private static String counts(Executed executed, String column) {
        return "" + executed.numbers("moons.valid()).toTable()", column).length;
    }

    private static void sureAndWrong(List<Map<String, String>> rows) {
        Map<String, String> fine = rows.get(2);
        assertEquals(number(fine, "loss on the score"), number(fine, "loss by hand"), 0.01);
        assertEquals(5, rows.size());
        for (Map<String, String> broken : rows.subList(3, 5)) {
            assertEquals(1, number(broken, "sigmoid"), 0, "exactly 1");
            assertEquals("Infinity", broken.get("loss by hand"));
            assertEquals("NaN", broken.get("gradient by hand"));
            assertEquals(number(broken, "score"), number(broken, "loss on the score"), 1e-6);
            assertEquals(1, number(broken, "gradient on the score"), 1e-6);
        }
    }

    private static void neuron(List<Map<String, String>> rows) {
        assertEquals(12, rows.size());
        for (Map<String, String> row : rows) {
            if (row.get("published").startsWith("0.")) {
                assertEquals(number(row, "published"), number(row, "here"), 0.005, "as published: " + row);
            }
        }
        assertTrue(here(rows, 4) > 0.93, "squared error hardly moves for 150 updates");
        assertTrue(here(rows, 7) < 0.03, "cross-entropy has learned by then");
        assertTrue(here(rows, 8) < here(rows, 5), "and stays ahead");
        assertTrue(here(rows, 11) > 0.5, "at the rate of 0.005 it is still above a half");
    }

    private static void factors(Executed executed) {
        String squares = executed.text("ChainRule.of(squared");
        assertTrue(squares.contains("0.0177") && squares.contains("0.0173"), squares);
        assertTrue(executed.text("ChainRule.of(Loss.binaryCrossEntropy()").contains("0.9820"));
        assertTrue(executed.text("net.then(Activation.sigmoid())").isEmpty(), "an error, and nothing else");
    }

    private static double here(List<Map<String, String>> rows, int row) { return number(rows.get(row), "here"); }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column).replace(",", ""));
    }
}
