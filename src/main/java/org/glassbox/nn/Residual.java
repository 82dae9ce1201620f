package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.ShapeException;
import org.glassbox.tensor.Tensor;

/**
 * x + inner(x): the error has a way back that no layer weakens. He et al. 2016, arXiv:1512.03385.
 *
 * @param inner keeps the shape
 */
public record Residual(Layer inner) implements Layer {
    /** Around these layers, one after the other. */
    public static Residual of(Layer... inner) {
        return new Residual(inner.length == 1 ? inner[0] : Sequential.of(inner));
    }

    @Override
    public Tensor forward(Tensor x) {
        Tensor y;
        try (Pass.Scope at = Pass.enter(0, inner.kind())) {
            y = inner.forward(x);
        }
        if (!Arrays.equals(x.shape(), y.shape())) {
            throw new ShapeException(Message.of("residual", "inner layers turn " + Arrays.toString(x.shape()) + " into "
                + Arrays.toString(y.shape())).help("what is added to its own input must keep its shape"));
        }
        return x.add(y);
    }

    @Override
    public String toString() { return "Residual(" + inner.title() + ")"; }
}
