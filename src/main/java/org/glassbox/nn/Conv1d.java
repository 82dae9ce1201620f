package org.glassbox.nn;

import org.glassbox.Window;
import org.glassbox.tensor.Tensor;

/**
 * The same small weights at every place of a sequence: [batch, in, length] → [batch, out, places]. A {@link Conv2d} on images
 * of height 1: its weight is [out, in ÷ groups, 1, window].
 *
 * @param images the convolution of images
 */
public record Conv1d(Conv2d images) implements Layer {
    /** {@code in} channels to {@code out}, by a window of that size, stride 1, no padding. */
    public static Conv1d of(int in, int out, int size) {
        return new Conv1d(Conv2d.of(in, out, Window.of(1, size)));
    }

    /** {@code in} channels to {@code out} in groups, each of which sees its own channels alone; see {@link Conv2d#grouped}. */
    public static Conv1d grouped(int groups, int in, int out, int size) {
        return new Conv1d(Conv2d.of(in, out, Window.of(1, size), Initializer.he(), groups));
    }

    /** The same weights with another stride. */
    public Conv1d withStride(int stride) {
        return with(images.window().withStride(1, stride));
    }

    /** The same weights with that padding on each side. */
    public Conv1d withPadding(int padding) {
        return with(images.window().withPadding(0, padding));
    }

    /** The same weights with that dilation. */
    public Conv1d withDilation(int dilation) {
        return with(images.window().withDilation(1, dilation));
    }

    private Conv1d with(Window window) { return new Conv1d(images.with(window)); }

    @Override
    public Tensor forward(Tensor x) {
        Axes.require("Conv1d", x, "[batch, channels, length]",
            x.rank() == 2 ? "one sequence is a batch of one: x.reshape(1, " + x.shape()[0] + ", " + x.shape()[1]
                + "); a row of numbers has one channel: Unflatten.of(1, " + x.shape()[1] + ")"
                : "images go with Conv2d");
        int[] in = x.shape();
        Tensor y = images.forward(x.reshape(in[0], in[1], 1, in[2]));
        int[] out = y.shape();
        return y.reshape(out[0], out[1], out[3]);
    }

    @Override
    public String toString() { return "Conv1d(" + images.text() + ")"; }
}
