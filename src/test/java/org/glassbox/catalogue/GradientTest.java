package org.glassbox.catalogue;

import static org.glassbox.catalogue.Inputs.input;
import static org.glassbox.catalogue.Inputs.second;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.GradientCheck;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What backward says is what happens when a number is nudged: for everything in the catalogue. */
class GradientTest {
    static Stream<Line.Case> operations() { return Catalogue.cases(); }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_has_the_right_derivative(Line.Case operation) {
        assertRight(GradientCheck.of(operation.line().function(), operation.inputs()));
    }

    static Stream<Line.Case> losses() { return Catalogue.losses().stream().flatMap(Line::each); }

    @ParameterizedTest
    @MethodSource("losses")
    void every_loss_has_the_right_derivative(Line.Case loss) {
        assertRight(GradientCheck.of(loss.line().function(), loss.inputs()));
    }

    static Stream<Layer> layers() {
        return Stream.concat(Catalogue.layers().stream().map(Supplier::get), Catalogue.activations().stream());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void every_layer_has_the_right_derivative_by_its_input_and_its_parameters(Layer layer) {
        Layer net = Parameters.map(layer, Tensor::toDouble);
        List<Tensor> leaves = new ArrayList<>(Parameters.of(net).list());
        Tensor x = input(4, 3).toDouble().toLeaf();
        leaves.add(x);
        assertRight(GradientCheck.of(() -> Pass.observe(() -> net.forward(x)), leaves));
    }

    static Stream<Catalogue.SequenceLayer> sequenceLayers() { return Catalogue.sequenceLayers().stream(); }

    @ParameterizedTest
    @MethodSource("sequenceLayers")
    void every_layer_that_reads_sequences_has_the_right_derivatives(Catalogue.SequenceLayer line) {
        Layer net = Parameters.map(line.layer().get(), Tensor::toDouble);
        List<Tensor> leaves = new ArrayList<>(Parameters.of(net).list());
        Tensor x = line.input().toDouble();
        if (x.needsGradient()) {
            leaves.add(x);
        }
        assertRight(GradientCheck.of(() -> Pass.observe(() -> net.forward(x)), leaves));
    }

    @Test
    void a_value_that_is_used_several_times_gets_all_that_comes_back() {
        assertRight(GradientCheck.of(in -> {
            Tensor y = in[0].tanh();
            return y.mul(y).add(y.exp()).add(y.matmul(y)).add(in[0]);
        }, input(3, 3)));
        Tensor x = Tensor.of(3);
        assertEquals(27, x.mul(x).mul(x).backward().of(x).item(), "d x³");
    }

    @Test
    void backward_can_be_asked_again_and_says_the_same() {
        Tensor x = input(3, 3);
        Tensor loss = x.tanh().matmul(x).sum();
        assertArrayEquals(loss.backward().of(x).toDoubles(), loss.backward().of(x).toDoubles());
    }

    @Test
    void shared_weights_get_the_sum_of_their_uses() {
        Linear shared = Parameters.map(Linear.of(new double[][] {{0.5, -0.4}, {0.2, 0.8}}, new double[] {0.1, -0.2}),
            Tensor::toDouble);
        Layer net = Sequential.of(shared, Activation.tanh(), shared, Activation.sigmoid(), shared);
        assertEquals(2, Parameters.of(net).list().size(), "a shared parameter counts once");
        Tensor x = input(3, 2).toDouble();
        assertRight(GradientCheck.of(() -> net.forward(x), Parameters.of(net).list()));
    }

    @Test
    void a_deep_chain_is_right_and_needs_no_stack() {
        assertRight(GradientCheck.of(in -> {
            Tensor y = in[0];
            for (int i = 0; i < 100; i++) {
                y = y.mul(1.01).tanh().add(in[1]);
            }
            return y;
        }, input(2), second(2)));
        Tensor x = Tensor.of(1);
        Tensor y = x;
        for (int i = 0; i < 20_000; i++) {
            y = y.add(0.5);
        }
        assertEquals(1, y.backward().of(x).item());
    }

    @Test
    void a_whole_net_with_its_loss_is_right() {
        Layer net = Parameters.map(Sequential.of(
            Linear.of(new double[][] {{0.5, -0.4}, {0.2, 0.8}}, new double[] {0.1, -0.2}), Activation.relu(),
            Linear.of(new double[][] {{0.6, 0.1, -0.3}, {-0.9, 0.4, 0.2}}, new double[] {0.2, 0, -0.1})),
            Tensor::toDouble);
        Tensor x = input(5, 2).toDouble();
        assertRight(GradientCheck.of(() -> Loss.crossEntropy().of(net.forward(x), Inputs.classes(5, 3)),
            Parameters.of(net).list()));
    }

    @Test
    void equal_largest_numbers_share_the_gradient_and_the_slope_of_relu_at_0_is_0() {
        Tensor x = Tensor.of(new double[][] {{1, 5, 5}, {2, 2, 2}});
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1 / 3.0, 1 / 3.0, 1 / 3.0},
            x.max(1).sum().backward().of(x).toDoubles(), 1e-7);
        assertArrayEquals(new double[] {0, 0.5, 0.5, 0, 0, 0}, x.max().backward().of(x).toDoubles());
        Tensor z = Tensor.of(new double[] {-1, 0, 1});
        assertArrayEquals(new double[] {0, 0, 1}, z.relu().sum().backward().of(z).toDoubles());
    }

    @Test
    void the_check_itself_finds_a_wrong_derivative_and_says_where() {
        GradientCheck check = GradientCheck.of(
            in -> Tensor.op("wrong", in[0].mul(in[0]), Tensor.wrt(in[0], dy -> dy.mul(in[0]))),
            input(3));
        assertFalse(check.isRight());
        assertTrue(check.toString().startsWith("wrong at input 0, position "), check.toString());
        assertFalse(
            GradientCheck.of(in -> Tensor.op("nan", in[0], Tensor.wrt(in[0], dy -> dy.mul(Double.NaN))), input(3))
                .isRight(),
            "NaN is not right");
    }

    private static void assertRight(GradientCheck check) { assertTrue(check.isRight(), check.toString()); }
}
