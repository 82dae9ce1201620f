package org.glassbox.inspect;

import java.util.Map;
import org.glassbox.array.Array;
import org.glassbox.array.Type;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/** Computes the loss of a net once more with other weights; on a copy in 64 bits, so that the net stays as it is. */
record NetAgain(Layer net, Loss loss, Tensor x, Tensor y) {
    /** Whether a copy has weights of its own: those that a lambda captured cannot be found. */
    boolean isPossible(Gradients gradients) {
        return Parameters.of(net).list().containsAll(gradients.parameters());
    }

    /** The loss when these parameters have those values. */
    double with(Map<Parameter, double[]> changed) {
        Layer copy = Parameters.map(net, tensor -> {
            double[] values = changed.get(tensor);
            return values == null ? tensor.toDouble()
                : Parameter.of(tensor.name(), Array.of(Type.DOUBLE, values, tensor.shape()));
        });
        return Pass.evaluate(() -> loss.of(copy.forward(x.toDouble()), y.toDouble()).item());
    }
}
