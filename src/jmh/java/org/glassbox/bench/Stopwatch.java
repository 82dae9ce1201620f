package org.glassbox.bench;

import java.util.Arrays;

/**
 * Times a loop and counts what it allocates, in a JVM that has nothing else to do.
 *
 * @param warmup seconds before the first round
 * @param round seconds of each round
 * @param rounds how many
 */
record Stopwatch(double warmup, double round, int rounds) {
    private static final int WINDOWS = 5;
    private static final int TRIES = 15;
    private static final double WINDOW = 0.02;

    /** Times {@code run}, which takes {@code steps} steps. */
    Timing time(String who, String workload, int steps, Runnable run) {
        long warm = runs(warmup, run);
        long runs = Math.max(1, Math.round(warm * round / warmup));
        double[] micros = new double[rounds];
        long heap = Footprint.allocated();
        for (int i = 0; i < rounds; i++) {
            micros[i] = seconds(runs, run) * 1e6 / runs / steps;
        }
        heap = Footprint.allocated() - heap;
        Arrays.sort(micros);
        long few = Math.max(1, Math.round(warm * WINDOW / warmup));
        return new Timing(who, workload, micros[rounds / 2], (double) heap / rounds / runs / steps,
            offHeap(few, run) / few / steps);
    }

    private static long runs(double seconds, Runnable run) {
        long count = 0;
        for (long end = System.nanoTime() + (long) (seconds * 1e9); System.nanoTime() < end; count++) {
            run.run();
        }
        return Math.max(1, count);
    }

    private static double seconds(long runs, Runnable run) {
        long start = System.nanoTime();
        for (long i = 0; i < runs; i++) {
            run.run();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /**
     * What memory outside the heap grows by: median over some windows in which no collection runs, since only the collector
     * frees what Java holds out there: so the growth is all that was allocated. Nor must a compiler of the JVM be at work.
     */
    private static double offHeap(long runs, Runnable run) {
        double[] growth = new double[WINDOWS];
        int seen = 0;
        for (int i = 0; i < TRIES && seen < WINDOWS; i++) {
            long jvm = Footprint.jvmWork();
            double first = Footprint.offHeap();
            double before = Footprint.offHeap();
            seconds(runs, run);
            double after = Footprint.offHeap();
            if (Footprint.jvmWork() == jvm) {
                growth[seen++] = (after - before) - (before - first);   // asking takes memory, too
            }
        }
        Arrays.sort(growth, 0, seen);
        return seen == 0 ? Double.NaN : growth[seen / 2];
    }
}
