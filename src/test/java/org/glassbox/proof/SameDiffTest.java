package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.catalogue.Line;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A second oracle: ND4J's own automatic differentiation, another implementation by other people, must give the same values
 * and the same gradients, in DOUBLE, to 1e-10.
 */
class SameDiffTest {
    private static final double CLOSE = 1e-10;

    private interface Oracle {
        SDVariable of(SameDiff graph, SDVariable... in);
    }

    /** What SameDiff calls the lines of the catalogue. */
    private static final Map<String, Oracle> ORACLES = new HashMap<>();

    static {
        one("add(double)", (g, x) -> x.add(1.5));
        one("sub(double)", (g, x) -> x.sub(1.5));
        one("mul(double)", (g, x) -> x.mul(-1.5));
        one("div(double)", (g, x) -> x.div(-1.6));
        one("neg()", (g, x) -> g.math().neg(x));
        one("exp()", (g, x) -> g.math().exp(x));
        one("log()", (g, x) -> g.math().log(x));
        one("sum()", (g, x) -> x.sum());
        one("sum(int[]) 0", (g, x) -> x.sum(0));
        one("sum(int[]) -1", (g, x) -> x.sum(-1));
        one("sum(int[]) 0, 2", (g, x) -> x.sum(0, 2));
        one("sum(int[]) -2, 0", (g, x) -> x.sum(1, 0));
        one("mean()", (g, x) -> x.mean());
        one("mean(int[]) 0", (g, x) -> x.mean(0));
        one("mean(int[]) -1", (g, x) -> x.mean(-1));
        one("mean(int[]) 1, 2", (g, x) -> x.mean(1, 2));
        one("max()", (g, x) -> x.max());
        one("max(int[]) 0", (g, x) -> x.max(0));
        one("max(int[]) -1", (g, x) -> x.max(-1));
        one("max(int[]) 0, -1", (g, x) -> x.max(0, 2));
        one("reshape(int[]) 9", (g, x) -> x.reshape(9));
        one("reshape(int[]) 2, -1", (g, x) -> x.reshape(2, -1));
        one("transpose()", (g, x) -> g.transpose(x));
        one("transpose(int[]) 2, 0, 1", (g, x) -> x.permute(2, 0, 1));
        one("transpose(int[]) -1, 1, 0", (g, x) -> x.permute(2, 1, 0));
        one("relu()", (g, x) -> g.nn().relu(x, 0));
        one("sigmoid()", (g, x) -> g.nn().sigmoid(x));
        one("tanh()", (g, x) -> g.nn().tanh(x));
        one("softmax()", (g, x) -> g.nn().softmax(x, -1));
        one("abs()", (g, x) -> g.math().abs(x));
        one("sqrt()", (g, x) -> g.math().sqrt(x));
        one("pow(double) 2", (g, x) -> g.math().pow(x, 2));
        one("pow(double) -1.5", (g, x) -> g.math().pow(x, -1.5));
        one("pow(double) 3", (g, x) -> g.math().pow(x, 3));
        one("clamp(double,double)", (g, x) -> g.math().clipByValue(x, -0.7, 0.8));
        one("min()", (g, x) -> x.min());
        one("min(int[]) -1", (g, x) -> x.min(-1));
        one("min(int[]) 0, -1", (g, x) -> x.min(0, 2));
        one("logSumExp()", (g, x) -> g.math().log(g.math().exp(x).sum()));
        one("logSumExp(int[]) -1", (g, x) -> g.math().log(g.math().exp(x).sum(-1)));
        one("logSumExp(int[]) 0, 2", (g, x) -> g.math().log(g.math().exp(x).sum(0, 2)));
        one("leakyRelu()", (g, x) -> leaky(g, x, 0.01));
        one("leakyRelu(double)", (g, x) -> leaky(g, x, 0.3));
        one("elu()", (g, x) -> g.nn().elu(x));
        one("gelu()", (g, x) -> x.mul(g.math().erf(x.mul(Math.sqrt(0.5))).add(1).mul(0.5)));
        one("silu()", (g, x) -> g.nn().swish(x));
        one("softplus()", (g, x) -> g.nn().softplus(x));
        one("logSoftmax()", (g, x) -> g.math().log(g.nn().softmax(x, -1)));
        two("add(Tensor)", (g, a, b) -> a.add(b));
        two("sub(Tensor)", (g, a, b) -> a.sub(b));
        two("mul(Tensor)", (g, a, b) -> a.mul(b));
        two("div(Tensor)", (g, a, b) -> a.div(b));
        two("matmul(Tensor)", (g, a, b) -> a.mmul(b));
        two("matmul(Tensor) batch", (g, a, b) -> a.mmul(b));
        two("absoluteError(Tensor)", (g, a, b) -> g.math().abs(a.sub(b)));
        ORACLES.put("concat(int,Tensor[]) 0", (g, in) -> in.length == 1 ? in[0].mul(1) : g.concat(0, in));
        ORACLES.put("concat(int,Tensor[]) -1", (g, in) -> g.concat(in[0].getShape().length - 1, in));
        ORACLES.put("stack(int,Tensor[]) 0", (g, in) -> g.stack(0, in));
        ORACLES.put("stack(int,Tensor[]) -1", (g, in) -> g.stack(in[0].getShape().length, in));
        two("meanSquaredError(Tensor)", (g, a, b) -> g.math().square(a.sub(b)).mean());
        ORACLES.put("linear(Tensor,Tensor)", (g, in) -> g.nn().linear(in[0].reshape(-1, in[1].getShape()[0]), in[1],
            in[2]));
    }

    private static final String SAME = "is ND4J's operation here as there; PyTorch is asked in ImagesTest";
    private static final String PYTORCH = "PyTorch is asked in ImagesTest";

    /** Lines of the catalogue that are not asked of SameDiff, and why. */
    private static final Map<String, String> SKIPPED = new HashMap<>(Map.ofEntries(
        Map.entry("dropout(double,Seed)", "its masks are drawn by another generator"),
        Map.entry("softmaxCrossEntropy(Tensor)", "takes one-hot targets: compared in a test of its own below"),
        Map.entry("sigmoidCrossEntropy(Tensor)",
            "the target is not an input of the line: compared in a test of its own below"),
        Map.entry("reshape(int[])", "cannot reshape to no axes"),
        Map.entry("slice(int,int,int) 0, 1, 3", "slices all axes at once: compared in a test of its own below"),
        Map.entry("slice(int,int,int) -1, 0, 2", "as above"),
        Map.entry("slice(int,int,int) 1, 1, 2", "as above"),
        Map.entry("conv2d(Tensor,Window)", SAME), Map.entry("conv2d(Tensor,Window) 1×2", SAME),
        Map.entry("conv2d(Tensor,Tensor,Window) stride 2, padding 1, dilation 2", SAME),
        Map.entry("conv2d(Tensor,Window,int) 2", PYTORCH),
        Map.entry("conv2d(Tensor,Tensor,Window,int) depthwise, stride 2, dilation 2", PYTORCH),
        Map.entry("maxPool2d(Window)", SAME), Map.entry("maxPool2d(Window) 3×2, stride 1, padding 1", SAME),
        Map.entry("averagePool2d(Window)", SAME), Map.entry("averagePool2d(Window) 3×2, padding 1", SAME),
        Map.entry("batchNorm(Tensor,Tensor,Buffer,Buffer,double,double)", PYTORCH),
        Map.entry("layerNorm(Tensor,Tensor,double)", PYTORCH)));

    static {
        for (String title : List.of("slice(int,int,int) -1, -2, -1", "slice(int,int) 0, -2",
            "split(int,int[]) 0, 1, 2 first", "split(int,int[]) 0, 1, 2 second",
            "pad(int,int,int) 0, 1, 2", "pad(int,int,int) -1, 0, 1")) {
            SKIPPED.put(title, "numbers only move: NativeTest and SelectionTest say where to");
        }
        Catalogue.operations().stream().filter(line -> line.covers().matches("(rnn|gru|lstm).*"))
            .forEach(line -> SKIPPED.put(line.title(), "its layers have no gradient by each weight: SequencesTest"));
        SKIPPED.put("where(Tensor,Tensor)", "does not broadcast: SelectionTest");
        SKIPPED.put("softmaxCrossEntropy(Tensor) of steps", "steps are rows: PyTorch is asked in OperationsTest");
        for (String axis : List.of("0", "-1", "1")) {
            SKIPPED.put("gather(int,Tensor) " + axis,
                "its gather takes whole rows: PyTorch is asked in OperationsTest");
        }
        SKIPPED.put("rows(Tensor)", "SelectionTest compares with the definition");
        SKIPPED.put("elu(double)", "its elu has no alpha: PyTorchTest");
        SKIPPED.put("huberError(Tensor,double)", "its Huber loss is a mean: PyTorchTest");
        SKIPPED.put("softmaxCrossEntropyByRow(Tensor)", "composed, it is that of logSoftmax: FusedTest, PyTorchTest");
    }

    /** Cases at which SameDiff is wrong itself; the nudges of GradientTest say who is right. */
    private static final Map<String, String> FAULTS = Map.of(
        "div(Tensor) [3] []", "its gradient by a divisor without axes takes only the last number of the dividend",
        "matmul(Tensor) batch [3, 2, 4] [4, 3]", "its matmul wants the batch on both sides",
        "matmul(Tensor) batch [2, 3] [4, 3, 2]", "as above",
        "matmul(Tensor) [1, 1] [1, 1]", "matmul_bp fails on [1, 1]: «mulRowVector: wrong arguments»");

    private interface One {
        SDVariable of(SameDiff graph, SDVariable x);
    }

    private interface Two {
        SDVariable of(SameDiff graph, SDVariable a, SDVariable b);
    }

    private static void one(String title, One oracle) { ORACLES.put(title, (g, in) -> oracle.of(g, in[0])); }

    private static void two(String title, Two oracle) { ORACLES.put(title, (g, in) -> oracle.of(g, in[0], in[1])); }

    /** Its leakyRelu holds the slope in 32 bits. */
    private static SDVariable leaky(SameDiff g, SDVariable x, double slope) {
        return g.nn().relu(x, 0).sub(g.nn().relu(g.math().neg(x), 0).mul(slope));
    }

    private static PrintStream out;

    @BeforeAll
    static void silence() {
        out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));    // SameDiff prints a line for each derivative
    }

    @AfterAll
    static void speakAgain() { System.setOut(out); }

    static Stream<Line.Case> cases() {
        return Catalogue.cases().filter(operation -> ORACLES.containsKey(operation.line().title())
            && !FAULTS.containsKey(operation.toString()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void SameDiff_gives_the_same_value_and_gradients(Line.Case operation) {
        compare(operation, ORACLES.get(operation.line().title()));
    }

    @Test
    void every_line_is_compared_or_skipped_with_a_reason() {
        Set<String> lines = Catalogue.operations().stream().map(Line::title)
            .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(ORACLES.keySet());
        known.addAll(SKIPPED.keySet());
        assertEquals(lines, known);
        assertEquals(61, ORACLES.size());
        assertEquals(41, SKIPPED.size());
        assertEquals(255, cases().count());
        assertEquals(FAULTS.keySet(),
            Catalogue.cases().map(Line.Case::toString).filter(FAULTS::containsKey).collect(Collectors.toSet()));
    }

    @Test
    void SameDiff_slices_alike() {
        for (Line.Case operation : Catalogue.cases().filter(c -> c.line().covers().equals("slice(int,int,int)")
            && !c.line().title().contains("-2")).toList()) {
            String[] settings = operation.line().title().split(" ", 2)[1].split(", ");
            int[] shape = operation.inputs()[0].shape();
            int axis = (Integer.parseInt(settings[0]) + shape.length) % shape.length;
            int[] begin = new int[shape.length];
            int[] size = shape.clone();
            begin[axis] = Integer.parseInt(settings[1]);
            size[axis] = Integer.parseInt(settings[2]) - begin[axis];
            compare(operation, (g, in) -> g.slice(in[0], begin, size));
        }
    }

    @Test
    void SameDiff_finds_the_same_losses_on_scores() {
        for (Line.Case operation : Catalogue.cases().filter(c -> c.line().title().equals("softmaxCrossEntropy(Tensor)"))
            .toList()) {
            int[] shape = operation.inputs()[0].shape();
            INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, shape[0], shape[1]);
            for (int row = 0; row < shape[0]; row++) {
                oneHot.putScalar(row, (2 * row + 1) % shape[1], 1);     // as Inputs.classes says
            }
            compare(operation,
                (g, in) -> g.math().log(g.nn().softmax(in[0], 1)).mul(g.constant(oneHot)).sum().mul(-1.0 / shape[0]));
        }
        for (Line.Case operation : Catalogue.cases().filter(c -> c.line().title().equals("sigmoidCrossEntropy(Tensor)"))
            .toList()) {
            INDArray target = nd(org.glassbox.catalogue.Inputs.shares(operation.inputs()[0].shape()));
            compare(operation, (g, in) -> {
                SDVariable p = g.nn().sigmoid(in[0]);
                SDVariable t = g.constant(target);
                SDVariable yes = t.mul(g.math().log(p));
                SDVariable no = t.rsub(1.0).mul(g.math().log(p.rsub(1.0)));
                return yes.add(no).mean().mul(-1.0);
            });
        }
    }

    private static void compare(Line.Case operation, Oracle oracle) {
        Tensor[] inputs = Stream.of(operation.inputs()).map(x -> x.toDouble().toLeaf()).toArray(Tensor[]::new);
        Tensor ours = operation.line().function().apply(inputs);
        double[] weights = new double[ours.size()];
        Seed.Random random = Seed.of(9).random();
        Arrays.setAll(weights, i -> 0.5 + random.nextDouble());
        Tensor dy = Tensor.of(Nd4j.createFromArray(weights)).toData().reshape(ours.shape());

        SameDiff graph = SameDiff.create();
        SDVariable[] in = new SDVariable[inputs.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = graph.var("in" + i, nd(inputs[i]));
        }
        SDVariable theirs = oracle.of(graph, in);
        double[] value = graph.outputSingle(Map.of(), theirs.name()).dup('c').data().asDouble();
        assertArrayEquals(value, ours.toDoubles(), CLOSE);

        graph.setLossVariables(theirs.mul(graph.constant(nd(dy).reshape(theirs.eval().shape()))).sum().name());
        Map<String, INDArray> expected = graph.calculateGradients(Map.of(),
            List.of(in).stream().map(SDVariable::name).toList());
        Gradients gradients = ours.mul(dy).sum().backward();
        for (int i = 0; i < in.length; i++) {
            assertArrayEquals(expected.get("in" + i).dup('c').data().asDouble(), gradients.of(inputs[i]).toDoubles(),
                CLOSE,
                operation + ": gradient of input " + i);
            assertTrue(inputs[i].size() == gradients.of(inputs[i]).size());
        }
    }

    private static INDArray nd(Tensor tensor) { return tensor.toINDArray().castTo(DataType.DOUBLE); }
}
