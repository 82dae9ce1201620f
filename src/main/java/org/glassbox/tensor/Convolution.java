package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.Window;
import org.glassbox.array.Array;
import org.glassbox.array.Native;

/** The same small weights at every place of an image. LeCun et al. 1989, «Backpropagation applied to handwritten zip code». */
final class Convolution {
    private Convolution() {}

    /** x [batch, in, height, width], weight [out, in ÷ groups, window], bias [out] or null → [batch, out, places down, across]. */
    static Tensor conv2d(Tensor x, Tensor weight, Tensor bias, Window window, int groups) {
        check(x, weight, bias, window, groups);
        Array y = Native.conv2d(x.array(), weight.array(), bias == null ? null : bias.array(), window, groups);
        var both = new Shared<>(dy -> Native.conv2dGradients(dy, x.array(), weight.array(), window, groups));
        Derivative byInput = wrt(x, dy -> both.of(dy).images());                // each place gets back what it gave
        Derivative byWeight = wrt(weight, dy -> x.needsGradient() ? both.of(dy).weight()
            : Native.conv2dWeightGradient(dy, x.array(), weight.array(), window, groups)); // dW = Σ over places of x · dy
        return bias == null ? Tensor.op("conv2d", y, byInput, byWeight)
            : Tensor.op("conv2d", y, byInput, byWeight,
                wrt(bias, Native::sumChannels));                                // db = Σ over batch and places of dy
    }

    private static void check(Tensor x, Tensor weight, Tensor bias, Window window, int groups) {
        images("conv2d", x);
        Checks.rank("conv2d", "weight", weight, 4);
        Checks.sameType("conv2d", "input", x, "weight", weight);
        if (groups < 1 || weight.array().shape()[0] % groups != 0) {
            throw Checks.shape(Message.of("conv2d", groups + " groups, the weight makes " + weight.array().shape()[0]
                + " channels"), "each group makes equally many: a number that divides them", "weight", weight);
        }
        int[] image = x.array().shape();
        int[] w = weight.array().shape();
        if (image[1] != w[1] * groups) {
            String expects = groups == 1 ? "" + w[1] : groups + " groups of " + w[1];
            throw Checks.shape(
                Message.of("conv2d", "input has " + Numbers.of(image[1], "channel", "channels") + ", weight expects "
                    + expects),
                image[3] == w[1] * groups
                    ? "channels come before height and width: x.transpose(0, 3, 1, 2) brings them there"
                    : "images are [batch, channels, height, width], weights [out, in"
                        + (groups == 1 ? "" : " of a group")
                        + ", height, width]",
                "input", x, "weight", weight);
        }
        if (w[2] != window.height() || w[3] != window.width()) {
            throw Checks.shape(Message.of("conv2d", "the window is " + window + ", the weight's " + w[2] + "×" + w[3]),
                "Window.of(" + w[2] + ", " + w[3] + ") fits", "input", x, "weight", weight);
        }
        if (bias != null) {
            Checks.sameType("conv2d", "weight", weight, "bias", bias);
        }
        if (bias != null && (bias.rank() != 1 || bias.size() != w[0])) {
            throw Checks.shape(Message.of("conv2d", "bias has shape " + Arrays.toString(bias.array().shape())
                + ", weight expects [" + w[0] + "]"), "one bias for each output channel", "weight", weight, "bias",
                bias);
        }
        fits("conv2d", x, window);
    }

    static void images(String op, Tensor x) {
        if (x.rank() != 4) {
            int[] shape = x.array().shape();
            String help = x.rank() == 3
                ? "one image is a batch of one: x.reshape(1, " + shape[0] + ", " + shape[1] + ", " + shape[2] + ")"
                : "rows of pixels become images by Unflatten.of(channels, height, width)";
            throw Checks.shape(
                Message.of(op, "input has " + Checks.axes(x) + ", [batch, channels, height, width] expected"), help,
                "input", x);
        }
    }

    /** The window must fit at least once. */
    static void fits(String op, Tensor x, Window window) {
        int[] image = x.array().shape();
        if (window.placesDown(image[2]) < 1 || window.placesAcross(image[3]) < 1) {
            throw Checks.shape(Message.of(op, "a window of " + window + " does not fit into images of " + image[2] + "×"
                + image[3]), "a smaller window, or padding", "input", x);
        }
    }
}
