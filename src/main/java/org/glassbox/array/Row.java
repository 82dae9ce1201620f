package org.glassbox.array;

import java.util.Arrays;

/**
 * The numbers of one sequence at one step, on the heap, where a {@link Cell.Kernel} works on them. Whole rows, as they are read:
 * what comes from the input (and from the state, unless that is kept apart), what comes from the state, and biases; long loops
 * over them are the fastest. Then the gates, hidden state, cell, what is kept for the way back; and gradients of the hidden
 * state, of the cell, of the gates by way of the input and of the state, and of the biases. Here each gate has an array of its
 * own: where a loop uses several parts of one, the JVM's compiler does not always make vector instructions of it (60 ns
 * instead of 17 for 128 units).
 */
abstract class Row {
    static final int INPUT = 0;
    static final int STATE = 1;
    static final int BIAS = 2;
    static final int GATES = 3;
    static final int HIDDEN = 7;
    static final int CELL = 8;
    static final int KEPT = 9;
    static final int D_HIDDEN = 10;
    static final int D_CELL = 11;
    static final int D_GATES = 12;
    static final int D_STATE = 16;
    static final int D_BIAS = 20;
    private static final int MORE = 24;
    private static final int PARTS = 25;
    private static final ThreadLocal<Row> LAST = new ThreadLocal<>();

    final Cell cell;
    final int units;
    final Cell.Kernel kernel;

    private Row(Cell cell, int units) {
        this.cell = cell;
        this.units = units;
        this.kernel = cell.kernel(units);
    }

    /** A row for units of that kind; this thread has one, which the next call may return again. */
    static Row of(Cell cell, Type type, int units) {
        Row last = LAST.get();
        if (last == null || last.cell != cell || last.units != units || last.type() != type) {
            last = type == Type.FLOAT ? new OfFloats(cell, units) : new OfDoubles(cell, units);
            LAST.set(last);
        }
        return last;
    }

    /** The arrays of a part: one for each gate, one for each bias, or one. */
    final int end(int part) {
        return switch (part) {
            case GATES, D_GATES, D_STATE -> part + cell.gates();
            case D_BIAS -> part + cell.biases();
            default -> part + 1;
        };
    }

    /** How long an array is. */
    final int length(int array) {
        return switch (array) {
            case INPUT, STATE -> cell.gates() * units;
            case BIAS -> cell.biases() * units;
            default -> units;
        };
    }

    abstract Type type();

    /** Reads a part from a position on. */
    abstract void load(int part, Array from, int position);

    /** Writes a part. */
    abstract void store(int part, Array to, int position);

    /** Adds what stands there to a part. */
    abstract void add(int part, Array from, int position);

    /** Adds the gradients of the gates to those of the biases. */
    final void addBias() {
        for (int gate = 0; gate < cell.gates(); gate++) {
            add(D_BIAS + gate, D_GATES + gate);
        }
        if (cell.biases() > cell.gates()) {
            add(D_BIAS + cell.gates(), D_STATE + cell.gates() - 1);     // what the reset lets through
        }
    }

    /** Adds one array to another. */
    abstract void add(int to, int array);

    /** Makes a part 0. */
    abstract void clear(int part);

    abstract void forward();

    abstract void backward();

    private static final class OfFloats extends Row {
        private final float[][] parts = new float[PARTS][];

        private OfFloats(Cell cell, int units) {
            super(cell, units);
            Arrays.setAll(parts, i -> new float[length(i)]);
        }

        @Override
        Type type() { return Type.FLOAT; }

        @Override
        void load(int part, Array from, int position) {
            for (int i = part; i < end(part); i++) {
                from.floats().get(position + (i - part) * units, parts[i], 0, parts[i].length);
            }
        }

        @Override
        void store(int part, Array to, int position) {
            for (int i = part; i < end(part); i++) {
                to.floats().put(position + (i - part) * units, parts[i], 0, units);
            }
        }

        @Override
        void add(int part, Array from, int position) {
            from.floats().get(position, parts[MORE], 0, units);
            add(part, MORE);
        }

        @Override
        void add(int to, int array) { Kernels.add(parts[to], parts[array], units); }

        @Override
        void clear(int part) {
            for (int i = part; i < end(part); i++) {
                Arrays.fill(parts[i], 0f);
            }
        }

        @Override
        void forward() { kernel.forward(parts, units); }

        @Override
        void backward() { kernel.backward(parts, units); }
    }

    private static final class OfDoubles extends Row {
        private final double[][] parts = new double[PARTS][];

        private OfDoubles(Cell cell, int units) {
            super(cell, units);
            Arrays.setAll(parts, i -> new double[length(i)]);
        }

        @Override
        Type type() { return Type.DOUBLE; }

        @Override
        void load(int part, Array from, int position) {
            for (int i = part; i < end(part); i++) {
                from.read(position + (i - part) * units, parts[i], parts[i].length);
            }
        }

        @Override
        void store(int part, Array to, int position) {
            for (int i = part; i < end(part); i++) {
                to.write(position + (i - part) * units, parts[i], units);
            }
        }

        @Override
        void add(int part, Array from, int position) {
            from.read(position, parts[MORE], units);
            add(part, MORE);
        }

        @Override
        void add(int to, int array) {
            for (int i = 0; i < units; i++) {
                parts[to][i] += parts[array][i];
            }
        }

        @Override
        void clear(int part) {
            for (int i = part; i < end(part); i++) {
                Arrays.fill(parts[i], 0);
            }
        }

        @Override
        void forward() { kernel.forward(parts, units); }

        @Override
        void backward() { kernel.backward(parts, units); }
    }
}
