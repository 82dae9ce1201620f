package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.glassbox.array.Array;
import org.glassbox.inspect.Scalar.Way;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * Takes a computation of tensors apart into its numbers. Every local derivative is asked of the operation itself: what its
 * inputs get when this one number of its result gets 1. A fused operation is taken apart into the simple ones that it stands
 * for; what is only another place or another shape for the same number is no number of its own.
 */
final class Expansion {
    private static final Set<String> AFFINE = Set.of("add", "sub", "scale", "shift", "sum", "mean", "reshape",
        "transpose", "slice",
        "dropout");

    private final boolean apart;
    private final Map<Tensor, Scalar[]> found = new IdentityHashMap<>();
    private final Map<Tensor, Boolean> inputs = new IdentityHashMap<>();
    private final List<Scalar> all = new ArrayList<>();
    private final Map<List<Object>, Scalar> known = new HashMap<>();

    private Expansion(boolean apart) { this.apart = apart; }

    /** The numbers that the one number {@code result} was computed from. */
    static Scalars of(Tensor result) {
        Scalars opened = new Expansion(true).expand(result);
        return opened.isFinite() ? opened : new Expansion(false).expand(result);   // ln 0 stands in an opened loss, not in the fused
    }

    private Scalars expand(Tensor result) {
        walk(Graph.of(result), false);
        return Fusing.of(new Scalars(all, found.get(result)[0]));
    }

    private void walk(Graph graph, boolean inner) {
        for (Graph.Node node : graph.nodes()) {
            if (isProduct(node.op())) {
                inputs.put(node.inputs().get(0).input(), true);
            }
        }
        for (Graph.Node node : graph.nodes()) {
            if (!found.containsKey(node.value())) {
                found.put(node.value(), scalars(node, inner));
            }
        }
    }

    private static boolean isProduct(String op) { return op.equals("linear") || op.equals("matmul"); }

    private Scalar[] scalars(Graph.Node node, boolean inner) {
        Optional<Supplier<Tensor>> composed = node.composed().filter(any -> apart && !isProduct(node.op()));
        if (composed.isPresent()) {
            Tensor same = Pass.observe(composed.get());
            walk(Graph.of(same), true);
            return found.get(same);
        }
        Scalar[] scalars = new Scalar[node.value().size()];
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = node.op().isEmpty() ? beginning(node.value(), i) : result(node, i, inner);
        }
        return scalars;
    }

    private Scalar beginning(Tensor tensor, int index) {
        boolean asked = tensor.needsGradient() || inputs.containsKey(tensor);   // data that goes into a layer is an input
        return asked ? added(Scalar.leaf(tensor, index)) : Scalar.constant(tensor.array().at(index));
    }

    private Scalar result(Graph.Node node, int at, boolean inner) {
        List<Scalar> args = new ArrayList<>();
        Map<Scalar, Double> ways = new LinkedHashMap<>();
        double constants = 0;
        for (int number = 0; number < node.inputs().size(); number++) {
            Graph.Edge edge = node.inputs().get(number);
            double[] local = edge.times(oneHot(node.value(), at)).toDoubles();
            for (int position : Wiring.of(node.op(), number, edge.input(), node.value(), at, local)) {
                Scalar input = found.get(edge.input())[position];
                args.add(input);
                if (input.isConstant()) {
                    constants += local[position] * input.value();
                } else {
                    ways.merge(input, local[position], Double::sum);
                }
            }
        }
        List<Way> list = ways.entrySet().stream().map(way -> new Way(way.getKey(), way.getValue())).toList();
        return simplest(node, at, inner, args, list, constants);
    }

    private Scalar simplest(Graph.Node node, int at, boolean inner, List<Scalar> args, List<Way> ways,
        double constants) {
        String op = node.op();
        double value = node.value().array().at(at);
        boolean zero = inner && op.equals("mul") && args.stream().anyMatch(arg -> arg.isConstant() && arg.value() == 0);
        if (ways.isEmpty() || zero) {
            return Scalar.constant(zero ? 0 : value);
        }
        boolean multiple = (op.equals("mul") || op.equals("div")) && args.size() == 2
            && ways.get(0).from() == args.get(0)
            && args.get(1).isConstant() || op.equals("mul") && args.get(0).isConstant();
        if (!multiple && !AFFINE.contains(op)) {
            boolean square = op.equals("mul") && args.get(0) == args.get(1);
            return unique(Scalar.of(square ? "square" : op, args, ways, node.value(), at, inner));
        }
        double offset = multiple ? 0 : op.equals("shift") ? value - ways.get(0).from().value() : constants;
        if (ways.size() == 1 && ways.get(0).local() == 1 && offset == 0) {
            return ways.get(0).from();                                            // the same number
        }
        return unique(Scalar.affine(multiple ? "scale" : op, ways, offset, node.value(), at, inner));
    }

    /** A number that was computed twice in the same way is one number. */
    private Scalar unique(Scalar scalar) {
        Scalar twin = known.putIfAbsent(List.of(scalar.op(), scalar.args(), scalar.ways(), scalar.offset()), scalar);
        return twin == null ? added(scalar) : twin;
    }

    private Scalar added(Scalar scalar) {
        all.add(scalar);
        return scalar;
    }

    private static Tensor oneHot(Tensor like, int at) {
        Array array = Array.of(like.array().type(), like.shape()).fill(0);
        array.set(at, 1);
        return Tensor.data(array);
    }
}
