package org.glassbox.inspect;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassbox.inspect.Scalar.Way;

/**
 * A computation of numbers.
 *
 * @param all every number, each after all that it was computed from
 * @param result the last
 */
record Scalars(List<Scalar> all, Scalar result) {
    Scalars {
        all = List.copyOf(all);
    }

    /** By how many others each is used. */
    Map<Scalar, Integer> uses() {
        Map<Scalar, Integer> uses = new HashMap<>();
        all.forEach(each -> each.ways().forEach(way -> uses.merge(way.from(), 1, Integer::sum)));
        return uses;
    }

    /** Only what the result needs. */
    Scalars reachable() {
        Set<Scalar> needed = new HashSet<>(Set.of(result));
        for (int i = all.size() - 1; i >= 0; i--) {
            if (needed.contains(all.get(i))) {
                all.get(i).ways().forEach(way -> needed.add(way.from()));
            }
        }
        return new Scalars(all.stream().filter(needed::contains).toList(), result);
    }

    boolean isFinite() {
        return all.stream().allMatch(each -> Double.isFinite(each.value())
            && each.ways().stream().allMatch(way -> Double.isFinite(way.local())));
    }

    /** ∂result/∂each: Σ over the ways up of local derivative × what comes from above. */
    Map<Scalar, Double> gradients() {
        Map<Scalar, Double> gradients = new HashMap<>();
        all.forEach(each -> gradients.put(each, 0.0));
        gradients.put(result, 1.0);
        for (int i = all.size() - 1; i >= 0; i--) {
            double above = gradients.get(all.get(i));
            for (Way way : all.get(i).ways()) {
                gradients.merge(way.from(), way.local() * above, Double::sum);
            }
        }
        gradients.replaceAll((scalar, gradient) -> gradient + 0.0);              // no −0
        return Collections.unmodifiableMap(gradients);
    }

    /** The numbers that {@code from} goes into. */
    List<Scalar> above(Scalar from) {
        return all.stream().filter(each -> each.wayFrom(from).isPresent()).toList();
    }
}
