package org.glassbox.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** A {@link Rule} for the weights of one net, with all that the rule remembers. The only code that changes a parameter. */
public final class Optimizer {
    private static final int SHOWN = 8;

    private final Layer net;
    private final List<Moving> all;
    private Recipe recipe;
    private Rule rule;
    private List<Double> losses = List.of();
    private long updates;

    Optimizer(Rule rule, Layer net) {
        this.net = net;
        this.all = Parameters.of(net).byPath().entrySet().stream().map(e -> new Moving(e.getKey(), e.getValue()))
            .toList();
        for (Moving moving : all) {
            if (moving.parameter().isDouble()) {
                throw new GlassboxException(
                    Message.of(rule.title(), "parameter " + moving.parameter().name() + " is DOUBLE")
                        .help("nets learn in FLOAT; toDouble() is for checking gradients"));
            }
        }
        bind(rule);
    }

    private void bind(Rule next) {
        Recipe whole = Recipe.of(next);
        whole.groups().forEach(this::refuseNoMatch);
        refuseAllFrozen(whole);
        rule = next;
        recipe = whole;
        all.forEach(moving -> moving.use(whole));
    }

    private void refuseNoMatch(Recipe.Group group) {
        if (all.stream().noneMatch(moving -> group.has(moving.path()))) {
            throw new GlassboxException(Message.of("optimizer", "no parameter has a path like " + group.pattern())
                .with("paths", all.stream().map(Moving::path).limit(SHOWN).collect(Collectors.joining(", "))
                    + (all.size() > SHOWN ? " …" : ""))
                .help("* stands for any characters: *.bias is each bias, 0.* all that the first layer learns"));
        }
    }

    private void refuseAllFrozen(Recipe whole) {
        if (!all.isEmpty() && all.stream().allMatch(moving -> whole.at(moving.path()).isEmpty())) {
            throw new GlassboxException(Message.of("optimizer",
                "all " + Numbers.of(all.size(), "parameter is", "parameters are") + " frozen: nothing would learn")
                .help("leave one free, or predict without an optimizer"));
        }
    }

    /**
     * Weights and biases are adjusted; those that the loss was not computed from stay.
     *
     * @throws GlassboxException if the loss is not finite, or depends on no parameter of the net: the weights stay as they are
     */
    public void step(Gradients gradients) {
        refuseNotFinite(gradients.loss());
        refuseStrangers(gradients);
        List<Moving> moving = all.stream().filter(m -> !m.isFrozen() && gradients.has(m.parameter())).toList();
        List<Array> arrays = moving.stream().map(m -> gradients.of(m.parameter()).array()).toList();   // none is gone: all move, or none
        Clipping.Change clip = recipe.clipping().of(arrays);
        Progress now = progress();
        double[] factors = moving.stream().mapToDouble(m -> m.factor(recipe, now)).toArray();
        updates++;
        for (int i = 0; i < moving.size(); i++) {
            moving.get(i).step(arrays.get(i), clip, factors[i]);
        }
    }

    private Progress progress() { return Progress.of(updates, losses); }

    /** The rate of the next update: the rule's own, times what its schedule says; not that of groups. */
    public double rate() {
        return rule.rate() * recipe.factor(progress());
    }

    /**
     * Notes that an epoch is over, and its loss, on validation rows where there are some: what schedules of epochs and
     * {@link Plateau} follow. {@code Trainer} says it by itself.
     */
    public void endEpoch(double loss) { losses = Stream.concat(losses.stream(), Stream.of(loss)).toList(); }

    /**
     * Moves by {@code other} from the next update on, a rule of the same kind with other settings, groups or frozen
     * parameters; what was remembered stays. In a loop: {@code optimizer.use(Adam.of(epoch < 10 ? 1e-3 : 1e-4))}.
     */
    public Optimizer use(Rule other) {
        Recipe whole = Recipe.of(other);
        if (!all.stream().allMatch(moving -> moving.goesOn(whole))) {
            throw new GlassboxException(
                Message.of("use", other.title() + " remembers other things than " + rule.title())
                    .help("another setting of the same rule goes on; a new rule begins anew: rule.on(net)"));
        }
        bind(other);
        return this;
    }

    /**
     * Remembers the weights, what the net remembers besides, and what the rule remembers; running what comes back puts them
     * there again. The count of updates goes on.
     */
    public Runnable snapshot() {
        List<Runnable> parts = new ArrayList<>();
        all.forEach(moving -> parts.add(moving.snapshot()));
        for (Buffer buffer : Parameters.buffers(net).values()) {
            Array then = Native.copy(buffer.array());
            parts.add(() -> {
                buffer.array().copyFrom(then);
                buffer.array().changed();
            });
        }
        return () -> parts.forEach(Runnable::run);
    }

    private static void refuseNotFinite(Tensor loss) {
        if (!Double.isFinite(loss.item())) {
            Message message = Message.of("optimizer",
                "the loss is " + Numbers.brief(loss.item()) + ", weights were not changed");
            Graph.Node first = Graph.of(loss).firstNotFinite().orElseThrow();
            throw new GlassboxException(message.with("first", first.title()).help(mend(first)));
        }
    }

    private static String mend(Graph.Node first) {
        return switch (first.op()) {
            case "" ->
                first.value() instanceof Parameter ? "earlier updates were too large: begin again with a smaller rate"
                    : "it holds NaN or infinite numbers: leave those rows out, or fill them";
            case "log" -> "the logarithm needs numbers above 0";
            case "div" -> "a divisor was 0, or nearly";
            case "exp" -> "exp overflows above 88";
            default -> "numbers grew too large: a smaller rate often mends it; are features standardised?";
        };
    }

    /** A net that was made anew has other parameters: without a word nothing would be learned. */
    private void refuseStrangers(Gradients gradients) {
        if (all.stream().noneMatch(moving -> gradients.has(moving.parameter()))) {
            throw new GlassboxException(Message.of("optimizer", "the loss depends on none of its net's parameters")
                .with("holds", Numbers.of(all.size(), "parameter", "parameters"))
                .help(all.isEmpty() ? "a lambda hides what it has captured: make the layer a record"
                    : "was the net made anew? bind the rule to the new one: rule.on(net)"));
        }
    }

    /** How often it has stepped. */
    public long updates() { return updates; }

    /** The rule of the next update. */
    public Rule rule() { return rule; }

    @Override
    public String toString() {
        return rule.title() + " on " + Numbers.of(all.size(), "parameter", "parameters") + ", "
            + (updates == 0 ? "not stepped yet" : Numbers.of(updates, "update", "updates"));
    }
}
