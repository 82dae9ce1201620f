package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glassbox.plot.Mark.Text;
import org.junit.jupiter.api.Test;

/** Numbers, ticks, widths, labels: how things are written on a picture. */
class WritingTest {
    @Test
    void numbers_have_three_digits_and_a_true_minus() {
        assertEquals("2.52 0.0542 0.00039 1,430 −0.500 0 12.3",
            String.join(" ", Numbers.of(2.519), Numbers.of(0.05421), Numbers.of(0.000389),
                Numbers.of(1430.4), Numbers.of(-0.5), Numbers.of(0), Numbers.of(12.34)));
        assertEquals("1.2e−7 4.6e12 NaN ∞ −∞ 10.0 1.00",
            String.join(" ", Numbers.of(1.23e-7), Numbers.of(4.56e12), Numbers.of(Double.NaN),
                Numbers.of(1 / 0.0), Numbers.of(-1 / 0.0), Numbers.of(9.999), Numbers.of(0.9999)));
    }

    @Test
    void shares_that_only_round_to_all_or_none_say_so() {
        assertEquals("0 % 100 % under 1 % over 99 % 98.6 % 0.0 %",
            String.join(" ", Numbers.percent(0, 0), Numbers.percent(1, 0),
                Numbers.percent(0.001, 0), Numbers.percent(0.9999, 0), Numbers.percent(0.98611, 1),
                Numbers.percent(0, 1)));
    }

    @Test
    void factors_times_and_code_are_short() {
        assertEquals("0.4 1.0 12 1,200",
            String.join(" ", Numbers.factor(0.41), Numbers.factor(0.999), Numbers.factor(11.6),
                Numbers.factor(1234)));
        assertEquals("0.06 s 5.0 s 12 min 3.0 h",
            String.join(" ", Numbers.seconds(0.061), Numbers.seconds(5), Numbers.seconds(720),
                Numbers.seconds(10800)));
        assertEquals("5e-3 5e-4 0.1 1e-6",
            String.join(" ", Numbers.code(0.005), Numbers.code(5e-4), Numbers.code(0.1), Numbers.code(1e-6)));
    }

    @Test
    void linear_ticks_are_ones_twos_and_fives() {
        assertEquals(List.of("0", "5", "10", "15", "20"), names(Scale.linear(0, 20, 4)));
        assertEquals(List.of("−1", "0", "1"), names(Scale.linear(-1.2, 1.3, 3)));
        assertEquals(List.of("0", "0.02", "0.04"), names(Scale.linear(0, 0.05, 3)));
        assertEquals(3, Scale.linearUpTo(2.6, 3).high());
    }

    @Test
    void log_ticks_are_decades_or_where_these_are_few_ones_twos_and_fives() {
        assertEquals(List.of("0.01", "0.1", "1"), names(Scale.log(0.006, 2.5)));
        assertEquals(List.of("1", "2"), names(Scale.log(2.3, 2.32)));
        assertTrue(names(Scale.log(1e-30, 1)).size() <= 8);
        assertTrue(Scale.log(1e-300, 1e300).ticks().size() >= 3);
        assertEquals(0, Scale.log(0.01, 1).at(0));
        assertEquals(0.5, Scale.log(0.01, 1).at(Scale.log(0.01, 1).valueAt(0.5)), 1e-12);
    }

    private static List<String> names(Scale scale) { return scale.ticks().stream().map(Scale.Tick::name).toList(); }

    @Test
    void an_axis_of_epochs_has_whole_numbers_and_the_last_in_bold() {
        Scale one = EpochAxis.of(0, 1, 1, 270);
        assertEquals(List.of("0", "1"), names(one));
        assertTrue(one.ticks().get(1).strong());
        assertEquals(List.of("0", "5", "10", "13"), names(EpochAxis.of(0, 13, 13, 270)));
    }

    @Test
    void labels_that_would_touch_are_moved_as_little_as_possible() {
        double[] heights = {15, 15, 15};
        assertArrayEquals(new double[] {20, 50, 90}, Labels.pushed(new double[] {20, 50, 90}, heights, 0, 200), 1e-9);
        assertArrayEquals(new double[] {42.5, 57.5, 90}, Labels.pushed(new double[] {49, 51, 90}, heights, 0, 200),
            1e-9);
        assertArrayEquals(new double[] {0, 15, 30}, Labels.pushed(new double[] {0, 0, 0}, heights, 0, 200), 1e-9);
        double[] low = Labels.pushed(new double[] {199, 200, 201}, heights, 0, 200);
        assertTrue(low[2] <= 193 && low[2] - low[1] >= 15 && low[1] - low[0] >= 15);
    }

    @Test
    void pushed_labels_are_fifteen_apart_whatever_they_name() {
        Labels labels = new Labels();
        for (int i = 0; i < 6; i++) {
            labels.add(100 + i, Text.of(0, 0, "l" + i));
        }
        List<Text> placed = labels.placed(0, 178);
        for (int i = 1; i < placed.size(); i++) {
            double apart = placed.get(i).y() + placed.get(i).dy() - placed.get(i - 1).y() - placed.get(i - 1).dy();
            assertTrue(apart >= 15 - 1e-9, "" + apart);
        }
    }

    @Test
    void lines_are_wrapped_where_a_wide_face_still_fits_and_never_before_a_unit() {
        List<String> lines = Words
            .wrapped("Validation loss fell from 2.52 to 0.0542 (chance 2.30), best in epoch 20; accuracy 98.6 % ± 0.6"
                + " (355 of 360).", 330, Tokens.TEXT);
        assertTrue(lines.stream().allMatch(line -> Words.wideWidth(line, Tokens.TEXT, false) <= 330), lines.toString());
        assertTrue(
            lines.stream().noneMatch(line -> line.startsWith("%") || line.startsWith("±") || line.endsWith("epoch")));
        assertTrue(String.join(" ", lines).endsWith("(355 of 360)."));
        assertEquals(List.of("a"), Words.wrapped("a", 10, 13));
        assertTrue(Words.wrapped("x".repeat(500) + " y", 200, 13).get(0).endsWith("…"));
        assertEquals(83.8, Words.width("validation 0.05", 13, false), 0.1);
    }
}
