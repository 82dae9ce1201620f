package org.glassbox.nn;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * Each row of [..., features] to mean 0 and variance 1, then a scale and a shift that are learned; the same in training and
 * use. Ba, Kiros, Hinton 2016, arXiv:1607.06450.
 *
 * @param gamma the scale, from 1
 * @param beta the shift, from 0
 * @param epsilon added to the variance
 */
public record LayerNorm(Parameter gamma, Parameter beta, double epsilon) implements Layer {
    /** For that many features; ε 1e-5. */
    public static LayerNorm of(int features) {
        if (features < 1) {
            throw new GlassboxException(Message.of("LayerNorm.of", features + " features, expected at least 1")
                .help("as many as the layer before it gives"));
        }
        return new LayerNorm(Parameter.of("gamma", BatchNorm.filled(features, 1)),
            Parameter.of("beta", BatchNorm.filled(features, 0)), 1e-5);
    }

    @Override
    public Tensor forward(Tensor x) { return x.layerNorm(gamma, beta, epsilon); }

    @Override
    public String toString() { return "LayerNorm(" + gamma.size() + ")"; }
}
