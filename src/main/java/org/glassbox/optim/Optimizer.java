package org.glassbox.optim;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.array.Array;
import org.glassbox.array.Chunks;
import org.glassbox.array.Type;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** A {@link Rule} for the weights of one net, with all that the rule remembers. The only code that changes a parameter. */
public final class Optimizer {
    private Rule rule;
    private final List<Parameter> parameters;
    private final Map<Parameter, Array[]> slots = new IdentityHashMap<>();
    private long updates;

    Optimizer(Rule rule, Layer net) {
        this.rule = rule;
        this.parameters = Parameters.of(net).list();
        for (Parameter parameter : parameters) {
            if (parameter.isDouble()) {
                throw new GlassboxException(Message.of(rule.title(), "parameter " + parameter.name() + " is DOUBLE")
                    .help("nets learn in FLOAT; toDouble() is for checking gradients"));
            }
            slots.put(parameter, Stream.generate(() -> Array.of(Type.FLOAT, parameter.shape()).fill(0))
                .limit(rule.slots()).toArray(Array[]::new));
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
        requireAll(gradients);
        updates++;
        for (Parameter parameter : parameters) {
            if (gradients.has(parameter)) {
                update(parameter, gradients.of(parameter).array());
            }
        }
    }

    /** That none of the gradients is gone: all weights move, or none. */
    private void requireAll(Gradients gradients) {
        for (Parameter parameter : parameters) {
            if (gradients.has(parameter)) {
                gradients.of(parameter).array();
            }
        }
    }

    /**
     * Moves by {@code other} from the next update on, a rule of the same kind with other settings; what was remembered stays.
     * In a loop: {@code optimizer.use(Adam.of(epoch < 10 ? 1e-3 : 1e-4))}.
     */
    public Optimizer use(Rule other) {
        if (other.getClass() != rule.getClass()) {
            throw new GlassboxException(
                Message.of("use", other.title() + " remembers other things than " + rule.title())
                    .help("another setting of the same rule goes on; a new rule begins anew: rule.on(net)"));
        }
        rule = other;
        return this;
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
        boolean some = false;
        for (Parameter parameter : parameters) {
            some |= gradients.has(parameter);
        }
        if (!some) {
            throw new GlassboxException(Message.of("optimizer", "the loss depends on none of its net's parameters")
                .with("holds", Numbers.of(parameters.size(), "parameter", "parameters"))
                .help(parameters.isEmpty() ? "a lambda hides what it has captured: make the layer a record"
                    : "was the net made anew? bind the rule to the new one: rule.on(net)"));
        }
    }

    private void update(Parameter parameter, Array gradient) {
        Chunks.update(parameter.array(), gradient, slots.get(parameter),
            (w, g, slot, n) -> rule.update(w, g, slot, n, updates));
        parameter.changed();
    }

    /** How often it has stepped. */
    public long updates() { return updates; }

    /** The rule of the next update. */
    public Rule rule() { return rule; }

    @Override
    public String toString() {
        return rule.title() + " on " + Numbers.of(parameters.size(), "parameter", "parameters") + ", "
            + (updates == 0 ? "not stepped yet" : Numbers.of(updates, "update", "updates"));
    }
}
