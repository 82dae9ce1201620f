package org.glassbox.nn;

import org.glassbox.Window;
import org.glassbox.tensor.Tensor;

/** The mean of each place, in each channel: [batch, channels, height, width] → smaller ones. */
public record AveragePool2d(Window window) implements Layer {
    /** Square places of that size, side by side. */
    public static AveragePool2d of(int size) {
        return new AveragePool2d(Window.of(size, size).withStride(size));
    }

    @Override
    public Tensor forward(Tensor x) { return x.averagePool2d(window); }

    @Override
    public String toString() { return "AveragePool2d(" + window + ")"; }
}
