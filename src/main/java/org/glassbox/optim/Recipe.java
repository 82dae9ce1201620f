package org.glassbox.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/**
 * A rule and all that goes with it: how its rate follows the training, what pulls weights to 0, a limit for gradients, other
 * rules for some parameters. Begins with a {@code with…} of a rule: {@code Adam.of(5e-3).withSchedule(Schedule.cosine(900))}.
 *
 * <p>Of a gradient first the clipping is taken, then L1 and L2 are added, then the rule moves the weight: PyTorch's order.
 *
 * @param rule what moves the weights that no group has
 * @param l1 strength of the even pull to 0
 * @param l2 strength of the pull in proportion
 * @param schedule factor of the rate
 * @param clipping limit for gradients
 * @param groups parameters that move otherwise
 */
public record Recipe(Rule rule, double l1, double l2, Schedule schedule, Clipping clipping, List<Group> groups)
    implements
        Rule {

    /** Parameters whose path fits the pattern, and what moves them; nothing: they are frozen. */
    public record Group(String pattern, Optional<Recipe> recipe) {
        boolean has(String path) {
            return path
                .matches(Stream.of(pattern.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }

        private String title() { return pattern + " " + recipe.map(Recipe::title).orElse("frozen"); }
    }

    public Recipe {
        Settings.notNegative(rule.title(), "L1", l1);
        Settings.notNegative(rule.title(), "L2", l2);
        groups = List.copyOf(groups);
    }

    /** The rule and nothing else; a recipe is its own. */
    static Recipe of(Rule rule) {
        return rule instanceof Recipe recipe ? recipe
            : new Recipe(rule, 0, 0, Schedule.constant(), Clipping.none(), List.of());
    }

    @Override
    public double rate() { return rule.rate(); }

    @Override
    public Recipe withRate(double other) {
        return new Recipe(rule.withRate(other), l1, l2, schedule, clipping, groups);
    }

    @Override
    public Recipe withSchedule(Schedule more) {
        Schedule both = schedule instanceof Schedule.Constant ? more : schedule.times(more);
        return new Recipe(rule, l1, l2, both, clipping, groups);
    }

    @Override
    public Recipe withL1(double strength) { return new Recipe(rule, strength, l2, schedule, clipping, groups); }

    @Override
    public Recipe withL2(double strength) { return new Recipe(rule, l1, strength, schedule, clipping, groups); }

    @Override
    public Recipe withClipping(Clipping other) { return new Recipe(rule, l1, l2, schedule, other, groups); }

    @Override
    public Recipe withGroup(String pattern, Rule other) {
        Recipe recipe = of(other);
        if (!(recipe.clipping instanceof Clipping.None) || !recipe.groups.isEmpty()) {
            throw new GlassboxException(
                Message.of("withGroup", "the rule for " + pattern + " has clipping or groups of its own")
                    .help("say both once, after withGroup: they are of all parameters together"));
        }
        return with(new Group(pattern, Optional.of(recipe)));
    }

    @Override
    public Recipe withFrozen(String pattern) { return with(new Group(pattern, Optional.empty())); }

    private Recipe with(Group group) {
        List<Group> more = new ArrayList<>(groups);
        more.add(group);
        return new Recipe(rule, l1, l2, schedule, clipping, more);
    }

    /** What moves the parameter of that path: this, or the last group that has it; nothing if it is frozen. */
    Optional<Recipe> at(String path) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (groups.get(i).has(path)) {
                return groups.get(i).recipe();
            }
        }
        return Optional.of(this);
    }

    /** The factor of the rate at the next update. */
    double factor(Progress now) {
        double factor = schedule.at(now);
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new GlassboxException(Message.of("schedule", "factor " + factor + " at update " + (now.updates() + 1)
                + ", expected a number of at least 0")
                .help("it multiplies the rate of the rule: 1 leaves it as it is, 0 lets nothing learn"));
        }
        return factor;
    }

    @Override
    public int slots() { return rule.slots(); }

    /** L1, L2 and the rule; the optimizer does the rest. */
    @Override
    public void update(float[] w, float[] g, float[][] slots, int n, long t) {
        float even = (float) l1;
        float proportional = (float) l2;
        if (even != 0) {
            for (int i = 0; i < n; i++) {
                g[i] += even * Math.signum(w[i]);
            }
        }
        if (proportional != 0) {
            for (int i = 0; i < n; i++) {
                g[i] += proportional * w[i];
            }
        }
        rule.update(w, g, slots, n, t);
    }

    /** «Adam 0.005 with cosine 900, L2 0.0001, norm ≤ 1, *.bias SGD 0.1». */
    @Override
    public String title() {
        List<String> more = new ArrayList<>();
        more.add(schedule instanceof Schedule.Constant ? "" : schedule.title());
        more.add(l1 == 0 ? "" : "L1 " + Settings.plain(l1));
        more.add(l2 == 0 ? "" : "L2 " + Settings.plain(l2));
        more.add(clipping.title());
        groups.forEach(group -> more.add(group.title()));
        more.removeIf(String::isEmpty);
        return rule.title() + (more.isEmpty() ? "" : " with " + String.join(", ", more));
    }
}
