package org.glassbox.inspect;

import java.util.List;
import java.util.Map;
import org.glassbox.Digits;
import org.glassbox.inspect.Scalar.Way;

/** How operations and their local derivatives are written: words only, the numbers come from the operations themselves. */
final class Formulas {
    private final Map<Scalar, String> names;

    Formulas(Map<Scalar, String> names) { this.names = names; }

    /** The derivative of {@code to} by {@code way.from()} as a formula: h1 (1 − h1), v1, −1/p. */
    String local(Scalar to, Way way) {
        String x = names.get(way.from());
        String y = names.get(to);
        if (to.isAffine()) {
            return to.op().equals("mean") ? "1/" + to.args().size() : Target.plain(way.local());
        }
        return switch (to.op()) {
            case "mul", "linear", "matmul" -> partner(to, way.from());
            case "square" -> "2 " + x;
            case "div" -> way.from() == to.args().get(0) ? "1/" + name(to.args().get(1))
                : "−" + name(to.args().get(0)) + "/" + x + "²";
            case "exp" -> y;
            case "log" -> "1/" + x;
            case "minus log" -> "−1/" + x;
            case "log of rest" -> "−1/(1 − " + x + ")";
            case "minus log of rest" -> "1/(1 − " + x + ")";
            case "sigmoid" -> y + " (1 − " + y + ")";
            case "tanh" -> "1 − " + y + "²";
            case "relu" -> way.from().value() > 0 ? "1, as " + x + " > 0" : "0, as " + x + " ≤ 0";
            case "softmax" -> isOwn(to, way.from()) ? y + " (1 − " + y + ")" : "−" + y + " " + sibling(to, way.from());
            case "max" -> "share of the largest";
            case "sigmoidCrossEntropy" -> "σ − target";
            case "softmaxCrossEntropy" -> "share − target";
            default -> "of " + to.op();
        };
    }

    /** The share of another score in the same softmax: p1 beside p2. */
    private String sibling(Scalar softmax, Scalar from) {
        return names.get(softmax).replaceAll("[0-9,]+$", "") + (softmax.args().indexOf(from) + 1);
    }

    private static boolean isOwn(Scalar softmax, Scalar from) {
        return softmax.args().get(softmax.index() % softmax.args().size()) == from;
    }

    /** What a number is multiplied by in a product: its weight, its input; 1 for a bias. */
    private String partner(Scalar to, Scalar from) {
        Scalar partner = factor(to, from);
        return partner == null ? "1" : name(partner);
    }

    /** What {@code from} is multiplied by on the way into a product, or null for a bias. */
    static Scalar factor(Scalar to, Scalar from) {
        List<Scalar> args = to.args();
        int n = args.size() / 2;
        int at = args.indexOf(from);
        return at == 2 * n ? null : args.get(at < n ? at + n : at - n);
    }

    private String name(Scalar scalar) { return scalar.isConstant() ? Digits.of(scalar.value()) : names.get(scalar); }

    /** What stands on the arrow of an operation with one input: σ, −ln p, × 2. */
    String arrow(Scalar to, Way way) {
        String x = names.get(way.from());
        if (to.isAffine()) {
            return to.ways().size() == 1 ? line(way.local(), to.offset())
                : way.local() == 1 || to.op().equals("mean") ? ""
                    : "× " + Target.plain(way.local());
        }
        return switch (to.op()) {
            case "sigmoid" -> "σ";
            case "relu" -> "ReLU";
            case "log" -> "ln";
            case "minus log" -> "−ln " + x;
            case "log of rest" -> "ln(1 − " + x + ")";
            case "minus log of rest" -> "−ln(1 − " + x + ")";
            case "square" -> x + "²";
            case "sigmoidCrossEntropy" -> "cross-entropy";
            case "mul", "softmaxCrossEntropy", "div", "linear", "matmul", "softmax", "max" -> "";
            default -> to.op();
        };
    }

    private static String line(double slope, double offset) {
        String times = slope == 1 ? "" : slope == -1 ? "× −1" : "× " + Target.plain(slope);
        String plus = offset == 0 ? "" : (offset < 0 ? "− " : "+ ") + Target.plain(Math.abs(offset));
        return (times + " " + plus).strip();
    }

    /** How a number with several inputs is made of them: a · b, Σ, softmax; "" where its arrows tell it. */
    String made(Scalar scalar) {
        List<String> args = scalar.args().stream().map(this::name).toList();
        if (scalar.ways().size() < 2) {
            return "";
        }
        return switch (scalar.op()) {
            case "mul" -> String.join(" · ", args);
            case "div" -> String.join(" ÷ ", args);
            case "add" -> String.join(" + ", args);
            case "sub" -> String.join(" − ", args);
            case "sum" -> "Σ";
            case "affine" -> "Σ";
            case "mean", "max", "softmax" -> scalar.op();
            case "softmaxCrossEntropy" -> "cross-entropy";
            default -> "";
        };
    }
}
