package org.glassbox.array;

/** Losses on raw scores, with what their derivatives need, computed in one go. Checked by the caller, as all in Native. */
public final class Losses {
    private Losses() {}

    /** A mean loss or the losses of the rows, and the derivative of each by its scores. */
    public record ScoreLoss(Array loss, Array gradient) {}

    /**
     * Mean over rows of −ln softmax(z)[class], and (softmax(z) − one-hot) ÷ rows, computed in one go.
     *
     * @param z scores [rows, classes]
     * @param classes class numbers [rows]
     */
    public static ScoreLoss softmaxCrossEntropy(Array z, Array classes) {
        int rows = z.rows();
        double[] total = {0};
        Array dz = Loops.rows(z, Native.like(z), (row, v, n) -> {
            int target = (int) classes.at(row);
            double score = v[target];
            total[0] += Bends.softmax(v, n) - score;
            v[target] -= 1;
            for (int i = 0; i < n; i++) {
                v[i] /= rows;
            }
        });
        return new ScoreLoss(Native.scalar(z.type(), total[0] / rows), dz);
    }

    /**
     * Mean over all numbers of −t ln σ(z) − (1 − t) ln (1 − σ(z)), and (σ(z) − t) ÷ count.
     *
     * @param z scores, any shape
     * @param targets between 0 and 1, same shape
     */
    public static ScoreLoss sigmoidCrossEntropy(Array z, Array targets) {
        int size = z.size();
        Array dz = Native.like(z);
        double total = 0;
        for (int i = 0; i < size; i++) {
            double v = z.at(i);
            double t = targets.at(i);
            total += Math.max(v, 0) - v * t + Math.log1p(Math.exp(-Math.abs(v))); // overflows for no v
            dz.set(i, (1 / (1 + Math.exp(-v)) - t) / size);
        }
        return new ScoreLoss(Native.scalar(z.type(), total / size), dz);
    }

    /**
     * Row by row −Σ t ln softmax(z), and softmax(z) Σt − t. Rows whose targets are all 0 do not count: both are 0 there,
     * whatever the scores.
     *
     * @param z scores [rows, classes]
     * @param targets shares of the classes, same shape
     */
    public static ScoreLoss softmaxCrossEntropyByRow(Array z, Array targets) {
        Array losses = Arena.take(z.type(), z.rows());
        double[] t = new double[z.columns()];
        double[] p = new double[z.columns()];
        Array dz = Loops.rows(z, Native.like(z), (row, v, n) -> {
            targets.read(row * n, t, n);
            System.arraycopy(v, 0, p, 0, n);
            double total = Bends.softmax(p, n);
            double loss = 0;
            double weight = 0;
            for (int i = 0; i < n; i++) {
                loss += t[i] == 0 ? 0 : t[i] * (total - v[i]);
                weight += t[i];
            }
            losses.set(row, loss);
            for (int i = 0; i < n; i++) {
                v[i] = weight == 0 ? 0 : p[i] * weight - t[i];
            }
        });
        return new ScoreLoss(losses, dz);
    }

    /** x² ÷ 2 up to delta on both sides, from there on straight: delta (|x| − delta ÷ 2). */
    public static Array huber(Array x, double delta) {
        float narrow = (float) delta;
        return Loops.map(x, Native.like(x), (a, n) -> Kernels.huber(a, narrow, n), v -> {
            double near = Math.min(Math.abs(v), delta);
            return near * (Math.abs(v) - near / 2);
        });
    }
}
