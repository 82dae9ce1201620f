package org.glassbox.data;

import java.util.Arrays;
import java.util.List;
import org.glassbox.Message;
import org.glassbox.Numbers;

/** A series in time → rows: what was seen in some steps, and what came next. */
final class Windows {
    private static final String WHO = "windows";

    private Windows() {}

    /**
     * Every stretch of {@code steps} with the target's value in the step after it.
     *
     * @param series one array a step, the oldest first
     */
    static Dataset of(String name, List<String> names, double[][] series, String target, int steps) {
        requireSteps(series.length, steps);
        int features = names.size();
        int rows = series.length - steps;
        float[] flat = new float[series.length * features];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = Finite.finite(series[i / features][i % features], names.get(i % features), i / features);
        }
        float[] x = room(rows, steps * features);
        float[] y = new float[rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(flat, row * features, x, row * steps * features, steps * features);
            y[row] = flat[(row + steps) * features + names.indexOf(target)];
        }
        About about = About.of(name, target, names, List.of()).withSequence(new SequenceShape(steps, false, 1, false));
        return new Dataset(about, x, y);
    }

    static Dataset of(double[] series, int steps) {
        return of("data", List.of("value"), Arrays.stream(series).mapToObj(value -> new double[] {value})
            .toArray(double[][]::new), "value", steps);
    }

    static float[] room(long rows, long width) {
        if (rows * width > Integer.MAX_VALUE) {
            throw new DataException(Message.of(WHO, Numbers.count(rows) + " windows of " + Numbers.count(width)
                + " numbers are more than an array holds").help("make them shorter, or let them lie further apart"));
        }
        return new float[(int) (rows * width)];
    }

    static int requireSteps(int all, int steps) {
        if (steps < 1 || steps >= all) {
            throw new DataException(Message.of(WHO, Numbers.of(steps, "step", "steps") + " in a series of "
                + Numbers.count(all))
                .help("a window has at least 1 step, and one must be left after it as its target"));
        }
        return steps;
    }
}
