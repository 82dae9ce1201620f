package org.glassbox.tensor;

import static org.glassbox.tensor.Checks.axes;
import static org.glassbox.tensor.Checks.rank;
import static org.glassbox.tensor.Checks.sameType;
import static org.glassbox.tensor.Checks.shape;
import static org.glassbox.tensor.Checks.text;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.Numbers;

/** What products demand of their factors. */
final class ProductChecks {
    private ProductChecks() {}

    static void matmul(Tensor a, Tensor b) {
        sameType("matmul", "first", a, "second", b);
        boolean batch = a.rank() > 2 && b.rank() >= 2 || a.rank() >= 2 && b.rank() > 2;
        if (!batch) {
            rank("matmul", "first", a, Math.max(2, a.rank()));
            rank("matmul", "second", b, 2);
        }
        int inner = a.array().columns();
        int expected = b.array().shape()[b.rank() - 2];
        if (inner != expected) {
            throw shape(Message.of("matmul", "first has " + inner + " columns, second " + expected + " rows"),
                "the inner lengths must agree: [n, k] · [k, m]; "
                    + (a.rank() > 2 ? "transpose(0, 2, 1) exchanges rows and columns of each"
                        : "transpose() exchanges rows and columns"),
                "first", a, "second", b);
        }
        if (a.rank() > 2 && b.rank() > 2 && !Arrays.equals(before(a), before(b))) {
            throw shape(
                Message.of("matmul", "batches " + Arrays.toString(before(a)) + " and " + Arrays.toString(before(b))),
                "axes before the last two must be equal, or missing on one side", "first", a, "second", b);
        }
    }

    private static int[] before(Tensor x) { return Arrays.copyOf(x.array().shape(), x.rank() - 2); }

    static void linear(Tensor x, Tensor weight, Tensor bias) {
        sameType("linear", "input", x, "weight", weight);
        sameType("linear", "weight", weight, "bias", bias);
        rank("linear", "weight", weight, 2);
        int in = weight.array().shape()[0];
        int out = weight.array().shape()[1];
        if (x.rank() < 2 || x.array().columns() != in) {
            throw shape(
                Message.of("linear",
                    x.rank() >= 2 ? "input has " + Numbers.of(x.array().columns(), "feature", "features")
                        + ", weight expects " + in
                        : "input has " + axes(x) + ", [batch, " + in + "] expected"),
                features(x, in, out), "input", x, "weight", weight);
        }
        if (bias.rank() != 1 || bias.size() != out) {
            throw shape(Message.of("linear", "bias has shape " + text(bias) + ", weight expects [" + out + "]"),
                "one bias for each column of the weight", "weight", weight, "bias", bias);
        }
    }

    private static String features(Tensor x, int in, int out) {
        int samples = x.size() / in;
        boolean isCutUp = x.rank() == 2 ? in % x.array().columns() == 0 : x.rank() == 1 || x.shape()[0] == samples;
        if (isCutUp && x.size() % in == 0) {
            return "each row must hold one whole sample; did you mean x.reshape(" + samples + ", " + in + ")?";
        }
        if (x.rank() == 3 && x.shape()[1] == in) {
            return "steps come before features: x.transpose(0, 2, 1) exchanges them";
        }
        return "each row must hold one whole sample; Linear.of(" + x.array().columns() + ", " + out
            + ") would take these";
    }
}
