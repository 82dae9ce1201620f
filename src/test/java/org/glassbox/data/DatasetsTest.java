package org.glassbox.data;

import static org.glassbox.data.SplitTest.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassbox.Seed;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    @Test
    void digits_are_1797_pictures_of_10_classes() {
        Dataset digits = Datasets.digits();
        assertEquals("digits · 1,797 rows × 64 features · 10 classes · images 8×8", digits.summary());
        assertEquals("digit", digits.target());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), digits.classes());
        assertEquals("pixel_0_0", digits.features().get(0));
        assertEquals("pixel_7_6", digits.features().get(62));
        assertEquals(new ImageShape(8, 8), digits.image().orElseThrow());
        assertEquals(List.of(178, 182, 177, 183, 181, 182, 181, 179, 174, 180),
            digits.balance().intColumn("rows").asList());
    }

    @Test
    void pixels_are_sixteenths_from_0_to_1_and_the_note_says_so() {
        Dataset digits = Datasets.digits();
        assertArrayEquals(new float[] {0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0},
            Arrays.copyOf(digits.values(0), 8));
        assertEquals(0, digits.ranges().doubleColumn("min").min());
        assertEquals(1, digits.ranges().doubleColumn("max").max());
        assertEquals("pixels 0 to 16, divided by 16", digits.note());
    }

    @Test
    void the_file_in_the_jar_is_the_one_that_the_readme_describes() throws IOException {
        Matcher sum = Pattern.compile("digits\\.csv\\.gz.*?SHA-256 \\| `([0-9a-f]{64})`", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("data/README.md")));
        assertTrue(sum.find(), "data/README.md holds no checksum of digits.csv.gz");
        try (InputStream file = Datasets.class.getResourceAsStream("digits.csv.gz")) {
            assertEquals(sum.group(1), sha256(file.readAllBytes()));
        }
    }

    @Test
    void xor_is_the_same_to_the_last_bit_on_every_machine() {
        assertEquals("24e1faf30210f1eb", bits(Datasets.xor()));
        assertEquals("5e93483e260a200e", bits(Datasets.xor(100, 0.3, Seed.of(7))));
    }

    @Test
    void spiral_is_the_same_to_the_last_bit_on_every_machine() {
        assertEquals("e83a679f23f03082", bits(Datasets.spiral()));
        assertEquals("ea24843f48b69592", bits(Datasets.spiral(100, 2, 0.3, Seed.of(7))));
    }

    @Test
    void the_current_seed_does_not_change_the_generators() {
        Seed.use(1);
        String first = bits(Datasets.spiral()) + bits(Datasets.xor());
        Seed.use(2);
        assertEquals(first, bits(Datasets.spiral()) + bits(Datasets.xor()));
        assertNotEquals(bits(Datasets.xor(100, 0.1, Seed.of(1))), bits(Datasets.xor(100, 0.1, Seed.of(2))));
    }

    @Test
    void xor_without_noise_is_the_table_of_exclusive_or() {
        Dataset xor = Datasets.xor(4, 0, Seed.of(1));
        double[][] table = {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
        for (int row = 0; row < 4; row++) {
            assertArrayEquals(table[row], new double[] {xor.values(row)[0], xor.values(row)[1], xor.targetOf(row)});
        }
    }

    @Test
    void noise_of_xor_has_the_deviation_that_was_asked_for() {
        Dataset clean = Datasets.xor(20_000, 0, Seed.of(1));
        Dataset noisy = Datasets.xor(20_000, 0.2, Seed.of(1));
        Statistics noise = Statistics.of(20_000, row -> noisy.values(row)[1] - clean.values(row)[1]);
        assertEquals(0, noise.mean(), 0.005);
        assertEquals(0.2, noise.deviation(), 0.005);
    }

    @Test
    void arms_of_a_spiral_without_noise_go_from_the_middle_to_radius_1() {
        Dataset spiral = Datasets.spiral(11, 3, 0, Seed.of(1));
        assertEquals(3, spiral.classes().size());
        for (int row = 0; row < 11; row++) {
            int members = row % 3 == 2 ? 3 : 4;
            double radius = Math.hypot(spiral.values(row)[0], spiral.values(row)[1]);
            assertEquals((row / 3 + 1.0) / members, radius, 1e-6);
            double angle = Math.atan2(spiral.values(row)[1], spiral.values(row)[0]);
            double expected = 2 * Math.PI * (row % 3) / 3 + 4 * radius;
            assertEquals(0, Math.sin(angle - expected), 1e-6);
            assertEquals(1, Math.cos(angle - expected), 1e-6);
            assertEquals(row % 3, spiral.targetOf(row));
        }
    }

    @Test
    void generators_refuse_what_cannot_be() {
        assertSays("""
            xor: 0 rows with noise 0.1
              help   at least 1 row, and noise 0 or more; 0.15 is moderate""", () -> Datasets.xor(0, 0.1, Seed.of(1)));
        assertSays("""
            spiral: 10 rows with noise −1
              help   at least 1 row, and noise 0 or more; 0.15 is moderate""",
            () -> Datasets.spiral(10, 2, -1, Seed.of(1)));
        assertSays("""
            spiral: 2 rows for 3 classes
              help   at least 2 classes, and a row for each: spiral(300, 3, 0.15, Seed.of(7))""",
            () -> Datasets.spiral(2, 3, 0.1, Seed.of(1)));
    }

    private static String bits(Dataset data) {
        ByteBuffer bytes = ByteBuffer.allocate(data.rows() * (data.features().size() + 1) * Float.BYTES);
        for (int row = 0; row < data.rows(); row++) {
            for (float value : data.values(row)) {
                bytes.putFloat(value);
            }
            bytes.putFloat((float) data.targetOf(row));
        }
        return sha256(bytes.array()).substring(0, 16);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
