package org.glassbox.train;

import java.util.Arrays;
import org.glassbox.train.Rows.Subject;
import org.glassbox.train.Step.Held;
import org.glassbox.train.Step.Moment;

/**
 * Where the weights are and how far they came: histogram of the finite, non-zero values in equal bins between their 0.1 % and
 * 99.9 % quantiles, spread (standard deviation), way since the start ÷ length at the start.
 */
record WeightWatch() implements Watch {
    private static final int BINS = 40;

    @Override
    public void read(Step step, Rows rows) {
        if (step.moment() == Moment.UPDATE) {
            return;
        }
        for (Held held : step.held()) {
            Subject subject = new Subject("weights", held.layer(), held.place(), "", held.parameter().name());
            float[] values = held.parameter().toFloats();
            movement(values, held.start(), subject, rows);
            distribution(values, subject, rows);
        }
    }

    private static void movement(float[] values, float[] start, Subject subject, Rows rows) {
        double way = 0;
        double length = 0;
        int unmoved = 0;
        for (int i = 0; i < values.length; i++) {
            double moved = (double) values[i] - start[i];
            way += moved * moved;
            length += (double) start[i] * start[i];
            unmoved += moved == 0 ? 1 : 0;
        }
        rows.add(subject, "moved", way == 0 ? 0 : Math.sqrt(way / length));
        rows.add(subject, "unmoved", unmoved);
    }

    private static void distribution(float[] values, Subject subject, Rows rows) {
        float[] finite = Distribution.sortedFinite(values);
        rows.add(subject, "size", values.length);
        rows.add(subject, "notfinite", values.length - finite.length);
        rows.add(subject, "zeros", Distribution.zeros(finite));
        if (finite.length == 0) {
            return;
        }
        double low = Distribution.quantile(finite, 0.001);
        double high = Distribution.quantile(finite, 0.999);
        rows.add(subject, "min", finite[0]);
        rows.add(subject, "max", finite[finite.length - 1]);
        rows.add(subject, "q0.001", low);
        rows.add(subject, "q0.999", high);
        rows.add(subject, "spread", Distribution.deviation(finite));
        histogram(finite, low, high, subject, rows);
    }

    private static void histogram(float[] finite, double low, double high, Subject subject, Rows rows) {
        double width = (high - low) / BINS;
        int[] counts = new int[BINS];
        int beyond = 0;
        for (float value : finite) {
            if (value < low || value > high) {
                beyond++;
            } else if (value != 0) {
                counts[width == 0 ? 0 : Math.min(BINS - 1, (int) ((value - low) / width))]++;
            }
        }
        rows.add(subject, "beyond", beyond);
        if (width > 0 || Arrays.stream(counts).sum() > 0) {
            for (int bin = 0; bin < BINS; bin++) {
                rows.add(subject, "count", bin, low + bin * width, low + (bin + 1) * width, counts[bin]);
            }
        }
    }
}
