package org.glassbox.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * What can be seen at one moment of training: before the first update and after each epoch on the probe rows, in evaluation
 * mode; and at an update on its batch, after backward and before the weights move.
 */
public final class Step {
    /** When: before the first update, at an update, after an epoch. */
    public enum Moment {
        START, UPDATE, EPOCH
    }

    /** A value on the way from input to loss: the output of one operation in one layer. */
    public record Output(int layer, String place, String op, Tensor value) {}

    /** A parameter and the layer that uses it. */
    public record Held(int layer, String place, Parameter parameter, float[] start) {}

    /** When it is, and how many rows the loss is the mean of. */
    record At(Moment moment, int number, int epoch, int rows, boolean due) {}

    /** What does not change from step to step. */
    record Known(Parameters parameters, Map<Parameter, float[]> starts, Places places) {}

    private final At at;
    private final Known known;
    private final Supplier<Tensor> look;
    private Tensor loss;
    private Gradients gradients;
    private Graph graph;
    private Map<Tensor, String> names;

    private Step(At at, Known known, Supplier<Tensor> look, Gradients gradients) {
        this.at = at;
        this.known = known;
        this.look = look;
        this.gradients = gradients;
    }

    /** An update whose gradients are there. */
    static Step of(At at, Known known, Gradients gradients) {
        return new Step(at, known, gradients::loss, gradients);
    }

    /** A look at the probe rows: it costs nothing until somebody asks for the loss, and no way back until for gradients. */
    static Step of(At at, Known known, Supplier<Tensor> look) {
        return new Step(at, known, look, null);
    }

    /** When this is. */
    public Moment moment() { return at.moment; }

    /** Whether the usual watches look now: at some updates and after some epochs, as the trainer has planned. */
    public boolean isDue() {
        return at.due;
    }

    /** The same update, at which the usual watches look. */
    Step asDue() {
        return new Step(new At(at.moment, at.number, at.epoch, at.rows, true), known, look, gradients);
    }

    /** Number of this update, from 1; after an epoch: updates so far. */
    public int number() { return at.number; }

    /** Number of the epoch, from 1; 0 before the first update. */
    public int epoch() { return at.epoch; }

    /** How many rows the loss is the mean of; where each step of a sequence has a target, how many steps. */
    public int rows() {
        return at.rows;
    }

    /** The loss that was seen. */
    public Tensor loss() {
        loss = loss == null ? look.get() : loss;
        return loss;
    }

    /** Its gradients. */
    public Gradients gradients() {
        gradients = gradients == null ? loss().backward() : gradients;
        return gradients;
    }

    /** The outputs of all operations within layers, from input to loss. */
    public List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (Graph.Node node : graph().nodes()) {
            String place = names.get(node.value());
            if (place != null) {
                outputs.add(new Output(known.places.number(place), place, node.op(), node.value()));
            }
        }
        return outputs;
    }

    /** The parameters that the loss was computed from, by the layer that uses them first, and how they started. */
    public List<Held> held() {
        Map<Parameter, Held> held = new LinkedHashMap<>();
        for (Graph.Node node : graph().nodes()) {
            for (Graph.Edge edge : node.inputs()) {
                if (edge.input() instanceof Parameter parameter && known.starts.containsKey(parameter)) {
                    String place = names.getOrDefault(node.value(), "");
                    held.computeIfAbsent(parameter,
                        p -> new Held(known.places.number(place), place, p, known.starts.get(p)));
                }
            }
        }
        return new ArrayList<>(held.values());
    }

    /** All that the net learns. */
    public Parameters parameters() { return known.parameters; }

    private Graph graph() {
        if (graph == null) {
            graph = Graph.of(loss());
            names = known.places.of(graph);
        }
        return graph;
    }
}
