package org.glassbox.nn;

import java.util.Optional;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.Window;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * The same small weights at every place of an image: [batch, in, height, width] → [batch, out, places down, places across].
 * Shapes are PyTorch's; weights start by He (PyTorch: uniform, smaller), biases at 0.
 *
 * @param weight [out, in ÷ groups, window height, window width]
 * @param bias [out], or none
 * @param window its size and how it slides
 * @param groups into how many parts the channels are cut, each of which sees its own alone; 1: all see all
 */
public record Conv2d(Parameter weight, Optional<Parameter> bias, Window window, int groups) implements Layer {
    /** {@code in} channels to {@code out}, by a square window of that size, stride 1, no padding. */
    public static Conv2d of(int in, int out, int size) {
        return of(in, out, Window.of(size, size));
    }

    /** {@code in} channels to {@code out}, by that window. */
    public static Conv2d of(int in, int out, Window window) {
        return of(in, out, window, Initializer.he());
    }

    /** {@code in} channels to {@code out}, by that window; weights by {@code initializer}, biases 0. */
    public static Conv2d of(int in, int out, Window window, Initializer initializer) {
        return of(in, out, window, initializer, 1);
    }

    /**
     * {@code in} channels to {@code out} in groups, by a square window of that size: each part of the output sees its own part
     * of the input alone. Both are multiples of {@code groups}. Krizhevsky et al. 2012, Xie et al. 2016, arXiv:1611.05431.
     */
    public static Conv2d grouped(int groups, int in, int out, int size) {
        return of(in, out, Window.of(size, size), Initializer.he(), groups);
    }

    /** Each channel by weights of its own: as many groups as channels. Chollet 2016, arXiv:1610.02357. */
    public static Conv2d depthwise(int channels, int size) {
        return grouped(channels, channels, channels, size);
    }

    static Conv2d of(int in, int out, Window window, Initializer initializer, int groups) {
        if (in < 1 || out < 1) {
            throw new GlassboxException(
                Message.of("Conv2d.of", "in " + in + ", out " + out + ", expected at least 1 each")
                    .help("in is the number of channels that come in: 1 for grey images, 3 for colours"));
        }
        if (groups < 1 || in % groups != 0 || out % groups != 0) {
            throw new GlassboxException(
                Message.of("Conv2d.of", groups + " groups of " + in + " channels to " + out)
                    .help("in and out must be multiples of the groups"));
        }
        int inputs = in / groups * window.height() * window.width();
        Tensor start = initializer.of(inputs, out, Seed.next("initialisation")).transpose();
        return new Conv2d(Parameter.of("weight", start.reshape(out, in / groups, window.height(), window.width())),
            Optional.of(Parameter.of("bias", Initializer.zeros().of(1, out, null).reshape(out))), window, groups);
    }

    /** The same weights with another stride. */
    public Conv2d withStride(int stride) {
        return with(window.withStride(stride));
    }

    /** The same weights with that padding; half of an odd window's size keeps the size of the image. */
    public Conv2d withPadding(int padding) {
        return with(window.withPadding(padding));
    }

    /** The same weights with that dilation. */
    public Conv2d withDilation(int dilation) {
        return with(window.withDilation(dilation));
    }

    /** The same weights without biases, which a normalisation right after it would take out again. */
    public Conv2d withoutBias() {
        return new Conv2d(weight, Optional.empty(), window, groups);
    }

    Conv2d with(Window other) { return new Conv2d(weight, bias, other, groups); }

    @Override
    public Tensor forward(Tensor x) {
        return bias.isPresent() ? x.conv2d(weight, bias.get(), window, groups) : x.conv2d(weight, window, groups);
    }

    @Override
    public String toString() { return "Conv2d(" + text() + ")"; }

    String text() {
        return groups * weight.shape()[1] + " → " + weight.shape()[0] + ", " + window
            + (groups == 1 ? "" : ", " + groups + " groups");
    }
}
