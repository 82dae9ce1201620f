package org.glassbox.array;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * One layer with a memory, in one direction, over a batch of sequences: forward when it is made, backward when asked.
 *
 * <p>The batch is cut into parts; each thread takes one through all steps ({@link TimeLoop}), so nobody waits between steps.
 * What does not depend on the step before is done for all steps at once: x · W, and all gradients of weights.
 */
public final class Recurrence {
    /** Multiplications that make a part, about 40 µs. */
    private static final long PART = 2_000_000;
    /** Fewer sequences would leave a product's vector units idle. */
    private static final int LEAST_ROWS = 8;

    final Cell cell;
    final Inputs in;
    final int steps;
    final int features;
    final int units;
    final Array outputs;
    private final boolean backwards;
    private final TimeLoop[] loops;
    private final int batch;

    /**
     * What goes in; the last three may be null.
     *
     * @param x [batch, steps, features]
     * @param inputWeight [features, gates · units]
     * @param stateWeight [units, gates · units]
     * @param bias [biases · units]
     * @param mask [batch, steps]: 0 where a step is padding, or null: none is
     * @param hidden [batch, units]: the state at the start, or null: 0
     * @param cell [batch, units]: the cell at the start, or null: 0
     */
    public record Inputs(Array x, Array inputWeight, Array stateWeight, Array bias, Array mask, Array hidden,
        Array cell) {}

    private Recurrence(Cell cell, boolean backwards, Inputs in) {
        this.cell = cell;
        this.backwards = backwards;
        this.in = in;
        batch = in.x.shape()[0];
        steps = in.x.shape()[1];
        features = in.x.columns();
        units = in.stateWeight.shape()[0];
        outputs = Arena.take(type(), batch, steps, units);
        long work = (long) batch * steps * (features + units) * width();
        int most = Math.max(2, Threads.count());            // two parts also for one thread: the same bits
        int parts = (int) Math.max(1, Math.min(Math.min(most, work / PART), batch / LEAST_ROWS));
        loops = new TimeLoop[parts];
        for (int i = 0; i < parts; i++) {
            loops[i] = new TimeLoop(this, cut(i, parts), cut(i + 1, parts));
        }
    }

    private int cut(int i, int parts) { return (int) ((long) batch * i / parts); }

    /** Runs over all steps, from the last to the first if {@code backwards}. */
    public static Recurrence run(Cell cell, boolean backwards, Inputs in) {
        Recurrence run = new Recurrence(cell, backwards, in);
        Threads.share(run.loops.length, i -> run.loops[i].run());
        return run;
    }

    /** The state after each step, [batch, steps, units]; a padded step repeats the one before it. */
    public Array outputs() {
        return outputs;
    }

    /** The cell after the last step, [batch, units]. */
    public Array lastCell() {
        return join(i -> loops[i].step(loops[i].cells, steps));
    }

    /** How many columns the weights have. */
    int width() { return cell.gates() * units; }

    Type type() { return in.x.type(); }

    /** The place of the i-th step in its order. */
    int step(int i) { return backwards ? steps - 1 - i : i; }

    boolean isPadding(int n, int t) { return in.mask != null && in.mask.at(place(n, t)) == 0; }

    /** Which row of [batch, steps, …] is that. */
    int place(int n, int t) { return n * steps + t; }

    /** The parts of the batch, below each other: [batch, units]. */
    private Array join(IntFunction<Array> part) {
        Array whole = Arena.take(type(), batch, units);
        int end = 0;
        for (int i = 0; i < loops.length; i++) {
            whole.copy(end, part.apply(i), 0, part.apply(i).size());
            end += part.apply(i).size();
        }
        return whole;
    }

    /**
     * The way back.
     *
     * @param dy gradient of the outputs, or null for 0
     * @param dCell gradient of the last cell, or null for 0
     */
    public Back back(Array dy, Array dCell) { return new Back(dy, dCell); }

    /** The gradients, each computed when it is asked for. */
    public final class Back {
        private final TimeLoopBack[] backs;

        private Back(Array dy, Array dCell) {
            Array transposed = Loops.transposed(in.stateWeight);
            backs = Arrays.stream(loops).map(TimeLoopBack::new).toArray(TimeLoopBack[]::new);
            Threads.share(backs.length, i -> backs[i].run(dy, dCell, transposed));
        }

        /** [batch, steps, features]. */
        public Array dx() {
            Array transposed = Loops.transposed(in.inputWeight);
            Array dx = Arena.take(type(), in.x.shape());
            Array[] parts = new Array[backs.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Arena.take(type(), loops[i].x.shape());
            }
            Threads.share(parts.length, i -> {
                Gemm.alone(backs[i].dGates, false, transposed, parts[i]);
                loops[i].write(parts[i], dx);
            });
            return dx;
        }

        /** [features, gates · units]. */
        public Array dInputWeight() {
            return sum(features, (back, part) -> Gemm.alone(back.loop.x, true, back.dGates, part));
        }

        /** [units, gates · units]. */
        public Array dStateWeight() {
            return sum(units, (back, part) -> Gemm.alone(back.loop.steps(back.loop.hidden), true, back.dStates, part));
        }

        /** What all parts add to a weight's gradient. */
        private Array sum(int rows, BiConsumer<TimeLoopBack, Array> product) {
            Array[] parts = new Array[backs.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Arena.take(type(), rows, width());
            }
            Threads.share(parts.length, i -> product.accept(backs[i], parts[i]));
            return Arrays.stream(parts).reduce(Native::add).orElseThrow();
        }

        /** [biases · units]. */
        public Array dBias() {
            return Arrays.stream(backs).map(back -> back.dBias).reduce(Native::add).orElseThrow();
        }

        /** What the state at the start gets, [batch, units]. */
        public Array dHidden() {
            return join(i -> backs[i].dHidden);
        }

        /** What the cell at the start gets, [batch, units]. */
        public Array dCell() {
            return join(i -> backs[i].dCell);
        }
    }
}
