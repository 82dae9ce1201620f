package org.glassbox.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.Numbers;
import org.glassbox.Message;

/** Finite ↔ classes, and the names of either. */
final class Targets {
    private static final int MOST_CLASSES = 1000;

    private Targets() {}

    static Dataset toClasses(Dataset data, float[] y) {
        if (data.isClasses()) {
            return data;
        }
        double[] distinct = distinct(y);
        requireClasses(data, distinct);
        Map<Float, Integer> number = new HashMap<>();
        for (double value : distinct) {
            number.put((float) value, number.size());
        }
        float[] classes = new float[y.length];
        for (int row = 0; row < y.length; row++) {
            classes[row] = number.get(y[row] + 0f);     // −0 and 0 are one class
        }
        List<String> names = Arrays.stream(distinct).mapToObj(value -> String.valueOf((long) value)).toList();
        return data.withTargets(names, classes);
    }

    static void requireCount(String who, Dataset data, String what, int expected, String... names) {
        if (names.length != expected) {
            throw new DataException(Message.of(who, names.length + " names for " + expected + " " + what)
                .with("data", data.summary()).help("give one name each, in order"));
        }
        if (Arrays.stream(names).distinct().count() != names.length) {
            throw new DataException(Message.of(who, "two " + what + " have the same name").with("data", data.summary())
                .with("names", Finite.someOf(List.of(names))).help("give each its own name"));
        }
    }

    /** Class numbers as targets, one for each row. */
    static float[] labels(Dataset data, int... classes) {
        if (classes.length != data.rows() || !data.isClasses()) {
            throw new DataException(Message.of("withLabels", Numbers.of(classes.length, "label", "labels") + " for "
                + Numbers.of(data.rows(), "row", "rows") + (data.isClasses() ? "" : " whose targets are numbers"))
                .with("data", data.summary()).help("one class for each row, of those that there are"));
        }
        float[] labels = new float[classes.length];
        for (int row = 0; row < labels.length; row++) {
            if (classes[row] < 0 || classes[row] >= data.classes().size()) {
                throw new DataException(Message.of("withLabels", "row " + row + " is given class " + classes[row])
                    .with("data", data.summary()).help("classes are counted from 0 to " + (data.classes().size() - 1)));
            }
            labels[row] = classes[row];
        }
        return labels;
    }

    /** That rows of both can stand in one dataset. */
    static void requireSame(Dataset data, Dataset other) {
        boolean shape = data.width() == other.width() && data.sequence().equals(other.sequence());
        if (!shape || !data.features().equals(other.features()) || !data.classes().equals(other.classes())) {
            throw new DataException(Message.of("plus", "the other rows have other features or classes")
                .with("data", data.summary()).with("other", other.summary())
                .help("both must have the same features and the same classes, in the same order"));
        }
    }

    private static double[] distinct(float[] y) {
        double[] values = new double[y.length];
        Arrays.setAll(values, row -> y[row] + 0f);
        return Arrays.stream(values).sorted().distinct().toArray();
    }

    private static void requireClasses(Dataset data, double[] distinct) {
        for (double value : distinct) {
            if (value != StrictMath.rint(value)) {
                throw new DataException(Message.of("toClasses", "target \"" + data.target() + "\" holds "
                    + Figures.number(value) + ", classes are whole numbers").with("data", data.summary())
                    .help("leave them numbers and train with Loss.meanSquaredError()"));
            }
        }
        if (distinct.length > MOST_CLASSES) {
            throw new DataException(Message.of("toClasses", "target \"" + data.target() + "\" has "
                + Numbers.count(distinct.length) + " different values, more than " + Numbers.count(MOST_CLASSES)
                + " classes")
                .with("data", data.summary()).help("leave them numbers and train with Loss.meanSquaredError()"));
        }
    }
}
