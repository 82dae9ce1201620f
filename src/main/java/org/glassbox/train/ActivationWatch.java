package org.glassbox.train;

import java.util.Arrays;
import java.util.List;
import org.glassbox.train.Rows.Subject;
import org.glassbox.train.Step.Moment;
import org.glassbox.train.Step.Output;

/**
 * Whether hidden units are alive: quantiles of the outputs of each activation layer; share of rows on which each unit fires
 * (is not exactly 0); dead units, which never do; for sigmoid and tanh the share of outputs where the slope is below 5 % of
 * its largest. A unit of images is a channel, and the share is of its places on all rows.
 */
record ActivationWatch() implements Watch {
    private static final List<String> ACTIVATIONS = List.of("relu", "sigmoid", "tanh", "leakyRelu", "elu", "gelu",
        "silu", "softplus");
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double FLAT_TANH = 0.975;
    private static final double FLAT_SIGMOID = 0.987;

    @Override
    public boolean wants(Step step) { return step.moment() != Moment.UPDATE && step.isDue(); }

    @Override
    public void read(Step step, Rows rows) {
        for (Output output : step.outputs()) {
            if (ACTIVATIONS.contains(output.op())) {
                Subject subject = new Subject("activations", output.layer(), output.place(), "hidden", "output");
                float[] values = output.value().toFloats();
                units(values, Units.of(output.value().shape()), subject, rows);
                saturation(values, output.op(), subject, rows);
                double[] quantiles = Distribution.of(values).quantiles(QUANTILES);
                for (int i = 0; i < QUANTILES.length; i++) {
                    rows.add(subject, "q" + QUANTILES[i], quantiles[i]);
                }
            }
        }
    }

    private static void units(float[] values, Units units, Subject subject, Rows rows) {
        int[] fires = new int[units.count];
        for (int i = 0; i < values.length; i++) {
            fires[units.of(i)] += values[i] == 0 ? 0 : 1;
        }
        double all = (double) values.length / units.count;
        rows.add(subject, "fires", Arrays.stream(fires).mapToDouble(times -> times / all).toArray());
        rows.add(subject, "units", units.count);
        rows.add(subject, "places", units.places);
        rows.add(subject, "dead", Arrays.stream(fires).filter(times -> times == 0).count());
        rows.add(subject, "zero", (double) (values.length - Arrays.stream(fires).sum()) / values.length);
    }

    /** Which unit a value is of: the last axis counts units; of images the second counts channels, each with its places. */
    private record Units(int count, int places) {
        static Units of(int... shape) {
            return shape.length == 4 ? new Units(shape[1], shape[2] * shape[3]) : new Units(shape[shape.length - 1], 1);
        }

        int of(int value) { return value / places % count; }
    }

    private static void saturation(float[] values, String op, Subject subject, Rows rows) {
        if (!op.equals("sigmoid") && !op.equals("tanh")) {
            return;
        }
        int flat = 0;
        for (float value : values) {
            boolean high = op.equals("tanh") ? Math.abs(value) > FLAT_TANH
                : value > FLAT_SIGMOID || value < 1 - FLAT_SIGMOID;
            flat += high ? 1 : 0;
        }
        rows.add(subject, "saturated", (double) flat / values.length);
    }
}
