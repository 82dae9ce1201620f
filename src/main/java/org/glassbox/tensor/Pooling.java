package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.Message;
import org.glassbox.Window;
import org.glassbox.array.Native;

/** One number in the place of many: images become smaller, and where exactly something lies matters less. */
final class Pooling {
    private Pooling() {}

    static Tensor max(Tensor x, Window window) {
        check("maxPool2d", x, window);
        return Tensor.op("maxPool2d", Native.maxPool2d(x.array(), window),
            wrt(x, dy -> Native.maxPool2dGradient(dy, x.array(), window)));     // dx = dy at the largest, else 0
    }

    static Tensor average(Tensor x, Window window) {
        check("averagePool2d", x, window);
        return Tensor.op("averagePool2d", Native.averagePool2d(x.array(), window),
            wrt(x, dy -> Native.averagePool2dGradient(dy, x.array(), window))); // dx = dy ÷ numbers of the window
    }

    private static void check(String op, Tensor x, Window window) {
        Convolution.images(op, x);
        Convolution.fits(op, x, window);
        if (window.dilation().down() > 1 || window.dilation().across() > 1) {
            throw Checks.shape(Message.of(op, "a window with dilation " + window.dilation()),
                "pooling looks at neighbours: leave the dilation out", "input", x);
        }
        if (2 * window.padding().down() > window.height() || 2 * window.padding().across() > window.width()) {
            throw Checks.shape(Message.of(op, "padding " + window.padding() + " is more than half of the window "
                + window.height() + "×" + window.width()), "some places would see nothing but padding", "input", x);
        }
    }
}
