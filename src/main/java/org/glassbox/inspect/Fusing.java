package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.inspect.Scalar.Way;

/**
 * Writes the inside of a loss as a textbook does: what the fused operation stands for has steps such as «times 1», «plus 0»,
 * «times −1» that nobody would write down. Steps in the middle of a fused operation that only one other needs become one with
 * it: their local derivatives are multiplied. The user's own operations stay as they were written.
 */
final class Fusing {
    private final Map<Scalar, Integer> uses;
    private final Map<Scalar, Scalar> done = new HashMap<>();

    private Fusing(Map<Scalar, Integer> uses) { this.uses = uses; }

    static Scalars of(Scalars scalars) {
        Fusing fusing = new Fusing(scalars.uses());
        List<Scalar> all = new ArrayList<>();
        for (Scalar each : scalars.all()) {
            Scalar fused = fusing.fused(each);
            fusing.done.put(each, fused);
            fusing.uses.merge(fused, fusing.uses.getOrDefault(each, 0), Math::max);
            all.add(fused);
        }
        return new Scalars(all, fusing.done.getOrDefault(scalars.result(), scalars.result())).reachable();
    }

    private Scalar fused(Scalar scalar) {
        if (scalar.isLeaf()) {
            return scalar;
        }
        List<Scalar> args = scalar.args().stream().map(arg -> done.getOrDefault(arg, arg)).toList();
        List<Way> ways = scalar.ways().stream().map(way -> new Way(done.get(way.from()), way.local())).toList();
        Scalar renewed = scalar.by(scalar.op(), args, ways, scalar.offset());
        if (!scalar.isInner()) {
            return renewed;
        }
        return scalar.isAffine() ? logarithm(sum(renewed)) : unary(renewed);
    }

    /** A sum of sums is one sum. */
    private Scalar sum(Scalar top) {
        Map<Scalar, Double> ways = new LinkedHashMap<>();
        double offset = top.offset();
        for (Way way : top.ways()) {
            Scalar below = way.from();
            if (vanishes(below) && below.isAffine()) {
                below.ways().forEach(deep -> ways.merge(deep.from(), way.local() * deep.local(), Double::sum));
                offset += way.local() * below.offset();
            } else {
                ways.merge(below, way.local(), Double::sum);
            }
        }
        List<Way> list = ways.entrySet().stream().map(way -> new Way(way.getKey(), way.getValue())).toList();
        String op = list.equals(top.ways()) ? top.op() : "affine";
        return top.by(op, list.stream().map(Way::from).toList(), list, offset);
    }

    /** −1 · ln p is −ln p. */
    private Scalar logarithm(Scalar top) {
        Scalar below = top.ways().get(0).from();
        if (!top.isLine(-1, 0) || !vanishes(below) || !below.op().startsWith("log")) {
            return top;
        }
        return top.notAffine("minus " + below.op(), below.args(), through(top, below));
    }

    /** ln(−1 · p + 1) is ln(1 − p). */
    private Scalar unary(Scalar top) {
        Scalar below = top.ways().get(0).from();
        if (!top.op().equals("log") || !vanishes(below) || !below.isLine(-1, 1)) {
            return top;
        }
        return top.notAffine("log of rest", below.args(), through(top, below));
    }

    private boolean vanishes(Scalar below) { return below.isInner() && uses.getOrDefault(below, 0) == 1; }

    private static List<Way> through(Scalar top, Scalar below) {
        return below.ways().stream().map(way -> new Way(way.from(), way.local() * top.ways().get(0).local())).toList();
    }
}
