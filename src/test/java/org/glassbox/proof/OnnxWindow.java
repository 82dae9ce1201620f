package org.glassbox.proof;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.glassbox.Window;
import org.glassbox.tensor.Tensor;

/**
 * How a window slides in ONNX: padding may differ from side to side, and follow from the size of the image.
 *
 * @param window without padding
 * @param pads above, left, below, right; for sequences the first and third are 0
 */
record OnnxWindow(Window window, int... pads) {
    static OnnxWindow ofPool(OnnxNode node) {
        node.require(node.whole("ceil_mode", 0) == 0, "places that reach over the edge");
        node.require(Arrays.stream(node.wholes("dilations")).allMatch(d -> d == 1), "pooling with gaps");
        return of(node, node.input(0), node.wholes("kernel_shape"));
    }

    static OnnxWindow of(OnnxNode node, Tensor x, int... kernel) {
        int n = kernel.length;
        node.require(n <= 2, "images of three directions");
        int[] ones = IntStream.generate(() -> 1).limit(n).toArray();
        int[] strides = node.wholes("strides", ones);
        int[] dilations = node.wholes("dilations", ones);
        int[] pads = node.wholes("pads", new int[2 * n]);
        String auto = node.word("auto_pad", "NOTSET");
        for (int i = 0; i < n && auto.startsWith("SAME"); i++) {
            int size = x.shape()[2 + i];
            int reach = ((size + strides[i] - 1) / strides[i] - 1) * strides[i] + dilations[i] * (kernel[i] - 1) + 1;
            int needed = Math.max(0, reach - size);
            pads[i] = auto.equals("SAME_UPPER") ? needed / 2 : needed - needed / 2;
            pads[n + i] = needed - pads[i];
        }
        return n == 2
            ? new OnnxWindow(Window.of(kernel[0], kernel[1]).withStride(strides[0], strides[1])
                .withDilation(dilations[0], dilations[1]), pads)
            : new OnnxWindow(Window.of(1, kernel[0]).withStride(1, strides[0]).withDilation(1, dilations[0]), 0,
                pads[0],
                0, pads[1]);
    }

    boolean isPadded() { return Arrays.stream(pads).anyMatch(pad -> pad > 0); }

    boolean isEven() { return pads[0] == pads[2] && pads[1] == pads[3]; }

    /** Whether no place sees padding alone. */
    boolean isNarrow() {
        return 2 * pads[0] <= window.height() && 2 * pads[1] <= window.width();
    }

    Window windowWithPadding() { return window.withPadding(pads[0], pads[1]); }

    /** The image with its padding as zeros. */
    Tensor padded(Tensor x) {
        return x.pad(2, pads[0], pads[2]).pad(3, pads[1], pads[3]);
    }

    /** A sequence is an image of height 1. */
    Tensor image(Tensor x, UnaryOperator<Tensor> operation) {
        int[] shape = x.shape();
        if (x.rank() == 4) {
            return operation.apply(x);
        }
        int[] flat = operation.apply(x.reshape(shape[0], shape[1], 1, shape[2])).shape();
        return operation.apply(x.reshape(shape[0], shape[1], 1, shape[2])).reshape(flat[0], flat[1], flat[3]);
    }
}
