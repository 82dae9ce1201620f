package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.inspect.Scalar.Way;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * How much does this number matter for the result? All that the answer is made from.
 *
 * @param scalars the computation
 * @param roles who is who in it
 * @param names what each number is called
 * @param gradients ∂result/∂each
 * @param asked the number in question
 * @param target what the loss compares with
 */
record Question(Scalars scalars, Roles roles, Map<Scalar, String> names, Map<Scalar, Double> gradients, Scalar asked,
    Target target) {
    /** One step of a chain. */
    record Step(Scalar to, Way way) {}

    static Question of(Tensor result, Scalars scalars, boolean loss) {
        Roles roles = Roles.of(result, loss);
        Map<Scalar, String> names = Names.of(scalars, roles);
        Scalar first = scalars.all().stream().filter(roles::isWeight).findFirst()
            .orElseGet(() -> scalars.all().stream().filter(Scalar::isLeaf).findFirst().orElse(scalars.result()));
        return new Question(scalars, roles, names, scalars.gradients(), first, Target.of(result));
    }

    /** The same about another number. */
    Question about(String name) {
        Scalar other = Names.reversed(names).get(name);
        if (other == null) {
            throw new GlassboxException(Message.of("ChainRule.path", "nothing here is called «" + name + "»")
                .with("names", String.join(", ", names.values())).help("ask for one of these names"));
        }
        return new Question(scalars, roles, names, gradients, other, target);
    }

    String name(Scalar scalar) { return names.get(scalar); }

    double gradient(Scalar scalar) { return gradients.get(scalar); }

    /** What {@code above} passes back on {@code way}: local derivative × from the right. */
    double passed(Scalar above, Way way) {
        return way.local() * gradient(above) + 0.0;                              // no −0
    }

    /** What is called the loss in sentences. */
    String result() {
        return roles.isLoss() ? "the loss" : name(scalars.result());
    }

    /** What one update moves: weights and biases, or, where there are none, all beginnings. */
    List<Scalar> movable() {
        List<Scalar> leaves = scalars.all().stream().filter(Scalar::isLeaf).toList();
        List<Scalar> learned = leaves.stream().filter(this::isLearned).toList();
        return learned.isEmpty() ? leaves : learned;
    }

    boolean isLearned(Scalar scalar) {
        return scalar.tensor() instanceof Parameter || roles.isWeight(scalar) || roles.isBias(scalar);
    }

    /** The way on which most of the asked number's influence travels, from the result backward. */
    List<Step> path() {
        Map<Scalar, Double> strength = new HashMap<>(Map.of(asked, 1.0));
        Map<Scalar, Way> strongest = new HashMap<>();
        for (Scalar each : scalars.all()) {
            for (Way way : each.ways()) {
                double through = Math.abs(way.local()) * strength.getOrDefault(way.from(), Double.NaN);
                if (through > strength.getOrDefault(each, -1.0)) {
                    strength.put(each, through);
                    strongest.put(each, way);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Scalar at = scalars.result(); at != asked; at = strongest.get(at).from()) {
            steps.add(new Step(at, strongest.get(at)));
        }
        return steps;
    }

    /** What a way is called: by the activation through which it goes, if there is one at its upper end. */
    String via(Scalar above) {
        List<Scalar> next = scalars.above(above);
        boolean bent = next.size() == 1 && Set.of("sigmoid", "relu", "tanh").contains(next.get(0).op());
        return name(bent ? next.get(0) : above);
    }
}
