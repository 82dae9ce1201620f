package org.glassbox.nn;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.Seed;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** Affine map y = x·W + b.  x: [batch, in]  W: [in, out]  b: [out]  →  [batch, out]; each step of [batch, steps, in] is a row, too. */
public record Linear(Parameter weight, Parameter bias) implements Layer {
    /** {@code in} features to {@code out}; weights by {@link Initializer#he()}, biases 0. */
    public static Linear of(int in, int out) {
        return of(in, out, Initializer.he());
    }

    /** {@code in} features to {@code out}; weights by {@code initializer}, biases 0. */
    public static Linear of(int in, int out, Initializer initializer) {
        return of(in, out, initializer, Initializer.zeros());
    }

    /** {@code in} features to {@code out}; weights and biases by an initializer each, which sees the biases as [1, out]. */
    public static Linear of(int in, int out, Initializer weights, Initializer biases) {
        if (in < 1 || out < 1) {
            throw new GlassboxException(
                Message.of("Linear.of", "in " + in + ", out " + out + ", expected at least 1 each")
                    .help("in is the number of features that come in, out the number of units"));
        }
        Tensor weight = weights.of(in, out, Seed.next("initialisation"));
        Tensor bias = biases.of(1, out, Seed.next("biases"));       // a stream of its own: weights do not depend on it
        return new Linear(Parameter.of("weight", weight), Parameter.of("bias", bias.reshape(out)));
    }

    /** Given weights, a row for each input, a column for each output; and a bias for each output. */
    public static Linear of(double[][] weight, double[] bias) {
        Tensor w = Tensor.of(weight);
        if (w.shape()[1] != bias.length) {
            throw new GlassboxException(Message.of("Linear.of", Numbers.of(bias.length, "bias", "biases")
                + ", the weight has " + Numbers.of(w.shape()[1], "column", "columns"))
                .help("one bias for each output, that is for each column"));
        }
        return new Linear(Parameter.of("weight", w), Parameter.of("bias", Tensor.of(bias)));
    }

    @Override
    public Tensor forward(Tensor x) { return x.linear(weight, bias); }

    @Override
    public String toString() { return "Linear(" + weight.shape()[0] + " → " + weight.shape()[1] + ")"; }
}
