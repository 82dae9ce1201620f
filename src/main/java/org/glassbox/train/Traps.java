package org.glassbox.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/** Mistakes that other libraries train through without a word. */
final class Traps {
    private Traps() {}

    /** Looks at one backward pass before training begins. */
    static void check(Layer net, Loss loss, Evaluation evaluation, Seed seed) {
        try (Arena arena = Arena.open()) {
            Batch probe = evaluation.probe(seed);
            Tensor prediction = Pass.observe(() -> net.forward(probe.x()));
            refuseDoubleSquashing(prediction, loss);
            Tensor error = Pass.observe(() -> loss.of(prediction, probe.y()));
            refuseHiddenParameters(net, error.backward());
            refuseLeaves(error);
        }
    }

    private static void refuseDoubleSquashing(Tensor prediction, Loss loss) {
        List<Graph.Node> nodes = Graph.of(prediction).nodes();
        String last = nodes.get(nodes.size() - 1).op();
        if (loss.takesScores() && (last.equals("softmax") || last.equals("sigmoid"))) {
            throw new TrainingException(Message.of("fit", "the net ends in " + last + ", but " + loss.title()
                + " contains it: it would be applied twice")
                .with("in", nodes.get(nodes.size() - 1).place())
                .help("leave the last " + last
                    + " out: the loss takes raw scores; apply it to predict(…) where you want shares"));
        }
    }

    /** A lambda hides what it has captured: such parameters would get gradients and never learn. */
    private static void refuseHiddenParameters(Layer net, Gradients gradients) {
        List<Parameter> held = Parameters.of(net).list();
        List<Parameter> hidden = new ArrayList<>(gradients.parameters());
        hidden.removeAll(held);
        if (!hidden.isEmpty()) {
            throw new TrainingException(Message.of("fit", "the loss depends on " + hidden.size()
                + " parameters that the net does not hold: they would never learn")
                .with("first", hidden.get(0).name() + " " + java.util.Arrays.toString(hidden.get(0).shape()))
                .help(
                    "a lambda hides what it has captured; make it a record: record MyLayer(Linear a) implements Layer { … }"));
        }
    }

    /** A tensor in a layer gets gradients, but only parameters learn. */
    private static void refuseLeaves(Tensor error) {
        for (Graph.Node node : Graph.of(error).nodes()) {
            if (node.op().isEmpty() && node.value().needsGradient() && !(node.value() instanceof Parameter)) {
                throw new TrainingException(Message
                    .of("fit", "the net computes with a Tensor that is no Parameter: it would"
                        + " never learn")
                    .with("tensor", java.util.Arrays.toString(node.value().shape()))
                    .help(
                        "to learn it, hold Parameter.of(\"weight\", tensor) in the layer; to keep it fixed, tensor.toData()"));
            }
        }
    }

    /** Parameters that the net holds but the loss does not depend on: they will not learn. One sentence, or "". */
    static String idle(Layer net, Gradients gradients) {
        Map<String, Parameter> held = Parameters.of(net).byPath();
        List<String> idle = held.keySet().stream().filter(path -> !gradients.has(held.get(path))).toList();
        return idle.isEmpty() ? "" : "The loss does not depend on " + String.join(", ", idle) + ": these do not learn.";
    }

    /** Which value first went bad, in words: the first layer whose output is not finite though its inputs are. */
    static Message notFinite(Tensor loss, int step, double rate) {
        Message message = Message.of("fit", "loss became " + loss.item() + " at step " + step);
        return message.with("first", Graph.of(loss).firstNotFinite().orElseThrow().title())
            .help("a smaller rate often mends it: try a tenth, " + brief(rate / 10)
                + "; are features standardised, is no target huge?");
    }

    private static String brief(double rate) {
        return new java.math.BigDecimal(rate).round(new java.math.MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
