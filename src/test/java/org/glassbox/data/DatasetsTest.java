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
import java.util.stream.Stream;
import org.glassbox.Numbers;
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
    void every_file_in_the_jar_is_the_one_that_the_readme_describes() throws IOException {
        String readme = Files.readString(Path.of("data/README.md"));
        List<String> files;
        try (Stream<Path> all = Files.list(Path.of("src/main/resources/org/glassbox/data"))) {
            files = all.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertEquals(List.of("digits.csv.gz", "iris.csv", "moby-dick.txt", "penguins.csv", "seattle-weather.csv"),
            files);
        for (String name : files) {
            Matcher sum = Pattern.compile("## " + Pattern.quote(name) + "\\n.*?\\| size \\| ([0-9,]+) bytes.*?"
                + "SHA-256 \\| `([0-9a-f]{64})`", Pattern.DOTALL).matcher(readme);
            assertTrue(sum.find(), "data/README.md holds no checksum of " + name);
            try (InputStream file = Datasets.class.getResourceAsStream(name)) {
                byte[] bytes = file.readAllBytes();
                assertEquals(sum.group(2), sha256(bytes), name);
                assertEquals(sum.group(1), Numbers.count(bytes.length), name);
            }
        }
    }

    @Test
    void iris_are_150_flowers_of_3_species() {
        Dataset iris = Datasets.iris();
        assertEquals("iris · 150 rows × 4 features · 3 classes", iris.summary());
        assertEquals(List.of("setosa", "versicolor", "virginica"), iris.classes());
        assertEquals(List.of(50, 50, 50), iris.balance().intColumn("rows").asList());
        assertArrayEquals(new float[] {5.1f, 3.5f, 1.4f, 0.2f}, iris.values(0));
        assertArrayEquals(new float[] {4.9f, 3.6f, 1.4f, 0.1f}, iris.values(37));   // wrong in UCI's own copy
        assertArrayEquals(new float[] {5.9f, 3.0f, 5.1f, 1.8f}, iris.values(149));
        assertEquals(2, iris.targetOf(149));
        assertEquals(5.843333, iris.ranges().doubleColumn("mean").get(0), 1e-6);    // as scikit-learn's description says
        assertEquals(1.199333, iris.ranges().doubleColumn("mean").get(3), 1e-6);
    }

    @Test
    void penguins_are_those_that_were_measured_and_the_note_says_who_is_left_out() {
        Dataset penguins = Datasets.penguins();
        assertEquals("penguins · 342 rows × 4 features · 3 classes", penguins.summary());
        assertEquals("species", penguins.target());
        assertEquals(List.of("Adelie", "Chinstrap", "Gentoo"), penguins.classes());
        assertEquals(List.of(151, 68, 123), penguins.balance().intColumn("rows").asList());
        assertEquals(List.of("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"),
            penguins.features());
        assertArrayEquals(new float[] {39.1f, 18.7f, 181, 3750}, penguins.values(0));
        assertArrayEquals(new float[] {36.7f, 19.3f, 193, 3450}, penguins.values(3));   // the fourth has no numbers
        assertEquals("2 of 344 penguins were not measured and are left out", penguins.note());
        assertEquals(4201.754, penguins.ranges().doubleColumn("mean").get(3), 1e-3);    // as palmerpenguins says
    }

    @Test
    void weather_is_so_many_days_and_the_highest_temperature_of_the_next() {
        Dataset weather = Datasets.weather(14);
        assertEquals("weather · 1,447 rows × 14 steps × 4 features · numbers", weather.summary());
        assertEquals(List.of("precipitation", "temp_max", "temp_min", "wind"), weather.features());
        assertArrayEquals(new int[] {1447, 14, 4}, weather.x().shape());
        assertArrayEquals(new int[] {1447, 1}, weather.y().shape());
        assertArrayEquals(new float[] {0, 12.8f, 5, 4.7f, 10.9f, 10.6f, 2.8f, 4.5f},
            Arrays.copyOf(weather.values(0), 8));
        assertEquals(weather.values(1)[13 * 4 + 1], weather.targetOf(0));
        assertEquals(5.6f, (float) weather.targetOf(1446));
    }

    @Test
    void as_today_is_wrong_by_what_the_javadoc_says() {
        Dataset weather = Datasets.weather(1);
        Statistics wrong = Statistics.of(weather.rows(), row -> weather.targetOf(row) - weather.values(row)[1]);
        assertEquals(2.9, Math.sqrt(wrong.deviation() * wrong.deviation() + wrong.mean() * wrong.mean()), 0.05);
    }

    @Test
    void moby_dick_is_a_text_of_74_characters() {
        Text text = Datasets.mobyDick();
        assertEquals(100_868, text.length());
        assertEquals(74, text.characters().size());
        assertEquals("moby-dick", text.name());
        assertTrue(text.toString().startsWith(
            "moby-dick · 100,868 characters, 74 different\n  begins  CHAPTER 1. Loomings.↵↵Call me Ishmael. Some years ago"),
            text.toString());
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
    void moons_and_circles_are_the_same_to_the_last_bit_on_every_machine() {
        assertEquals(List.of("d72627344cb88b24", "2fcb2c47fdd7428c", "d8698465305073c1", "34707bbb12217987"),
            List.of(bits(Datasets.moons()),
                bits(Datasets.moons(101, 0.3, Seed.of(7))), bits(Datasets.circles()),
                bits(Datasets.circles(101, 0.3, 0.2, Seed.of(7)))));
    }

    @Test
    void moons_without_noise_are_half_circles_that_reach_into_each_other() {
        // by hand, at angles 0, π/2, π of the upper moon and 0, π of the lower one
        double[][] upper = {{1, 0}, {0, 1}, {-1, 0}};
        double[][] lower = {{0, 0.5}, {2, 0.5}};
        Dataset moons = Datasets.moons(5, 0, Seed.of(1));
        assertEquals(List.of("upper", "lower"), moons.classes());
        for (int row = 0; row < 5; row++) {
            assertEquals(row % 2, moons.targetOf(row));
            double[] expected = (row % 2 == 0 ? upper : lower)[row / 2];
            assertEquals(expected[0], moons.values(row)[0], 1e-7);
            assertEquals(expected[1], moons.values(row)[1], 1e-7);
        }
        assertArrayEquals(new float[] {1, 0}, Datasets.moons(1, 0, Seed.of(1)).values(0));
    }

    @Test
    void circles_without_noise_lie_at_their_radius_evenly_around() {
        Dataset circles = Datasets.circles(11, 0.25, 0, Seed.of(1));
        assertEquals(List.of("outer", "inner"), circles.classes());
        for (int row = 0; row < 11; row++) {
            float[] point = circles.values(row);
            assertEquals(row % 2 == 0 ? 1 : 0.25, Math.hypot(point[0], point[1]), 1e-6);
            double turn = Math.atan2(point[1], point[0]) / (2 * Math.PI);
            assertEquals(row / 2 / (row % 2 == 0 ? 6.0 : 5.0), turn < -1e-6 ? turn + 1 : turn, 1e-6);
        }
    }

    @Test
    void noise_of_moons_and_circles_has_the_deviation_that_was_asked_for() {
        for (var noisy : List.of(Datasets.moons(20_000, 0.2, Seed.of(1)),
            Datasets.circles(20_000, 0.5, 0.2, Seed.of(1)))) {
            Dataset clean = noisy.name().equals("moons") ? Datasets.moons(20_000, 0, Seed.of(1))
                : Datasets.circles(20_000, 0.5, 0, Seed.of(1));
            for (int axis = 0; axis < 2; axis++) {
                int column = axis;
                Statistics noise = Statistics.of(20_000, row -> noisy.value(row, column) - clean.value(row, column));
                assertEquals(0, noise.mean(), 0.005);
                assertEquals(0.2, noise.deviation(), 0.005);
            }
        }
    }

    @Test
    void the_current_seed_does_not_change_the_generators() {
        Seed.use(1);
        String first = bits(Datasets.spiral()) + bits(Datasets.xor()) + bits(Datasets.moons())
            + bits(Datasets.circles());
        Seed.use(2);
        assertEquals(first,
            bits(Datasets.spiral()) + bits(Datasets.xor()) + bits(Datasets.moons()) + bits(Datasets.circles()));
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
        assertSays("""
            moons: 0 rows with noise 0.1
              help   at least 1 row, and noise 0 or more; 0.15 is moderate""",
            () -> Datasets.moons(0, 0.1, Seed.of(1)));
        assertSays("""
            circles: the inner radius is 1, must lie between 0 and 1
              help   the outer radius is 1; 0.5 leaves room between the two""",
            () -> Datasets.circles(10, 1, 0.1, Seed.of(1)));
        assertSays("""
            windows: 1,461 steps in a series of 1,461
              help   a window has at least 1 step, and one must be left after it as its target""",
            () -> Datasets.weather(1461));
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
