package org.glassbox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
    private static final int TRIALS = 5000;

    @Test
    void every_class_has_its_share_in_every_part_to_within_one_row_whatever_the_sizes_and_shares() {
        Seed.Random random = Seed.of(1).random();
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] sizes = sizes(random);
            double[] shares = shares(random, 2 + trial % 2);
            int[][] counts = Apportionment.of(sizes, shares);
            for (int group = 0; group < sizes.length; group++) {
                assertEquals(sizes[group], Arrays.stream(counts[group]).sum());
                for (int part = 0; part < shares.length; part++) {
                    assertTrue(Math.abs(counts[group][part] - shares[part] * sizes[group]) < 1, Arrays.toString(sizes));
                }
            }
        }
    }

    @Test
    void every_part_as_a_whole_has_its_share_to_within_one_row() {
        Seed.Random random = Seed.of(2).random();
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] sizes = sizes(random);
            double[] shares = shares(random, 2 + trial % 2);
            int[][] counts = Apportionment.of(sizes, shares);
            for (int part = 0; part < shares.length; part++) {
                assertTrue(Math.abs(total(counts, part) - shares[part] * IntStream.of(sizes).sum()) < 1,
                    Arrays.toString(sizes));
            }
        }
    }

    @Test
    void of_two_parts_the_first_is_its_share_rounded_down() {
        Seed.Random random = Seed.of(3).random();
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] sizes = sizes(random);
            double[] shares = shares(random, 2);
            assertEquals((int) Math.floor(shares[0] * IntStream.of(sizes).sum() + 1e-6),
                total(Apportionment.of(sizes, shares), 0), Arrays.toString(sizes));
        }
    }

    @Test
    void three_parts_that_come_out_even_are_exact_though_no_class_does() {
        int[][] counts = Apportionment.of(new int[] {75, 25}, 0.7, 0.15, 1 - 0.7 - 0.15);
        assertArrayEquals(new int[] {70, 15, 15}, IntStream.range(0, 3).map(part -> total(counts, part)).toArray());
    }

    @Test
    void a_share_that_comes_out_even_is_exact_in_spite_of_rounding() {
        assertArrayEquals(new int[] {7, 3}, Apportionment.of(new int[] {10}, new double[] {0.7, 1 - 0.7})[0]);
        assertArrayEquals(new int[] {29, 71}, Apportionment.of(new int[] {100}, new double[] {0.29, 1 - 0.29})[0]);
    }

    @Test
    void whatever_comes_out_even_is_exact_beside_what_does_not() {
        Seed.Random random = Seed.of(4).random();
        int seen = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] percent = {1 + random.nextInt(60), 1 + random.nextInt(38), 0};
            percent[2] = 100 - percent[0] - percent[1];
            double[] shares = {percent[0] / 100.0, percent[1] / 100.0, 1 - percent[0] / 100.0 - percent[1] / 100.0};
            int[] sizes = IntStream.generate(() -> 5 * (1 + random.nextInt(40))).limit(6).toArray();
            int[][] counts = Apportionment.of(sizes, shares);
            for (int cell = 0; cell < 18; cell++) {
                int hundredfold = percent[cell % 3] * sizes[cell / 3];
                if (hundredfold % 100 == 0) {
                    assertEquals(hundredfold / 100, counts[cell / 3][cell % 3], Arrays.toString(percent));
                    seen++;
                }
            }
        }
        assertTrue(seen > TRIALS, "only " + seen + " cells came out even");
    }

    private static int total(int[][] counts, int part) {
        return Arrays.stream(counts).mapToInt(count -> count[part]).sum();
    }

    private static int[] sizes(Seed.Random random) {
        return IntStream.range(0, 1 + random.nextInt(12)).map(i -> random.nextInt(40)).toArray();
    }

    private static double[] shares(Seed.Random random, int parts) {
        double first = 0.02 + 0.96 * random.nextDouble();
        double second = (1 - first) * random.nextDouble();
        return parts == 2 ? new double[] {first, 1 - first} : new double[] {first, second, 1 - first - second};
    }
}
