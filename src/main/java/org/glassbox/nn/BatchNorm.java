package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * Batch normalisation of [batch, features] or of the channels of [batch, channels, height, width]: each to mean 0 and
 * variance 1, then a scale and a shift that are learned. In training by the batch's own mean and variance, in use by running
 * ones. Ioffe & Szegedy 2015, arXiv:1502.03167. Defaults are PyTorch's.
 *
 * @param gamma the scale, from 1
 * @param beta the shift, from 0
 * @param mean running mean, from 0
 * @param variance running variance (unbiased), from 1
 * @param momentum how much of the running ones each batch replaces
 * @param epsilon added to the variance
 */
public record BatchNorm(Parameter gamma, Parameter beta, Buffer mean, Buffer variance, double momentum, double epsilon)
    implements
        Layer {
    /** For that many features or channels; momentum 0.1, ε 1e-5. */
    public static BatchNorm of(int channels) {
        if (channels < 1) {
            throw new GlassboxException(Message.of("BatchNorm.of", channels + " channels, expected at least 1")
                .help("as many as the layer before it gives: features, or channels of images"));
        }
        return new BatchNorm(Parameter.of("gamma", filled(channels, 1)), Parameter.of("beta", filled(channels, 0)),
            Buffer.of("mean", filled(channels, 0)), Buffer.of("variance", filled(channels, 1)), 0.1, 1e-5);
    }

    static Tensor filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return Tensor.of(values);
    }

    /** The same with another momentum. */
    public BatchNorm withMomentum(double other) {
        return new BatchNorm(gamma, beta, mean, variance, other, epsilon);
    }

    @Override
    public Tensor forward(Tensor x) { return x.batchNorm(gamma, beta, mean, variance, momentum, epsilon); }

    @Override
    public String toString() { return "BatchNorm(" + gamma.size() + ")"; }
}
