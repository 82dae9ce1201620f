package org.glassbox.nn;

import org.glassbox.array.Cell;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * Gated recurrent unit. With x W + b in the parts x₀, x₁, x₂ and h U in h₀, h₁, h₂: r = σ(x₀ + h₀), z = σ(x₁ + h₁),
 * n = tanh(x₂ + r (h₂ + b₃)); h' = (1 − z) n + z h. Cho et al. 2014, arXiv:1406.1078, with the reset r after the product as in
 * cuDNN and PyTorch. Where PyTorch adds two biases, for r and z, here is one: their sum.
 *
 * @param inputWeight W, [features, 3 · hidden], the parts in the order r, z, n
 * @param stateWeight U, [hidden, 3 · hidden]
 * @param bias b, [4 · hidden]: of r, of z, of n, and b₃, which r lets through
 * @param backwards whether it reads from the last step to the first
 */
public record GRU(Parameter inputWeight, Parameter stateWeight, Parameter bias,
    boolean backwards) implements Recurrent {
    /** {@code features} at each step, {@code hidden} units; all weights uniform within ±1 ÷ √hidden. */
    public static GRU of(int features, int hidden) {
        return of(Reading.of("GRU", Cell.GRU, features, hidden));
    }

    private static GRU of(Reading of) { return new GRU(of.inputWeight(), of.stateWeight(), of.bias(), of.backwards()); }

    private Reading reading() { return new Reading(Cell.GRU, backwards, inputWeight, stateWeight, bias); }

    /** The same weights, read from the last step to the first. */
    public GRU reversed() {
        return new GRU(inputWeight, stateWeight, bias, !backwards);
    }

    /**
     * The same weights, with gates z that begin open enough to remember for up to so many steps: their b is ln u, u uniform
     * from 1 to {@code steps}. Without it they begin half open, and half of a state is lost at each step. Tallec & Ollivier
     * 2018, arXiv:1804.11188.
     */
    public GRU withMemory(int steps) {
        return new GRU(inputWeight, stateWeight, reading().open(1, -1, steps), backwards);
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
    public GRU fresh(int features) {
        GRU forward = of(features, width());
        return backwards ? forward.reversed() : forward;
    }

    @Override
    public String toString() { return reading().text("GRU"); }
}
