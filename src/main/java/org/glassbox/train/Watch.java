package org.glassbox.train;

import java.util.Arrays;
import java.util.List;

/** Looks at a step and adds rows; changes nothing. A lambda is a watch. */
@FunctionalInterface
public interface Watch {
    /** Reads what {@code step} shows and writes it to {@code rows}. */
    void read(Step step, Rows rows);

    /** Signal (∂ loss ÷ ∂ z) of each linear layer and gradient of each weight and bias, at updates. */
    static Watch gradients() {
        return new GradientWatch();
    }

    /** Histogram, spread and movement of each weight and bias, after each epoch. */
    static Watch weights() {
        return new WeightWatch();
    }

    /** Quantiles and firing units of each activation layer on the probe rows, after each epoch. */
    static Watch activations() {
        return new ActivationWatch();
    }

    /** What is watched without a word: gradients, weights, activations. */
    static Watch standard() {
        return all(gradients(), weights(), activations());
    }

    /** Nothing. */
    static Watch none() { return (step, rows) -> {}; }

    /** One after the other. */
    static Watch all(Watch... watches) {
        List<Watch> list = List.copyOf(Arrays.asList(watches));
        return (step, rows) -> list.forEach(watch -> watch.read(step, rows));
    }
}
