package org.glassbox.nn;

import org.glassbox.Window;
import org.glassbox.tensor.Tensor;

/** The largest number of each place, in each channel: [batch, channels, height, width] → smaller ones. */
public record MaxPool2d(Window window) implements Layer {
    /** Square places of that size, side by side. */
    public static MaxPool2d of(int size) {
        return new MaxPool2d(Window.of(size, size).withStride(size));
    }

    @Override
    public Tensor forward(Tensor x) { return x.maxPool2d(window); }

    @Override
    public String toString() { return "MaxPool2d(" + window + ")"; }
}
