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
 * @param weight [out, in, window height, window width]
 * @param bias [out], or none
 * @param window its size and how it slides
 */
public record Conv2d(Parameter weight, Optional<Parameter> bias, Window window) implements Layer {
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
        if (in < 1 || out < 1) {
            throw new GlassboxException(
                Message.of("Conv2d.of", "in " + in + ", out " + out + ", expected at least 1 each")
                    .help("in is the number of channels that come in: 1 for grey images, 3 for colours"));
        }
        int inputs = in * window.height() * window.width();
        Tensor start = initializer.of(inputs, out, Seed.next("initialisation")).transpose();
        return new Conv2d(Parameter.of("weight", start.reshape(out, in, window.height(), window.width())),
            Optional.of(Parameter.of("bias", Initializer.zeros().of(1, out, null).reshape(out))), window);
    }

    /** The same weights with another stride. */
    public Conv2d withStride(int stride) {
        return new Conv2d(weight, bias, window.withStride(stride));
    }

    /** The same weights with that padding; half of an odd window's size keeps the size of the image. */
    public Conv2d withPadding(int padding) {
        return new Conv2d(weight, bias, window.withPadding(padding));
    }

    /** The same weights with that dilation. */
    public Conv2d withDilation(int dilation) {
        return new Conv2d(weight, bias, window.withDilation(dilation));
    }

    /** The same weights without biases, which a normalisation right after it would take out again. */
    public Conv2d withoutBias() {
        return new Conv2d(weight, Optional.empty(), window);
    }

    @Override
    public Tensor forward(Tensor x) {
        return bias.isPresent() ? x.conv2d(weight, bias.get(), window) : x.conv2d(weight, window);
    }

    @Override
    public String toString() { return "Conv2d(" + weight.shape()[1] + " → " + weight.shape()[0] + ", " + window + ")"; }
}
