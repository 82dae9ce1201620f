package org.glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SplitTest {
    private static final Dataset COUNTED = Dataset.of(IntStream.range(0, 100).mapToObj(i -> new double[] {i})
        .toArray(double[][]::new), IntStream.range(0, 100).map(i -> i % 4 == 0 ? 1 : 0).toArray());

    @Test
    void digits_give_1437_rows_for_training_and_360_for_validation() {
        Split split = Datasets.digits().split(0.8);
        assertEquals(1437, split.train().rows());
        assertEquals(360, split.valid().rows());
        assertTrue(split.isStratified());
        assertFalse(split.isTestable());
    }

    @Test
    void every_row_is_in_exactly_one_part_with_its_own_target_and_keeps_its_place() {
        Split split = COUNTED.split(0.5, 0.3);
        List<Float> all = Stream.of(split.train(), split.valid(), split.test()).flatMap(SplitTest::firsts).sorted()
            .toList();
        assertEquals(COUNTED.rows(), all.size());
        assertEquals(COUNTED.rows(), all.stream().distinct().count());
        for (Dataset part : List.of(split.train(), split.valid(), split.test())) {
            assertEquals(firsts(part).sorted().toList(), firsts(part).toList());
            for (int row = 0; row < part.rows(); row++) {
                assertEquals(part.values(row)[0] % 4 == 0 ? 1 : 0, part.targetOf(row));
            }
        }
    }

    @Test
    void two_shares_leave_the_rest_for_testing() {
        Split split = COUNTED.split(0.7, 0.15);
        assertEquals(List.of(70, 15, 15), List.of(split.train().rows(), split.valid().rows(), split.test().rows()));
    }

    @Test
    void the_same_rows_come_at_each_call_whatever_the_current_seed_is() {
        Seed.use(1);
        List<Float> first = firsts(COUNTED.split(0.8).valid()).toList();
        Seed.use(2);
        assertEquals(first, firsts(COUNTED.split(0.8).valid()).toList());
        assertEquals(firsts(COUNTED.split(0.8, Seed.of(5)).valid()).toList(),
            firsts(COUNTED.split(0.8, Seed.of(5)).valid()).toList());
        assertNotEquals(first, firsts(COUNTED.split(0.8, Seed.of(5)).valid()).toList());
        assertNotEquals(firsts(COUNTED.split(0.6, 0.2).test()).toList(),
            firsts(COUNTED.split(0.6, 0.2, Seed.of(5)).test()).toList());
    }

    @Test
    void splitting_draws_nothing_from_the_current_seed() {
        Seed.use(3);
        Seed next = Seed.next("split");
        Seed.use(3);
        COUNTED.split(0.8);
        assertEquals(next, Seed.next("split"));
    }

    @Test
    void numbers_are_split_without_classes() {
        Split split = Dataset.of(new double[][] {{1}, {2}, {3}, {4}, {5}}, new double[] {1, 2, 3, 4, 5}).split(0.6);
        assertEquals(3, split.train().rows());
        assertEquals(2, split.valid().rows());
        assertFalse(split.isStratified());
    }

    @Test
    void parts_that_came_apart_already_can_be_put_together() {
        Split split = Split.of(COUNTED.take(0, 1), COUNTED.take(2), COUNTED.take(3, 4, 5));
        assertEquals(3, split.test().rows());
        assertFalse(split.isStratified());
        assertFalse(Split.of(COUNTED.take(0), COUNTED.take(1)).isTestable());
    }

    @Test
    void the_balance_counts_each_class_in_each_part() {
        assertArrayEquals(new Object[] {"0", 75, 0.75, 60, 15}, row(COUNTED.split(0.8), 0));
        assertArrayEquals(new Object[] {"1", 25, 0.25, 20, 5}, row(COUNTED.split(0.8), 1));
    }

    @Test
    void a_test_part_that_is_not_there_is_an_error_with_the_mend() {
        assertSays("""
            test: data was split into training and validation, there is no test part
              training   80 rows
              validation 20 rows
              help       give two shares, the rest is for testing: split(0.7, 0.15)""",
            () -> COUNTED.split(0.8).test());
    }

    @Test
    void a_share_in_percent_is_refused_with_what_was_meant() {
        assertSays("""
            split: the share for training is 80, must lie between 0 and 1
              data   data · 100 rows × 1 feature · 2 classes
              help   did you mean 0.8?""", () -> COUNTED.split(80));
        assertSays("""
            split: the share for validation is NaN, must lie between 0 and 1
              data   data · 100 rows × 1 feature · 2 classes
              help   0.8 takes four rows of five""", () -> COUNTED.split(0.5, Double.NaN));
    }

    @Test
    void shares_that_leave_nothing_are_refused() {
        assertSays(
            """
                split: the shares leave nothing for the test part
                  shares [0.7, 0.3]
                  help   they must sum to less than 1; split(0.8) leaves the rest for validation, split(0.7, 0.15) for testing""",
            () -> COUNTED.split(0.7, 0.3));
    }

    @Test
    void a_class_with_too_few_rows_is_refused_by_name() {
        Dataset rare = Dataset.of(new double[][] {{1}, {2}, {3}}, new int[] {0, 0, 1}, "common", "rare");
        assertSays(
            """
                split: class "rare" has 1 row, too few for 2 parts
                  data   data · 3 rows × 1 feature · 2 classes
                  help   each part needs at least a row of each class to say something about it; add rows, leave the class out \
                with take(…), or build the parts yourself: Split.of(train, valid)""",
            () -> rare.split(0.5));
    }

    @Test
    void a_named_class_without_any_row_does_no_harm() {
        Split split = Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new int[] {0, 0, 2, 2}, "a", "b", "c").split(0.5);
        assertEquals(List.of("a", "b", "c"), split.valid().classes());
        assertEquals(2, split.train().rows());
    }

    @Test
    void a_part_without_rows_is_refused() {
        Dataset two = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 2});
        assertSays("""
            split: the training part would be empty
              data   data · 2 rows × 1 feature · numbers
              help   take other shares or more rows""", () -> two.split(0.1));
    }

    @Test
    void parts_of_different_data_are_refused() {
        assertSays("""
            split: the validation part has other features than the training part
              training   pixel
              validation x1
              help       all parts must have the same features in the same order""",
            () -> Split.of(COUNTED.withFeatures("pixel"), COUNTED));
        assertSays("""
            split: the test part has other classes than the training part
              training 0, 1
              test     no, yes
              help     all parts must have the same classes in the same order""",
            () -> Split.of(COUNTED, COUNTED, COUNTED.withClasses("no", "yes")));
    }

    @Test
    void standardizing_fits_the_training_part_alone_and_is_applied_to_all() {
        Dataset train = Dataset.of(new double[][] {{1, 10}, {3, 30}}, new double[] {1, 2});
        Dataset valid = Dataset.of(new double[][] {{5, 20}}, new double[] {3});
        Dataset test = Dataset.of(new double[][] {{2, 0}}, new double[] {4});
        Split split = Split.of(train, valid, test).standardized();
        assertArrayEquals(new float[] {-1, -1}, split.train().values(0));
        assertArrayEquals(new float[] {1, 1}, split.train().values(1));
        assertArrayEquals(new float[] {3, 0}, split.valid().values(0));
        assertArrayEquals(new float[] {0, -2}, split.test().values(0));
        assertEquals(4, split.test().targetOf(0), "targets stay as they are");
        Standardization fitted = split.scaling().orElseThrow();
        assertEquals(List.of(2.0, 20.0), fitted.mean());
        assertEquals(List.of(1.0, 10.0), fitted.deviation());
        assertEquals("standardized", split.test().note());
        assertSame(split, split.standardized());
        assertTrue(Split.of(train, valid).scaling().isEmpty());
    }

    @Test
    void standardized_training_rows_of_digits_have_mean_0_and_deviation_1() {
        var ranges = Datasets.digits().split(0.8).standardized().train().ranges();
        for (int i = 0; i < ranges.rowCount(); i++) {
            boolean still = ranges.row(i).getDouble("min") == ranges.row(i).getDouble("max");
            assertEquals(0, ranges.row(i).getDouble("mean"), 1e-6);
            assertEquals(still ? 0 : 1, ranges.row(i).getDouble("deviation"), 1e-6);
        }
    }

    @Test
    void a_feature_that_never_changes_in_training_is_0_everywhere_and_said() {
        Dataset train = Dataset.of(new double[][] {{0.1, 1}, {0.1, 2}, {0.1, 3}}, new double[] {1, 2, 3});
        Split split = Split.of(train, Dataset.of(new double[][] {{9, 2}}, new double[] {1})).standardized();
        assertArrayEquals(new float[] {0, 0}, split.valid().values(0));
        assertEquals(0, split.train().values(2)[0]);
        Standardization fitted = split.scaling().orElseThrow();
        assertEquals(List.of("x1"), fitted.constant());
        assertEquals("2 features standardized by the training part alone; 1 never changes and is 0 everywhere",
            fitted.toString());
        assertEquals(List.of("feature", "mean", "deviation"), fitted.toTable().columnNames());
        assertTrue(split.toString().contains("scaling  2 features standardized"), split.toString());
    }

    static void assertSays(String text, Executable wrong) { assertEquals(text, message(wrong)); }

    static String message(Executable wrong) { return assertThrows(DataException.class, wrong).getMessage(); }

    private static Stream<Float> firsts(Dataset data) {
        return IntStream.range(0, data.rows()).mapToObj(row -> data.values(row)[0]);
    }

    private static Object[] row(Split split, int row) {
        return split.balance().columns().stream().map(column -> column.get(row)).toArray();
    }
}
