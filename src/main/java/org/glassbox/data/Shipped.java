package org.glassbox.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The files in the jar; {@code data/README.md} tells where each comes from and its licence. */
final class Shipped {
    private static final int SIDE = 8;
    private static final double DARKEST = 16;
    private static final int BILL = 2;          // the first of four measurements in a line of penguins.csv
    private static final int MEASURED = 4;

    private Shipped() {}

    static Dataset digits() {
        int pixels = SIDE * SIDE;
        List<String[]> lines = cells("digits.csv.gz");
        double[][] x = new double[lines.size()][pixels];
        for (int row = 0; row < x.length; row++) {
            for (int i = 0; i < pixels; i++) {
                x[row][i] = Integer.parseInt(lines.get(row)[i]) / DARKEST;
            }
        }
        int[] y = lines.stream().mapToInt(line -> Integer.parseInt(line[pixels])).toArray();
        return Dataset.of(x, y).withName("digits").withTarget("digit")
            .withFeatures(ImageShape.pixelNames(SIDE, SIDE)).withImage(SIDE, SIDE)
            .withNote("pixels 0 to 16, divided by 16");
    }

    /** Its first line is «150,4» and the names of the classes. */
    static Dataset iris() {
        List<String[]> lines = cells("iris.csv");
        String[] head = lines.remove(0);
        int[] y = lines.stream().mapToInt(line -> Integer.parseInt(line[MEASURED])).toArray();
        return Dataset.of(numbers(lines, 0, MEASURED), y, Arrays.copyOfRange(head, 2, head.length))
            .withName("iris").withTarget("species")
            .withFeatures("sepal_length", "sepal_width", "petal_length", "petal_width")
            .withNote("centimetres");
    }

    static Dataset penguins() {
        List<String[]> lines = cells("penguins.csv");
        String[] head = lines.remove(0);
        int all = lines.size();
        lines.removeIf(line -> Arrays.stream(line, BILL, BILL + MEASURED).anyMatch(String::isEmpty));
        List<String> species = lines.stream().map(line -> line[0]).distinct().sorted().toList();
        int[] y = lines.stream().mapToInt(line -> species.indexOf(line[0])).toArray();
        return Dataset.of(numbers(lines, BILL, MEASURED), y, species.toArray(String[]::new))
            .withName("penguins").withTarget(head[0])
            .withFeatures(Arrays.copyOfRange(head, BILL, BILL + MEASURED))
            .withNote((all - lines.size()) + " of " + all + " penguins were not measured and are left out");
    }

    /** Four numbers of each day between its date and a word for it. */
    static Dataset weather(int days) {
        List<String[]> lines = cells("seattle-weather.csv");
        List<String> names = List.of(Arrays.copyOfRange(lines.remove(0), 1, 1 + MEASURED));
        return Windows.of("weather", names, numbers(lines, 1, MEASURED), "temp_max", days)
            .withNote("Seattle, 2012 to 2015; °C, mm of rain, m/s of wind");
    }

    static Text mobyDick() { return Text.of(String.join("\n", lines("moby-dick.txt"))).withName("moby-dick"); }

    private static double[][] numbers(List<String[]> lines, int from, int count) {
        return lines.stream().map(line -> IntStream.range(from, from + count)
            .mapToDouble(i -> Double.parseDouble(line[i])).toArray()).toArray(double[][]::new);
    }

    private static List<String[]> cells(String resource) {
        return new ArrayList<>(lines(resource).stream().map(line -> line.split(",", -1)).toList());
    }

    private static List<String> lines(String resource) {
        try (InputStream file = Shipped.class.getResourceAsStream(resource);
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                resource.endsWith(".gz") ? new GZIPInputStream(file) : file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar's " + resource + " cannot be read", broken);
        }
    }
}
