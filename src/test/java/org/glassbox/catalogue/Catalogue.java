package org.glassbox.catalogue;

import static org.glassbox.catalogue.Inputs.classes;
import static org.glassbox.catalogue.Inputs.classesOfSteps;
import static org.glassbox.catalogue.Inputs.inTypeOf;
import static org.glassbox.catalogue.Inputs.input;
import static org.glassbox.catalogue.Inputs.mask;
import static org.glassbox.catalogue.Inputs.numbers;
import static org.glassbox.catalogue.Inputs.places;
import static org.glassbox.catalogue.Inputs.positive;
import static org.glassbox.catalogue.Inputs.second;
import static org.glassbox.catalogue.Inputs.shares;
import static org.glassbox.catalogue.Inputs.third;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.Window;
import org.glassbox.nn.Activation;
import org.glassbox.array.Cell;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.GRU;
import org.glassbox.nn.Initializer;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.LayerNorm;
import org.glassbox.nn.Residual;
import org.glassbox.nn.Unflatten;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.AveragePool2d;
import org.glassbox.nn.GlobalAveragePool2d;
import org.glassbox.nn.Conv1d;
import org.glassbox.nn.ChannelDropout;
import org.glassbox.nn.Reduction;
import org.glassbox.nn.RNN;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adagrad;
import org.glassbox.optim.Adam;
import org.glassbox.optim.AdamW;
import org.glassbox.optim.Clipping;
import org.glassbox.optim.Momentum;
import org.glassbox.optim.Nesterov;
import org.glassbox.optim.RMSProp;
import org.glassbox.optim.Rule;
import org.glassbox.optim.Schedule;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Tensor;
import org.glassbox.tensor.Unrolling;

/** One line for every operation, layer, loss, activation, rule and initialiser. */
public final class Catalogue {
    /** Square first, so that a forgotten transpose does not stand out by its shape alone; then 1, none and three axes. */
    private static final Tensor[][] ANY = {{input(3, 3)}, {input(1)}, {input()}, {input(2, 3, 2)}};
    private static final Tensor[][] POSITIVE = {{positive(3, 3)}, {positive(1)}, {positive()}, {positive(2, 3, 2)}};
    private static final Tensor[][] ROWS = {{input(3, 3)}, {input(4)}, {input(1)}, {input(2, 3, 2)}};
    private static final Tensor[][] IMAGES = {{input(2, 3, 4, 4)}, {input(5, 1, 2, 3)}, {input(1, 2, 5, 2)}};
    private static final Tensor[][] CUBES = {{input(2, 3, 4)}, {input(1, 1, 1)}};

    /** Equal shapes, then broadcast: along one axis, along both in both directions, by a number, to more axes. */
    private static final Tensor[][] PAIRS = {{input(3, 3), second(3, 3)}, {input(3, 4), second(4)},
        {input(4), second(3, 4)},
        {input(3, 4), second(3, 1)}, {input(2, 1), second(1, 3)}, {input(), second(3)}, {input(3), second()},
        {input(), second()}, {input(1), second(1)}, {input(1), second()}, {input(2, 3, 4), second(3, 1)},
        {input(2, 1, 4), second(3, 1)}};

    private static final Tensor[][] THREES = {{input(3, 3)}, {input(3)}, {input(3, 2, 2)}};
    private static final Tensor[][] ERRORS = {{input(3, 3), second(3, 3)}, {input(4), second(4)}, {input(), second()},
        {input(1), second(1)}, {input(2, 3, 2), second(2, 3, 2)}};

    private Catalogue() {}

    /** Beside each other along the last axis, along the first, and a third part. */
    private static final Tensor[][] PARTS = {{input(3, 3), second(3, 3)}, {input(3), second(3)},
        {input(2, 3, 2), second(2, 3, 2), third(2, 3, 2)}, {input(1)}};

    /** Every operation of {@link Tensor}. */
    public static List<Line> operations() {
        return List.of(
            op("add(Tensor)", Tensor::add, PAIRS),
            op("add(double)", x -> x.add(1.5), ANY),
            op("sub(Tensor)", Tensor::sub, PAIRS),
            op("sub(double)", x -> x.sub(1.5), ANY),
            op("mul(Tensor)", Tensor::mul, PAIRS),
            op("mul(double)", x -> x.mul(-1.5), ANY),
            op("div(Tensor)", Tensor::div, PAIRS),
            op("div(double)", x -> x.div(-1.6), ANY),
            op("neg()", Tensor::neg, ANY),
            op("exp()", Tensor::exp, ANY),
            op("log()", Tensor::log, POSITIVE),
            op("sum()", x -> x.sum(), ANY),
            op("sum(int[]) 0", x -> x.sum(0), ROWS),
            op("sum(int[]) -1", x -> x.sum(-1), ROWS),
            op("sum(int[]) 0, 2", x -> x.sum(0, 2), CUBES),
            op("sum(int[]) -2, 0", x -> x.sum(-2, 0), CUBES),
            op("mean()", x -> x.mean(), ANY),
            op("mean(int[]) 0", x -> x.mean(0), ROWS),
            op("mean(int[]) -1", x -> x.mean(-1), ROWS),
            op("mean(int[]) 1, 2", x -> x.mean(1, 2), CUBES),
            op("max()", x -> x.max(), ANY),
            op("max(int[]) 0", x -> x.max(0), ROWS),
            op("max(int[]) -1", x -> x.max(-1), ROWS),
            op("max(int[]) 0, -1", x -> x.max(0, -1), CUBES),
            op("reshape(int[]) 9", x -> x.reshape(9), new Tensor[][] {{input(3, 3)}, {input(9, 1)}}),
            op("reshape(int[]) 2, -1", x -> x.reshape(2, -1),
                new Tensor[][] {{input(4, 3)}, {input(2, 3, 2)}, {input(2)}}),
            op("reshape(int[])", x -> x.reshape(), new Tensor[][] {{input(1)}, {input(1, 1)}, {input()}}),
            op("transpose()", x -> x.transpose(), new Tensor[][] {{input(3, 3)}, {input(2, 3)}, {input(1, 1)}}),
            op("transpose(int[]) 2, 0, 1", x -> x.transpose(2, 0, 1), CUBES),
            op("transpose(int[]) -1, 1, 0", x -> x.transpose(-1, 1, 0), CUBES),
            op("slice(int,int,int) 0, 1, 3", x -> x.slice(0, 1, 3),
                new Tensor[][] {{input(3, 3)}, {input(4)}, {input(3, 2, 2)}}),
            op("slice(int,int,int) -1, 0, 2", x -> x.slice(-1, 0, 2),
                new Tensor[][] {{input(3, 3)}, {input(2)}, {input(2, 2, 3)}}),
            op("slice(int,int,int) 1, 1, 2", x -> x.slice(1, 1, 2), new Tensor[][] {{input(3, 3)}, {input(2, 3, 4)}}),
            op("matmul(Tensor)", Tensor::matmul,
                new Tensor[][] {{input(3, 3), second(3, 3)}, {input(2, 3), second(3, 4)},
                    {input(1, 3), second(3, 1)}, {input(3, 1), second(1, 3)}, {input(1, 1), second(1, 1)}}),
            line("linear(Tensor,Tensor)", in -> in[0].linear(in[1], in[2]), new Tensor[][] {
                {input(3, 3), second(3, 3), third(3)}, {input(4, 3), second(3, 2), third(2)},
                {input(1, 1), second(1, 1), third(1)}, {input(2, 4, 3), second(3, 2), third(2)},
                {input(2, 1, 2, 3), second(3, 1), third(1)}}),
            op("conv2d(Tensor,Window)", (x, w) -> x.conv2d(w, Window.of(3, 3).withPadding(1)), new Tensor[][] {
                {input(2, 3, 4, 4), second(2, 3, 3, 3)}, {input(5, 1, 3, 3), second(3, 1, 3, 3)},
                {input(1, 5, 3, 4), second(1, 5, 3, 3)}}),
            op("conv2d(Tensor,Window) 1×2", (x, w) -> x.conv2d(w, Window.of(1, 2)), new Tensor[][] {
                {input(1, 1, 1, 2), second(1, 1, 1, 2)}, {input(2, 2, 1, 5), second(3, 2, 1, 2)}}),
            line("conv2d(Tensor,Tensor,Window) stride 2, padding 1, dilation 2",
                in -> in[0].conv2d(in[1], in[2], Window.of(2, 2).withStride(2, 1).withPadding(1, 2).withDilation(1, 2)),
                new Tensor[][] {{input(3, 2, 5, 4), second(4, 2, 2, 2), third(4)},
                    {input(1, 5, 3, 3), second(2, 5, 2, 2), third(2)}}),
            op("conv2d(Tensor,Window,int) 2", (x, w) -> x.conv2d(w, Window.of(3, 2).withPadding(1), 2), new Tensor[][] {
                {input(2, 4, 4, 3), second(6, 2, 3, 2)}, {input(5, 2, 2, 1), second(2, 1, 3, 2)}}),
            line("conv2d(Tensor,Tensor,Window,int) depthwise, stride 2, dilation 2",
                in -> in[0].conv2d(in[1], in[2], Window.of(2, 2).withStride(2, 1).withPadding(1, 2).withDilation(1, 2),
                    3),
                new Tensor[][] {{input(3, 3, 5, 4), second(3, 1, 2, 2), third(3)},
                    {input(1, 3, 3, 3), second(6, 1, 2, 2), third(6)}}),
            op("maxPool2d(Window)", x -> x.maxPool2d(Window.of(2, 2).withStride(2)), IMAGES),
            op("maxPool2d(Window) 3×2, stride 1, padding 1", x -> x.maxPool2d(Window.of(3, 2).withPadding(1)), IMAGES),
            op("averagePool2d(Window)", x -> x.averagePool2d(Window.of(2, 2).withStride(2)), IMAGES),
            op("averagePool2d(Window) 3×2, padding 1", x -> x.averagePool2d(Window.of(3, 2).withPadding(1)), IMAGES),
            line("batchNorm(Tensor,Tensor,Buffer,Buffer,double,double)",
                in -> in[0].batchNorm(in[1], in[2], running(in[1], 0), running(in[1], 1), 0.1, 1e-3),
                new Tensor[][] {{input(4, 3), second(3), third(3)}, {input(2, 1), second(1), third(1)},
                    {input(2, 3, 2, 2), second(3), third(3)}, {input(1, 2, 3, 1), second(2), third(2)}}),
            line("layerNorm(Tensor,Tensor,double)", in -> in[0].layerNorm(in[1], in[2], 1e-3), new Tensor[][] {
                {input(4, 3), second(3), third(3)}, {input(5), second(5), third(5)},
                {input(2, 2, 4), second(4), third(4)}}),
            line("rnn(Tensor,Tensor,Tensor)", in -> in[0].rnn(in[1], in[2], in[3]), Sequences.of(1, 1)),
            line("rnn(Tensor,Tensor,Tensor) relu",
                in -> Unrolling.of(Cell.RELU).over(in[0], in[1], in[2], in[3]).outputs(), Sequences.of(1, 1)),
            line("gru(Tensor,Tensor,Tensor)", in -> in[0].gru(in[1], in[2], in[3]), Sequences.of(3, 4)),
            line("lstm(Tensor,Tensor,Tensor)", in -> in[0].lstm(in[1], in[2], in[3]), Sequences.of(4, 4)),
            line("rnn(Tensor,Tensor,Tensor) backwards, masked, from a state",
                in -> Sequences.all(Cell.TANH, in).outputs(), Sequences.withState(1, 1, 1)),
            line("gru(Tensor,Tensor,Tensor) backwards, masked, from a state",
                in -> Sequences.all(Cell.GRU, in).outputs(), Sequences.withState(3, 4, 1)),
            line("lstm(Tensor,Tensor,Tensor) backwards, masked, from a state",
                in -> Sequences.all(Cell.LSTM, in).outputs(), Sequences.withState(4, 4, 2)),
            line("lstm(Tensor,Tensor,Tensor) cell", in -> Sequences.all(Cell.LSTM, in).memory(),
                Sequences.withState(4, 4, 2)),
            op("relu()", Tensor::relu, ANY),
            op("sigmoid()", Tensor::sigmoid, ANY),
            op("tanh()", Tensor::tanh, ANY),
            op("softmax()", Tensor::softmax, ROWS),
            op("dropout(double,Seed)", x -> x.dropout(0.5, Seed.of(3)), ANY),
            op("softmaxCrossEntropy(Tensor)", x -> x.softmaxCrossEntropy(classesOfSteps(x)),
                new Tensor[][] {{input(3, 3)}, {input(4, 2)}, {input(1, 1)}, {input(1, 5)}}),
            op("softmaxCrossEntropy(Tensor) of steps", x -> x.softmaxCrossEntropy(classesOfSteps(x)),
                new Tensor[][] {{input(2, 3, 4)}, {input(1, 1, 2)}, {input(2, 2, 1, 3)}}),
            op("sigmoidCrossEntropy(Tensor)", x -> x.sigmoidCrossEntropy(inTypeOf(x, shares(x.shape()))), ANY),
            op("abs()", Tensor::abs, ANY),
            op("sqrt()", Tensor::sqrt, POSITIVE),
            op("pow(double) 2", x -> x.pow(2), ANY),
            op("pow(double) -1.5", x -> x.pow(-1.5), POSITIVE),
            op("pow(double) 3", x -> x.pow(3), ANY),
            op("clamp(double,double)", x -> x.clamp(-0.7, 0.8), ANY),
            op("where(Tensor,Tensor)", (a, b) -> mask(a, b).where(a, b), PAIRS),
            op("min()", x -> x.min(), ANY),
            op("min(int[]) -1", x -> x.min(-1), ROWS),
            op("min(int[]) 0, -1", x -> x.min(0, -1), CUBES),
            op("logSumExp()", x -> x.logSumExp(), ANY),
            op("logSumExp(int[]) -1", x -> x.logSumExp(-1), ROWS),
            op("logSumExp(int[]) 0, 2", x -> x.logSumExp(0, 2), CUBES),
            op("slice(int,int,int) -1, -2, -1", x -> x.slice(-1, -2, -1),
                new Tensor[][] {{input(3, 3)}, {input(2)}, {input(2, 2, 3)}}),
            op("slice(int,int) 0, -2", x -> x.slice(0, -2),
                new Tensor[][] {{input(3, 3)}, {input(2)}, {input(3, 1, 2)}}),
            op("split(int,int[]) 0, 1, 2 first", x -> x.split(0, 1, 2).get(0), THREES),
            op("split(int,int[]) 0, 1, 2 second", x -> x.split(0, 1, 2).get(1), THREES),
            op("pad(int,int,int) 0, 1, 2", x -> x.pad(0, 1, 2), ROWS),
            op("pad(int,int,int) -1, 0, 1", x -> x.pad(-1, 0, 1), ROWS),
            line("concat(int,Tensor[]) 0", in -> Tensor.concat(0, in), PARTS),
            line("concat(int,Tensor[]) -1", in -> Tensor.concat(-1, in),
                new Tensor[][] {{input(3, 3), second(3, 3)}, {input(2, 1), second(2, 3)}, {input(2), second(1)}}),
            line("stack(int,Tensor[]) 0", in -> Tensor.stack(0, in), PARTS),
            line("stack(int,Tensor[]) -1", in -> Tensor.stack(-1, in),
                new Tensor[][] {{input(3, 3), second(3, 3)}, {input(2), second(2)}, {input(), second()}}),
            op("gather(int,Tensor) 0", x -> x.gather(0, places(x, 0, 4)), ROWS),
            op("gather(int,Tensor) -1", x -> x.gather(-1, places(x, -1, 2)), ROWS),
            op("gather(int,Tensor) 1", x -> x.gather(1, places(x, 1, 3)), CUBES),
            op("rows(Tensor)", x -> x.rows(numbers(x.shape()[0])), ROWS),
            op("matmul(Tensor) batch", Tensor::matmul,
                new Tensor[][] {{input(2, 3, 3), second(2, 3, 3)}, {input(3, 2, 4), second(4, 3)},
                    {input(2, 3), second(4, 3, 2)}, {input(2, 1, 3, 2), second(2, 1, 2, 1)},
                    {input(1, 1, 1), second(1, 1, 1)}}),
            op("leakyRelu()", x -> x.leakyRelu(), ANY),
            op("leakyRelu(double)", x -> x.leakyRelu(0.3), ANY),
            op("elu()", x -> x.elu(), ANY),
            op("elu(double)", x -> x.elu(0.7), ANY),
            op("gelu()", Tensor::gelu, ANY),
            op("silu()", Tensor::silu, ANY),
            op("softplus()", Tensor::softplus, ANY),
            op("logSoftmax()", Tensor::logSoftmax, ROWS),
            op("softmaxCrossEntropyByRow(Tensor)", x -> x.softmaxCrossEntropyByRow(inTypeOf(x, shares(x.shape()))),
                new Tensor[][] {{input(3, 3)}, {input(4, 2)}, {input(1, 1)}, {input(1, 5)}, {input(2, 3, 4)},
                    {input(1, 1, 2)}}),
            op("absoluteError(Tensor)", Tensor::absoluteError, ERRORS),
            op("huberError(Tensor,double)", (p, t) -> p.huberError(t, 0.6), ERRORS),
            op("meanSquaredError(Tensor)", Tensor::meanSquaredError, ERRORS));
    }

    /** Every operation of {@link Tensor} whose answer is data: yes or no has no slope. */
    public static List<Line> questions() {
        return List.of(
            op("gt(Tensor)", Tensor::gt, PAIRS),
            op("gt(double)", x -> x.gt(0.5), ANY),
            op("ge(Tensor)", Tensor::ge, PAIRS),
            op("ge(double)", x -> x.ge(0.5), ANY),
            op("lt(Tensor)", Tensor::lt, PAIRS),
            op("lt(double)", x -> x.lt(0.5), ANY),
            op("le(Tensor)", Tensor::le, PAIRS),
            op("le(double)", x -> x.le(0.5), ANY),
            op("eq(Tensor)", Tensor::eq, PAIRS),
            op("eq(double)", x -> x.eq(0.5), ANY));
    }

    private static Buffer running(Tensor like, double start) {
        Buffer buffer = Buffer.of("running", like.toData().mul(0).add(start));
        return like.isDouble() ? buffer.toDouble() : buffer;
    }

    /** Every layer that learns or changes what it lets through; a new one each time, for inputs [rows, 3]. */
    public static List<Supplier<Layer>> layers() {
        return List.of(
            () -> Linear.of(3, 3),
            () -> Linear.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {-1, 1}),
            () -> Sequential.of(Linear.of(3, 4), Activation.tanh(), Linear.of(4, 2)),
            () -> Sequential.of(Sequential.of(Linear.of(3, 2)), Activation.softmax()),
            () -> BatchNorm.of(3),
            () -> LayerNorm.of(3),
            () -> Residual.of(Linear.of(3, 3), Activation.tanh()),
            () -> Sequential.of(Unflatten.of(1, 1, 3), Conv2d.of(1, 2, Window.of(1, 2)), Flatten.of()),
            () -> Sequential.of(Unflatten.of(3, 1, 1), Conv2d.of(3, 2, 3).withPadding(1).withoutBias(), Flatten.of()),
            () -> Sequential.of(Unflatten.of(3, 1, 1), Conv2d.depthwise(3, 3).withPadding(1), Flatten.of()),
            () -> Sequential.of(Unflatten.of(3, 1), Conv1d.grouped(3, 3, 6, 2).withPadding(1), Flatten.of()),
            () -> Sequential.of(Unflatten.of(1, 1, 3), new MaxPool2d(Window.of(1, 2)), Flatten.of()),
            () -> Sequential.of(Unflatten.of(1, 1, 3), new AveragePool2d(Window.of(1, 2)), Flatten.of()),
            () -> Sequential.of(Unflatten.of(1, 1, 3), GlobalAveragePool2d.of()),
            () -> Sequential.of(Unflatten.of(1, 3), Conv1d.of(1, 2, 2).withPadding(1).withDilation(2), Flatten.of()),
            () -> Sequential.of(Unflatten.of(3, 1), new ChannelDropout(0.5, Seed.of(3), Buffer.count("passes")),
                Flatten.of()),
            () -> new Dropout(0.5, Seed.of(3), Buffer.count("passes")));
    }

    /** Every layer that reads sequences; a new one each time, with the shape that it reads. */
    public static List<SequenceLayer> sequenceLayers() {
        return List.of(
            new SequenceLayer(() -> RNN.of(3, 2), input(2, 4, 3)),
            new SequenceLayer(() -> RNN.of(3, 2).withRelu(), input(2, 4, 3)),
            new SequenceLayer(() -> GRU.of(3, 2), input(2, 4, 3)),
            new SequenceLayer(() -> LSTM.of(3, 2), input(1, 1, 3)),
            new SequenceLayer(() -> LSTM.of(3, 2).bidirectional(), input(2, 4, 3)),
            new SequenceLayer(() -> GRU.of(3, 2).bidirectional().withLayers(2), input(2, 3, 3)),
            new SequenceLayer(() -> Sequential.of(LSTM.of(3, 2).withLayers(2), LastStep.of()), input(2, 4, 3)),
            new SequenceLayer(() -> LSTM.of(3, 2).withLayers(2, 0.5), input(2, 4, 3)),
            new SequenceLayer(LastStep::of, input(2, 4, 3)),
            new SequenceLayer(() -> Embedding.of(4, 3),
                Tensor.of(new double[][] {{0, 3, 3}, {1, 3, 0}}).toData()));
    }

    /** A layer, and what it reads. */
    public record SequenceLayer(Supplier<Layer> layer, Tensor input) {}

    /** Every activation. */
    public static List<Activation> activations() {
        return List.of(Activation.relu(), Activation.sigmoid(), Activation.tanh(), Activation.softmax(),
            Activation.logSoftmax(), Activation.leakyRelu(), Activation.elu(), Activation.gelu(), Activation.silu(),
            Activation.softplus());
    }

    /** Every loss, with a target for predictions [4, 3]. */
    public static List<Line> losses() {
        Tensor[][] scores = {{input(4, 3)}};
        Tensor[][] steps = {{input(2, 3, 3)}};
        return List.of(
            op("crossEntropy", x -> Loss.crossEntropy().of(x, classes(4, 3)), scores),
            op("crossEntropy settings", x -> Loss.crossEntropy().withSmoothing(0.1).withClassWeights(1, 5, 0.5)
                .ignoring(-1).of(x, Tensor.data(new float[] {0, -1, 2, 1}, 4)), scores),
            op("crossEntropy sum", x -> Loss.crossEntropy().withReduction(Reduction.SUM).of(x, classes(4, 3)), scores),
            op("crossEntropy none", x -> Loss.crossEntropy().withReduction(Reduction.NONE).of(x, classes(4, 3)),
                scores),
            op("crossEntropy of steps", x -> Loss.crossEntropy().of(x, classesOfSteps(x)), steps),
            op("crossEntropy of steps, settings",
                x -> Loss.crossEntropy().withSmoothing(0.1).withClassWeights(1, 5, 0.5)
                    .ignoring(0).of(x, classesOfSteps(x)),
                steps),
            op("crossEntropy of steps, none", x -> Loss.crossEntropy().withReduction(Reduction.NONE).of(x,
                classesOfSteps(x)), steps),
            op("binaryCrossEntropy", x -> Loss.binaryCrossEntropy().of(x, inTypeOf(x, shares(4, 3))), scores),
            op("binaryCrossEntropy sum", x -> Loss.binaryCrossEntropy().withReduction(Reduction.SUM).of(x,
                inTypeOf(x, shares(4, 3))), scores),
            op("binaryCrossEntropy none", x -> Loss.binaryCrossEntropy().withReduction(Reduction.NONE).of(x,
                inTypeOf(x, shares(4, 3))), scores),
            op("meanSquaredError", x -> Loss.meanSquaredError().of(x, inTypeOf(x, second(4, 3))), scores),
            op("meanSquaredError sum", x -> Loss.meanSquaredError().withReduction(Reduction.SUM).of(x,
                inTypeOf(x, second(4, 3))), scores),
            op("meanSquaredError none", x -> Loss.meanSquaredError().withReduction(Reduction.NONE).of(x,
                inTypeOf(x, second(4, 3))), scores),
            op("meanAbsoluteError", x -> Loss.meanAbsoluteError().of(x, inTypeOf(x, second(4, 3))), scores),
            op("huber", x -> Loss.huber().withDelta(0.6).of(x, inTypeOf(x, second(4, 3))), scores));
    }

    /** Every rule, with settings under which it learns. */
    public static List<Rule> rules() {
        return List.of(Sgd.of(0.1), Momentum.of(0.1), Nesterov.of(0.1), RMSProp.of(0.02), Adagrad.of(0.5), Adam.of(0.1),
            AdamW.of(0.1), Sgd.of(0.1).withSchedule(Schedule.exponential(0.99)).withClipping(Clipping.norm(1)));
    }

    /** An initialiser, and the deviation that its weights should have in a layer of 200 inputs and 100 units. */
    public record Start(String name, Initializer initializer, double deviation) {}

    /** Every initialiser. */
    public static List<Start> initializers() {
        return List.of(
            new Start("he", Initializer.he(), Math.sqrt(2.0 / 200)),
            new Start("glorot", Initializer.glorot(), Math.sqrt(2.0 / 300)),
            new Start("lecun", Initializer.lecun(), Math.sqrt(1.0 / 200)),
            new Start("orthogonal", Initializer.orthogonal(), Math.sqrt(1.0 / 200)),
            new Start("normal", Initializer.normal(0.3), 0.3),
            new Start("uniform", Initializer.uniform(0.6), 0.6 / Math.sqrt(3)),
            new Start("zeros", Initializer.zeros(), 0));
    }

    /** Every case of every operation. */
    public static Stream<Line.Case> cases() {
        return operations().stream().flatMap(Line::each);
    }

    private static Line op(String title, UnaryOperator<Tensor> function, Tensor[]... cases) {
        return line(title, in -> function.apply(in[0]), cases);
    }

    private static Line op(String title, BinaryOperator<Tensor> function, Tensor[]... cases) {
        return line(title, in -> function.apply(in[0], in[1]), cases);
    }

    private static Line line(String title, Function<Tensor[], Tensor> function, Tensor[]... cases) {
        return new Line(title.split(" ")[0], title, function, Arrays.asList(cases));
    }
}
