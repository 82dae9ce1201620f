package org.glassbox.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassbox.inspect.Scalar.Way;

/** Computes a result once more, with some numbers changed; in 64 bits, forward alone. */
final class Again {
    private static final Set<String> KNOWN = Set.of("constant", "", "mul", "square", "div", "exp", "log", "minus log",
        "log of rest",
        "minus log of rest", "relu", "sigmoid", "tanh", "softmax", "max", "linear", "matmul");

    private final Scalars scalars;

    Again(Scalars scalars) { this.scalars = scalars; }

    /** Whether the formula of every operation is known here; of one written by hand it is not. */
    boolean isPossible() {
        return scalars.all().stream().allMatch(each -> each.isAffine() || KNOWN.contains(each.op()));
    }

    /** The result when these numbers have those values, and all that follow from them are computed anew. */
    double with(Map<Scalar, Double> changed) {
        Map<Scalar, Double> values = new HashMap<>();
        for (Scalar each : scalars.all()) {
            Double given = changed.get(each);
            values.put(each, given != null ? given : each.isLeaf() ? each.value() : value(each, values));
        }
        return values.get(scalars.result());
    }

    private static double value(Scalar scalar, Map<Scalar, Double> values) {
        if (scalar.isAffine()) {
            double sum = scalar.offset();
            for (Way way : scalar.ways()) {
                sum += way.local() * values.get(way.from());
            }
            return sum;
        }
        double[] args = scalar.args().stream().mapToDouble(arg -> arg.isConstant() ? arg.value() : values.get(arg))
            .toArray();
        return formula(scalar, args);
    }

    private static double formula(Scalar scalar, double[] a) {
        return switch (scalar.op()) {
            case "mul" -> a[0] * a[1];
            case "square" -> a[0] * a[0];
            case "div" -> a[0] / a[1];
            case "exp" -> Math.exp(a[0]);
            case "log" -> Math.log(a[0]);
            case "minus log" -> -Math.log(a[0]);
            case "log of rest" -> Math.log1p(-a[0]);
            case "minus log of rest" -> -Math.log1p(-a[0]);
            case "relu" -> Math.max(0, a[0]);
            case "sigmoid" -> 1 / (1 + Math.exp(-a[0]));
            case "tanh" -> Math.tanh(a[0]);
            case "softmax" -> share(a, scalar.index() % a.length);
            case "max" -> java.util.Arrays.stream(a).max().orElseThrow();
            default -> product(a);
        };
    }

    private static double share(double[] scores, int own) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - scores[own]);
        }
        return 1 / sum;
    }

    /** x1 · w1 + x2 · w2 + … + b, of x1, x2, …, w1, w2, …, b if there is one. */
    private static double product(double[] a) {
        int n = a.length / 2;
        double sum = a.length % 2 == 0 ? 0 : a[a.length - 1];
        for (int i = 0; i < n; i++) {
            sum += a[i] * a[n + i];
        }
        return sum;
    }

    /** {@code number} and nothing else has that value. */
    double with(Scalar number, double value) {
        return with(Map.of(number, value));
    }

}
