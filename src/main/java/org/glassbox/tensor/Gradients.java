package org.glassbox.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * What {@link Tensor#backward} found: the gradient of one loss by everything it was computed from. Within a loop over batches
 * it lives until the next batch, as all results do.
 */
public final class Gradients {
    private final Tensor loss;
    private final Map<Tensor, Tensor> found;

    /** Keeps {@code found}: what was differentiated by → the gradient. */
    Gradients(Tensor loss, Map<Tensor, Tensor> found) {
        this.loss = loss;
        this.found = found;
    }

    /**
     * ∂loss/∂tensor, of the same shape.
     *
     * @throws GlassboxException if the tensor is data, or the loss was not computed from it
     */
    public Tensor of(Tensor tensor) {
        Tensor gradient = found.get(tensor);
        if (gradient == null) {
            throw new GlassboxException(tensor.needsGradient() ? unused(tensor) : data(tensor));
        }
        return gradient;
    }

    /** Whether the loss was computed from {@code tensor} and there is a gradient for it. */
    public boolean has(Tensor tensor) {
        return found.containsKey(tensor);
    }

    /** The loss whose gradients these are. */
    public Tensor loss() { return loss; }

    /** The parameters that the loss was computed from, from input to output. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        List<Tensor> order = Backpropagation.fromLastToFirst(loss);
        for (int i = order.size() - 1; i >= 0; i--) {
            for (Derivative input : order.get(i).origin().inputs()) {
                if (input.input() instanceof Parameter parameter && !parameters.contains(parameter)) {
                    parameters.add(parameter);
                }
            }
        }
        return parameters;
    }

    private static Message unused(Tensor tensor) {
        return Message.of("gradients", "the loss was not computed from this tensor")
            .with("asked", Print.title(tensor))
            .help("ask for the very tensor that went in: toLeaf(), copy() and reshape() make new ones");
    }

    private static Message data(Tensor tensor) {
        return Message.of("gradients", "this tensor is data, no gradient was computed for it")
            .with("asked", Print.title(tensor))
            .help("make it a leaf before the forward pass: Tensor leaf = x.toLeaf()");
    }

    /** A line for each parameter: name, shape, root mean square. */
    @Override
    public String toString() { return Print.gradients(this); }
}
