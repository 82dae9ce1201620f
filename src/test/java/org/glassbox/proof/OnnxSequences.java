package org.glassbox.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.array.Cell;
import org.glassbox.tensor.Tensor;
import org.glassbox.tensor.Unrolling;

/** ONNX's layers with a memory in ours: steps first there, weights [directions, gates · hidden, in], other orders of the gates. */
final class OnnxSequences {
    private OnnxSequences() {}

    static void put(Map<String, Function<OnnxNode, List<Tensor>>> all) {
        all.put("RNN", node -> read(node, Cell.TANH, 0));
        all.put("GRU", node -> {
            node.require(node.whole("linear_before_reset", 0) == 1, "the reset before the product");
            return read(node, Cell.GRU, 1, 0, 2);
        });
        all.put("LSTM", node -> {
            node.require(!node.hasInput(7), "gates that look at the cell");
            return read(node, Cell.LSTM, 0, 2, 3, 1);
        });
    }

    /** {@code order}: our gates by their place in ONNX. Outputs: all states, the last ones, the last cells. */
    private static List<Tensor> read(OnnxNode node, Cell cell, int... order) {
        node.require(!node.has("activations") && !node.has("clip"), "other activations, or clipped ones");
        boolean batchFirst = node.whole("layout", 0) == 1;
        Tensor x = batchFirst ? node.input(0) : node.input(0).transpose(1, 0, 2);
        Tensor mask = node.hasInput(4) ? mask(node, x.shape()[1]) : null;
        String direction = node.word("direction", "forward");
        int directions = direction.equals("bidirectional") ? 2 : 1;
        List<Unrolling.Result> results = new ArrayList<>();
        for (int d = 0; d < directions; d++) {
            Unrolling how = new Unrolling(cell, direction.equals("reverse") || d == 1, mask,
                start(node, 5, d, batchFirst),
                cell.hasCell() ? start(node, 6, d, batchFirst) : null);
            results.add(how.over(x, weight(node.input(1), d, order), weight(node.input(2), d, order),
                bias(node, cell, d, order)));
        }
        return outputs(results, mask, batchFirst);
    }

    private static List<Tensor> outputs(List<Unrolling.Result> results, Tensor mask, boolean batchFirst) {
        int axis = batchFirst ? 1 : 0;
        Tensor all = Tensor.stack(2, each(results, result -> mask == null ? result.outputs()
            : result.outputs().mul(mask.reshape(mask.shape()[0], mask.shape()[1], 1))));      // [batch, steps, directions, h]
        List<Tensor> outputs = new ArrayList<>();
        outputs.add(batchFirst ? all : all.transpose(1, 2, 0, 3));
        outputs.add(Tensor.stack(axis, each(results, Unrolling.Result::hidden)));
        if (results.get(0).memory() != null) {
            outputs.add(Tensor.stack(axis, each(results, Unrolling.Result::memory)));
        }
        return outputs;
    }

    private static Tensor[] each(List<Unrolling.Result> results, Function<Unrolling.Result, Tensor> part) {
        return results.stream().map(part).toArray(Tensor[]::new);
    }

    private static Tensor mask(OnnxNode node, int steps) {
        int[] lengths = node.wholesOf(4);
        float[] mask = new float[lengths.length * steps];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % steps < lengths[i / steps] ? 1 : 0;
        }
        return Tensor.data(mask, lengths.length, steps);
    }

    private static Tensor start(OnnxNode node, int input, int direction, boolean batchFirst) {
        if (!node.hasInput(input)) {
            return null;
        }
        Tensor given = batchFirst ? node.input(input).transpose(1, 0, 2) : node.input(input);
        return of(given, direction);
    }

    /** One direction of many. */
    private static Tensor of(Tensor x, int direction) {
        int[] shape = IntStream.of(x.shape()).skip(1).toArray();
        return x.slice(0, direction, direction + 1).reshape(shape);
    }

    /** [directions, gates · hidden, in] → [in, gates · hidden], the gates in our order. */
    private static Tensor weight(Tensor w, int direction, int... order) {
        return ordered(of(w, direction), order).transpose();
    }

    private static Tensor ordered(Tensor rows, int... order) {
        int hidden = rows.shape()[0] / order.length;
        return Tensor.concat(0, IntStream.of(order).mapToObj(gate -> rows.slice(0, gate * hidden, (gate + 1) * hidden))
            .toArray(Tensor[]::new));
    }

    /** Theirs are two, for input and state; ours is their sum, and for a GRU's last gate the one of the state besides. */
    private static Tensor bias(OnnxNode node, Cell cell, int direction, int... order) {
        int hidden = node.input(2).shape()[2];
        int gates = order.length * hidden;
        if (!node.hasInput(3)) {
            return Tensor.data(new float[cell.biases() * hidden], cell.biases() * hidden);
        }
        Tensor both = of(node.input(3), direction);
        Tensor ofInput = ordered(both.slice(0, 0, gates), order);
        Tensor ofState = ordered(both.slice(0, gates, 2 * gates), order);
        if (cell.biases() == order.length) {
            return ofInput.add(ofState);
        }
        int last = gates - hidden;
        return Tensor.concat(0, Stream.of(ofInput.slice(0, 0, last).add(ofState.slice(0, 0, last)),
            ofInput.slice(0, last), ofState.slice(0, last)).toArray(Tensor[]::new));
    }
}
