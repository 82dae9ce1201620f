package org.glassbox.tensor;

import java.util.function.Supplier;

/**
 * The one hidden thing: in which way layers are run just now on this thread. Training or evaluating; with or without a
 * record for the way back; and in which place of the net. Without a word a pass trains and records.
 */
public final class Pass {
    private static final ThreadLocal<Pass> CURRENT = ThreadLocal.withInitial(Pass::new);

    private boolean training = true;
    private boolean recording = true;
    private Place place;

    private Pass() {}

    static Pass current() { return CURRENT.get(); }

    /** Runs {@code code} as in use, without a record: nothing is dropped, nothing remembered. */
    public static <T> T evaluate(Supplier<T> code) {
        return current().with(false, false, code);
    }

    /** Runs {@code code} as in use, with a record: for looking at gradients without moving anything. */
    public static <T> T observe(Supplier<T> code) {
        return current().with(false, true, code);
    }

    /** Runs {@code code} in training, with a record. */
    public static <T> T train(Supplier<T> code) {
        return current().with(true, true, code);
    }

    /** Runs {@code code} as it is now, without a record. */
    static <T> T silent(Supplier<T> code) {
        return current().with(current().training, false, code);
    }

    /** Whether layers should behave as in training: drop units, remember statistics. */
    public static boolean isTraining() {
        return current().training;
    }

    /** Enters a layer: {@code try (var at = Pass.enter(0, "Linear")) { … }}. */
    public static Scope enter(int index, String what) {
        Pass pass = current();
        Place outer = pass.place;
        pass.place = new Place(outer, index, what);
        return () -> pass.place = outer;
    }

    /** Enters a whole net by its name; a net within a net has its place already, and nothing is entered. */
    public static Scope enterWhole(String what) {
        return current().place == null ? enter(-1, what) : () -> {};
    }

    /** A place that is left by closing it. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    boolean recording() { return recording; }

    Place place() { return place; }

    private <T> T with(boolean nowTraining, boolean nowRecording, Supplier<T> code) {
        boolean trained = training;
        boolean recorded = recording;
        training = nowTraining;
        recording = nowRecording;
        try {
            return code.get();
        } finally {
            training = trained;
            recording = recorded;
        }
    }
}
