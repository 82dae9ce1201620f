package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Tensor;

/**
 * Who is who in a computation, read from its products.
 *
 * @param layers the sums that products of an input with learned or given weights make, from input to output
 * @param weights the weights of each
 * @param biases the bias of each, or null
 * @param input what goes into the first, or null
 * @param isLoss whether the result says how wrong a prediction is
 */
record Roles(List<Tensor> layers, List<Tensor> weights, List<Tensor> biases, Tensor input, boolean isLoss) {
    /** The roles in the computation of {@code result}; {@code loss}: it is known to be a loss. */
    static Roles of(Tensor result, boolean loss) {
        List<Tensor> layers = new ArrayList<>();
        List<Tensor> weights = new ArrayList<>();
        List<Tensor> biases = new ArrayList<>();
        Tensor input = null;
        boolean isLoss = loss;
        for (Graph.Node node : Graph.of(result).nodes()) {
            boolean linear = node.op().equals("linear");
            if (linear || node.op().equals("matmul") && isBeginning(node.inputs().get(1).input(), result)) {
                input = input == null ? node.inputs().get(0).input() : input;
                layers.add(node.value());
                weights.add(node.inputs().get(1).input());
                biases.add(linear ? node.inputs().get(2).input() : null);
            }
            isLoss |= node.composed().isPresent() && !linear;
        }
        return new Roles(layers, weights, biases, input, isLoss);
    }

    private static boolean isBeginning(Tensor tensor, Tensor result) {
        return Graph.of(result).nodes().stream().anyMatch(node -> node.value() == tensor && node.op().isEmpty());
    }

    boolean isWeight(Scalar scalar) { return scalar.isLeaf() && weights.contains(scalar.tensor()); }

    boolean isBias(Scalar scalar) { return scalar.isLeaf() && biases.contains(scalar.tensor()); }
}
