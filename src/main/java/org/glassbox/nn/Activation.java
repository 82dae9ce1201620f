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

    @Override
    public Tensor forward(Tensor x) { return formula.apply(x); }

    @Override
    public String toString() { return kind; }
}
