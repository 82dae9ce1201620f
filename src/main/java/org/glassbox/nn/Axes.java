package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.tensor.ShapeException;
import org.glassbox.tensor.Tensor;

/** What layers ask of the axes of what comes in. */
final class Axes {
    private Axes() {}

    /** Refuses another count of axes; {@code expected} names them: «[batch, channels, length]». */
    static void require(String layer, Tensor x, String expected, String help) {
        if (x.rank() != expected.split(",").length) {
            throw refused(layer, x, expected, help);
        }
    }

    /** Refuses fewer axes than so many. */
    static void atLeast(String layer, Tensor x, int least, String expected, String help) {
        if (x.rank() < least) {
            throw refused(layer, x, expected, help);
        }
    }

    private static ShapeException refused(String layer, Tensor x, String expected, String help) {
        return new ShapeException(
            Message.of(layer, "input has " + Numbers.of(x.rank(), "axis", "axes") + ", " + expected + " expected")
                .with("input", Arrays.toString(x.shape())).help(help));
    }
}
