package org.glassbox.nn;

import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * A function with things it can learn. A lambda is a layer without parameters; a record whose components are
 * {@link org.glassbox.tensor.Parameter parameters} and layers is a layer that learns.
 */
@FunctionalInterface
public interface Layer {
    /** The layer's output for a batch: in training unless something else was asked for, with a record for the way back. */
    Tensor forward(Tensor x);

    /** The layer's output as in use: nothing is dropped, nothing remembered, no gradients. */
    default Tensor predict(Tensor x) {
        return Pass.evaluate(() -> forward(x));
    }

    /** This layer, then {@code next}. */
    default Sequential then(Layer next) { return Sequential.of(this, next); }

    /** One short line: «Linear(64 → 10)», or its kind where its own text is long. */
    default String title() {
        String own = toString();
        return own.length() > 36 || own.contains("\n") || kind().equals("lambda") ? kind() : own;
    }

    /** What pictures and errors call it: the name of its kind. */
    default String kind() {
        String name = getClass().getSimpleName();
        return name.contains("$$Lambda") || name.isEmpty() ? "lambda" : name;
    }
}
