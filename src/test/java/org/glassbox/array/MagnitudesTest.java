package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagnitudesTest {
    private static Array array(float... values) {
        Array array = Array.of(Type.FLOAT, values.length);
        array.set(values);
        return array;
    }

    /** Bells of very different widths, zeros among them. */
    private static float[] numbers(int size) {
        Seed.Random random = Seed.of(size).random();
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i % 7 == 0 ? 0 : (float) (random.nextGaussian() * Math.pow(10, i % 9 - 6));
        }
        return values;
    }

    /** Every number is sought in the bins around it. */
    private static void assertCountedAsByHand(float[] values, Magnitudes counted) {
        double squares = 0;
        long zeros = 0;
        long notFinite = 0;
        for (float value : values) {
            squares += (double) value * value;
            zeros += Math.abs(value) < 0x1p-128 ? 1 : 0;
            notFinite += Float.isFinite(value) ? 0 : 1;
        }
        long[] byHand = new long[counted.bins()];
        for (float value : values) {
            for (int bin = first(counted, value); bin < byHand.length && counted.low(bin) <= value; bin++) {
                byHand[bin] += isIn(value, counted.low(bin), counted.high(bin)) ? 1 : 0;
            }
        }
        for (int bin = 0; bin < byHand.length; bin++) {
            assertEquals(byHand[bin], counted.count(bin), "from " + counted.low(bin) + " to " + counted.high(bin));
            assertTrue(byHand[bin] > 0 && (bin == 0 || counted.high(bin - 1) <= counted.low(bin)));
        }
        long inBins = java.util.Arrays.stream(byHand).sum();
        assertEquals(zeros, counted.zeros());
        assertEquals(notFinite, counted.notFinite());
        assertEquals(values.length, counted.size());
        assertEquals(values.length, inBins + zeros + notFinite);
        assertEquals(Math.sqrt(squares), counted.norm(), 1e-12 * Math.sqrt(squares));
    }

    /** The first bin whose upper edge is not below the value. */
    private static int first(Magnitudes counted, float value) {
        int from = 0;
        for (int to = counted.bins(); from < to;) {
            int middle = (from + to) / 2;
            if (counted.high(middle) < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The edge nearer to 0 belongs to the bin. */
    private static boolean isIn(float value, double low, double high) {
        return low >= 0 ? value >= low && value < high : value > low && value <= high;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1023, 1024, 1025, 65_536, 65_537, 100_003})
    void every_number_is_counted_in_its_bin(int size) {
        float[] values = numbers(size);
        assertCountedAsByHand(values, Magnitudes.of(array(values)));
        assertEquals(0, Magnitudes.of(array(new float[size])).bins());
        assertEquals(size, Magnitudes.of(array(new float[size])).zeros());
    }

    @Test
    void what_is_not_finite_and_what_is_nearly_0_is_counted_apart() {
        float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, 0f, Float.MIN_VALUE,
            -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 0x1p-128f, Math.nextDown(0x1p-128f), 1, -1,
            Math.nextDown(1f), 1.25f, Math.nextDown(1.25f)};
        Magnitudes counted = Magnitudes.of(array(odd));
        assertEquals(3, counted.notFinite());
        assertEquals(5, counted.zeros());
        assertEquals(0x1p128, counted.high(counted.bins() - 1));
        assertEquals(-0x1p128, counted.low(0));
        assertTrue(Double.isNaN(counted.norm()));
        float[] finite = java.util.Arrays.copyOfRange(odd, 3, odd.length);
        assertCountedAsByHand(finite, Magnitudes.of(array(finite)));
    }

    @Test
    void bins_are_four_between_a_power_of_two_and_the_next() {
        Magnitudes counted = Magnitudes.of(array(-3, 1, 1.2f, 1.25f, 1.9f, 0.5f));
        List<String> bins = new ArrayList<>();
        for (int bin = 0; bin < counted.bins(); bin++) {
            bins.add(counted.low(bin) + " to " + counted.high(bin) + ": " + counted.count(bin));
        }
        assertEquals(List.of("-3.5 to -3.0: 1", "0.5 to 0.625: 1", "1.0 to 1.25: 2", "1.25 to 1.5: 1",
            "1.75 to 2.0: 1"), bins);
    }

    @Test
    void sums_are_what_both_have_counted() {
        float[] one = numbers(1025);
        float[] two = numbers(333);
        float[] both = new float[one.length + two.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        assertCountedAsByHand(both, Magnitudes.of(array(one)).plus(Magnitudes.of(array(two))));
    }

    @Test
    void many_arrays_at_once_are_counted_as_one_by_one_and_nothing_stays_behind() {
        List<float[]> values = List.of(numbers(3), numbers(200_001), new float[] {Float.NaN}, numbers(70_000));
        List<Array> arrays = values.stream().map(MagnitudesTest::array).toList();
        for (int round = 0; round < 3; round++) {
            List<Magnitudes> counted = Magnitudes.of(arrays);
            for (int i = 0; i < arrays.size(); i++) {
                if (i != 2) {
                    assertCountedAsByHand(values.get(i), counted.get(i));
                }
                assertEquals(Magnitudes.of(arrays.get(i)).norm(), counted.get(i).norm());   // bit for bit
            }
        }
    }

    @Test
    void numbers_in_double_are_counted_too() {
        Magnitudes counted = Magnitudes.of(Array.of(Type.DOUBLE, new double[] {3, -4, 0}, 3));
        assertEquals(5, counted.norm());
        assertEquals(2, counted.bins());
        assertEquals(1, counted.zeros());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1023, 1025, 16_384, 16_385, 100_003})
    void squares_are_summed_in_double(int size) {
        float[] values = numbers(size);
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        assertEquals(sum, Statistics.squares(array(values)), 1e-12 * sum);
        assertEquals(1e-60, Statistics.squares(array(1e-30f)), 1e-66);   // as a float this would be 0
        assertEquals(1e60, Statistics.squares(array(1e30f)), 1e54);      // and this infinite
        assertTrue(Double.isNaN(Statistics.squares(array(1, Float.NaN))));
    }
}
