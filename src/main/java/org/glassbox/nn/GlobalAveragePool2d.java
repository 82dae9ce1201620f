package org.glassbox.nn;

import org.glassbox.tensor.Tensor;

/** The mean of each channel: [batch, channels, height, width] → [batch, channels], whatever the size of the images. */
public record GlobalAveragePool2d() implements Layer {
    /** There is but one. */
    public static GlobalAveragePool2d of() { return new GlobalAveragePool2d(); }

    @Override
    public Tensor forward(Tensor x) {
        Axes.require("GlobalAveragePool2d", x, "[batch, channels, height, width]", "it stands after layers of images");
        return x.mean(2, 3);
    }

    @Override
    public String toString() { return "GlobalAveragePool2d()"; }
}
