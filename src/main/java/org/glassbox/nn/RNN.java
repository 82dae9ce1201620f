package org.glassbox.nn;

import org.glassbox.array.Cell;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * The simplest memory: h' = tanh(x W + h U + b). What it remembers fades or explodes with every step. Elman 1990, «Finding
 * structure in time». One bias where PyTorch adds two: theirs is the sum.
 *
 * @param inputWeight W, [features, hidden]
 * @param stateWeight U, [hidden, hidden]
 * @param bias b, [hidden]
 * @param cell how it bends: {@code TANH}, or {@code RELU}
 * @param backwards whether it reads from the last step to the first
 */
public record RNN(Parameter inputWeight, Parameter stateWeight, Parameter bias, Cell cell, boolean backwards)
    implements
        Recurrent {
    /** {@code features} at each step, {@code hidden} units; all weights uniform within ±1 ÷ √hidden. */
    public static RNN of(int features, int hidden) {
        return of(Reading.of("RNN", Cell.TANH, features, hidden));
    }

    private static RNN of(Reading of) {
        return new RNN(of.inputWeight(), of.stateWeight(), of.bias(), of.cell(), of.backwards());
    }

    private Reading reading() { return new Reading(cell, backwards, inputWeight, stateWeight, bias); }

    /** The same weights, with max(…, 0) for tanh. */
    public RNN withRelu() {
        return new RNN(inputWeight, stateWeight, bias, Cell.RELU, backwards);
    }

    /** The same weights, read from the last step to the first. */
    public RNN reversed() {
        return new RNN(inputWeight, stateWeight, bias, cell, !backwards);
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
    public RNN fresh(int features) {
        RNN weights = of(features, width());
        return new RNN(weights.inputWeight, weights.stateWeight, weights.bias, cell, backwards);
    }

    @Override
    public String toString() { return reading().text(cell == Cell.RELU ? "ReLU RNN" : "RNN"); }
}
