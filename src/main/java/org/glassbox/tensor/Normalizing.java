package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.Message;
import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.array.Normalization;

/** Numbers shifted and scaled to mean 0 and variance 1, so that no layer starves the next or floods it. */
final class Normalizing {
    private Normalizing() {}

    /** What batch normalisation remembers for use. */
    record Running(Buffer mean, Buffer variance, double momentum) {
        private void follow(Normalization batch) {
            double unbiased = batch.count() / (batch.count() - 1.0);
            mean.follow(batch.means(), 1, momentum);
            variance.follow(batch.variances(), unbiased, momentum);
        }
    }

    /** x [batch, channels] or [batch, channels, height, width]; γ, β [channels]. Ioffe & Szegedy 2015, arXiv:1502.03167. */
    static Tensor batch(Tensor x, Tensor gamma, Tensor beta, Running running, double epsilon) {
        check(x, gamma, beta, running);
        Array channels = channelsFirst(x, x.array());
        int plane = x.rank() == 2 ? x.array().rows() : x.size() / x.array().shape()[0] / gamma.size();
        boolean ofBatch = Pass.isTraining();
        Normalization n = ofBatch ? Normalization.byItself(channels, gamma.size(), plane, gamma.array(), epsilon)
            : Normalization.by(running.mean().array(), running.variance().array(), channels, plane, gamma.array(),
                epsilon);
        if (ofBatch) {
            running.follow(n);
        }
        var sums = new Shared<>(dy -> n.sums(channelsFirst(x, dy)));
        return Tensor.op("batchNorm", channelsFirst(x, n.forward(beta.array())),
            () -> ofBatch ? composed(x, gamma, beta, epsilon) : composedFixed(x, gamma, beta, n, epsilon),
            wrt(x, dy -> channelsFirst(x, ofBatch ? n.backward(channelsFirst(x, dy), sums.of(dy))
                : n.backwardFixed(channelsFirst(x, dy)))),                      // what all share is taken out of dy
            wrt(gamma, dy -> Array.of(x.array().type(), sums.of(dy)[1], gamma.size())),     // dγ = Σ dy · x̂
            wrt(beta, dy -> Array.of(x.array().type(), sums.of(dy)[0], gamma.size())));     // dβ = Σ dy
    }

    /** Each row by itself. x [..., features]; γ, β [features]. Ba, Kiros, Hinton 2016, arXiv:1607.06450. */
    static Tensor layer(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        Checks.atLeastRank("layerNorm", x, 1);
        int features = x.array().columns();
        one("layerNorm", x, "gamma", gamma, features);
        one("layerNorm", x, "beta", beta, features);
        Normalization n = Normalization.byItself(x.array(), x.array().rows(), features, null, epsilon);
        Array hat = n.forward(null);
        return Tensor.op("layerNorm", Native.add(Native.mul(hat, gamma.array()), beta.array()),
            () -> composedRows(x, gamma, beta, epsilon),
            wrt(x, dy -> backward(n, Native.mul(dy, gamma.array()))),
            wrt(gamma, dy -> Native.mul(dy, hat)),                              // dγ = Σ over rows of dy · x̂
            wrt(beta, dy -> dy));                                               // dβ = Σ over rows of dy
    }

    private static Array backward(Normalization n, Array dhat) { return n.backward(dhat, n.sums(dhat)); }

    /** [batch, channels] ↔ [channels, batch]; images stay: their channels lie in planes. */
    private static Array channelsFirst(Tensor x, Array numbers) {
        return x.rank() == 2 ? Native.transpose(numbers, 1, 0) : numbers;
    }

    private static Tensor composed(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        int[] all = x.rank() == 2 ? new int[] {0} : new int[] {0, 2, 3};
        Tensor d = x.sub(along(x, x.mean(all)));
        Tensor scale = d.mul(d).mean(all).add(epsilon).log().mul(-0.5).exp();
        return d.mul(along(x, scale.mul(gamma))).add(along(x, beta));
    }

    /** By the statistics of then: the running ones go on. */
    private static Tensor composedFixed(Tensor x, Tensor gamma, Tensor beta, Normalization n, double epsilon) {
        Tensor scale = channels(x, n.variances()).add(epsilon).log().mul(-0.5).exp();
        return x.sub(along(x, channels(x, n.means()))).mul(along(x, gamma.mul(scale))).add(along(x, beta));
    }

    private static Tensor channels(Tensor like, double[] values) {
        return Tensor.data(Array.of(like.array().type(), values, values.length));
    }

    private static Tensor composedRows(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        int[] rows = x.shape();
        rows[rows.length - 1] = 1;
        Tensor d = x.sub(x.mean(-1).reshape(rows));
        return d.mul(d.mul(d).mean(-1).reshape(rows).add(epsilon).log().mul(-0.5).exp()).mul(gamma).add(beta);
    }

    private static Tensor along(Tensor x, Tensor channels) {
        return x.rank() == 2 ? channels : channels.reshape(channels.size(), 1, 1);
    }

    private static void check(Tensor x, Tensor gamma, Tensor beta, Running running) {
        if (x.rank() != 2 && x.rank() != 4) {
            throw Checks.shape(Message.of("batchNorm", "input has " + Checks.axes(x) + ", expects 2 or 4"),
                "rows [batch, features] or images [batch, channels, height, width]; LayerNorm is for sequences",
                "input", x);
        }
        int channels = x.array().shape()[1];
        one("batchNorm", x, "gamma", gamma, channels);
        one("batchNorm", x, "beta", beta, channels);
        one("batchNorm", x, "running mean", running.mean(), channels);
        one("batchNorm", x, "running variance", running.variance(), channels);
        if (Pass.isTraining() && x.size() == channels) {
            throw Checks.shape(Message.of("batchNorm", "one number a channel has no variance"),
                "train with more than one row; predict(…) uses the running statistics", "input", x);
        }
    }

    private static void one(String op, Tensor x, String name, Tensor given, int size) {
        Checks.sameType(op, "input", x, name, given);
        if (given.rank() != 1 || given.size() != size) {
            throw Checks.shape(
                Message.of(op, name + " has shape " + Checks.text(given) + ", input expects [" + size + "]"),
                "one number for each " + (op.equals("batchNorm") ? "channel: BatchNorm" : "feature: LayerNorm") + ".of("
                    + size + ") has them",
                "input", x, name, given);
        }
    }
}
