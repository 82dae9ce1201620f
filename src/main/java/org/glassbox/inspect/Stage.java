package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.array.Statistics;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * A layer in a computation: the operations that follow each other in one place of the net; outside of any place one operation
 * is a stage of its own.
 *
 * @param name «0 Linear», or the operation's name
 * @param nodes its operations, in order
 */
record Stage(String name, List<Graph.Node> nodes) {
    /** From input to result. */
    static List<Stage> of(Graph graph) {
        List<Stage> stages = new ArrayList<>();
        String open = "";
        for (Graph.Node node : graph.nodes()) {
            if (node.op().isEmpty()) {
                continue;
            }
            boolean same = !stages.isEmpty() && !node.label().isEmpty() && node.label().equals(open);
            if (!same) {
                boolean loss = node.label().isEmpty() && node.composed().isPresent() && !node.op().equals("linear");
                stages.add(
                    new Stage(loss ? "loss" : node.label().isEmpty() ? node.op() : node.label(), new ArrayList<>()));
            }
            stages.get(stages.size() - 1).nodes().add(node);
            open = node.label();
        }
        return stages;
    }

    /** Its output. */
    Tensor value() { return last().value(); }

    Graph.Node last() { return nodes.get(nodes.size() - 1); }

    /** What it learns. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Graph.Node node : nodes) {
            for (Graph.Edge edge : node.inputs()) {
                if (edge.input() instanceof Parameter parameter && !parameters.contains(parameter)) {
                    parameters.add(parameter);
                }
            }
        }
        return parameters;
    }

    /** What goes into its first operation. */
    Tensor input() { return nodes.get(0).inputs().get(0).input(); }

    /** What the gradient is multiplied by on the way back through it. */
    String backward() {
        if (nodes.size() > 1) {
            return "back through " + nodes.size() + " operations";
        }
        return switch (last().op()) {
            case "linear", "matmul" -> "× Wᵀ";
            case "relu" -> "× 1 or 0";
            case "sigmoid" -> "× h (1 − h)";
            case "tanh" -> "× (1 − h²)";
            case "softmaxCrossEntropy" -> "softmax − target";
            case "sigmoidCrossEntropy" -> "σ − target";
            case "meanSquaredError" -> "2 (y − target)";
            default -> "× " + last().op() + "′";
        };
    }

    /** What is to be said of that: how many units are open. */
    String state() {
        if (!last().op().equals("relu")) {
            return "";
        }
        double[] outputs = value().toDoubles();
        long open = java.util.Arrays.stream(outputs).filter(v -> v > 0).count();
        return open + " of " + outputs.length + " open";
    }

    static double rms(Tensor tensor) { return Math.sqrt(Statistics.squares(tensor.array()) / tensor.size()); }
}
