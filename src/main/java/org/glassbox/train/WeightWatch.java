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
    public boolean wants(Step step) { return step.moment() != Moment.UPDATE && step.isDue(); }

    @Override
    public void read(Step step, Rows rows) {
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
        Distribution spread = Distribution.of(values);
        rows.add(subject, "size", values.length);
        rows.add(subject, "notfinite", values.length - spread.finite().length);
        rows.add(subject, "zeros", spread.zeros());
        if (spread.isEmpty()) {
            return;
        }
        double[] ends = spread.quantiles(0, 1, 0.001, 0.999);
        double low = ends[2];
        double high = ends[3];
        rows.add(subject, "min", ends[0]);
        rows.add(subject, "max", ends[1]);
        rows.add(subject, "q0.001", low);
        rows.add(subject, "q0.999", high);
        rows.add(subject, "spread", spread.deviation());
        rows.add(subject, "beyond", spread.beyond(low, high));
        int[] counts = spread.histogram(low, high, BINS);
        if (high > low || Arrays.stream(counts).sum() > 0) {
            rows.add(subject, "count", low, high, counts);
        }
    }
}
