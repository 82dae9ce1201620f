package org.glassbox.data;

import static org.glassbox.data.SplitTest.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows that are sequences: windows of a series, windows of a text, steps of one's own. */
class SequenceTest {
    private static final double[] SERIES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void windows_of_a_series_hold_what_was_and_what_came_next() {
        Dataset windows = Dataset.windows(SERIES, 3);
        assertEquals("data · 7 rows × 3 steps × 1 feature · numbers", windows.summary());
        assertArrayEquals(new int[] {7, 3, 1}, windows.x().shape());
        assertArrayEquals(new int[] {7, 1}, windows.y().shape());
        for (int row = 0; row < 7; row++) {
            assertArrayEquals(new float[] {row + 1, row + 2, row + 3}, windows.values(row));
            assertEquals(row + 4, windows.targetOf(row));
        }
        assertEquals(new SequenceShape(3, false, 1, false), windows.sequence().orElseThrow());
    }

    @Test
    void windows_of_a_table_have_all_columns_the_past_of_the_target_too() {
        Table table = Table.create("shop", DoubleColumn.create("rain", 0, 1, 2, 3),
            DoubleColumn.create("sales", 5, 6, 7, 8));
        Dataset windows = Dataset.windows(table, "sales", 2);
        assertEquals("shop · 2 rows × 2 steps × 2 features · numbers", windows.summary());
        assertArrayEquals(new float[] {0, 5, 1, 6, 1, 6, 2, 7}, windows.x().toFloats());
        assertArrayEquals(new float[] {7, 8}, windows.y().toFloats());
        assertEquals(List.of("rain −2", "sales −2", "rain −1", "sales −1", "sales"), windows.toTable().columnNames());
        assertSays("""
            dataset: there is no column "price"
              columns rain, sales
              help    the second argument names the column that is to be learned""",
            () -> Dataset.windows(table, "price", 2));
        Table named = table.copy().addColumns(StringColumn.create("day", "Mo", "Tu", "We", "Th"));
        assertTrue(SplitTest.message(() -> Dataset.windows(named, "sales", 2))
            .startsWith("dataset: column \"day\" holds text, a feature must be a number"));
    }

    @Test
    void windows_that_cannot_be_are_refused() {
        for (int steps : new int[] {0, 10}) {
            assertSays("windows: " + steps + " steps in a series of 10\n"
                + "  help   a window has at least 1 step, and one must be left after it as its target",
                () -> Dataset.windows(SERIES, steps));
        }
        assertSays("""
            dataset: column "value" has no number in row 1
              column value
              row    1 (counted from 0)
              value  NaN
              help   drop the row or put a number there before; a single NaN makes every weight NaN""",
            () -> Dataset.windows(new double[] {1, Double.NaN, 2}, 1));
        assertSays("""
            windows: 50,000 windows of 50,000 numbers are more than an array holds
              help   make them shorter, or let them lie further apart""",
            () -> Dataset.windows(new double[100_000], 50_000));
    }

    @Test
    void batches_and_samples_are_sequences() {
        List<String> shapes = new ArrayList<>();
        Dataset.windows(SERIES, 3).inOrder(4).forEach(batch -> shapes.add(batch.toString()));
        assertEquals(List.of("Batch(x [4, 3, 1], y [4, 1])", "Batch(x [3, 3, 1], y [3, 1])"), shapes);
        Batch sample = Text.of("abcabc").windows(2).sample(1);
        assertEquals("Batch(x [1, 2], y [1])", sample.toString());
        assertArrayEquals(new float[] {1, 2}, sample.x().toFloats());
    }

    @Test
    void parts_of_a_series_follow_each_other_and_share_no_step() {
        double[] series = new double[100];
        Arrays.setAll(series, i -> i);
        for (Split split : List.of(Dataset.windows(series, 5).split(0.6, 0.2),
            Dataset.windows(series, 5).split(0.6, 0.2, Seed.of(3)))) {
            assertEquals(57, split.train().rows());
            assertEquals(57 + 5, split.valid().values(0)[0], "five rows are left out");
            Set<Float> seen = new HashSet<>();
            for (Dataset part : List.of(split.train(), split.valid(), split.test())) {
                Set<Float> steps = steps(part);
                assertFalse(steps.stream().anyMatch(seen::contains), steps + " in " + seen);
                seen.addAll(steps);
            }
            assertEquals(100, seen.size(), "no step is wasted");
            assertFalse(split.isStratified());
            assertTrue(split.summary().endsWith("rows · in their order, without the rows that reach into two parts"));
        }
    }

    @Test
    void parts_of_a_text_share_no_character_however_far_its_rows_lie_apart() {
        String text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int apart = 1; apart <= 9; apart++) {
            Split split = Text.of(text).windows(4, apart).split(0.5);
            assertFalse(split.isStratified());
            Set<Float> train = steps(split.train());
            assertFalse(steps(split.valid()).stream().anyMatch(train::contains), apart + " apart");
        }
    }

    @Test
    void too_few_windows_for_the_gap_are_refused() { assertSays("""
        split: the validation part would be empty
          data   data · 5 rows × 5 steps × 1 feature · numbers
          help   take other shares or more rows""", () -> Dataset.windows(SERIES, 5).split(0.8)); }

    @Test
    void a_feature_of_a_sequence_has_one_range_and_one_scale_over_all_steps() {
        Table table = Table.create("t", DoubleColumn.create("a", 1, 2, 3, 4), DoubleColumn.create("b", 10, 10, 10, 10));
        Dataset windows = Dataset.windows(table, "a", 2);
        assertEquals(List.of("a", "b", "a"), windows.ranges().stringColumn("feature").asList());
        assertEquals(List.of(1.0, 10.0, 3.0), windows.ranges().doubleColumn("min").asList());
        assertEquals(List.of(3.0, 10.0, 4.0), windows.ranges().doubleColumn("max").asList());
        assertEquals(2, windows.ranges().doubleColumn("mean").get(0));
        Dataset scaled = Standardization.of(windows).apply(windows);
        double deviation = Math.sqrt(0.5);      // of 1, 2, 2, 3
        assertArrayEquals(new float[] {(float) (-1 / deviation), 0, 0, 0, 0, 0, (float) (1 / deviation), 0},
            scaled.x().toFloats(), 1e-6f);
        assertArrayEquals(new int[] {2, 2, 2}, scaled.x().shape());
    }

    @Test
    void windows_of_a_text_are_numbers_of_characters_with_the_next_one_as_class() {
        Dataset windows = Text.of("to be, or").withName("hamlet").windows(3);
        assertEquals("hamlet · 6 rows × 3 characters · 7 classes", windows.summary());
        assertEquals(List.of(" ", ",", "b", "e", "o", "r", "t"), windows.classes());
        assertArrayEquals(new int[] {6, 3}, windows.x().shape());
        assertArrayEquals(new int[] {6}, windows.y().shape());
        assertArrayEquals(new float[] {6, 4, 0}, windows.values(0));
        assertEquals(2, windows.targetOf(0));
        assertEquals(List.of("character −3", "character −2", "character −1", "next character"),
            windows.toTable().columnNames());
        assertEquals("o", windows.toTable().get(0, 1));
    }

    @Test
    void rows_of_a_text_may_lie_apart() {
        Dataset windows = Text.of("abcdefgh").windows(3, 3);
        assertEquals(2, windows.rows());
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, windows.x().toFloats());
        assertArrayEquals(new float[] {3, 6}, windows.y().toFloats());
        assertEquals(2, Text.of("abcdefg").windows(3, 3).rows());
        assertEquals(1, Text.of("abcdef").windows(3, 3).rows());
        assertSays("""
            windows: rows begin 0 characters apart, must be at least 1
              help   windows(3) takes every position, windows(3, 3) each character once""",
            () -> Text.of("abcdef").windows(3, 0));
    }

    @Test
    void passages_of_a_text_have_a_target_at_every_step() {
        Dataset passages = Text.of("to be, or").withName("hamlet").passages(3);
        assertEquals("hamlet · 2 rows × 3 characters · 7 classes", passages.summary());
        assertArrayEquals(new int[] {2, 3}, passages.x().shape());
        assertArrayEquals(new int[] {2, 3}, passages.y().shape());
        assertArrayEquals(new float[] {6, 4, 0, 2, 3, 1}, passages.x().toFloats());
        assertArrayEquals(new float[] {4, 0, 2, 3, 1, 0}, passages.y().toFloats());
        assertArrayEquals(new float[] {3, 1, 0}, passages.targetsOf(1));
        assertEquals(2, passages.targetOf(0), "that of the last step");
        assertArrayEquals(new float[] {3, 1, 0, 4, 0, 2}, passages.take(1, 0).y().toFloats());
        assertArrayEquals(new int[] {2, 3, 1}, passages.toNumbers().y().shape());
        Batch batch = passages.sample(1);
        assertEquals("Batch(x [1, 3], y [1, 3])", batch.toString());
        assertEquals(3, batch.targets());
        assertEquals(1, batch.rows());
        assertEquals(6, passages.balance().intColumn("rows").sum());
        assertTrue(passages.toString().contains("row 0    «to » → «o b»"), passages.toString());
        assertTrue(passages.toString().contains("class   steps"), passages.toString());
        assertEquals(List.of("character −3", "character −2", "character −1", "next character"),
            passages.toTable().columnNames());
        assertEquals("b", passages.toTable().get(0, 3));
    }

    @Test
    void parts_of_passages_share_no_character_but_the_one_where_they_meet() {
        Split split = Text.of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").passages(4).split(0.5);
        assertArrayEquals(new int[] {6, 4}, split.train().y().shape());
        assertArrayEquals(new int[] {5, 4}, split.valid().y().shape());
        Set<Float> train = steps(split.train());
        assertFalse(steps(split.valid()).stream().anyMatch(train::contains));
        assertEquals(24, split.balance().intColumn("training").sum());
    }

    @Test
    void a_text_is_encoded_and_decoded_by_character_not_by_half_of_one() {
        Text text = Text.of("a🐳b🐳");
        assertEquals(4, text.length());
        assertEquals(List.of("a", "b", "🐳"), text.characters());
        assertArrayEquals(new int[] {1, 2}, text.encode("🐳a").shape());
        assertArrayEquals(new float[] {2, 0}, text.encode("🐳a").toFloats());
        assertEquals("🐳ab", text.decode(2, 0, 1));
        assertEquals("text · 4 characters, 3 different\n  begins  a🐳b🐳\n  all     ab🐳", text.toString());
    }

    @Test
    void characters_that_a_text_does_not_have_are_refused() {
        assertSays("""
            encode: "x" is not in text
              characters ↵ab
              help       a model knows only the characters that it was trained with""",
            () -> Text.of("ab\n").encode("ax"));
        assertSays("""
            decode: there is no character 3
              help   text has characters 0 to 2""", () -> Text.of("ab\n").decode(3));
        assertSays("""
            text: there are no characters
              help   a text has at least one""", () -> Text.of(""));
        assertSays("""
            standardized: the features are symbols, not amounts
              data   text · 1 row × 2 characters · 2 classes
              help   their numbers are names; leave them as they are""",
            () -> Standardization.of(Text.of("aba").windows(2)));
    }

    @Test
    void rows_of_ones_own_become_sequences_and_are_drawn_like_all_others() {
        double[][] x = new double[20][6];
        int[] y = new int[20];
        Arrays.setAll(x, row -> new double[] {row, 1, 2, 3, 4, 5});
        Arrays.setAll(y, row -> row % 2);
        Dataset steps = Dataset.of(x, y).withSteps(3).withFeatures("left", "right");
        assertEquals("data · 20 rows × 3 steps × 2 features · 2 classes", steps.summary());
        assertArrayEquals(new int[] {20, 3, 2}, steps.x().shape());
        assertTrue(steps.split(0.8).isStratified());
        assertArrayEquals(new int[] {16, 3, 2}, steps.split(0.8).train().x().shape());
        assertArrayEquals(new int[] {1797, 8, 8}, Datasets.digits().withSteps(8).x().shape());
        assertSays("""
            withSteps: 6 numbers in a row do not make 4 steps
              data   data · 20 rows × 6 features · 2 classes
              help   each step needs equally many features""", () -> Dataset.of(x, y).withSteps(4));
    }

    @Test
    void the_card_of_a_text_shows_a_row_and_its_most_frequent_characters() {
        assertEquals("""
            text · 8 rows × 3 characters · 4 classes
              target   next character
              row 0    «a b» → «↵»

              class   rows    share
              ↵          1   12.5 %
              ␣          4   50.0 %
              a          2   25.0 %
              b          1   12.5 %""", Text.of("a b\n a a b ").windows(3).toString());
        String many = Datasets.mobyDick().windows(32).toString();
        List<String> lines = many.lines().toList();
        assertTrue(lines.get(2).startsWith("  row 0    «CHAPTER 1. Loomings.↵↵Call me Is» → «h»"), many);
        assertTrue(lines.get(5).startsWith("  ␣       17,9"), many);
        assertTrue(lines.get(6).startsWith("  e        9,4"), many);
        assertEquals("  … and 54 more classes", lines.get(lines.size() - 1));
    }

    @Test
    void the_card_of_a_series_tells_the_ranges_of_each_feature() { assertEquals("""
        data · 7 rows × 3 steps × 1 feature · numbers
          target   value: 4 to 10, mean 7, deviation 2
          values   1 to 9, mean 5, deviation 2.16

          feature   min   max   mean   deviation
          value       1     9      5        2.16""", Dataset.windows(SERIES, 3).toString()); }

    private static Set<Float> steps(Dataset part) {
        Set<Float> steps = new HashSet<>();
        for (int row = 0; row < part.rows(); row++) {
            for (float step : part.values(row)) {
                steps.add(step);
            }
            steps.add((float) part.targetOf(row));
        }
        return steps;
    }
}
