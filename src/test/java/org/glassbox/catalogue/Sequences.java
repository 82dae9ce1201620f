package org.glassbox.catalogue;

import static org.glassbox.catalogue.Inputs.input;
import static org.glassbox.catalogue.Inputs.inTypeOf;
import static org.glassbox.catalogue.Inputs.second;
import static org.glassbox.catalogue.Inputs.third;

import java.util.stream.Stream;
import org.glassbox.array.Cell;
import org.glassbox.tensor.Tensor;
import org.glassbox.tensor.Unrolling;

/** Inputs for what reads sequences: batch, steps and width of 1 are among them. */
final class Sequences {
    /** Padding at the end, at the beginning, in the middle, nowhere, and nothing else. */
    private static final double[][] MASKS = {{1, 1, 0, 0}, {0, 1, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}, {0, 0, 0, 0}};

    private Sequences() {}

    /** x, weights and biases of a layer that has so many parts. */
    static Tensor[][] of(int gates, int biases) {
        return Stream.of(new int[] {2, 3, 2, 3}, new int[] {1, 1, 1, 1}, new int[] {1, 4, 3, 2}, new int[] {3, 1, 2, 2})
            .map(n -> inputs(gates, biases, n)).toArray(Tensor[][]::new);
    }

    private static Tensor[] inputs(int gates, int biases, int... n) {
        return new Tensor[] {input(n[0], n[1], n[2]), second(n[2], gates * n[3]), small(third(n[3], gates * n[3])),
            second(biases * n[3])};
    }

    /** Weights of the state: larger ones would let a memory without bounds explode. */
    private static Tensor small(Tensor weights) {
        return weights.mul(0.4).toLeaf();
    }

    /** The same for five sequences of four steps, and states to begin with. */
    static Tensor[][] withState(int gates, int biases, int states) {
        Tensor[] start = {third(5, 2), input(5, 2)};
        return new Tensor[][] {
            Stream.concat(Stream.of(inputs(gates, biases, 5, 4, 3, 2)), Stream.of(start).limit(states))
                .toArray(Tensor[]::new)};
    }

    /** Everything at once: backwards, with padding, from a state. */
    static Unrolling.Result all(Cell cell, Tensor... in) {
        Tensor mask = inTypeOf(in[0], Tensor.of(MASKS).toData());
        return Unrolling.of(cell).reversed().masked(mask).from(in[4], in.length > 5 ? in[5] : null)
            .over(in[0], in[1], in[2], in[3]);
    }
}
