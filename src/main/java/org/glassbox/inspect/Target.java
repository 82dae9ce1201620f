package org.glassbox.inspect;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.glassbox.Digits;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * What a loss compares its prediction with.
 *
 * @param loss its name, "" if the result is no loss that is known here
 * @param values the targets; for cross-entropy one number a class, 1 for the true one
 */
record Target(String loss, double[] values) {
    private static final Target NONE = new Target("", new double[0]);

    /** The target of the last loss in the computation of {@code result}. */
    static Target of(Tensor result) {
        Target target = NONE;
        for (Graph.Node node : Graph.of(result).nodes()) {
            target = switch (node.op()) {
                case "meanSquaredError" -> new Target("mean squared error", node.inputs().get(1).input().toDoubles());
                case "sigmoidCrossEntropy" -> new Target("binary cross-entropy", factorOfLogarithm(node));
                case "softmaxCrossEntropy" -> new Target("cross-entropy", factorOfLogarithm(node));
                default -> target;
            };
        }
        return target;
    }

    /** In − t ln p the target is what the logarithm is multiplied by. */
    private static double[] factorOfLogarithm(Graph.Node loss) {
        for (Graph.Node node : Graph.of(Pass.observe(loss.composed().orElseThrow())).nodes()) {
            if (node.op().equals("mul")) {
                Tensor factor = node.inputs().stream().map(Graph.Edge::input).filter(input -> !input.needsGradient())
                    .findFirst()
                    .orElse(null);
                if (factor != null) {
                    return factor.toDoubles();
                }
            }
        }
        return new double[0];
    }

    /** «target 1», «target (0, 1, 0)», or "". */
    String words() {
        return values.length == 0 ? "" : "target " + tuple(values);
    }

    /** (1, 0), or 1 for one number alone. */
    static String tuple(double[] values) {
        String joined = Arrays.stream(values).mapToObj(Target::plain).collect(Collectors.joining(", "));
        return values.length == 1 ? joined : "(" + joined + ")";
    }

    /** As short as it goes: 1, 0.5, −0.2. */
    static String plain(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e6 ? "" + (long) value : Digits.brief(value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text.replace('-', '−');
    }
}
