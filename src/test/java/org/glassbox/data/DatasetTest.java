package org.glassbox.data;

import static org.glassbox.data.SplitTest.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};

    @Test
    void arrays_with_class_numbers_become_classes() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1});
        assertEquals(3, data.rows());
        assertEquals(List.of("x1", "x2"), data.features());
        assertEquals(List.of("0", "1"), data.classes());
        assertTrue(data.isClasses());
        assertArrayEquals(new int[] {3, 2}, data.x().shape());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, data.x().toFloats());
        assertArrayEquals(new int[] {3}, data.y().shape());
        assertArrayEquals(new float[] {1, 0, 1}, data.y().toFloats());
    }

    @Test
    void arrays_with_numbers_become_a_column_of_targets() {
        Dataset data = Dataset.of(X, new double[] {0.5, -1, 2});
        assertEquals(List.of(), data.classes());
        assertFalse(data.isClasses());
        assertArrayEquals(new int[] {3, 1}, data.y().shape());
        assertArrayEquals(new float[] {0.5f, -1, 2}, data.y().toFloats());
    }

    @Test
    void it_never_changes() {
        double[][] x = {{1, 2}};
        double[] y = {3};
        Dataset data = Dataset.of(x, y);
        x[0][0] = 9;
        y[0] = 9;
        data.values(0)[0] = 9;
        data.x().toFloats()[0] = 9;
        assertArrayEquals(new float[] {1, 2}, data.values(0));
        assertEquals(3, data.targetOf(0));
        assertThrows(UnsupportedOperationException.class, () -> data.features().set(0, "other"));
        data.withName("other");
        assertEquals("data", data.name());
    }

    @Test
    void a_sample_is_a_batch_of_one_row() {
        Batch sample = Dataset.of(X, new int[] {1, 0, 1}).sample(1);
        assertEquals(1, sample.rows());
        assertArrayEquals(new int[] {1, 2}, sample.x().shape());
        assertArrayEquals(new float[] {3, 4}, sample.x().toFloats());
        assertArrayEquals(new float[] {0}, sample.y().toFloats());
    }

    @Test
    void taken_rows_come_in_the_order_asked_for_and_keep_all_classes() {
        Dataset taken = Dataset.of(X, new int[] {1, 0, 1}).take(2, 0, 2);
        assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6}, taken.x().toFloats());
        assertArrayEquals(new float[] {1, 1, 1}, taken.y().toFloats());
        assertEquals(List.of("0", "1"), taken.classes());
    }

    @Test
    void named_classes_may_have_no_rows() {
        Dataset data = Dataset.of(X, new int[] {2, 0, 2}, "cat", "cow", "dog");
        assertEquals(List.of("cat", "cow", "dog"), data.classes());
        assertEquals(0, data.balance().intColumn("rows").getInt(1));
    }

    @Test
    void what_it_is_called_can_be_changed() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1}).withName("pets").withTarget("kind").withClasses("cat", "dog")
            .withFeatures("weight", "age").withImage(1, 2).withNote("made up");
        assertEquals("pets · 3 rows × 2 features · 2 classes · images 1×2", data.summary());
        assertEquals(List.of("pets", "kind", "made up"), List.of(data.name(), data.target(), data.note()));
        assertEquals(List.of("weight", "age"), data.features());
        assertEquals(List.of("cat", "dog"), data.classes());
    }

    @Test
    void images_are_moved_and_what_leaves_them_is_lost() {
        Dataset images = Dataset.of(new double[][] {{1, 2, 3, 4, 5, 6}}, new int[] {0}, "one").withImage(2, 3);
        assertArrayEquals(new float[] {0, 0, 0, 0, 1, 2}, images.shifted(1, 1).values(0));
        assertArrayEquals(new float[] {5, 6, 0, 0, 0, 0}, images.shifted(-1, -1).values(0));
        assertArrayEquals(new float[6], images.shifted(0, 3).values(0));
        assertArrayEquals(images.values(0), images.shifted(0, 0).values(0));
        assertSays("""
            shifted: the rows of moons are no images
              data   moons · 200 rows × 2 features · 2 classes
              help   if each row is an image, say so: data.withImage(height, width)""",
            () -> Datasets.moons().shifted(1, 0));
    }

    @Test
    void whole_numbers_become_classes_by_value_and_classes_become_numbers() {
        Dataset classes = Dataset.of(X, new double[] {10, 2, -0.0}).toClasses();
        assertEquals(List.of("0", "2", "10"), classes.classes());
        assertArrayEquals(new float[] {2, 1, 0}, classes.y().toFloats());
        assertSame(classes, classes.toClasses());
        assertArrayEquals(new int[] {3, 1}, classes.toNumbers().y().shape());
        assertArrayEquals(new float[] {2, 1, 0}, classes.toNumbers().y().toFloats());
    }

    @Test
    void numbers_between_whole_numbers_are_not_classes() {
        assertSays("""
            toClasses: target "target" holds 0.5, classes are whole numbers
              data   data · 3 rows × 2 features · numbers
              help   leave them numbers and train with Loss.meanSquaredError()""",
            () -> Dataset.of(X, new double[] {1, 0.5, 2}).toClasses());
        double[] years = new double[1001];
        Arrays.setAll(years, i -> i);
        double[][] x = new double[1001][1];
        assertSays("""
            toClasses: target "target" has 1,001 different values, more than 1,000 classes
              data   data · 1,001 rows × 1 feature · numbers
              help   leave them numbers and train with Loss.meanSquaredError()""",
            () -> Dataset.of(x, years).toClasses());
    }

    @Test
    void ragged_rows_are_refused() {
        assertSays("""
            dataset: row 1 has 1 features, row 0 has 2
              help   all rows must have the same features""",
            () -> Dataset.of(new double[][] {{1, 2}, {3}}, new int[] {0, 1}));
    }

    @Test
    void a_target_for_each_row_is_asked_for() { assertSays("""
        dataset: x has 3 rows, y has 2 targets
          help   each row needs its own target""", () -> Dataset.of(X, new double[] {1, 2})); }

    @Test
    void nothing_at_all_is_refused() {
        assertSays("""
            dataset: there are no rows
              help   a dataset has at least one row and one feature""", () -> Dataset.of(new double[0][], new int[0]));
        assertSays("""
            dataset: there are no features
              help   a dataset has at least one row and one feature""", () -> Dataset.of(new double[1][0], new int[1]));
    }

    @Test
    void numbers_that_are_not_finite_are_refused_where_they_stand() {
        assertSays("""
            dataset: column "x2" has no number in row 1
              column x2
              row    1 (counted from 0)
              value  NaN
              help   drop the row or put a number there before; a single NaN makes every weight NaN""",
            () -> Dataset.of(new double[][] {{1, 2}, {3, Double.NaN}}, new int[] {0, 1}));
        assertSays("""
            dataset: column "target" is infinite in row 0
              column target
              row    0 (counted from 0)
              value  -Infinity
              help   drop the row, or look for a division by zero where the column was made""",
            () -> Dataset.of(new double[][] {{1, 2}}, new double[] {Double.NEGATIVE_INFINITY}));
        assertSays("""
            dataset: column "x1" has a number too large for float in row 0
              column x1
              row    0 (counted from 0)
              value  1.0E39
              help   drop the row, or divide the column by a power of ten""",
            () -> Dataset.of(new double[][] {{1e39}}, new double[] {1}));
    }

    @Test
    void class_numbers_with_gaps_are_refused() {
        assertSays("""
            dataset: no row has class 0, another has class 2
              classes 1, 2
              help    class numbers run from 0 without gaps; name all classes if some have no row here: \
            Dataset.of(x, y, "cat", "dog", …); if these are numbers to be predicted, pass a double[]""",
            () -> Dataset.of(X, new int[] {1, 2, 1}));
        assertSays("""
            dataset: row 1 has class 2, there are 2 classes
              help   class numbers run from 0 to 1""", () -> Dataset.of(X, new int[] {1, 2, 1}, "cat", "dog"));
        assertSays("""
            dataset: no row has class 0, another has class 1
              classes -1, 1
              help    class numbers run from 0 without gaps; name all classes if some have no row here: \
            Dataset.of(x, y, "cat", "dog", …); if these are numbers to be predicted, pass a double[]""",
            () -> Dataset.of(X, new int[] {-1, 1, 1}));
    }

    @Test
    void rows_that_are_not_there_are_refused() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1});
        assertSays("""
            sample: there is no row 3
              data   data · 3 rows × 2 features · 2 classes
              help   rows are counted from 0 to 2""", () -> data.sample(3));
        assertSays("""
            take: there is no row -1
              data   data · 3 rows × 2 features · 2 classes
              help   rows are counted from 0 to 2""", () -> data.take(0, -1));
        assertSays("""
            take: no rows were named
              data   data · 3 rows × 2 features · 2 classes
              help   a dataset has at least one row: take(0, 1, 2)""", () -> data.take());
        assertThrows(DataException.class, () -> data.values(3));
        assertThrows(DataException.class, () -> data.targetOf(-1));
    }

    @Test
    void names_must_fit() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1});
        assertSays("""
            withFeatures: 1 names for 2 features
              data   data · 3 rows × 2 features · 2 classes
              help   give one name each, in order""", () -> data.withFeatures("one"));
        assertSays("""
            withClasses: two classes have the same name
              data   data · 3 rows × 2 features · 2 classes
              names  cat, cat
              help   give each its own name""", () -> data.withClasses("cat", "cat"));
        assertSays("""
            withImage: an image of 8×8 has 64 pixels, each row has 2 features
              data   data · 3 rows × 2 features · 2 classes
              help   each feature must be one pixel""", () -> data.withImage(8, 8));
        assertSays("image: has 0×2 pixels, both sides need at least 1", () -> data.withImage(0, 2));
    }

    @Test
    void ranges_tell_min_max_mean_and_deviation_of_each_feature_and_of_a_target_of_numbers() {
        var ranges = Dataset.of(X, new double[] {1, 1, 1}).ranges();
        assertEquals(List.of("x1", "x2", "target"), ranges.stringColumn("feature").asList());
        assertEquals(List.of(1.0, 2.0, 1.0), ranges.doubleColumn("min").asList());
        assertEquals(List.of(5.0, 6.0, 1.0), ranges.doubleColumn("max").asList());
        assertEquals(List.of(3.0, 4.0, 1.0), ranges.doubleColumn("mean").asList());
        assertEquals(Math.sqrt(8 / 3.0), ranges.doubleColumn("deviation").get(0), 1e-12);
        assertEquals(0, ranges.doubleColumn("deviation").get(2));
        assertEquals(2, Dataset.of(X, new int[] {0, 0, 0}).ranges().rowCount());
    }

    @Test
    void the_card_as_text_tells_rows_features_ranges_and_balance() {
        assertEquals("""
            pets · 3 rows × 2 features · 2 classes
              target   target
              values   1 to 6, mean 3.5, deviation 1.708 (made up)

              feature   min   max   mean   deviation
              x1          1     5      3       1.633
              x2          2     6      4       1.633

              class   rows    share
              cat        1   33.3 %
              dog        2   66.7 %""",
            Dataset.of(X, new int[] {1, 0, 1}, "cat", "dog").withName("pets").withNote("made up").toString());
        assertEquals("""
            data · 3 rows × 2 features · numbers
              target   target: −0.5 to 1,234,000, mean 411,334, deviation 581,713
              values   1 to 6, mean 3.5, deviation 1.708

              feature   min   max   mean   deviation
              x1          1     5      3       1.633
              x2          2     6      4       1.633""",
            Dataset.of(X, new double[] {-0.5, 2, 1_234_000}).toString());
    }

    @Test
    void the_card_of_a_split_as_text_tells_the_parts() {
        double[][] x = new double[10][1];
        Arrays.setAll(x, row -> new double[] {row});
        assertEquals("""
            data · 10 rows × 1 feature · 2 classes
              parts    6 training · 2 validation · 2 test rows · stratified by class
              target   target
              values   0 to 8, mean 3.5, deviation 2.986 in training

              feature   min   max   mean   deviation
              x1          0     8    3.5       2.986

              class   rows    share   training   validation   test
              0          5   50.0 %          3            1      1
              1          5   50.0 %          3            1      1""",
            Dataset.of(x, new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1}).split(0.6, 0.2).toString());
    }

    @Test
    void the_card_as_text_stays_short_with_many_classes() {
        double[][] x = new double[25][1];
        double[] y = new double[25];
        Arrays.setAll(y, i -> i);
        String text = Dataset.of(x, y).toClasses().toString();
        assertTrue(text.endsWith("  19         1   4.0 %\n  … and 5 more classes"), text);
    }

    @Test
    void so_many_rows_are_drawn_with_the_share_of_each_class_and_the_same_for_the_same_seed() {
        Dataset digits = Datasets.digits();
        Dataset drawn = digits.draw(100, Seed.of(1));
        assertEquals(100, drawn.rows());
        for (int rows : drawn.balance().intColumn("rows").asObjectArray()) {
            assertTrue(rows == 9 || rows == 10 || rows == 11, rows + " of a class");
        }
        assertArrayEquals(drawn.x().toFloats(), digits.draw(100, Seed.of(1)).x().toFloats());
        assertFalse(Arrays.equals(drawn.x().toFloats(), digits.draw(100, Seed.of(2)).x().toFloats()));
        assertSame(digits, digits.draw(1797, Seed.of(1)));
        for (int rows = 10; rows < 1797; rows += 13) {
            assertEquals(rows, digits.draw(rows, Seed.of(3)).rows());
        }
    }

    @Test
    void what_is_not_drawn_is_the_rest_of_a_split_by_the_same_seed() {
        Dataset digits = Datasets.digits();
        Split parts = digits.split(100.0 / digits.rows(), Seed.of(1));
        assertArrayEquals(digits.draw(100, Seed.of(1)).x().toFloats(), parts.train().x().toFloats());
        assertEquals(1697, parts.valid().rows());
    }

    @Test
    void no_more_can_be_drawn_than_there_are_and_no_class_is_left_out() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1});
        assertSays("""
            draw: 4 rows cannot be drawn
              data   data · 3 rows × 2 features · 2 classes
              help   1 to 3""", () -> data.draw(4, Seed.of(1)));
        assertThrows(DataException.class, () -> data.draw(0, Seed.of(1)));
        assertThrows(DataException.class, () -> Datasets.digits().draw(5, Seed.of(1)));
    }

    @Test
    void rows_with_other_labels_stay_the_same_rows() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1}, "cat", "cow");
        Dataset said = data.withLabels(0, 0, 1);
        assertArrayEquals(new float[] {0, 0, 1}, said.y().toFloats());
        assertArrayEquals(data.x().toFloats(), said.x().toFloats());
        assertEquals(List.of("cat", "cow"), said.classes());
        assertArrayEquals(new float[] {1, 0, 1}, data.y().toFloats());
        assertSays("""
            withLabels: 2 labels for 3 rows
              data   data · 3 rows × 2 features · 2 classes
              help   one class for each row, of those that there are""", () -> data.withLabels(0, 1));
        assertSays("""
            withLabels: row 2 is given class 2
              data   data · 3 rows × 2 features · 2 classes
              help   classes are counted from 0 to 1""", () -> data.withLabels(0, 1, 2));
        assertSays("""
            withLabels: 3 labels for 3 rows whose targets are numbers
              data   data · 3 rows × 2 features · numbers
              help   one class for each row, of those that there are""",
            () -> Dataset.of(X, new double[] {1, 2, 3}).withLabels(0, 1, 1));
    }

    @Test
    void rows_of_two_stand_one_after_the_other_if_they_are_of_one_kind() {
        Dataset data = Dataset.of(X, new int[] {1, 0, 1});
        Dataset both = data.plus(data.take(1));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 3, 4}, both.x().toFloats());
        assertArrayEquals(new float[] {1, 0, 1, 0}, both.y().toFloats());
        assertEquals(data.classes(), both.classes());
        assertSays("""
            plus: the other rows have other features or classes
              data   data · 3 rows × 2 features · 2 classes
              other  data · 3 rows × 2 features · 2 classes
              help   both must have the same features and the same classes, in the same order""",
            () -> data.plus(data.withClasses("no", "yes")));
        assertThrows(DataException.class, () -> data.plus(data.withFeatures("a", "b")));
        assertThrows(DataException.class, () -> data.plus(data.withSteps(2)));
    }
}
