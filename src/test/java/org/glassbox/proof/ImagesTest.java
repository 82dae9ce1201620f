package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassbox.Window;
import org.glassbox.nn.BatchNorm;
import java.util.Optional;
import org.glassbox.tensor.Parameter;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Conv1d;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolution, pooling and normalisation as PyTorch's: {@code images.txt}, made by {@code images.py} beside it, in float. */
class ImagesTest {
    private static final double CLOSE = 5e-6;

    static Stream<Arguments> cases() {
        Tensor x = numbers(3, 5, 2, 7, 6);
        Tensor w = numbers(4, 3, 2, 3, 2);
        Tensor b = numbers(8, 3);
        Tensor rows = numbers(6, 5, 4);
        Window window = Window.of(3, 2);
        Window pool = Window.of(2, 2).withStride(2);
        Window overlap = Window.of(3, 2).withStride(2, 1).withPadding(1);
        return Stream.of(
            of("conv", in -> in[0].conv2d(in[1], in[2], window), x, w, b),
            of("conv-no-bias", in -> in[0].conv2d(in[1], window), x, w),
            of("conv-stride-padding", in -> in[0].conv2d(in[1], in[2], window.withStride(2, 1).withPadding(1, 2)), x, w,
                b),
            of("conv-dilation",
                in -> in[0].conv2d(in[1], in[2], window.withStride(1, 2).withPadding(1).withDilation(2, 3)), x, w, b),
            of("conv-groups", in -> in[0].conv2d(in[1], in[2], window.withPadding(1), 2), numbers(3, 5, 4, 7, 6),
                numbers(4, 6, 2, 3, 2), numbers(8, 6)),
            of("conv-groups-stride-dilation",
                in -> in[0].conv2d(in[1], window.withStride(2, 1).withPadding(1, 2).withDilation(1, 2), 2),
                numbers(3, 5, 4, 7, 6), numbers(4, 2, 2, 3, 2)),
            of("conv-depthwise", in -> in[0].conv2d(in[1], in[2], window, 4), numbers(3, 5, 4, 7, 6),
                numbers(4, 8, 1, 3, 2), numbers(8, 8)),
            of("max", in -> in[0].maxPool2d(pool), x),
            of("max-overlap", in -> in[0].maxPool2d(overlap), x),
            of("average", in -> in[0].averagePool2d(pool), x),
            of("average-padding", in -> in[0].averagePool2d(overlap), x),
            of("batch-norm-images", in -> norm(in), x, numbers(2, 2), numbers(9, 2)),
            of("batch-norm-rows", in -> norm(in), rows, numbers(1, 4), numbers(9, 4)),
            of("layer-norm", in -> in[0].layerNorm(in[1], in[2], 1e-5), rows, numbers(1, 4), numbers(9, 4)));
    }

    private static Tensor norm(Tensor... in) {
        BatchNorm fresh = BatchNorm.of(in[1].size());
        return in[0].batchNorm(in[1], in[2], fresh.mean(), fresh.variance(), 0.1, 1e-5);
    }

    private static Arguments of(String name, Function<Tensor[], Tensor> f, Tensor... leaves) {
        return Arguments.of(name, f, leaves);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void values_and_gradients_are_those_of_PyTorch(String name, Function<Tensor[], Tensor> f, Tensor[] leaves)
        throws IOException {
        Tensor y = f.apply(leaves);
        assertGolden(name, y);
        Gradients gradients = y.mul(numbers(5, y.shape()).toData()).sum().backward();
        for (int i = 0; i < leaves.length; i++) {
            assertGolden(name + "." + i, gradients.of(leaves[i]));
        }
    }

    @Test
    void the_weights_alone_get_the_same_gradient_where_the_images_need_none() {
        Tensor images = numbers(3, 5, 2, 7, 6);
        Tensor w = numbers(4, 3, 2, 3, 2);
        Tensor grouped = numbers(4, 4, 1, 3, 2);
        assertArrayEquals(images.conv2d(grouped, Window.of(3, 2), 2).sum().backward().of(grouped).toDoubles(),
            images.toData().conv2d(grouped, Window.of(3, 2), 2).sum().backward().of(grouped).toDoubles(), 1e-4);
        for (Window window : new Window[] {Window.of(3, 2), Window.of(3, 2).withPadding(2, 1),
            Window.of(3, 2).withStride(2, 3), Window.of(3, 2).withDilation(2)}) {
            for (Tensor x : new Tensor[] {images, images.slice(1, 0, 1).copy().toLeaf()}) {
                Tensor weight = x.shape()[1] == 2 ? w : w.slice(1, 0, 1).copy().toLeaf();
                double[] both = x.conv2d(weight, window).sum().backward().of(weight).toDoubles();
                double[] alone = x.toData().conv2d(weight, window).sum().backward().of(weight).toDoubles();
                assertArrayEquals(both, alone, 1e-4, window + " on " + x.shape()[1]);
            }
        }
    }

    @Test
    void groups_of_a_sequence_are_those_of_images_of_height_1() throws IOException {
        Conv1d layer = new Conv1d(new Conv2d(Parameter.of("weight", numbers(4, 6, 2, 1, 3)),
            Optional.of(Parameter.of("bias", numbers(8, 6))), Window.of(1, 3), 2));
        Tensor x = numbers(3, 5, 4, 7);
        Tensor y = layer.forward(x);
        assertGolden("conv-1d-groups", y);
        Gradients gradients = y.mul(numbers(5, y.shape()).toData()).sum().backward();
        assertGolden("conv-1d-groups.0", gradients.of(x));
        assertGolden("conv-1d-groups.1", gradients.of(layer.images().weight()));
        assertEquals("Conv1d(4 → 6, 1×3, 2 groups)", layer.toString());
        assertArrayEquals(new int[] {6, 2, 1, 3}, Conv1d.grouped(2, 4, 6, 3).images().weight().shape());
        assertArrayEquals(new int[] {4, 1, 3, 3}, Conv2d.depthwise(4, 3).weight().shape());
    }

    @Test
    void of_equal_largest_the_first_gets_the_gradient() throws IOException {
        Tensor steps = Tensor.of(Stream.of(numbers(3, 5, 2, 7, 6).toDoubles()).flatMapToDouble(java.util.Arrays::stream)
            .map(v -> Math.floor(2 * v)).toArray()).toData().reshape(5, 2, 7, 6).toLeaf();
        Tensor y = steps.maxPool2d(Window.of(2, 2).withStride(2));
        assertGolden("max-ties", y);
        assertGolden("max-ties.0", y.mul(numbers(5, y.shape()).toData()).sum().backward().of(steps));
    }

    @Test
    void running_statistics_follow_as_in_PyTorch_and_serve_in_use() throws IOException {
        BatchNorm norm = BatchNorm.of(2);
        norm.forward(numbers(3, 5, 2, 7, 6));
        norm.forward(numbers(8, 5, 2, 7, 6));
        assertGolden("running-mean", norm.mean());
        assertGolden("running-variance", norm.variance());
        Tensor x = numbers(3, 5, 2, 7, 6);
        Tensor y = Pass.observe(() -> norm.forward(x));
        assertGolden("batch-norm-in-use", y);
        assertGolden("batch-norm-in-use.0", y.mul(numbers(5, y.shape()).toData()).sum().backward().of(x));
        assertGolden("running-mean", norm.mean());
    }

    @Test
    void every_golden_number_was_made_by_the_version_that_is_named() throws IOException {
        try (BufferedReader lines = text()) {
            assertEquals("torch 2.13.0+cpu", lines.readLine());
        }
        assertEquals(55, golden().size());
    }

    /** The same as in images.py. */
    private static Tensor numbers(int k, int... shape) {
        int n = java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = ((7 * i + k) % 23 - 11) / 11.5;
        }
        return Tensor.of(values).toData().reshape(shape).toLeaf();
    }

    private static void assertGolden(String name, Tensor actual) throws IOException {
        double[] expected = golden().get(name);
        double[] values = actual.toDoubles();
        assertEquals(expected.length, values.length, name);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], CLOSE * Math.max(Math.abs(expected[i]), 1), name + " at " + i);
        }
    }

    private static BufferedReader text() {
        return new BufferedReader(new InputStreamReader(
            ImagesTest.class.getResourceAsStream("/org/glassbox/proof/images.txt"), StandardCharsets.UTF_8));
    }

    private static Map<String, double[]> golden() throws IOException {
        Map<String, double[]> golden = new HashMap<>();
        try (BufferedReader lines = text()) {
            lines.lines().skip(1).map(line -> line.split(" ")).forEach(parts -> golden.put(parts[0],
                Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).toArray()));
        }
        return golden;
    }
}
