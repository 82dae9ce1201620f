package org.glassbox.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * Measures a net on all rows of a part, in evaluation mode, as a mean over rows; and shows it on the probe rows with a
 * record, for the watches.
 */
record Evaluation(Layer net, Loss loss, Metric metric, Dataset train, Optional<Dataset> valid) {
    private static final int ROWS_AT_ONCE = 1024;
    private static final int PROBE_ROWS = 512;

    /** Loss and metric over a part. */
    record Measure(double loss, double metric) {}

    /** Over the training rows. */
    Measure ofTraining() { return of(train); }

    /** Over the validation rows, if there are any. */
    Optional<Measure> ofValidation() { return valid.map(this::of); }

    private Measure of(Dataset part) {
        try (Arena arena = Arena.open()) {
            Tensor prediction = predict(net, part);
            Tensor target = part.y();
            double error = Pass.evaluate(() -> loss.of(prediction, target)).item();
            return new Measure(error, counting().of(prediction, target));
        }
    }

    /** The metric without the rows that the loss leaves out: what it does not learn, it is not asked. */
    private Metric counting() {
        return loss.ignored().isPresent() ? metric.ignoring(loss.ignored().getAsInt()) : metric;
    }

    /** Of how many targets the mean loss of a batch is the mean. */
    int counted(Batch batch) {
        int left = loss.ignored().isEmpty() ? 0
            : (int) Arrays.stream(batch.y().toDoubles()).filter(c -> c == loss.ignored().getAsInt()).count();
        return batch.targets() - left;
    }

    /** What {@code net} says of all rows of a part, in evaluation mode. */
    static Tensor predict(Layer net, Dataset part) {
        float[] all = null;
        int[] shape = {};
        int from = 0;
        for (Batch batch : part.inOrder(ROWS_AT_ONCE)) {
            Tensor some = net.predict(batch.x());
            if (all == null) {
                all = new float[some.size() / batch.rows() * part.rows()];
                shape = some.shape();
                shape[0] = all.length / (some.size() / shape[0]);
            }
            System.arraycopy(some.toFloats(), 0, all, from, some.size());
            from += some.size();
        }
        return Tensor.data(all, shape);
    }

    /** Up to 512 training rows, always the same ones. */
    Batch probe(Seed seed) {
        int count = Math.min(PROBE_ROWS, train.rows());
        int[] order = seed.split("probe").random().permutation(train.rows());
        return batch(train.take(IntStream.of(order).limit(count).sorted().toArray()));
    }

    private static Batch batch(Dataset rows) { return new Batch(rows.x().copy(), rows.y().copy()); }

    /** The loss on the probe rows in evaluation mode, with a record. */
    Tensor look(Batch probe) {
        return Pass.observe(() -> loss.of(net.forward(probe.x()), probe.y()));
    }

    /** The loss of who knows how often each answer comes in the training part, and nothing else; NaN if that has no meaning. */
    double chance() {
        return loss.chance(train.y());
    }
}
