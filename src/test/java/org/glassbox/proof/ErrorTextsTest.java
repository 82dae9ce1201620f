package org.glassbox.proof;

import static org.glassbox.proof.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.Window;
import org.glassbox.array.Arena;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Unflatten;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.LayerNorm;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Conv1d;
import org.glassbox.nn.ChannelDropout;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.GRU;
import org.glassbox.nn.Initializer;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Reduction;
import org.glassbox.nn.Recurrent.State;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adagrad;
import org.glassbox.optim.Adam;
import org.glassbox.optim.AdamW;
import org.glassbox.optim.Clipping;
import org.glassbox.optim.Momentum;
import org.glassbox.optim.Nesterov;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.RMSProp;
import org.glassbox.optim.Schedule;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.GradientCheck;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Each mistake is met with a text that says who complains, what came, and the mend: {@code errors/*.txt}. */
class ErrorTextsTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private static final Tensor ROW = Tensor.of(new double[] {1, 2, 3});
    private static final Tensor ONE = Tensor.of(1);
    private static final Tensor CUBE = X.reshape(1, 2, 3);

    private static Map<String, Executable> mistakes() {
        Map<String, Executable> all = new LinkedHashMap<>();
        making(all);
        operations(all);
        products(all);
        losses(all);
        layers(all);
        images(all);
        sequences(all);
        rules(all);
        backward(all);
        return all;
    }

    private static void making(Map<String, Executable> all) {
        all.put("of-empty-row", () -> Tensor.of(new double[0]));
        all.put("of-empty-matrix", () -> Tensor.of(new double[0][0]));
        all.put("of-empty-rows", () -> Tensor.of(new double[][] {{}, {}}));
        all.put("of-ragged-rows", () -> Tensor.of(new double[][] {{1, 2}, {3}}));
        all.put("of-null", () -> Tensor.of((double[]) null));
        all.put("of-null-row", () -> Tensor.of(new double[][] {{1}, null}));
        all.put("of-empty-nd4j", () -> Tensor.of(Nd4j.empty(DataType.FLOAT)));
        all.put("of-text-nd4j", () -> Tensor.of(Nd4j.create(List.of("a", "b"))));
        all.put("data-does-not-fill", () -> Tensor.data(new float[5], 2, 3));
        all.put("data-negative-length", () -> Tensor.data(new float[6], -2, -3));
        all.put("data-overflow", () -> Tensor.data(new float[1], 1 << 16, 1 << 16, 1 << 16, 1 << 16));
        all.put("item-of-many", () -> X.item());
    }

    private static void operations(Map<String, Executable> all) {
        all.put("add-shapes", () -> X.add(Tensor.of(new double[] {1, 2})));
        all.put("sub-shapes", () -> X.sub(CUBE.reshape(3, 2)));
        all.put("mul-shapes", () -> X.mul(Tensor.of(new double[] {1, 2})));
        all.put("div-shapes", () -> X.div(Tensor.of(new double[] {1, 2})));
        all.put("add-float-and-double", () -> X.add(ROW.toDouble()));
        all.put("mul-double-and-float", () -> X.toDouble().mul(ROW));
        all.put("add-too-large",
            () -> Tensor.data(new float[60_000], 60_000, 1).add(Tensor.data(new float[60_000], 60_000)));
        all.put("sum-axis", () -> X.sum(2));
        all.put("sum-no-axis-of-a-number", () -> ONE.sum(0));
        all.put("sum-axis-twice", () -> X.sum(0, -2));
        all.put("sum-empty-axes", () -> X.sum(new int[0]));
        all.put("mean-axis", () -> X.mean(-3));
        all.put("max-axis", () -> X.max(5));
        all.put("reshape-size", () -> X.reshape(4, 2));
        all.put("reshape-open-length-does-not-fit", () -> X.reshape(4, -1));
        all.put("reshape-two-open-lengths", () -> X.reshape(-1, -1));
        all.put("reshape-zero", () -> X.reshape(0, 6));
        all.put("reshape-overflow", () -> X.reshape(1 << 30, 1 << 30, 1 << 30));
        all.put("transpose-of-a-row", () -> ROW.transpose());
        all.put("transpose-axes-missing", () -> CUBE.transpose(1, 0));
        all.put("transpose-axes-twice", () -> X.transpose(0, 1, 1));
        all.put("transpose-axis", () -> X.transpose(0, 2));
        all.put("slice-axis", () -> X.slice(2, 0, 1));
        all.put("slice-beyond", () -> X.slice(1, 1, 4));
        all.put("slice-empty", () -> X.slice(1, 2, 2));
        all.put("slice-backwards", () -> X.slice(0, 1, 0));
        all.put("slice-negative-beyond", () -> X.slice(1, -4, -1));
        all.put("slice-negative-empty", () -> X.slice(1, -1, -1));
        all.put("slice-from-beyond", () -> X.slice(0, 2));
        all.put("split-lengths", () -> X.split(1, 1, 1));
        all.put("split-zero", () -> X.split(1, 3, 0));
        all.put("split-axis", () -> X.split(2, 1));
        all.put("pad-negative", () -> X.pad(0, -1, 0));
        all.put("pad-axis", () -> ONE.pad(0, 1, 1));
        all.put("concat-nothing", () -> Tensor.concat(0));
        all.put("concat-null", () -> Tensor.concat(0, X, null));
        all.put("concat-shapes", () -> Tensor.concat(0, X, X.transpose()));
        all.put("concat-axes", () -> Tensor.concat(0, X, ROW));
        all.put("concat-types", () -> Tensor.concat(0, X, X.toDouble()));
        all.put("concat-axis-of-numbers", () -> Tensor.concat(0, ONE, ONE));
        all.put("stack-shapes", () -> Tensor.stack(0, X, ROW));
        all.put("stack-nothing", () -> Tensor.stack(0));
        all.put("stack-axis", () -> Tensor.stack(3, X, X));
        all.put("stack-types", () -> Tensor.stack(0, X, X.toDouble()));
        all.put("gather-beyond", () -> X.gather(1, Tensor.of(new double[][] {{0, 3}})));
        all.put("gather-before", () -> X.gather(0, Tensor.of(new double[][] {{0, -3}})));
        all.put("gather-broken", () -> X.gather(0, Tensor.of(new double[][] {{0.5}})));
        all.put("gather-nan", () -> X.gather(0, Tensor.of(new double[][] {{Double.NaN}})));
        all.put("gather-axes", () -> X.gather(1, ROW));
        all.put("gather-longer", () -> X.gather(1, Tensor.data(new float[3], 3, 1)));
        all.put("gather-axis", () -> X.gather(2, ROW));
        all.put("rows-beyond", () -> X.rows(Tensor.of(new double[] {0, 2})));
        all.put("rows-negative", () -> X.rows(Tensor.of(-1)));
        all.put("rows-broken", () -> X.rows(Tensor.of(0.5)));
        all.put("rows-nan", () -> X.rows(Tensor.of(Double.NaN)));
        all.put("rows-of-a-number", () -> ONE.rows(ONE));
        all.put("gt-shapes", () -> X.gt(Tensor.of(new double[] {1, 2})));
        all.put("eq-double", () -> X.eq(X.toDouble()));
        all.put("where-shapes", () -> X.gt(2).where(X, Tensor.of(new double[] {1, 2})));
        all.put("where-mask", () -> ROW.gt(2).reshape(3, 1).where(X, X));
        all.put("where-double", () -> X.gt(2).where(X.toDouble(), X.toDouble()));
        all.put("clamp-backwards", () -> X.clamp(1, 0));
        all.put("clamp-nan", () -> X.clamp(Double.NaN, 1));
        all.put("min-axis", () -> X.min(2));
        all.put("log-sum-exp-axis", () -> X.logSumExp(2));
        all.put("log-sum-exp-empty-axes", () -> X.logSumExp(new int[0]));
        all.put("leaky-relu-slope", () -> X.leakyRelu(-0.1));
        all.put("elu-alpha", () -> X.elu(Double.NaN));
        all.put("log-softmax-of-a-number", () -> ONE.logSoftmax());
        all.put("softmax-of-a-number", () -> ONE.softmax());
        all.put("dropout-rate", () -> X.dropout(1, Seed.of(1)));
    }

    private static void products(Map<String, Executable> all) {
        all.put("matmul-inner", () -> X.matmul(X));
        all.put("matmul-row", () -> X.matmul(ROW));
        all.put("matmul-cube", () -> CUBE.matmul(X));
        all.put("matmul-batches", () -> CUBE.reshape(2, 1, 3).matmul(CUBE.reshape(1, 3, 2)));
        all.put("matmul-batch-inner", () -> CUBE.matmul(CUBE));
        all.put("matmul-batch-and-row", () -> CUBE.matmul(ROW));
        all.put("matmul-double", () -> X.matmul(X.transpose().toDouble()));
        all.put("linear-features", () -> X.linear(Tensor.of(new double[][] {{1}, {2}}), ONE.reshape(1)));
        all.put("linear-features-that-do-not-divide",
            () -> X.linear(Tensor.of(new double[][] {{1}, {2}, {3}, {4}}), ONE.reshape(1)));
        all.put("linear-one-sample", () -> ROW.linear(X.transpose(), Tensor.of(new double[] {1, 2})));
        all.put("linear-steps", () -> CUBE.linear(Tensor.of(new double[][] {{1}, {2}}), ONE.reshape(1)));
        all.put("linear-images",
            () -> Tensor.data(new float[2 * 28 * 28], 2, 28, 28).linear(Tensor.data(new float[7840], 784, 10),
                Tensor.data(new float[10], 10)));
        all.put("linear-bias", () -> X.linear(X.transpose(), ROW));
        all.put("linear-weight-axes", () -> X.linear(ROW, ONE.reshape(1)));
        all.put("linear-double", () -> X.toDouble().linear(X.transpose(), Tensor.of(new double[] {1, 2})));
    }

    private static void losses(Map<String, Executable> all) {
        Tensor classes = Tensor.of(new double[] {0, 2});
        all.put("cross-entropy-one-hot", () -> X.softmaxCrossEntropy(X));
        all.put("cross-entropy-rows", () -> X.softmaxCrossEntropy(ROW));
        all.put("cross-entropy-class-too-large", () -> X.softmaxCrossEntropy(Tensor.of(new double[] {0, 3})));
        all.put("cross-entropy-class-negative", () -> X.softmaxCrossEntropy(Tensor.of(new double[] {-1, 0})));
        all.put("cross-entropy-class-broken", () -> X.softmaxCrossEntropy(Tensor.of(new double[] {0.5, 0})));
        all.put("cross-entropy-class-nan", () -> X.softmaxCrossEntropy(Tensor.of(new double[] {Double.NaN, 0})));
        all.put("cross-entropy-scores-axes", () -> ROW.softmaxCrossEntropy(classes));
        Tensor steps = Tensor.data(new float[24], 2, 3, 4);
        all.put("cross-entropy-of-steps-one-each", () -> Loss.crossEntropy().of(steps, classes));
        all.put("cross-entropy-of-steps-class", () -> Loss.crossEntropy().of(steps,
            Tensor.data(new float[] {0, 1, 2, 3, 4, 0}, 2, 3)));
        all.put("cross-entropy-of-steps-summed", () -> Loss.crossEntropy().withReduction(Reduction.SUM).of(steps,
            Tensor.data(new float[] {0, 1, 2, 3, 4, 0}, 2, 3)));
        all.put("cross-entropy-of-steps-another-length", () -> Loss.crossEntropy().of(steps,
            Tensor.data(new float[8], 2, 4)));
        all.put("binary-cross-entropy-shape", () -> Loss.binaryCrossEntropy().of(X, classes));
        all.put("binary-cross-entropy-range", () -> X.sigmoidCrossEntropy(X));
        all.put("binary-cross-entropy-nan", () -> ROW.sigmoidCrossEntropy(Tensor.of(new double[] {1, Double.NaN, 0})));
        all.put("squared-error-shape", () -> Loss.meanSquaredError().of(X, classes));
        all.put("squared-error-row-and-column", () -> X.slice(1, 0, 1).meanSquaredError(classes));
        all.put("squared-error-double", () -> X.meanSquaredError(X.toDouble()));
        all.put("by-row-shape", () -> X.softmaxCrossEntropyByRow(ROW));
        all.put("by-row-negative", () -> X.softmaxCrossEntropyByRow(X.neg()));
        all.put("by-row-nan", () -> X.softmaxCrossEntropyByRow(X.mul(Double.NaN)));
        all.put("by-row-axes", () -> ROW.softmaxCrossEntropyByRow(ROW));
        all.put("cross-entropy-smoothing", () -> Loss.crossEntropy().withSmoothing(1));
        all.put("cross-entropy-weights", () -> Loss.crossEntropy().withClassWeights(1, -1));
        all.put("cross-entropy-weights-none", () -> Loss.crossEntropy().withClassWeights());
        all.put("cross-entropy-weights-count", () -> Loss.crossEntropy().withClassWeights(1, 2).of(X, classes));
        all.put("cross-entropy-sum-class", () -> Loss.crossEntropy().withReduction(Reduction.SUM).of(X,
            Tensor.of(new double[] {0, 3})));
        all.put("cross-entropy-ignoring-another", () -> Loss.crossEntropy().ignoring(-1).of(X,
            Tensor.of(new double[] {-100, 0})));
        all.put("cross-entropy-all-ignored", () -> Loss.crossEntropy().ignoring(0).of(X,
            Tensor.of(new double[] {0, 0})));
        all.put("cross-entropy-none-backward", () -> Loss.crossEntropy().withReduction(Reduction.NONE).of(X, classes)
            .backward());
        all.put("cross-entropy-smoothed-one-hot", () -> Loss.crossEntropy().withSmoothing(0.1).of(X, X));
        all.put("absolute-error-shape", () -> Loss.meanAbsoluteError().of(X, classes));
        all.put("huber-shape", () -> Loss.huber().of(X, classes));
        all.put("huber-delta", () -> Loss.huber().withDelta(0));
        all.put("loss-in-a-lambda", () -> ((Loss) (p, t) -> p.sub(t).sum()).of(X, classes));
    }

    private static void layers(Map<String, Executable> all) {
        all.put("linear-sizes", () -> Linear.of(0, 3));
        all.put("linear-given-bias", () -> Linear.of(new double[][] {{1, 2}}, new double[] {1}));
        all.put("sequential-empty", () -> Sequential.of());
        all.put("sequential-features", () -> Sequential.of(Linear.of(784, 128), Activation.relu(), Linear.of(128, 10))
            .forward(Tensor.data(new float[784 * 28], 784, 28)));
        all.put("sequential-second-layer",
            () -> Sequential.of(Linear.of(3, 4), Activation.relu(), Linear.of(5, 2)).forward(X));
        all.put("sequential-within", () -> Sequential.of(Activation.tanh(), Sequential.of(Linear.of(2, 2))).forward(X));
        all.put("sequential-lambda", () -> Sequential.of(Linear.of(3, 4), x -> x.add(ROW)).forward(X));
        all.put("sequential-null", () -> Sequential.of(Linear.of(3, 4), null));
        all.put("dropout-layer-rate", () -> Dropout.of(1.5));
        all.put("initializer-normal", () -> Initializer.normal(-1));
        all.put("initializer-uniform", () -> Initializer.uniform(0));
        all.put("initializer-gain", () -> Initializer.he().withGain(Double.NaN));
        all.put("initializer-sizes", () -> Initializer.he().of(0, 3, Seed.of(1)));
    }

    private static void images(Map<String, Executable> all) {
        Tensor x = Tensor.data(new float[2 * 3 * 4 * 5], 2, 3, 4, 5);
        all.put("data-empty-batch", () -> Tensor.data(new float[0], 0, 3));
        all.put("conv-sizes", () -> Conv2d.of(0, 3, 3));
        all.put("conv-groups", () -> Conv2d.grouped(2, 3, 4, 3));
        all.put("conv-1d-groups", () -> Conv1d.grouped(0, 4, 4, 3));
        all.put("conv-given-groups", () -> x.conv2d(Tensor.data(new float[36], 4, 1, 3, 3), Window.of(3, 3), 3));
        all.put("conv-channels", () -> Conv2d.of(1, 2, 3).forward(x));
        all.put("conv-channels-last", () -> Conv2d.of(5, 2, 3).forward(x));
        all.put("conv-rows-of-pixels", () -> Sequential.of(Conv2d.of(1, 8, 3), Activation.relu())
            .forward(Tensor.data(new float[128], 2, 64)));
        all.put("conv-window-too-large", () -> Conv2d.of(3, 2, 5).forward(x));
        all.put("conv-window-of-another-weight",
            () -> x.conv2d(Tensor.data(new float[36], 4, 3, 3, 1), Window.of(3, 3)));
        all.put("window-size", () -> Window.of(0, 3));
        all.put("window-stride", () -> Window.of(3, 3).withStride(0));
        all.put("window-padding", () -> Conv2d.of(3, 2, 3).withPadding(-1));
        all.put("pool-window-too-large", () -> MaxPool2d.of(5).forward(x));
        all.put("pool-dilation", () -> x.averagePool2d(Window.of(2, 2).withDilation(2)));
        all.put("pool-padding", () -> x.maxPool2d(Window.of(2, 2).withPadding(2)));
        all.put("batch-norm-sizes", () -> BatchNorm.of(0));
        all.put("batch-norm-one-row", () -> BatchNorm.of(3).forward(ROW.reshape(1, 3)));
        all.put("batch-norm-double-images", () -> BatchNorm.of(3).forward(x.toDouble()));
        all.put("layer-norm-sizes", () -> LayerNorm.of(0));
        all.put("unflatten-another-size", () -> Unflatten.of(1, 8, 8).forward(Tensor.data(new float[2 * 63], 2, 63)));
        all.put("unflatten-one-row", () -> Unflatten.of(1, 8, 8).forward(Tensor.data(new float[64], 64)));
        all.put("flatten-a-number", () -> Flatten.of().forward(ONE));
        all.put("channel-dropout-rate", () -> ChannelDropout.of(1));
    }

    private static void sequences(Map<String, Executable> all) {
        Tensor x = Tensor.data(new float[24], 2, 4, 3);
        LSTM lstm = LSTM.of(3, 5);
        GRU gru = GRU.of(3, 5);
        Tensor weights = Tensor.data(new float[15], 3, 5);
        all.put("lstm-sizes", () -> LSTM.of(0, 3));
        all.put("lstm-layers", () -> lstm.withLayers(0));
        all.put("lstm-dropout-of-one-layer", () -> lstm.withLayers(1, 0.5));
        all.put("lstm-dropout-rate", () -> lstm.withLayers(2, 1));
        all.put("lstm-features", () -> lstm.forward(Tensor.data(new float[32], 2, 4, 4)));
        all.put("lstm-features-before-steps", () -> lstm.forward(Tensor.data(new float[24], 2, 3, 4)));
        all.put("lstm-one-sequence", () -> lstm.forward(X));
        all.put("lstm-flat", () -> lstm.forward(Tensor.data(new float[24], 2, 12)));
        all.put("lstm-numbers", () -> lstm.forward(ROW));
        all.put("lstm-in-a-net",
            () -> Sequential.of(LSTM.of(3, 5), LastStep.of(), Linear.of(5, 2))
                .forward(Tensor.data(new float[8], 2, 4, 1)));
        all.put("lstm-double", () -> lstm.forward(x.toDouble()));
        all.put("lstm-mask-of-another-length", () -> lstm.forward(x, Tensor.data(new float[10], 2, 5)));
        all.put("lstm-mask-of-lengths", () -> lstm.forward(x, Tensor.data(new float[] {4, 2}, 2)));
        all.put("lstm-mask-numbers", () -> lstm.forward(x, Tensor.data(new float[] {1, 1, 1, 1, 1, 1, 2, 0}, 2, 4)));
        all.put("lstm-state-of-another-batch",
            () -> lstm.unroll(x, lstm.unroll(Tensor.data(new float[36], 3, 4, 3)).state()));
        all.put("lstm-state-of-another-layer", () -> lstm.withLayers(2).unroll(x, lstm.unroll(x).state()));
        all.put("lstm-state-without-cells", () -> lstm.unroll(x, gru.unroll(x).state()));
        all.put("gru-state-with-cells", () -> gru.unroll(x, lstm.unroll(x).state(), null));
        all.put("gru-state-double", () -> gru.unroll(x,
            new State(List.of(Tensor.data(new float[10], 2, 5).toDouble()), List.of()), null));
        all.put("rnn-weights", () -> x.rnn(weights, weights, ROW));
        all.put("last-step-axes", () -> LastStep.of().forward(X));
        all.put("embedding-sizes", () -> Embedding.of(0, 3));
        all.put("embedding-class-too-large", () -> Embedding.of(3, 2).forward(ROW));
        all.put("embedding-class-broken", () -> Embedding.of(3, 2).forward(Tensor.of(new double[] {0.5})));
        all.put("embedding-class-negative", () -> Embedding.of(3, 2).forward(Tensor.of(new double[] {-1})));
    }

    private static void rules(Map<String, Executable> all) {
        Linear layer = Linear.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {0, 0});
        all.put("sgd-rate", () -> Sgd.of(-0.1));
        all.put("sgd-rate-nan", () -> Sgd.of(Double.NaN));
        all.put("momentum-decay", () -> Momentum.of(0.1).withDecay(1));
        all.put("momentum-rate", () -> Momentum.of(0));
        all.put("adam-rate", () -> Adam.of(Double.POSITIVE_INFINITY));
        all.put("adam-beta1", () -> Adam.of(0.1).withBeta1(1));
        all.put("adam-beta2", () -> Adam.of(0.1).withBeta2(-1));
        all.put("adam-epsilon", () -> Adam.of(0.1).withEpsilon(0));
        all.put("nesterov-rate", () -> Nesterov.of(-1));
        all.put("nesterov-decay", () -> Nesterov.of(0.1).withDecay(1.5));
        all.put("rmsprop-decay", () -> RMSProp.of(0.1).withDecay(1));
        all.put("rmsprop-momentum", () -> RMSProp.of(0.1).withMomentum(-0.1));
        all.put("adagrad-rate-decay", () -> Adagrad.of(0.1).withRateDecay(-1));
        all.put("adagrad-start", () -> Adagrad.of(0.1).withStart(Double.NaN));
        all.put("adamw-weight-decay", () -> AdamW.of(0.1).withWeightDecay(-0.01));
        recipes(all, layer);
        all.put("optimizer-double", () -> Sgd.of(0.1).on(Parameters.map(layer, Tensor::toDouble)));
        all.put("optimizer-nothing-to-learn", () -> Sgd.of(0.1).on(Activation.relu()).step(X.mul(2).sum().backward()));
        all.put("optimizer-nan", () -> Sgd.of(0.1).on(layer).step(layer.forward(X).sub(100).log().mean().backward()));
        all.put("optimizer-infinite", () -> Sgd.of(0.1).on(layer).step(
            Loss.meanSquaredError()
                .of(Sequential.of(layer, x -> x.mul(1e30)).forward(X), Tensor.data(new float[4], 2, 2)).backward()));
        all.put("optimizer-nan-in-data",
            () -> Sgd.of(0.1).on(layer).step(layer.forward(X.mul(Double.NaN).toData()).mean().backward()));
        all.put("optimizer-other-rule", () -> Adam.of(0.1).on(layer).use(Sgd.of(0.1)));
        all.put("optimizer-other-net", () -> Sgd.of(0.1).on(layer).step(Linear.of(3, 2).forward(X).mean().backward()));
    }

    private static void recipes(Map<String, Executable> all, Linear layer) {
        all.put("rule-l1", () -> Sgd.of(0.1).withL1(-1));
        all.put("rule-l2", () -> Adam.of(0.1).withL2(-1));
        all.put("clipping-norm", () -> Clipping.norm(0));
        all.put("clipping-value", () -> Clipping.value(-1));
        all.put("schedule-step-length", () -> Schedule.step(0, 0.1));
        all.put("schedule-step-factor", () -> Schedule.step(3, 0));
        all.put("schedule-exponential-factor", () -> Schedule.exponential(-0.5));
        all.put("schedule-cosine-length", () -> Schedule.cosine(-3));
        all.put("schedule-cosine-floor", () -> Schedule.cosine(3).withFloor(1));
        all.put("schedule-one-cycle-rise", () -> Schedule.oneCycle(10).withRise(1));
        all.put("schedule-one-cycle-end", () -> Schedule.oneCycle(10).withEnd(0));
        all.put("schedule-warm-up-length", () -> Schedule.warmUp(0));
        all.put("schedule-plateau-factor", () -> Schedule.plateau().withFactor(1));
        all.put("schedule-plateau-patience", () -> Schedule.plateau().withPatience(-1));
        all.put("schedule-factor", () -> Sgd.of(0.1).withSchedule(now -> -1).on(layer)
            .step(layer.forward(X).sum().backward()));
        all.put("group-without-a-parameter", () -> Sgd.of(0.1).withFrozen("1.*").on(layer));
        all.put("group-with-clipping", () -> Sgd.of(0.1).withGroup("*", Sgd.of(1).withClipping(Clipping.norm(1))));
        all.put("group-all-frozen", () -> Sgd.of(0.1).withFrozen("*").on(layer));
        all.put("optimizer-gradient-not-finite", () -> {
            Linear zero = Linear.of(new double[3][1], new double[1]);
            Tensor loss = zero.forward(X).mul(1e30).mul(1e30).sum();
            Sgd.of(0.1).withClipping(Clipping.norm(1)).on(zero).step(loss.backward());
        });
    }

    private static void backward(Map<String, Executable> all) {
        Parameter w = Parameter.of("weight", X);
        all.put("backward-of-many", () -> X.mul(2).backward());
        all.put("backward-of-data", () -> ONE.toData().mul(3).backward());
        all.put("backward-of-a-leaf", () -> ONE.backward());
        all.put("backward-of-a-prediction", () -> Linear.of(3, 1).predict(X.slice(0, 0, 1)).sum().backward());
        all.put("backward-after-an-update", () -> {
            Tensor loss = w.mul(w).sum();
            w.changed();
            loss.backward();
        });
        all.put("gradient-of-data", () -> X.mul(ROW.toData()).sum().backward().of(ROW.toData()));
        all.put("gradient-of-a-stranger", () -> X.sum().backward().of(w));
        all.put("gradient-of-a-copy", () -> X.sum().backward().of(X.toLeaf().named("x")));
        all.put("stale-tensor", () -> {
            try (Arena arena = Arena.open()) {
                Tensor y = X.mul(2);
                arena.rewind();
                X.mul(3);
                y.toDoubles();
            }
        });
        all.put("stale-gradients", () -> {
            try (Arena arena = Arena.open()) {
                Gradients gradients = X.mul(2).sum().backward();
                arena.rewind();
                X.mul(2).exp().sum().backward();
                gradients.of(X).toDoubles();
            }
        });
        all.put("stale-way-back", () -> {
            try (Arena arena = Arena.open()) {
                Tensor y = X.mul(2);
                while (y.array().isFromArena()) {
                    y = y.mul(2);
                }
                arena.rewind();
                y.sum().backward();
            }
        });
        all.put("stale-view", () -> {
            Tensor view = w.reshape(3, 2);
            w.changed();
            view.toDoubles();
        });
        all.put("tensor-of-another-thread", () -> {
            try (Arena arena = Arena.open()) {
                Tensor y = X.mul(2);
                throw CompletableFuture.supplyAsync(y::toDoubles).handle((numbers, error) -> error.getCause()).get();
            }
        });
        all.put("own-operation-shape",
            () -> Tensor.op("cube", X.mul(X), Tensor.wrt(X, dy -> dy.transpose())).sum().backward());
        all.put("own-operation-type",
            () -> Tensor.op("cube", X.mul(X), Tensor.wrt(X, dy -> dy.toDouble())).sum().backward());
        all.put("gradient-check-of-float", () -> GradientCheck.of(() -> X.mul(X), List.of(X)));
    }

    static Stream<String> names() { return mistakes().keySet().stream(); }

    @ParameterizedTest
    @MethodSource("names")
    void every_mistake_is_answered_in_words(String name) {
        assertGolden("errors/" + name + ".txt",
            assertThrows(GlassboxException.class, mistakes().get(name)).getMessage());
    }

    @Test
    void a_wrong_feature_count_reads_as_promised() {
        Layer net = Sequential.of(Linear.of(784, 128), Activation.relu(), Linear.of(128, 10));
        assertEquals("""
            linear: input has 28 features, weight expects 784
              input  [896, 28]
              weight [784, 128]
              in     Sequential › 0:Linear
              help   each row must hold one whole sample; did you mean x.reshape(32, 784)?""",
            assertThrows(GlassboxException.class, () -> net.forward(Tensor.data(new float[896 * 28], 896, 28)))
                .getMessage());
    }

    @Test
    void after_an_error_in_a_layer_the_next_one_does_not_name_that_layer() {
        assertThrows(GlassboxException.class, () -> Sequential.of(Linear.of(5, 1)).forward(X));
        String text = assertThrows(GlassboxException.class, () -> X.matmul(X)).getMessage();
        assertTrue(!text.contains("  in "), text);
    }

    @Test
    void no_text_is_left_over_and_each_has_a_mend_and_fits_a_screen() throws IOException {
        Set<String> files = new TreeSet<>();
        List<String> bad = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of("src", "test", "resources", "org", "glassbox", "errors"))) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString().replace(".txt", "");
                files.add(name);
                List<String> lines = Files.readAllLines(path);
                if (lines.stream().noneMatch(line -> line.startsWith("  help"))
                    || lines.stream().anyMatch(line -> line.length() > 150)) {
                    bad.add(name);
                }
            }
        }
        assertEquals(names().collect(Collectors.toCollection(TreeSet::new)), files);
        assertEquals(List.of(), bad);
    }
}
