package org.glassbox.train;

import static java.util.Map.entry;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * What the places of a net are called and in which order they come. A {@link org.glassbox.nn.Sequential} says so itself:
 * «0 Linear». A layer that a user wrote does not; there the paths of the parameters tell: «a Linear», «1.a ReLU».
 */
final class Places {
    private static final Map<String, String> KINDS = Map.ofEntries(entry("linear", "Linear"), entry("relu", "ReLU"),
        entry("sigmoid", "Sigmoid"), entry("tanh", "Tanh"), entry("leakyRelu", "LeakyReLU"), entry("elu", "ELU"),
        entry("gelu", "GELU"), entry("silu", "SiLU"), entry("softplus", "Softplus"), entry("conv2d", "Conv2d"),
        entry("maxPool2d", "MaxPool2d"), entry("averagePool2d", "AveragePool2d"), entry("batchNorm", "BatchNorm"),
        entry("layerNorm", "LayerNorm"), entry("rows", "Embedding"), entry("rnn", "RNN"), entry("gru", "GRU"),
        entry("lstm", "LSTM"));

    private final Map<Parameter, String> owners = new IdentityHashMap<>();
    private final Map<String, Integer> order = new LinkedHashMap<>();

    Places(Parameters parameters) {
        parameters.byPath()
            .forEach((path, parameter) -> owners.put(parameter, path.substring(0, Math.max(0, path.lastIndexOf('.')))));
    }

    /** Value → the name of its place, for every operation within a layer, from input to loss. */
    Map<Tensor, String> of(Graph graph) {
        Map<Tensor, String> owner = new IdentityHashMap<>();
        Map<Tensor, String> names = new LinkedHashMap<>();
        for (Graph.Node node : graph.nodes()) {
            String path = path(node, owner);
            owner.put(node.value(), path);
            String number = node.label().split(" ", 2)[0];
            boolean saysItself = !node.label().isEmpty()
                && (path.isEmpty() || path.equals(number) || !isWithin(path, number));
            String kind = KINDS.getOrDefault(node.op(), "");
            if (saysItself) {
                names.put(node.value(), node.label());
            } else if (!path.isEmpty() && !kind.isEmpty()) {
                names.put(node.value(), path + " " + kind);
            }
        }
        return names;
    }

    /** Which layer computed it, by the path of its parameters, else by that of what it was computed from. */
    private String path(Graph.Node node, Map<Tensor, String> owner) {
        String path = "";
        for (Graph.Edge edge : node.inputs()) {
            String found = edge.input() instanceof Parameter parameter ? owners.getOrDefault(parameter, "")
                : path.isEmpty() ? owner.getOrDefault(edge.input(), "") : path;
            path = found.isEmpty() ? path : found;
        }
        return path;
    }

    private static boolean isWithin(String path, String number) { return path.startsWith(number + "."); }

    /** The number of a place: its own where it has one, «2 Linear»; else how many places were seen before it. */
    int number(String place) {
        return order.computeIfAbsent(place, name -> {
            String first = name.split(" ", 2)[0];
            boolean counts = first.matches("\\d+") && !order.containsValue(Integer.parseInt(first));
            return counts ? Integer.parseInt(first) : 1 + order.values().stream().max(Integer::compare).orElse(-1);
        });
    }
}
