package org.glassbox.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.tensor.Tensor;

/**
 * A layer with a memory: it reads a sequence step by step and puts out its state after each step. As a layer it begins with a
 * state of 0 and puts out all states; {@link LastStep} takes the last of them. {@link #unroll} begins with a given state, and
 * says the one at the end.
 *
 * <p>x: [batch, steps, features] → [batch, steps, hidden], as PyTorch's with {@code batch_first=True}.
 */
public sealed interface Recurrent extends Layer permits RNN, GRU, LSTM, Bidirectional, Stacked {
    /**
     * Reads x, beginning with {@code start}.
     *
     * @param x [batch, steps, features]
     * @param start the state before the first step, {@link State#none()} for 0
     * @param mask [batch, steps]: 1 where a step is real, 0 where it is padding; null if all are real. A padded step changes
     *        neither state nor gradient, and puts out again what the step before it did (PyTorch's packed sequences put out 0)
     */
    Unrolled unroll(Tensor x, State start, Tensor mask);

    /** Reads x, beginning with {@code start}. */
    default Unrolled unroll(Tensor x, State start) {
        return unroll(x, start, null);
    }

    /** Reads x, beginning with a state of 0. */
    default Unrolled unroll(Tensor x) {
        return unroll(x, State.none(), null);
    }

    @Override
    default Tensor forward(Tensor x) { return unroll(x).outputs(); }

    /** All outputs, where some steps are padding: see {@link #unroll(Tensor, State, Tensor)}. */
    default Tensor forward(Tensor x, Tensor mask) {
        return unroll(x, State.none(), mask).outputs();
    }

    /** How many numbers come in at each step. */
    int features();

    /** How many numbers come out at each step. */
    int width();

    /** How many states it has: one for each layer and direction. */
    int memories();

    /** A new layer of its kind, as wide, for so many features. */
    Recurrent fresh(int features);

    /** This layer, and new ones of its kind above it, {@code count} in all; each reads what the one below puts out. */
    default Recurrent withLayers(int count) {
        return withLayers(count, 0);
    }

    /**
     * The same with dropout between the layers: in training each output of a layer that another one reads is 0 with that
     * probability, else divided by 1 − rate; what the last one puts out stays whole, as in PyTorch.
     *
     * @param dropout share that is dropped, 0 ≤ dropout &lt; 1; 0 is none
     */
    default Recurrent withLayers(int count, double dropout) {
        if (count < 1 || count == 1 && dropout != 0) {
            throw new GlassboxException(Message.of("withLayers", count < 1 ? count + " layers, expected at least 1"
                : "dropout between the layers, but there is one layer")
                .help(count < 1 ? "withLayers(2) puts one more on top"
                    : "withLayers(2, " + dropout + ") has a place for it; Dropout.of(" + dropout
                        + ") is a layer of its own"));
        }
        Optional<Dropout> between = dropout == 0 ? Optional.empty() : Optional.of(Dropout.of(dropout));
        List<Recurrent> layers = new ArrayList<>(List.of(this));
        while (layers.size() < count) {
            layers.add(fresh(width()));
        }
        return count == 1 ? this : new Stacked(layers, between);
    }

    /**
     * The outputs of all steps, and the state at the end.
     *
     * @param outputs [batch, steps, hidden]
     * @param state what goes on from here
     */
    record Unrolled(Tensor outputs, State state) {}

    /**
     * What a layer remembers.
     *
     * @param hidden [batch, hidden] for each layer and direction: from the bottom up, forward before backward
     * @param cells the same for what an LSTM keeps to itself; empty for other kinds
     */
    record State(List<Tensor> hidden, List<Tensor> cells) {
        public State {
            hidden = List.copyOf(hidden);
            cells = List.copyOf(cells);
        }

        /** Nothing: all 0. */
        public static State none() { return new State(List.of(), List.of()); }

        /**
         * The same numbers as data, which stay when the loop over batches goes on: the next piece of a long sequence begins
         * with them, and no gradient flows back from it into this one. Truncated backpropagation through time: Williams & Peng
         * 1990.
         */
        public State copy() {
            return new State(hidden.stream().map(Tensor::copy).toList(), cells.stream().map(Tensor::copy).toList());
        }

        /** The {@code count} states from one on. */
        State part(int from, int count) {
            return hidden.isEmpty() ? this
                : new State(hidden.subList(from, from + count),
                    cells.isEmpty() ? cells : cells.subList(from, from + count));
        }

        /** These, then those. */
        State then(State more) {
            List<Tensor> allHidden = new ArrayList<>(hidden);
            allHidden.addAll(more.hidden);
            List<Tensor> allCells = new ArrayList<>(cells);
            allCells.addAll(more.cells);
            return new State(allHidden, allCells);
        }

        /** Refuses what is not the state of such a layer. */
        void requireFor(Recurrent layer, boolean hasCells) {
            boolean fits = hidden.size() == layer.memories() && cells.size() == (hasCells ? layer.memories() : 0);
            if (!hidden.isEmpty() && !fits) {
                throw new GlassboxException(Message.of("unroll", layer.title() + " has "
                    + Numbers.of(layer.memories(), "memory", "memories") + (hasCells ? " with cells" : "")
                    + ", the state "
                    + hidden.size() + (cells.isEmpty() ? "" : " with " + Numbers.of(cells.size(), "cell", "cells")))
                    .help("begin with the state that the same layer gave, or with State.none()"));
            }
        }
    }
}
