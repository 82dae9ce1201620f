package org.glassbox.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.glassbox.Window;
import org.glassbox.nn.CrossEntropy;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Reduction;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/** ONNX's operations in ours: the settings that we have, in a few words each. What we do not have is refused by name. */
final class OnnxOperations {
    /** Its outputs, from the first on; those that follow are not asked for. */
    static final Map<String, Function<OnnxNode, List<Tensor>>> ALL = new HashMap<>();

    private static final String[] OF_ONE = {"Relu", "Sigmoid", "Tanh", "Exp", "Log", "Sqrt", "Abs", "Neg", "Softplus"};
    private static final List<UnaryOperator<Tensor>> ONES = List.of(Tensor::relu, Tensor::sigmoid, Tensor::tanh,
        Tensor::exp, Tensor::log, Tensor::sqrt, Tensor::abs, Tensor::neg, Tensor::softplus);

    static {
        for (int i = 0; i < OF_ONE.length; i++) {
            UnaryOperator<Tensor> operation = ONES.get(i);
            one(OF_ONE[i], node -> operation.apply(node.input(0)));
        }
        numbers();
        moving();
        reductions();
        products();
        images();
        losses();
        OnnxSequences.put(ALL);
    }

    private OnnxOperations() {}

    private static void one(String op, Function<OnnxNode, Tensor> operation) {
        ALL.put(op, node -> List.of(operation.apply(node)));
    }

    private static void two(String op, BinaryOperator<Tensor> operation) {
        one(op, node -> operation.apply(node.input(0), node.input(1)));
    }

    private static void numbers() {
        two("Add", Tensor::add);
        two("Sub", Tensor::sub);
        two("Mul", Tensor::mul);
        two("Div", Tensor::div);
        two("Greater", Tensor::gt);
        two("GreaterOrEqual", Tensor::ge);
        two("Less", Tensor::lt);
        two("LessOrEqual", Tensor::le);
        two("Equal", Tensor::eq);
        one("Reciprocal", node -> node.input(0).pow(-1));
        one("Sum", node -> all(node).stream().reduce(Tensor::add).orElseThrow());
        one("Mean", node -> all(node).stream().reduce(Tensor::add).orElseThrow().div(node.inputs().size()));
        one("Max", node -> all(node).stream().reduce((a, b) -> a.ge(b).where(a, b)).orElseThrow());
        one("Min", node -> all(node).stream().reduce((a, b) -> a.le(b).where(a, b)).orElseThrow());
        one("Where", node -> node.data(0).where(node.input(1), node.input(2)));
        one("Pow", node -> {
            node.require(OnnxNode.size(node.inputs().get(1)) == 1, "a power for each number");
            return node.input(0).pow(node.data(1).item());
        });
        one("Clip", node -> {
            double low = node.hasInput(1) ? node.input(1).item() : Double.NEGATIVE_INFINITY;
            double high = node.hasInput(2) ? node.input(2).item() : Double.POSITIVE_INFINITY;
            node.require(low <= high, "ends that cross");
            return node.input(0).clamp(low, high);
        });
        one("Elu", node -> node.input(0).elu(node.number("alpha", 1)));
        one("LeakyRelu", node -> node.input(0).leakyRelu(node.number("alpha", 0.01)));
        one("Gelu", node -> {
            node.require(node.word("approximate", "none").equals("none"), "the approximation by tanh");
            return node.input(0).gelu();
        });
        one("Swish", node -> {
            node.require(node.number("alpha", 1) == 1, "swish with a factor");
            return node.input(0).silu();
        });
        one("Softmax", node -> last(node.input(0), node.whole("axis", -1), Tensor::softmax));
        one("LogSoftmax", node -> last(node.input(0), node.whole("axis", -1), Tensor::logSoftmax));
    }

    private static List<Tensor> all(OnnxNode node) {
        return IntStream.range(0, node.inputs().size()).mapToObj(node::input).toList();
    }

    /** An operation over the last axis, done over another one. */
    private static Tensor last(Tensor x, int axis, UnaryOperator<Tensor> operation) {
        int[] swap = IntStream.range(0, x.rank()).toArray();
        int along = Math.floorMod(axis, x.rank());
        swap[along] = x.rank() - 1;
        swap[x.rank() - 1] = along;
        return operation.apply(x.transpose(swap)).transpose(swap);
    }

    // ---- moving

    private static void moving() {
        one("Identity", node -> node.input(0));
        one("Transpose", node -> {
            int rank = node.input(0).rank();
            return node.input(0)
                .transpose(node.wholes("perm", IntStream.range(0, rank).map(i -> rank - 1 - i).toArray()));
        });
        one("Reshape", node -> {
            int[] shape = node.wholesOf(1);
            for (int i = 0; i < shape.length && node.whole("allowzero", 0) == 0; i++) {
                shape[i] = shape[i] == 0 ? node.input(0).shape()[i] : shape[i];
            }
            return node.input(0).reshape(shape);
        });
        one("Flatten", node -> {
            int[] shape = node.input(0).shape();
            int axis = node.whole("axis", 1);
            int before = axis < 0 ? axis + shape.length : axis;
            return node.input(0).reshape(IntStream.of(shape).limit(before).reduce(1, (a, b) -> a * b), -1);
        });
        one("Concat", node -> Tensor.concat(node.whole("axis", 0), all(node).toArray(Tensor[]::new)));
        one("Gather", OnnxOperations::gather);
        one("GatherElements", node -> node.input(0).gather(node.whole("axis", 0), node.data(1)));
        one("Pad", OnnxOperations::pad);
        one("Slice", OnnxOperations::slice);
        ALL.put("Split", OnnxOperations::split);
    }

    private static Tensor gather(OnnxNode node) {
        Tensor x = node.input(0);
        Tensor numbers = node.data(1);
        node.require(numbers.min().item() >= 0, "rows counted from the end");
        int axis = Math.floorMod(node.whole("axis", 0), x.rank());
        List<Integer> order = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
        order.add(0, order.remove(axis));
        Tensor rows = x.transpose(order.stream().mapToInt(i -> i).toArray()).rows(numbers);
        List<Integer> back = new ArrayList<>(IntStream.range(numbers.rank(), rows.rank()).boxed().toList());
        back.addAll(axis, IntStream.range(0, numbers.rank()).boxed().toList());
        return rows.transpose(back.stream().mapToInt(i -> i).toArray());
    }

    private static Tensor pad(OnnxNode node) {
        Tensor x = node.input(0);
        node.require(node.word("mode", "constant").equals("constant"), "padding by " + node.word("mode", ""));
        node.require(!node.hasInput(2) || node.data(2).item() == 0, "padding by another number than 0");
        int[] counts = node.wholesOf(1);
        int[] axes = node.hasInput(3) ? node.wholesOf(3) : IntStream.range(0, x.rank()).toArray();
        for (int i = 0; i < axes.length; i++) {
            node.require(counts[i] >= 0 && counts[axes.length + i] >= 0, "padding that takes away");
            x = x.pad(axes[i], counts[i], counts[axes.length + i]);
        }
        return x;
    }

    private static Tensor slice(OnnxNode node) {
        Tensor x = node.input(0);
        int[] starts = node.wholesOf(1);
        int[] ends = node.wholesOf(2);
        int[] axes = node.hasInput(3) ? node.wholesOf(3) : IntStream.range(0, starts.length).toArray();
        node.require(!node.hasInput(4) || Arrays.stream(node.wholesOf(4)).allMatch(step -> step == 1),
            "places that are skipped");
        for (int i = 0; i < axes.length; i++) {
            int length = x.shape()[Math.floorMod(axes[i], x.rank())];
            int from = Math.min(starts[i] < 0 ? Math.max(0, starts[i] + length) : starts[i], length);
            int to = Math.min(ends[i] < 0 ? ends[i] + length : ends[i], length);
            node.require(from < to, "a slice without numbers");
            x = x.slice(axes[i], from, to);
        }
        return x;
    }

    private static List<Tensor> split(OnnxNode node) {
        Tensor x = node.input(0);
        int axis = node.whole("axis", 0);
        int length = x.shape()[Math.floorMod(axis, x.rank())];
        int count = node.outputs().size();
        int each = (length + count - 1) / count;
        int[] lengths = node.hasInput(1) ? node.wholesOf(1)
            : IntStream.range(0, count).map(i -> Math.min(each, length - i * each)).toArray();
        node.require(Arrays.stream(lengths).allMatch(part -> part > 0), "parts without numbers");
        return x.split(axis, lengths);
    }

    // ---- sums and products

    private static void reductions() {
        reduction("ReduceSum", (x, axes) -> x.sum(axes));
        reduction("ReduceMean", (x, axes) -> x.mean(axes));
        reduction("ReduceMax", (x, axes) -> x.max(axes));
        reduction("ReduceMin", (x, axes) -> x.min(axes));
        reduction("ReduceLogSumExp", (x, axes) -> x.logSumExp(axes));
    }

    private interface Reduce {
        Tensor over(Tensor x, int... axes);
    }

    private static void reduction(String op, Reduce reduce) {
        one(op, node -> {
            Tensor x = node.input(0);
            int[] given = node.hasInput(1) ? node.wholesOf(1) : node.wholes("axes");
            if (given.length == 0 && node.whole("noop_with_empty_axes", 0) == 1) {
                return x;
            }
            int[] axes = given.length == 0 ? IntStream.range(0, x.rank()).toArray() : given;
            int[] kept = x.shape();
            Arrays.stream(axes).forEach(axis -> kept[Math.floorMod(axis, kept.length)] = 1);
            Tensor y = reduce.over(x, axes);
            return node.whole("keepdims", 1) == 1 ? y.reshape(kept) : y;
        });
    }

    private static void products() {
        one("MatMul", node -> {
            Tensor a = node.input(0);
            Tensor b = node.input(1);
            node.require(a.rank() > 1 && b.rank() > 1, "products with a vector");
            node.require(a.rank() == 2 || b.rank() == 2 || Arrays.equals(Arrays.copyOf(a.shape(), a.rank() - 2),
                Arrays.copyOf(b.shape(), b.rank() - 2)), "batches that broadcast");
            return a.matmul(b);
        });
        one("Gemm", node -> {
            Tensor a = node.whole("transA", 0) == 1 ? node.input(0).transpose() : node.input(0);
            Tensor b = node.whole("transB", 0) == 1 ? node.input(1).transpose() : node.input(1);
            Tensor y = a.matmul(b).mul(node.number("alpha", 1));
            return node.hasInput(2) ? y.add(node.input(2).mul(node.number("beta", 1))) : y;
        });
    }

    // ---- images

    private static void images() {
        one("Conv", node -> {
            OnnxWindow window = OnnxWindow.of(node, node.input(0), node.wholes("kernel_shape",
                Arrays.copyOfRange(node.input(1).shape(), 2, node.input(1).rank())));
            Tensor x = window.padded(node.input(0));
            Tensor w = node.input(1);
            int groups = node.whole("group", 1);
            return node.hasInput(2) ? x.conv2d(w, node.input(2), window.window(), groups)
                : x.conv2d(w, window.window(), groups);
        });
        one("MaxPool", node -> {
            node.require(node.outputs().size() == 1, "where the largest is");
            OnnxWindow window = OnnxWindow.ofPool(node);
            node.require(window.isEven(), "padding on one side");
            node.require(window.isNarrow(), "padding of more than half a window");
            return window.image(node.input(0), x -> x.maxPool2d(window.windowWithPadding()));
        });
        one("AveragePool", node -> {
            OnnxWindow window = OnnxWindow.ofPool(node);
            node.require(!window.isPadded() || node.whole("count_include_pad", 0) == 1, "padding that does not count");
            return window.image(node.input(0),
                x -> window.isEven() && window.isNarrow() ? x.averagePool2d(window.windowWithPadding())
                    : window.padded(x).averagePool2d(window.window()));
        });
        one("GlobalAveragePool", node -> global(node, x -> x.mean(2, 3)));
        one("GlobalMaxPool", node -> global(node, x -> x.max(2, 3)));
        one("BatchNormalization", node -> {
            node.require(node.whole("training_mode", 0) == 0,
                "running statistics with the share kept as their setting, and the variance of the batch divided by n");
            Tensor x = node.input(0);
            Buffer mean = Buffer.of("mean", node.input(3));
            Buffer variance = Buffer.of("variance", node.input(4));
            return Pass.evaluate(() -> x.batchNorm(node.input(1), node.input(2), mean, variance, 0.1,
                node.number("epsilon", 1e-5)));
        });
        one("LayerNormalization", node -> {
            Tensor x = node.input(0);
            int axis = Math.floorMod(node.whole("axis", -1), x.rank());
            int features = IntStream.of(x.shape()).skip(axis).reduce(1, (a, b) -> a * b);
            Tensor scale = node.input(1).reshape(features);
            Tensor shift = node.hasInput(2) ? node.input(2).reshape(features) : scale.mul(0);
            return x.reshape(-1, features).layerNorm(scale, shift, node.number("epsilon", 1e-5)).reshape(x.shape());
        });
    }

    private static Tensor global(OnnxNode node, UnaryOperator<Tensor> pool) {
        Tensor x = node.input(0);
        return pool.apply(x).reshape(x.shape()[0], x.shape()[1], 1, 1);
    }

    // ---- losses: classes are the second axis there, the last here

    private static void losses() {
        ALL.put("SoftmaxCrossEntropyLoss", node -> {
            Tensor scores = classesLast(node.input(0));
            Reduction reduction = Reduction.valueOf(node.word("reduction", "mean").toUpperCase(java.util.Locale.ROOT));
            CrossEntropy loss = Loss.crossEntropy().withReduction(reduction);
            loss = node.has("ignore_index") ? loss.ignoring(node.whole("ignore_index", 0)) : loss;
            loss = node.hasInput(2) ? loss.withClassWeights(node.input(2).toDoubles()) : loss;
            List<Tensor> outputs = new ArrayList<>(List.of(loss.of(scores, node.data(1))));
            if (node.outputs().size() > 1) {
                outputs.add(classesSecond(scores.logSoftmax()));
            }
            return outputs;
        });
        one("NegativeLogLikelihoodLoss", node -> {
            Tensor logs = classesLast(node.input(0));
            Tensor classes = node.data(1);
            Tensor counted = node.has("ignore_index") ? classes.eq(node.whole("ignore_index", 0)).neg().add(1)
                : classes.mul(0).add(1);
            Tensor known = classes.mul(counted);                            // an ignored class may be no class at all
            int[] column = IntStream.concat(IntStream.of(classes.shape()), IntStream.of(1)).toArray();
            Tensor weights = node.hasInput(2) ? node.input(2).rows(known).mul(counted) : counted;
            Tensor losses = logs.gather(-1, known.reshape(column)).reshape(classes.shape()).mul(weights).neg();
            return switch (node.word("reduction", "mean")) {
                case "none" -> losses;
                case "sum" -> losses.sum();
                default -> losses.sum().div(weights.sum());
            };
        });
    }

    private static Tensor classesLast(Tensor x) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
        order.add(order.remove(1));
        return x.transpose(order.stream().mapToInt(i -> i).toArray());
    }

    private static Tensor classesSecond(Tensor x) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
        order.add(1, order.remove(x.rank() - 1));
        return x.transpose(order.stream().mapToInt(i -> i).toArray());
    }

    /** What there is. */
    static List<String> names() {
        List<String> names = new ArrayList<>(ALL.keySet());
        Collections.sort(names);
        return names;
    }
}
