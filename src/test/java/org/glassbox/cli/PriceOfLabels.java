package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

/** What the notebook on labels says, with MNIST and with the digits. */
final class PriceOfLabels {
    private static final String BESIDE = "beside.rounded(1)";
    private static final String MISTAKES = "mistakes.rounded(1)";
    private static final String THRESHOLDS = "thresholds.rounded(1)";

    private PriceOfLabels() {}

    static void check(Executed executed) {
        labels(executed.table(BESIDE));
        selfTraining(executed);
        thresholds(executed);
    }

    private static void labels(List<Map<String, String>> rows) {
        int last = rows.size() - 1;
        boolean mnist = number(rows.get(last), "labels") == 50_000;
        assertEquals(mnist ? 11 : 7, rows.size());
        double hundred = of(rows, 100, "here");
        double thousand = of(rows, 1000, "here");
        double all = number(rows.get(last), "here");
        assertTrue(thousand - hundred > all - thousand, "from 100 to 1,000 buys more than from 1,000 to all");
        assertTrue(spread(rows.get(0)) > 3 * spread(rows.get(last)), "the band is wide where labels are few");
        assertTrue(all > 93, "all labels: " + all);
        if (mnist) {
            assertEquals(number(rows.get(last), "published"), all, 2, "the last numbers agree to within two points");
            assertEquals(of(rows, 100, "published"), hundred, 10, "the first to within ten");
        } else {
            assertTrue(hundred > of(rows, 100, "published"), "the digits are easier");
        }
    }

    private static void selfTraining(Executed executed) {
        double[] before = executed.numbers(MISTAKES, "before");
        double[] after = executed.numbers(MISTAKES, "after");
        double[] wrong = executed.numbers(MISTAKES, "wrong");
        int last = before.length - 1;
        assertEquals(5, before.length);
        assertTrue(after[0] > before[0] + 1, "it helps where labels are few");
        assertTrue(after[0] - before[0] > 2 * (after[last] - before[last]), "the more labels, the less it gives");
        assertTrue(wrong[0] > 2 * wrong[last] && wrong[last] > 0, "the fewer labels, the more wrong ones");
        for (double repeated : executed.numbers(MISTAKES, "repeated")) {
            assertTrue(repeated > 90, "more than nine of ten are repeated: " + repeated);
        }
        assertTrue(executed.text("Plots.compare(gain)").contains("with its own labels: "));
    }

    private static void thresholds(Executed executed) {
        double[] taken = executed.numbers(THRESHOLDS, "taken");
        double[] wrong = executed.numbers(THRESHOLDS, "wrong");
        double[] gain = executed.numbers(THRESHOLDS, "gain");
        assertEquals(100, taken[0], "at 0 every row is taken");
        for (int i = 1; i < taken.length; i++) {
            assertTrue(taken[i] < taken[i - 1], "the higher the threshold, the fewer images");
            assertTrue(wrong[i] < wrong[i - 1], "and the fewer mistakes");
        }
        assertTrue(gain[0] < Math.max(gain[2], Math.max(gain[3], gain[4])) / 2, "without a threshold it gains little");
    }

    private static double of(List<Map<String, String>> rows, int labels, String column) {
        return number(rows.stream().filter(row -> number(row, "labels") == labels).findFirst().orElseThrow(), column);
    }

    private static double spread(Map<String, String> row) { return number(row, "greatest") - number(row, "least"); }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column).replace(",", ""));
    }
}
