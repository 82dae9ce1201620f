package org.glassbox.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassbox.array.Statistics;

/**
 * A computation to be walked: its values from the inputs to the result, and between them the operations with their local
 * derivatives. For pictures, checks and questions; {@link Tensor#backward} does not need it.
 *
 * @param nodes every value once, each after everything that it was computed from; the last is the result
 */
public record Graph(List<Node> nodes) {
    /**
     * A value.
     *
     * @param value its numbers
     * @param op the operation it came from, "" for leaves and data
     * @param place the layer in which that happened, "" outside of any
     * @param label the layer's short name for pictures, "" outside of any
     * @param inputs what it was computed from
     * @param composed the same value by simpler operations, where there are some; raises {@link LifetimeException} where
     *            a parameter has been changed since
     */
    public record Node(Tensor value, String op, String place, String label, List<Edge> inputs,
        Optional<Supplier<Tensor>> composed) {
        /** In words: {@code output of 2 Linear (linear)}, {@code parameter weight}, {@code the data}. */
        public String title() {
            if (op.isEmpty()) {
                return value instanceof Parameter ? "parameter " + value.name() : "the data";
            }
            return "output of " + (label.isEmpty() ? op : label + " (" + op + ")");
        }
    }

    /** The way from one input to the result of an operation. */
    public static final class Edge {
        private final Tensor result;
        private final Derivative derivative;

        private Edge(Tensor result, Derivative derivative) {
            this.result = result;
            this.derivative = derivative;
        }

        /** The input. */
        public Tensor input() { return derivative.input(); }

        /** The input's gradient through this edge alone, when the result's gradient is {@code dy}. */
        public Tensor times(Tensor dy) {
            return Pass.silent(() -> Tensor.data(derivative.times(result, dy.array())));
        }
    }

    public Graph {
        nodes = List.copyOf(nodes);
    }

    /** The computation that {@code result} came from. */
    public static Graph of(Tensor result) {
        List<Tensor> results = Backpropagation.fromLastToFirst(result);
        Collections.reverse(results);
        Map<Tensor, Node> nodes = new LinkedHashMap<>();
        for (Tensor tensor : results) {
            for (Derivative input : tensor.origin().inputs()) {
                nodes.computeIfAbsent(input.input(), Graph::node);
            }
            nodes.put(tensor, node(tensor));
        }
        nodes.computeIfAbsent(result, Graph::node);
        return new Graph(new ArrayList<>(nodes.values()));
    }

    /** The first value that is NaN or infinite, though all that it was computed from are not. */
    public Optional<Node> firstNotFinite() {
        return nodes.stream().filter(node -> !Statistics.isFinite(node.value().array())).findFirst();
    }

    private static Node node(Tensor tensor) {
        Origin origin = tensor.origin();
        if (origin == null) {
            return new Node(tensor, "", "", "", List.of(), Optional.empty());
        }
        List<Edge> edges = origin.inputs().stream().map(input -> new Edge(tensor, input)).toList();
        Place place = origin.place();
        return new Node(tensor, origin.op(), place == null ? "" : place.toString(), place == null ? "" : place.label(),
            edges, Optional.ofNullable(origin.composed()).map(simple -> () -> {
                origin.requireUnchanged(tensor);
                return simple.get();
            }));
    }
}
