package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PyTorch's numbers, in float: {@code pytorch.txt}, made by {@code pytorch.py} beside it with the version that its first line
 * names. Tolerance: 2e-6 of the number, or of 0.1 if that is more.
 */
class PyTorchTest {
    private static final double CLOSE = 2e-6;
    private static final Map<String, double[]> GOLDEN = read();

    static Stream<Arguments> nets() {
        Tensor classes = Tensor.of(new double[] {0, 1, 1, 0, 1}).toData();
        Tensor shares = Tensor.of(new double[][] {{0, 1}, {1, 0.25}, {0.5, 0.5}, {0, 0}, {1, 1}}).toData();
        return Stream.of(
            Arguments.of("relu-cross-entropy", Activation.relu(), Loss.crossEntropy(), classes),
            Arguments.of("tanh-binary-cross-entropy", Activation.tanh(), Loss.binaryCrossEntropy(), shares),
            Arguments.of("sigmoid-squared-error", Activation.sigmoid(), Loss.meanSquaredError(), shares),
            Arguments.of("softmax-squared-error", Activation.softmax(), Loss.meanSquaredError(), shares));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void a_whole_net_has_the_loss_and_the_gradients_of_PyTorch(String name, Activation activation, Loss loss,
        Tensor target) {
        Layer net = Sequential.of(linear(numbers(12, 1).reshape(3, 4), numbers(4, 6)), activation,
            linear(numbers(8, 2).reshape(4, 2), numbers(2, 9)));
        Tensor x = numbers(15, 3).reshape(5, 3).toLeaf();
        Tensor value = loss.of(net.forward(x), target);
        Gradients gradients = value.backward();
        assertGolden(name + ".loss", value);
        Parameters.of(net).byPath()
            .forEach((path, parameter) -> assertGolden(name + "." + path, gradients.of(parameter)));
        assertGolden(name + ".x", gradients.of(x));
    }

    @Test
    void every_golden_number_was_made_by_the_version_that_is_named() throws IOException {
        assertEquals("torch 2.13.0+cpu", text().readLine());
        assertEquals(RuleTest.LINES + 4 * 6, GOLDEN.size());
    }

    private static Linear linear(Tensor weight, Tensor bias) {
        return new Linear(Parameter.of("weight", weight), Parameter.of("bias", bias));
    }

    /** The same as in pytorch.py. */
    private static Tensor numbers(int n, int k) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = ((7 * i + k) % 11 - 5) / 5.5;
        }
        return Tensor.of(values);
    }

    static void assertGolden(String name, Tensor actual) { assertGolden(name, actual.toDoubles()); }

    static void assertGolden(String name, double[] values) {
        double[] expected = GOLDEN.get(name);
        assertNotNull(expected, name);
        assertEquals(expected.length, values.length, name);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], CLOSE * Math.max(Math.abs(expected[i]), 0.1), name + " at " + i);
        }
    }

    private static BufferedReader text() {
        return new BufferedReader(new InputStreamReader(
            PyTorchTest.class.getResourceAsStream("/org/glassbox/proof/pytorch.txt"), StandardCharsets.UTF_8));
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
