package org.glassbox.catalogue;

import static org.glassbox.catalogue.Inputs.classes;
import static org.glassbox.catalogue.Inputs.inTypeOf;
import static org.glassbox.catalogue.Inputs.input;
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
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Initializer;
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

    private Catalogue() {}

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
                {input(1, 1), second(1, 1), third(1)}}),
            op("conv2d(Tensor,Window)", (x, w) -> x.conv2d(w, Window.of(3, 3).withPadding(1)), new Tensor[][] {
                {input(2, 3, 4, 4), second(2, 3, 3, 3)}, {input(5, 1, 3, 3), second(3, 1, 3, 3)},
                {input(1, 5, 3, 4), second(1, 5, 3, 3)}}),
            op("conv2d(Tensor,Window) 1×2", (x, w) -> x.conv2d(w, Window.of(1, 2)), new Tensor[][] {
                {input(1, 1, 1, 2), second(1, 1, 1, 2)}, {input(2, 2, 1, 5), second(3, 2, 1, 2)}}),
            line("conv2d(Tensor,Tensor,Window) stride 2, padding 1, dilation 2",
                in -> in[0].conv2d(in[1], in[2], Window.of(2, 2).withStride(2, 1).withPadding(1, 2).withDilation(1, 2)),
                new Tensor[][] {{input(3, 2, 5, 4), second(4, 2, 2, 2), third(4)},
                    {input(1, 5, 3, 3), second(2, 5, 2, 2), third(2)}}),
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
            op("relu()", Tensor::relu, ANY),
            op("sigmoid()", Tensor::sigmoid, ANY),
            op("tanh()", Tensor::tanh, ANY),
            op("softmax()", Tensor::softmax, ROWS),
            op("dropout(double,Seed)", x -> x.dropout(0.5, Seed.of(3)), ANY),
            op("softmaxCrossEntropy(Tensor)", x -> x.softmaxCrossEntropy(classes(x.shape()[0], x.shape()[1])),
                new Tensor[][] {{input(3, 3)}, {input(4, 2)}, {input(1, 1)}, {input(1, 5)}}),
            op("sigmoidCrossEntropy(Tensor)", x -> x.sigmoidCrossEntropy(inTypeOf(x, shares(x.shape()))), ANY),
            op("meanSquaredError(Tensor)", Tensor::meanSquaredError, new Tensor[][] {{input(3, 3), second(3, 3)},
                {input(4), second(4)}, {input(), second()}, {input(1), second(1)}, {input(2, 3, 2), second(2, 3, 2)}}));
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
            () -> Sequential.of(Unflatten.of(1, 1, 3), new MaxPool2d(Window.of(1, 2)), Flatten.of()),
            () -> Sequential.of(Unflatten.of(1, 1, 3), new AveragePool2d(Window.of(1, 2)), Flatten.of()),
            () -> Sequential.of(Unflatten.of(1, 1, 3), GlobalAveragePool2d.of()),
            () -> Sequential.of(Unflatten.of(1, 3), Conv1d.of(1, 2, 2).withPadding(1).withDilation(2), Flatten.of()),
            () -> Sequential.of(Unflatten.of(3, 1), new ChannelDropout(0.5, Seed.of(3), Buffer.count("passes")),
                Flatten.of()),
            () -> new Dropout(0.5, Seed.of(3), Buffer.count("passes")));
    }

    /** Every activation. */
    public static List<Activation> activations() {
        return List.of(Activation.relu(), Activation.sigmoid(), Activation.tanh(), Activation.softmax());
    }

    /** Every loss, with a target for predictions [4, 3]. */
    public static List<Line> losses() {
        Tensor[][] scores = {{input(4, 3)}};
        return List.of(
            op("crossEntropy", x -> Loss.crossEntropy().of(x, classes(4, 3)), scores),
            op("binaryCrossEntropy", x -> Loss.binaryCrossEntropy().of(x, inTypeOf(x, shares(4, 3))), scores),
            op("meanSquaredError", x -> Loss.meanSquaredError().of(x, inTypeOf(x, second(4, 3))), scores));
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
