package org.glassbox.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Moment moment;
    private final int number;
    private final int epoch;
    private final int rows;
    private final Parameters parameters;
    private final Map<Parameter, float[]> starts;
    private final Gradients gradients;
    private final Places places;
    private Graph graph;
    private Map<Tensor, String> names;

    Step(Moment moment, int number, int epoch, int rows, Parameters parameters, Map<Parameter, float[]> starts,
        Gradients gradients, Places places) {
        this.moment = moment;
        this.number = number;
        this.epoch = epoch;
        this.rows = rows;
        this.parameters = parameters;
        this.starts = starts;
        this.gradients = gradients;
        this.places = places;
    }

    /** When this is. */
    public Moment moment() { return moment; }

    /** Number of this update, from 1; after an epoch: updates so far. */
    public int number() { return number; }

    /** Number of the epoch, from 1; 0 before the first update. */
    public int epoch() { return epoch; }

    /** How many rows the loss is the mean of. */
    public int rows() { return rows; }

    /** The loss that was seen. */
    public Tensor loss() { return gradients.loss(); }

    /** Its gradients. */
    public Gradients gradients() { return gradients; }

    /** The outputs of all operations within layers, from input to loss. */
    public List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (Graph.Node node : graph().nodes()) {
            String place = names.get(node.value());
            if (place != null) {
                outputs.add(new Output(places.number(place), place, node.op(), node.value()));
            }
        }
        return outputs;
    }

    /** The parameters that the loss was computed from, by the layer that uses them first, and how they started. */
    public List<Held> held() {
        Map<Parameter, Held> held = new LinkedHashMap<>();
        for (Graph.Node node : graph().nodes()) {
            for (Graph.Edge edge : node.inputs()) {
                if (edge.input() instanceof Parameter parameter && starts.containsKey(parameter)) {
                    String place = names.getOrDefault(node.value(), "");
                    held.computeIfAbsent(parameter, p -> new Held(places.number(place), place, p, starts.get(p)));
                }
            }
        }
        return new ArrayList<>(held.values());
    }

    /** All that the net learns. */
    public Parameters parameters() { return parameters; }

    private Graph graph() {
        if (graph == null) {
            graph = Graph.of(loss());
            names = places.of(graph);
        }
        return graph;
    }
}
