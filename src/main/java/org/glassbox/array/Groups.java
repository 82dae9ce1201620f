package org.glassbox.array;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.glassbox.Window;

/**
 * Convolution in groups: each group of output channels sees its own group of input channels. One {@link Convolution} a group,
 * put beside each other. x [batch, in, height, width], w [out, in ÷ groups, window].
 */
record Groups(int count) {
    Array forward(Array x, Array w, Array bias, Window window) {
        return beside(1, g -> Convolution.forward(channels(x, g), leading(w, g), bias == null ? null : leading(bias, g),
            window));
    }

    Native.ConvGradients gradients(Array dy, Array x, Array w, Window window) {
        Native.ConvGradients[] each = IntStream.range(0, count)
            .mapToObj(g -> Convolution.gradients(channels(dy, g), channels(x, g), leading(w, g), window))
            .toArray(Native.ConvGradients[]::new);
        return new Native.ConvGradients(beside(1, g -> each[g].images()), beside(0, g -> each[g].weight()));
    }

    Array weightGradient(Array dy, Array x, Array w, Window window) {
        return beside(0, g -> Convolution.weightGradient(channels(dy, g), channels(x, g), leading(w, g), window));
    }

    private Array beside(int axis, IntFunction<Array> ofGroup) {
        return Selection.concat(axis, IntStream.range(0, count).mapToObj(ofGroup).toArray(Array[]::new));
    }

    /** The channels of a group. */
    private Array channels(Array images, int group) {
        int size = images.shape()[1] / count;
        return Native.slice(images, 1, group * size, (group + 1) * size);
    }

    /** The weights or biases of a group's output channels. */
    private Array leading(Array w, int group) {
        int size = w.shape()[0] / count;
        return w.part(group * size, (group + 1) * size);
    }
}
