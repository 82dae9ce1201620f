package org.glassbox.bench;

/**
 * Times our own step in a JVM of its own, as a user's program would run: no flags, plain class path. Prints lines of
 * {@link Timing}: {@code glassbox} is the step alone, {@code batches}, {@code fit} and {@code plain} are the other ways of
 * {@link Steps}.
 */
public final class Ours {
    private static final Stopwatch LONG = new Stopwatch(2, 0.3, 7);
    private static final Stopwatch SHORT = new Stopwatch(0.7, 0.15, 3);
    /** µs of a step from which on the other ways are left out: their epochs of fifty steps would take minutes. */
    private static final double SLOW = 20_000;

    private Ours() {}

    /** Times the workloads named, or all. */
    public static void main(String[] names) {
        for (String name : names.length == 0 ? Workload.names().toArray(String[]::new) : names) {
            Steps steps = new Steps(Workload.of(name));
            Timing step = LONG.time("glassbox", name, 1, steps::step);
            print(step);
            steps.leave();
            if (step.micros() > SLOW) {
                continue;
            }
            print(SHORT.time("batches", name, Steps.EPOCH, steps::batches));
            print(SHORT.time("fit", name, Steps.EPOCH, steps::fit));
            steps.leave();
            print(SHORT.time("plain", name, 1, steps::withoutArena));
        }
    }

    private static void print(Timing timing) { System.out.println(timing.line()); }
}
