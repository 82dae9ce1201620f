package org.glassbox.array;

import java.util.Locale;

/** The kinds of unit of a recurrent layer: what one does in one step is its {@link Kernel}. */
public enum Cell {
    /** h' = tanh(z). */
    TANH(1, 1, 0),
    /** h' = max(z, 0). */
    RELU(1, 1, 0),
    /** Gates r and z, candidate n: h' = (1 − z) n + z h. The fourth bias belongs to what r lets through. */
    GRU(3, 4, 1),
    /** Gates i, f and o, candidate g, and a cell of its own: c' = f c + i g, h' = o tanh(c'). */
    LSTM(4, 4, 1);

    private final int gates;
    private final int biases;
    private final int kept;

    Cell(int gates, int biases, int kept) {
        this.gates = gates;
        this.biases = biases;
        this.kept = kept;
    }

    /** What the operation is called in graphs and errors. */
    public String op() {
        return gates == 1 ? "rnn" : name().toLowerCase(Locale.ROOT);
    }

    /** How many columns of the weights a unit has. */
    public int gates() { return gates; }

    /** How many biases a unit has. */
    public int biases() { return biases; }

    /** Whether a unit remembers, beside what it puts out, a number that nobody else sees. */
    public boolean hasCell() {
        return this == LSTM;
    }

    /** How many more numbers a unit keeps for the way back. */
    int kept() { return kept; }

    /** Whether part of the old state goes into the new one past the weights. */
    boolean isDirect() {
        return this == GRU;
    }

    /** Whether what comes from the input and from the state are kept apart, and get different gradients. */
    boolean isSplit() {
        return this == GRU;
    }

    /** What that many of them do. */
    Kernel kernel(int units) {
        return switch (this) {
            case TANH -> new PlainKernel(true);
            case RELU -> new PlainKernel(false);
            case GRU -> new GruKernel(units);
            case LSTM -> new LstmKernel(units);
        };
    }

    /**
     * One step of all units of one sequence, and the way back. Written twice: for FLOAT in loops that the JVM's compiler turns
     * into vector instructions, for DOUBLE, which checks gradients, as in the textbook. The arrays are the parts of {@link Row}:
     * forward reads what comes from the input and from the state, bias, and the old state; backward reads what forward has
     * left there, the old state, and the gradient of the new one.
     */
    interface Kernel {
        void forward(float[][] row, int n);

        void backward(float[][] row, int n);

        void forward(double[][] row, int n);

        void backward(double[][] row, int n);
    }
}
