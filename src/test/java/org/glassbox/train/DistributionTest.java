package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantiles without sorting everything are those of sorted numbers, to the bit. */
class DistributionTest {
    private static final double[] SHARES = {0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1};

    static List<float[]> numbers() {
        Seed.Random random = Seed.of(3).random();
        float[] bell = new float[100_003];
        float[] rectified = new float[65_536];
        float[] wide = new float[4097];
        for (int i = 0; i < bell.length; i++) {
            bell[i] = (float) (0.05 * random.nextGaussian());
        }
        for (int i = 0; i < rectified.length; i++) {
            rectified[i] = Math.max(0, (float) random.nextGaussian());
        }
        for (int i = 0; i < wide.length; i++) {
            wide[i] = (float) Math.scalb(random.nextGaussian(), i % 250 - 125);
        }
        float[] odd = bell.clone();
        for (int i = 0; i < odd.length; i += 5) {
            odd[i] = i % 3 == 0 ? Float.NaN : i % 3 == 1 ? Float.NEGATIVE_INFINITY : -0f;
        }
        return List.of(bell, rectified, wide, odd, new float[] {7}, Arrays.copyOf(bell, 1023),
            Arrays.copyOf(bell, 4096), new float[100_003], new float[] {-Float.MAX_VALUE, Float.MAX_VALUE});
    }

    /** The definition: between the two neighbours in order, in proportion. */
    private static double quantile(float[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * ((double) sorted[above] - sorted[below]);
    }

    private static float[] sortedFinite(float[] values) {
        float[] finite = new float[values.length];
        int n = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                finite[n++] = value + 0f;
            }
        }
        float[] sorted = Arrays.copyOf(finite, n);
        Arrays.sort(sorted);
        return sorted;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void quantiles_are_exact(float[] values) {
        float[] before = values.clone();
        float[] sorted = sortedFinite(values);
        Distribution spread = Distribution.of(values);
        double[] quantiles = spread.quantiles(SHARES);
        for (int i = 0; i < SHARES.length; i++) {
            assertEquals(quantile(sorted, SHARES[i]), quantiles[i], 0.0, "share " + SHARES[i]);
        }
        assertEquals(sorted.length, spread.finite().length);
        assertArrayEquals(before, values);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void bins_count_what_lies_in_them(float[] values) {
        Distribution spread = Distribution.of(values);
        double low = spread.quantiles(0.001)[0];
        double high = spread.quantiles(0.999)[0];
        int[] counts = spread.histogram(low, high, 40);
        long zerosWithin = low <= 0 && high >= 0 ? spread.zeros() : 0;
        assertEquals(spread.finite().length,
            Arrays.stream(counts).sum() + spread.beyond(low, high) + zerosWithin);
        int[] byHand = new int[40];
        for (float value : values) {
            if (value >= low && value <= high && value != 0) {
                int bin = 0;
                while (bin < 39 && (value - low) / ((high - low) / 40) >= bin + 1) {
                    bin++;
                }
                byHand[bin]++;
            }
        }
        assertArrayEquals(byHand, counts);
    }

    @Test
    void of_nothing_finite_there_is_no_quantile() {
        Distribution nothing = Distribution.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY});
        assertTrue(nothing.isEmpty());
        assertTrue(Double.isNaN(nothing.quantiles(0.5)[0]));
    }

    @Test
    void spread_is_the_standard_deviation() {
        assertEquals(2, Distribution.of(new float[] {2, 4, 4, 4, 5, 5, 7, 9}).deviation(), 1e-12);
        assertEquals(Math.sqrt(2), Distribution.of(new float[] {3, 1, 2, 4, 5}).deviation(), 1e-12);
    }
}
