package org.glassbox.nn;

import java.util.function.UnaryOperator;
import org.glassbox.tensor.Tensor;

/**
 * What bends the line between two layers: without it a stack of linear layers is one linear layer.
 *
 * @param kind its name
 * @param formula what it does to each number
 */
public record Activation(String kind, UnaryOperator<Tensor> formula) implements Layer {
    private static final Activation RELU = new Activation("ReLU", Tensor::relu);
    private static final Activation SIGMOID = new Activation("Sigmoid", Tensor::sigmoid);
    private static final Activation TANH = new Activation("Tanh", Tensor::tanh);
    private static final Activation SOFTMAX = new Activation("Softmax", Tensor::softmax);
    private static final Activation LOG_SOFTMAX = new Activation("LogSoftmax", Tensor::logSoftmax);
    private static final Activation LEAKY_RELU = new Activation("LeakyReLU", Tensor::leakyRelu);
    private static final Activation ELU = new Activation("ELU", Tensor::elu);
    private static final Activation GELU = new Activation("GELU", Tensor::gelu);
    private static final Activation SILU = new Activation("SiLU", Tensor::silu);
    private static final Activation SOFTPLUS = new Activation("Softplus", Tensor::softplus);

    /** max(x, 0): the usual choice inside a net. Goes with {@link Initializer#he()}. */
    public static Activation relu() {
        return RELU;
    }

    /** 1 ÷ (1 + e⁻ˣ), between 0 and 1: a probability of yes. Its slope is at most ¼, so deep stacks of it learn slowly. */
    public static Activation sigmoid() {
        return SIGMOID;
    }

    /** Between −1 and 1, slope at most 1. Goes with {@link Initializer#glorot()}. */
    public static Activation tanh() {
        return TANH;
    }

    /** Shares that sum to 1 over the last axis. Not before {@link Loss#crossEntropy()}, which contains it. */
    public static Activation softmax() {
        return SOFTMAX;
    }

    /** Logarithms of the shares of softmax. {@link Loss#crossEntropy()} contains it: there it would change nothing. */
    public static Activation logSoftmax() {
        return LOG_SOFTMAX;
    }

    /** x where x &gt; 0, else 0.01 x: a unit that is never quite dead. */
    public static Activation leakyRelu() {
        return LEAKY_RELU;
    }

    /** x where x &gt; 0, else slope · x. */
    public static Activation leakyRelu(double slope) {
        return slope == 0.01 ? LEAKY_RELU : new Activation("LeakyReLU(" + slope + ")", x -> x.leakyRelu(slope));
    }

    /** x where x &gt; 0, else eˣ − 1: outputs with a mean nearer to 0 than relu's. */
    public static Activation elu() {
        return ELU;
    }

    /** x where x &gt; 0, else alpha (eˣ − 1). */
    public static Activation elu(double alpha) {
        return alpha == 1 ? ELU : new Activation("ELU(" + alpha + ")", x -> x.elu(alpha));
    }

    /** x Φ(x), exact, as in PyTorch without «approximate»: the usual choice in transformers. */
    public static Activation gelu() {
        return GELU;
    }

    /** x σ(x), also called swish. */
    public static Activation silu() { return SILU; }

    /** ln(1 + eˣ): always above 0, as a deviation or a rate must be. */
    public static Activation softplus() {
        return SOFTPLUS;
    }

    @Override
    public Tensor forward(Tensor x) { return formula.apply(x); }

    @Override
    public String toString() { return kind; }
}
