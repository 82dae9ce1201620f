package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glassbox.nn.CrossEntropy;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Reduction;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations, activations and losses as PyTorch's, also right at kinks and ties: {@code operations.txt}, made by
 * {@code operations.py} beside it, in float. Tolerance: 4e-6 of the number, or of a tenth of the largest if that is more.
 */
class OperationsTest {
    private static final double CLOSE = 4e-6;
    private static final Map<String, double[]> GOLDEN = read();

    private static final Tensor X = numbers(3, 4, 6);
    private static final Tensor WIDE = X.mul(12).copy().toLeaf();
    private static final Tensor STEPS = few(1, 4, 6);
    private static final Tensor POSITIVE = X.add(2).copy().toLeaf();

    /** A function with the name of its golden numbers. */
    private record Case(String name, Function<Tensor[], Tensor> function, Tensor... leaves) {
        @Override
        public String toString() { return name; }
    }

    static Stream<Case> operations() {
        return Stream.of(
            two("where", (a, b) -> STEPS.gt(0).where(a, b), X, numbers(8, 4, 6)),
            two("where-broadcast", (a, b) -> STEPS.slice(1, 0, 1).ge(0).where(a, b), numbers(3, 6), numbers(8, 4, 1)),
            one("clamp-ends", x -> x.clamp(-0.5, 0.5), STEPS),
            one("clamp-low", x -> x.clamp(0, Double.POSITIVE_INFINITY), STEPS),
            one("abs", Tensor::abs, STEPS),
            one("sqrt", Tensor::sqrt, POSITIVE),
            one("pow-2", x -> x.pow(2), STEPS),
            one("pow-3", x -> x.pow(3), STEPS),
            one("pow-0", x -> x.pow(0), STEPS),
            one("pow-1", x -> x.pow(1), STEPS),
            one("pow--1.5", x -> x.pow(-1.5), POSITIVE),
            one("pow-0.5", x -> x.pow(0.5), POSITIVE),
            one("min", x -> x.min(), STEPS),
            one("min-rows", x -> x.min(1), STEPS),
            one("max-columns", x -> x.max(0), STEPS),
            one("log-sum-exp", x -> x.logSumExp(), WIDE),
            one("log-sum-exp-rows", x -> x.logSumExp(1), WIDE),
            one("log-sum-exp-axes", x -> x.logSumExp(0, 2), numbers(3, 2, 3, 4)),
            one("log-sum-exp-far", x -> x.mul(1000).logSumExp(0), X),
            one("slice", x -> x.slice(1, -3, -1), X),
            one("slice-to-the-end", x -> x.slice(0, -2), X),
            one("split", OperationsTest::turned, X),
            one("pad", x -> x.pad(-1, 1, 2), X),
            one("pad-rows", x -> x.pad(0, 0, 2), X),
            two("concat", (a, b) -> Tensor.concat(1, a, b, a), X, numbers(8, 4, 2)),
            two("stack", (a, b) -> Tensor.stack(-1, a, b), X, numbers(8, 4, 6)),
            two("stack-middle", (a, b) -> Tensor.stack(1, a, b), X, numbers(8, 4, 6)),
            one("rows", x -> x.rows(Tensor.data(new float[] {3, 0, 3, 3, 1, 0}, 2, 3)), X),
            one("gather", x -> x.gather(1, places(6, 4, 3)), X),
            one("gather-rows", x -> x.gather(0, places(4, 3, 6)), X),
            one("gather-from-the-end", x -> x.gather(-1, places(6, 2, 6).sub(6)), X),
            one("gather-middle", x -> x.gather(1, places(3, 2, 5, 3)), numbers(3, 2, 3, 4)),
            linear("linear", numbers(3, 4, 6)),
            linear("linear-steps", numbers(3, 2, 3, 6)),
            two("matmul-batch", Tensor::matmul, numbers(3, 3, 2, 4), numbers(8, 3, 4, 5)),
            two("matmul-left", Tensor::matmul, numbers(3, 2, 4), numbers(8, 3, 4, 5)),
            two("matmul-right", Tensor::matmul, numbers(3, 3, 2, 4), numbers(8, 4, 5)),
            two("matmul-heads", Tensor::matmul, numbers(3, 2, 3, 2, 4), numbers(8, 2, 3, 4, 5)));
    }

    /** Places of an axis of that length, the same as in operations.py. */
    private static Tensor places(int length, int... shape) {
        return filled(i -> (7 * i + 2) % length, shape).toData();
    }

    private static Case linear(String name, Tensor x) {
        return new Case(name, in -> in[0].linear(in[1], in[2]), x, numbers(8, 6, 2), numbers(2, 2));
    }

    private static Tensor turned(Tensor x) {
        var parts = x.split(1, 1, 3, 2);
        return Tensor.concat(1, parts.get(2), parts.get(1), parts.get(0));
    }

    static Stream<Case> activations() {
        return Stream.of("", "-kinks").flatMap(end -> Stream.of(
            one("leaky-relu" + end, x -> x.leakyRelu(), end.isEmpty() ? WIDE : STEPS),
            one("leaky-relu-0.3" + end, x -> x.leakyRelu(0.3), end.isEmpty() ? WIDE : STEPS),
            one("elu" + end, x -> x.elu(), end.isEmpty() ? WIDE : STEPS),
            one("elu-0.7" + end, x -> x.elu(0.7), end.isEmpty() ? WIDE : STEPS),
            one("gelu" + end, Tensor::gelu, end.isEmpty() ? WIDE : STEPS),
            one("silu" + end, Tensor::silu, end.isEmpty() ? WIDE : STEPS),
            one("softplus" + end, Tensor::softplus, end.isEmpty() ? WIDE : STEPS),
            one("log-softmax" + end, Tensor::logSoftmax, end.isEmpty() ? WIDE : STEPS)));
    }

    static Stream<Case> crossEntropies() {
        Tensor scores = numbers(3, 6, 4).mul(3).copy().toLeaf();
        Tensor all = Tensor.data(new float[] {0, 3, 2, 1, 2, 3}, 6);
        Tensor some = Tensor.data(new float[] {0, 3, -1, 1, -1, 3}, 6);
        Stream.Builder<Case> cases = Stream.builder();
        for (double epsilon : new double[] {0, 0.1}) {
            for (Reduction reduction : Reduction.values()) {
                CrossEntropy plain = Loss.crossEntropy().withSmoothing(epsilon).withReduction(reduction);
                CrossEntropy weighted = plain.withClassWeights(1, 5, 0.5, 2);
                String name = "cross-entropy-" + (epsilon == 0 ? "0" : epsilon) + "-%s-" + lower(reduction);
                cases.add(one(name.formatted("plain-all"), z -> plain.of(z, all), scores));
                cases.add(one(name.formatted("plain-some"), z -> plain.ignoring(-1).of(z, some), scores));
                cases.add(one(name.formatted("weighted-all"), z -> weighted.of(z, all), scores));
                cases.add(one(name.formatted("weighted-some"), z -> weighted.ignoring(-1).of(z, some), scores));
            }
        }
        Tensor shares = numbers(6, 6, 4).add(1).div(2).copy();
        cases.add(one("by-row", z -> z.softmaxCrossEntropyByRow(shares), scores));
        cases.add(one("by-row-nothing", z -> z.softmaxCrossEntropyByRow(shares.mul(0)), scores));
        return cases.build();
    }

    static Stream<Case> steps() {
        Tensor scores = numbers(3, 2, 3, 4).mul(3).copy().toLeaf();
        Tensor all = Tensor.data(new float[] {0, 3, 2, 1, 2, 3}, 2, 3);
        Tensor some = Tensor.data(new float[] {0, 3, -1, 1, -1, 3}, 2, 3);
        Stream.Builder<Case> cases = Stream.builder();
        for (Reduction reduction : Reduction.values()) {
            CrossEntropy plain = Loss.crossEntropy().withReduction(reduction).ignoring(-1);
            cases.add(one("steps-plain-" + lower(reduction), z -> plain.of(z, some), scores));
            cases.add(one("steps-weighted-" + lower(reduction), z -> plain.withClassWeights(1, 5, 0.5, 2).of(z, some),
                scores));
        }
        cases.add(one("steps-all", z -> Loss.crossEntropy().of(z, all), scores));
        cases.add(one("steps-smoothed", z -> Loss.crossEntropy().withSmoothing(0.1).ignoring(-1).of(z, some), scores));
        return cases.build();
    }

    static Stream<Case> errors() {
        Tensor scores = numbers(3, 6, 4).mul(12).copy().toLeaf();
        Tensor shares = numbers(6, 6, 4).add(1).div(2).copy();
        Tensor p = STEPS.mul(2).copy().toLeaf();
        Tensor t = few(3, 4, 6);
        return Stream.of(Reduction.values()).flatMap(reduction -> Stream.of(
            one("binary-" + lower(reduction), z -> Loss.binaryCrossEntropy().withReduction(reduction).of(z, shares),
                scores),
            two("squared-" + lower(reduction), Loss.meanSquaredError().withReduction(reduction)::of, p, t),
            two("absolute-" + lower(reduction), Loss.meanAbsoluteError().withReduction(reduction)::of, p, t),
            two("huber-1-" + lower(reduction), Loss.huber().withReduction(reduction)::of, p, t),
            two("huber-0.5-" + lower(reduction), Loss.huber().withDelta(0.5).withReduction(reduction)::of, p, t)));
    }

    private static String lower(Reduction reduction) { return reduction.name().toLowerCase(Locale.ROOT); }

    static Stream<Case> all() {
        return Stream.of(operations(), activations(), crossEntropies(), steps(), errors()).flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("all")
    void values_and_gradients_are_those_of_PyTorch(Case one) {
        Tensor y = one.function().apply(one.leaves());
        assertGolden(one.name(), y);
        Gradients gradients = y.mul(numbers(5, y.shape()).toData()).sum().backward();
        for (int i = 0; i < one.leaves().length; i++) {
            assertGolden(one.name() + "." + i, gradients.of(one.leaves()[i]));
        }
    }

    @Test
    void questions_are_answered_as_in_PyTorch() {
        Map<String, Tensor> others = Map.of("", few(3, 4, 6), "-row", few(3, 6), "-column", few(2, 4, 1));
        others.forEach((name, other) -> {
            assertGolden("gt" + name, STEPS.gt(other));
            assertGolden("ge" + name, STEPS.ge(other));
            assertGolden("lt" + name, STEPS.lt(other));
            assertGolden("le" + name, STEPS.le(other));
            assertGolden("eq" + name, STEPS.eq(other));
        });
    }

    @Test
    void every_golden_number_was_made_by_the_version_that_is_named_and_is_asked_for() throws IOException {
        assertEquals("torch 2.13.0+cpu", text().readLine());
        assertEquals(15 + all().mapToInt(one -> 1 + one.leaves().length).sum(), GOLDEN.size());
        assertEquals(246, GOLDEN.size());
    }

    private static Case one(String name, UnaryOperator<Tensor> function, Tensor leaf) {
        return new Case(name, in -> function.apply(in[0]), leaf);
    }

    private static Case two(String name, BinaryOperator<Tensor> function, Tensor a, Tensor b) {
        return new Case(name, in -> function.apply(in[0], in[1]), a, b);
    }

    /** The same as in operations.py. */
    private static Tensor numbers(int k, int... shape) {
        return filled(i -> ((7 * i + k) % 23 - 11) / 11.5, shape);
    }

    /** The same as in operations.py. */
    private static Tensor few(int k, int... shape) {
        return filled(i -> ((7 * i + k) % 5 - 2) / 2.0, shape);
    }

    private static Tensor filled(IntToDoubleFunction number, int... shape) {
        double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        Arrays.setAll(values, number);
        return Tensor.of(values).toData().reshape(shape).toLeaf();
    }

    private static void assertGolden(String name, Tensor actual) {
        double[] expected = GOLDEN.get(name);
        assertNotNull(expected, name);
        assertEquals(expected.length, actual.size(), name);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double[] values = actual.toDoubles();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], CLOSE * Math.max(Math.abs(expected[i]), largest / 10),
                name + " at " + i);
        }
    }

    private static BufferedReader text() {
        return new BufferedReader(new InputStreamReader(
            OperationsTest.class.getResourceAsStream("/org/glassbox/proof/operations.txt"), StandardCharsets.UTF_8));
    }

    private static Map<String, double[]> read() {
        Map<String, double[]> golden = new HashMap<>();
        try (BufferedReader lines = text()) {
            lines.lines().skip(1).map(line -> line.split(" ")).forEach(parts -> golden.put(parts[0],
                Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }
}
