package org.glassbox.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Resident memory of a process while it trains.
 *
 * @param name of the loop
 * @param every steps from one reading to the next; the first is after as many
 * @param warm from that step on it should be flat
 * @param megabytes the readings
 */
record RssTrack(String name, int every, int warm, double[] megabytes) {
    double[] steps() {
        double[] steps = new double[megabytes.length];
        Arrays.setAll(steps, i -> (i + 1.0) * every);
        return steps;
    }

    double last() { return megabytes[megabytes.length - 1]; }

    double most() { return Arrays.stream(megabytes).max().orElseThrow(); }

    /** Growth from the middle reading of the first tenth after the warm-up to that of the last tenth. */
    double growth() {
        int from = warm / every;
        int tenth = (megabytes.length - from) / 10;
        return median(megabytes.length - tenth, megabytes.length) - median(from, from + tenth);
    }

    private double median(int from, int to) {
        double[] some = Arrays.copyOfRange(megabytes, from, to);
        Arrays.sort(some);
        return some[some.length / 2];
    }

    /** In a line. */
    String sentence() {
        double[] steady = Arrays.copyOfRange(megabytes, warm / every - 1, megabytes.length);
        return String.format(Locale.ROOT,
            "%s: %.0f MB after %,d steps, %.0f after %,d, between %.0f and %.0f on the way; last tenth − first tenth %+.1f MB",
            name, steady[0], warm, last(), megabytes.length * every, Arrays.stream(steady).min().orElseThrow(),
            Arrays.stream(steady).max().orElseThrow(), growth());
    }
}
