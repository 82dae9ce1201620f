package org.glassbox.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.Message;

/** Arrays → dataset, with all that can be wrong said at once and in words. */
final class ArrayReader {
    private static final String WHO = "dataset";

    private ArrayReader() {}

    static Dataset classes(double[][] x, int[] y, List<String> names) {
        requireRows(x, y.length);
        List<String> classes = names.isEmpty() ? countedClasses(y) : names;
        float[] targets = new float[y.length];
        for (int row = 0; row < y.length; row++) {
            requireClass(y[row], row, classes.size());
            targets[row] = y[row];
        }
        return new Dataset(About.of("data", "target", featureNames(x[0].length), classes), flat(x), targets);
    }

    static Dataset numbers(double[][] x, double[] y) {
        requireRows(x, y.length);
        float[] targets = new float[y.length];
        for (int row = 0; row < y.length; row++) {
            targets[row] = Finite.finite(y[row], "target", row);
        }
        return new Dataset(About.of("data", "target", featureNames(x[0].length), List.of()), flat(x), targets);
    }

    /** x1, x2, … as in the formulas. */
    static List<String> featureNames(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
    }

    private static float[] flat(double[][] x) {
        int width = x[0].length;
        float[] flat = new float[x.length * width];
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < width; column++) {
                flat[row * width + column] = Finite.finite(x[row][column], "x" + (column + 1), row);
            }
        }
        return flat;
    }

    private static void requireRows(double[][] x, int targets) {
        if (x.length != targets) {
            throw new DataException(Message.of(WHO, "x has " + x.length + " rows, y has " + targets + " targets")
                .help("each row needs its own target"));
        }
        Finite.requireSize(x.length, x.length == 0 ? 0 : x[0].length);
        for (int row = 0; row < x.length; row++) {
            if (x[row].length != x[0].length) {
                throw new DataException(Message.of(WHO, "row " + row + " has " + x[row].length + " features, row 0 has "
                    + x[0].length).help("all rows must have the same features"));
            }
        }
    }

    private static void requireClass(int number, int row, int classes) {
        if (number < 0 || number >= classes) {
            throw new DataException(Message.of(WHO, "row " + row + " has class " + number + ", there are " + classes
                + " classes").help("class numbers run from 0 to " + (classes - 1)));
        }
    }

    // a gap is nearly always a wrong numbering (from 1, or years): a network would get outputs that nothing teaches
    private static List<String> countedClasses(int[] y) {
        List<Integer> numbers = Arrays.stream(y).sorted().distinct().boxed().toList();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != i) {
                throw new DataException(Message.of(WHO, "no row has class " + i + ", another has class "
                    + numbers.get(numbers.size() - 1)).with("classes", Finite.someOf(numbers))
                    .help("class numbers run from 0 without gaps; name all classes if some have no row here: "
                        + "Dataset.of(x, y, \"cat\", \"dog\", …); "
                        + "if these are numbers to be predicted, pass a double[]"));
            }
        }
        return numbers.stream().map(String::valueOf).toList();
    }
}
