package org.glassbox.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.glassbox.Message;
import org.glassbox.Seed;

/** What is shipped: real data in the jar, and generators that give the same bits on every machine. */
public final class Datasets {
    private static final int SIDE = 8;
    private static final double DARKEST = 16;
    private static final Seed OWN = Seed.of(0).split("datasets");

    private Datasets() {}

    /**
     * 1,797 handwritten digits, 8×8 grey pixels each, 10 classes; nothing is downloaded. The pixels, whole numbers from
     * 0 to 16, are divided by 16, so all values lie in 0 to 1.
     *
     * <p>Alpaydin and Kaynak, «Optical Recognition of Handwritten Digits», UCI 1998; the copy of scikit-learn,
     * BSD-3-Clause. Origin, licence and checksum are in {@code data/README.md}.
     */
    public static Dataset digits() {
        List<String> lines = lines("digits.csv.gz");
        int pixels = SIDE * SIDE;
        double[][] x = new double[lines.size()][pixels];
        int[] y = new int[lines.size()];
        for (int row = 0; row < y.length; row++) {
            String[] cells = lines.get(row).split(",");
            for (int i = 0; i < pixels; i++) {
                x[row][i] = Integer.parseInt(cells[i]) / DARKEST;
            }
            y[row] = Integer.parseInt(cells[pixels]);
        }
        return Dataset.of(x, y).withName("digits").withTarget("digit").withFeatures(pixelNames()).withImage(SIDE, SIDE)
            .withNote("pixels 0 to 16, divided by 16");
    }

    /** {@link #xor(int, double, Seed)} with 200 rows, noise 0.15 and always the same numbers. */
    public static Dataset xor() {
        return xor(200, 0.15, OWN.split("xor"));
    }

    /**
     * Exclusive or: points around the corners (0,0), (0,1), (1,0), (1,1) of a square; class 1 where the two differ. No
     * straight line parts the classes, so a net without a hidden layer cannot learn it (Minsky and Papert 1969).
     *
     * @param rows at least 1; the corners take turns
     * @param noise deviation of the normal noise on each coordinate, at least 0
     */
    public static Dataset xor(int rows, double noise, Seed seed) {
        requireGenerator("xor", rows, noise);
        Seed.Random random = seed.random();
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            int first = row / 2 % 2;
            int second = row % 2;
            x[row] = new double[] {first + noise * random.nextGaussian(), second + noise * random.nextGaussian()};
            y[row] = first ^ second;
        }
        return Dataset.of(x, y, "0", "1").withName("xor").withTarget("xor");
    }

    /** {@link #spiral(int, int, double, Seed)} with 300 rows, 3 arms, noise 0.15 and always the same numbers. */
    public static Dataset spiral() {
        return spiral(300, 3, 0.15, OWN.split("spiral"));
    }

    /**
     * Spiral arms that wind around each other, a class each: row i of an arm with m rows lies at radius (i + 1) ÷ m and
     * at angle 2π · arm ÷ classes + 4 · radius + noise, in radians. After the «spiral» of Stanford's course CS231n.
     *
     * @param rows at least one for each class; the arms take turns
     * @param classes number of arms, at least 2
     * @param noise deviation of the normal noise on the angle, at least 0
     */
    public static Dataset spiral(int rows, int classes, double noise, Seed seed) {
        requireGenerator("spiral", rows, noise);
        if (classes < 2 || rows < classes) {
            throw new DataException(Message.of("spiral", rows + " rows for " + classes + " classes")
                .help("at least 2 classes, and a row for each: spiral(300, 3, 0.15, Seed.of(7))"));
        }
        Seed.Random random = seed.random();
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % classes;
            int members = (rows - y[row] + classes - 1) / classes;
            double radius = (row / classes + 1.0) / members;
            double angle = 2 * Math.PI * y[row] / classes + 4 * radius + noise * random.nextGaussian();
            x[row] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
        }
        return Dataset.of(x, y).withName("spiral").withTarget("arm");
    }

    private static void requireGenerator(String who, int rows, double noise) {
        if (rows < 1 || !(noise >= 0) || Double.isInfinite(noise)) {
            throw new DataException(Message.of(who, rows + " rows with noise " + Figures.number(noise))
                .help("at least 1 row, and noise 0 or more; 0.15 is moderate"));
        }
    }

    private static String[] pixelNames() {
        return IntStream.range(0, SIDE * SIDE).mapToObj(i -> "pixel_" + i / SIDE + "_" + i % SIDE)
            .toArray(String[]::new);
    }

    private static List<String> lines(String resource) {
        try (InputStream packed = Datasets.class.getResourceAsStream(resource);
            BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.US_ASCII))) {
            return new ArrayList<>(reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar's " + resource + " cannot be read", broken);
        }
    }
}
