package org.glassbox.tensor;

import java.util.Arrays;
import org.glassbox.Message;
import org.glassbox.Numbers;

/** What a layer with a memory demands of its inputs. */
final class UnrollingChecks {
    private UnrollingChecks() {}

    static void of(Unrolling how, Tensor x, Tensor w, Tensor u, Tensor b) {
        String op = how.cell().op();
        types(op, x, w, u, b);
        weights(how, op, w, u, b);
        input(op, x, w);
        if (how.mask() != null) {
            mask(op, x, how.mask());
        }
        start(op, "state", x, u, how.hidden());
        start(op, "cell", x, u, how.memory());
    }

    private static void types(String op, Tensor x, Tensor w, Tensor u, Tensor b) {
        Checks.sameType(op, "input", x, "input weight", w);
        Checks.sameType(op, "input weight", w, "state weight", u);
        Checks.sameType(op, "input weight", w, "bias", b);
    }

    private static void weights(Unrolling how, String op, Tensor w, Tensor u, Tensor b) {
        int units = u.rank() == 2 ? u.shape()[0] : 0;
        int columns = how.cell().gates() * units;
        boolean fit = u.rank() == 2 && u.shape()[1] == columns && w.rank() == 2 && w.shape()[1] == columns
            && b.rank() == 1 && b.size() == how.cell().biases() * units;
        if (!fit) {
            throw shape(Message.of(op, "weights do not fit each other").with("input weight", text(w))
                .with("state weight", text(u)).with("bias", text(b)),
                "for h units: [features, " + times(how.cell().gates()) + "], [h, " + times(how.cell().gates())
                    + "] and [" + times(how.cell().biases()) + "]");
        }
    }

    private static String times(int count) { return count == 1 ? "h" : count + " h"; }

    private static void input(String op, Tensor x, Tensor w) {
        int features = w.shape()[0];
        if (x.rank() != 3) {
            throw shape(
                Message.of(op, "input has " + Numbers.of(x.rank(), "axis", "axes") + ", [batch, steps, " + features
                    + "] expected").with("input", text(x)).with("weight", text(w)),
                sequences(x, features));
        }
        if (x.shape()[2] != features) {
            throw shape(
                Message
                    .of(op,
                        "input has " + Numbers.of(x.shape()[2], "feature", "features") + " a step, weight expects "
                            + features)
                    .with("input", text(x)).with("weight", text(w)),
                x.shape()[1] == features
                    ? "steps come before features: x.transpose(0, 2, 1) exchanges them"
                    : "each step must hold " + Numbers.of(features, "feature", "features"));
        }
    }

    private static String sequences(Tensor x, int features) {
        boolean isOne = x.rank() == 2 && x.shape()[1] == features;
        boolean isFlat = x.rank() == 2 && x.shape()[1] % features == 0;
        if (x.rank() > 3 && x.shape()[x.rank() - 1] == features) {
            int steps = x.size() / features / x.shape()[0];
            return "did you mean x.reshape(" + x.shape()[0] + ", " + steps + ", " + features + ")?";
        }
        return isOne ? "one sequence is a batch of one: x.reshape(1, " + x.shape()[0] + ", " + features + ")"
            : isFlat
                ? "did you mean x.reshape(" + x.shape()[0] + ", " + x.shape()[1] / features + ", " + features + ")?"
                : "reshape(…) gives it another shape; class numbers go through Embedding first";
    }

    private static void mask(String op, Tensor x, Tensor mask) {
        int[] expected = {x.shape()[0], x.shape()[1]};
        if (!Arrays.equals(mask.shape(), expected)) {
            throw shape(Message.of(op, "mask has shape " + text(mask) + ", input has " + Arrays.toString(expected)
                + " steps").with("input", text(x)).with("mask", text(mask)),
                "one number for each step: 1 where it is real, 0 where it is padding");
        }
        for (int i = 0; i < mask.size(); i++) {
            double value = mask.array().at(i);
            if (value != 0 && value != 1) {
                throw shape(
                    Message.of(op, "mask is " + Checks.brief(value) + " at position " + i).with("mask", text(mask)),
                    "1 where a step is real, 0 where it is padding");
            }
        }
    }

    private static void start(String op, String what, Tensor x, Tensor u, Tensor given) {
        if (given == null) {
            return;
        }
        Checks.sameType(op, "input", x, what, given);
        int[] expected = {x.shape()[0], u.shape()[0]};
        if (!Arrays.equals(given.shape(), expected)) {
            throw shape(Message.of(op, what + " has shape " + text(given) + ", expected " + Arrays.toString(expected))
                .with("input", text(x)).with(what, text(given)),
                "one row for each sequence of the batch, one number for each unit; without a state it starts from 0");
        }
    }

    private static ShapeException shape(Message message, String help) {
        Place place = Pass.current().place();
        return new ShapeException((place == null ? message : message.with("in", place)).help(help));
    }

    private static String text(Tensor tensor) { return Arrays.toString(tensor.shape()); }
}
