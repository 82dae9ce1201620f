package org.glassbox.nn;

import org.glassbox.array.Cell;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * Long short-term memory: a cell c that gates write to, erase and show, so that a gradient lives for long. With z = x W + h U + b
 * in four parts: i = σ(z₀), f = σ(z₁), g = tanh(z₂), o = σ(z₃); c' = f c + i g; h' = o tanh(c'). Hochreiter & Schmidhuber 1997;
 * the forget gate f is of Gers et al. 2000. One bias where PyTorch adds two: theirs is the sum.
 *
 * @param inputWeight W, [features, 4 · hidden], the parts in the order i, f, g, o
 * @param stateWeight U, [hidden, 4 · hidden]
 * @param bias b, [4 · hidden]
 * @param backwards whether it reads from the last step to the first
 */
public record LSTM(Parameter inputWeight, Parameter stateWeight, Parameter bias,
    boolean backwards) implements Recurrent {
    /** {@code features} at each step, {@code hidden} units; all weights uniform within ±1 ÷ √hidden. */
    public static LSTM of(int features, int hidden) {
        return of(Reading.of("LSTM", Cell.LSTM, features, hidden));
    }

    private static LSTM of(Reading of) {
        return new LSTM(of.inputWeight(), of.stateWeight(), of.bias(), of.backwards());
    }

    private Reading reading() { return new Reading(Cell.LSTM, backwards, inputWeight, stateWeight, bias); }

    /** The same weights, read from the last step to the first. */
    public LSTM reversed() {
        return new LSTM(inputWeight, stateWeight, bias, !backwards);
    }

    /**
     * The same weights, with forget gates that begin open enough to remember for up to so many steps: b of f is ln u, u uniform
     * from 1 to {@code steps}; b of i is −ln u. Without it all gates begin half open, and half of a cell is lost at each step.
     * Tallec & Ollivier 2018, arXiv:1804.11188.
     */
    public LSTM withMemory(int steps) {
        return new LSTM(inputWeight, stateWeight, reading().open(1, 0, steps), backwards);
    }

    /** This, and a new one that reads from the last step to the first: what comes before and what comes after. */
    public Bidirectional bidirectional() {
        return Bidirectional.of(this, fresh(features()).reversed());
    }

    @Override
    public Unrolled unroll(Tensor x, State start, Tensor mask) { return reading().unroll(this, x, start, mask); }

    @Override
    public int features() { return reading().features(); }

    @Override
    public int width() { return reading().hidden(); }

    @Override
    public int memories() { return 1; }

    @Override
    public LSTM fresh(int features) {
        LSTM forward = of(features, width());
        return backwards ? forward.reversed() : forward;
    }

    @Override
    public String toString() { return reading().text("LSTM"); }
}
