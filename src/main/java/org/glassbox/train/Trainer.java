package org.glassbox.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.data.Split;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.optim.Optimizer;
import org.glassbox.optim.Rule;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * Trains a net: forward, loss, backward, step, over batches and epochs, and remembers what was seen. Its setting verbs
 * change it and return it. A second {@link #fit} goes on where the first ended.
 */
public final class Trainer {
    private static final int USUAL_BATCH = 32;

    private final Layer net;
    private final Loss loss;
    private final Optimizer optimizer;
    private final Seed seed = Seed.next("trainer");
    private final List<Listener> listeners = new ArrayList<>(Listeners.found());
    private int batchSize = USUAL_BATCH;
    private Watch watch = Watch.standard();
    private EarlyStopping stopping = EarlyStopping.never();
    private Metric metric;
    private Recording recording;

    private Trainer(Layer net, Loss loss, Rule rule) {
        this.net = net;
        this.loss = loss;
        this.optimizer = rule.on(net);
    }

    /** A trainer with batches of 32 rows, the usual watches, and accuracy (classes) or R² (numbers) as metric. */
    public static Trainer of(Layer net, Loss loss, Rule rule) {
        return new Trainer(net, loss, rule);
    }

    /** Rows in each batch but the last of an epoch. */
    public Trainer batchSize(int rows) {
        if (rows < 1) {
            throw new TrainingException(
                Message.of("batchSize", rows + ", expected at least 1").help("32 is a usual size"));
        }
        batchSize = rows;
        return this;
    }

    /** Rows in each batch but the last of an epoch. */
    public int batchSize() { return batchSize; }

    /** Looks with these instead of the usual watches; {@link Watch#none()} looks at nothing. */
    public Trainer watch(Watch... watches) {
        watch = Watch.all(watches);
        return this;
    }

    /** Measures this after each epoch. */
    public Trainer metric(Metric other) {
        metric = other;
        return this;
    }

    /**
     * Stops when the validation loss has not fallen for some epochs, 10 with {@link EarlyStopping#of()}, and brings the best net
     * back; the message in the facts of the history says why it ended and which epoch is kept.
     */
    public Trainer earlyStopping(EarlyStopping other) {
        stopping = other;
        return this;
    }

    /** Tells this listener, too. */
    public Trainer listener(Listener more) {
        listeners.add(more);
        return this;
    }

    /** Trains on the training part and measures on the validation part; never reads the test part. */
    public History fit(Split data, int epochs) {
        return fit(data.train(), Optional.of(data.valid()), data.isStratified(), epochs);
    }

    /** Trains on all rows, without validation. */
    public History fit(Dataset data, int epochs) {
        return fit(data, Optional.empty(), false, epochs);
    }

    private History fit(Dataset train, Optional<Dataset> valid, boolean stratified, int epochs) {
        Evaluation evaluation = evaluation(train, valid, epochs);
        Patience patience = patience(evaluation);
        recorded(() -> recording.begin(evaluation, optimizer, batchSize, stratified, epochs, watch));
        listeners.forEach(listener -> listener.onStart(history()));
        recording.startClock();
        try {
            recorded(() -> learn(train, epochs, patience));
        } finally {
            listeners.forEach(listener -> listener.onEnd(history()));
        }
        return history();
    }

    private void learn(Dataset train, int epochs, Patience patience) {
        try (Arena between = Arena.open()) {                                 // closes, too, the loop that an error leaves
            for (int i = 0; i < epochs && !patience.isOver(); i++) {
                between.rewind();
                recording.beginEpoch();
                for (Batch batch : train.batches(batchSize, seed.split(recording.epoch()))) {
                    step(batch);
                }
                recording.endEpoch(patience);
                recording.timed(() -> listeners.forEach(listener -> listener.onEpoch(history())));
            }
        }
        recording.end(patience);
    }

    /** An error of ours or of a user's layer or watch goes on its way, and the history says what ended the run. */
    private void recorded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error stopped) {
            recording.end("stopped", reason(stopped));
            throw stopped;
        }
    }

    private static String reason(Throwable stopped) {
        String text = stopped instanceof GlassboxException ? stopped.getMessage()
            : stopped.getClass().getSimpleName() + ": " + stopped.getMessage();
        return text.lines().findFirst().orElse("");
    }

    /** One update: the walk of a batch. */
    private void step(Batch batch) {
        stopIfAsked();
        Tensor prediction = Pass.train(() -> net.forward(batch.x()));        // forward propagation
        Tensor error = loss.of(prediction, batch.y());                       // how wrong?
        recording.loss(error, batch.rows(), optimizer.rate());
        Gradients gradients = error.backward();                              // the error goes backward, layer by layer
        recording.look(watch, gradients, batch);
        optimizer.step(gradients);                                           // weights and biases are adjusted
    }

    private Evaluation evaluation(Dataset train, Optional<Dataset> valid, int epochs) {
        if (epochs < 1) {
            throw new TrainingException(
                Message.of("fit", epochs + " epochs, expected at least 1").help("20 is a start"));
        }
        if (metric == null) {
            metric = train.isClasses() ? Metric.accuracy() : Metric.r2();
        }
        Evaluation evaluation = new Evaluation(net, loss, metric, train, valid);
        Traps.check(net, loss, evaluation, seed);
        if (recording == null) {
            recording = new Recording(net, evaluation, seed);
        }
        return evaluation;
    }

    private Patience patience(Evaluation evaluation) {
        boolean never = stopping.equals(EarlyStopping.never());
        double start = never ? Double.NaN : evaluation.ofValidation().orElseThrow(Trainer::withoutValidation).loss();
        return new Patience(stopping, optimizer, recording.kept(), start);
    }

    private static TrainingException withoutValidation() {
        return new TrainingException(Message.of("fit", "early stopping needs validation rows")
            .help("training loss falls on while a net learns by heart: fit(data.split(0.8), epochs)"));
    }

    private void stopIfAsked() {
        if (Thread.interrupted()) {
            throw new TrainingException(Message.of("fit", "stopped by you in epoch " + recording.epoch() + ", step "
                + recording.stepsInEpoch())
                .help("net and history are kept: trainer.history() shows them, fit again goes on"));
        }
    }

    /** What was seen so far, over all calls of {@link #fit}. */
    public History history() {
        if (recording == null) {
            throw new TrainingException(
                Message.of("history", "this trainer has not trained yet").help("call fit first"));
        }
        return recording.history();
    }

    /** The net that it trains. */
    public Layer net() { return net; }

    /** The loss that it makes smaller. */
    public Loss loss() { return loss; }

    /** What moves the weights. */
    public Optimizer optimizer() { return optimizer; }

    @Override
    public String toString() {
        long updates = optimizer.updates();
        return "Trainer   " + loss.title() + " · " + optimizer.rule().title() + " · batch " + batchSize + " · "
            + (updates == 0 ? "not trained yet" : Numbers.of(updates, "update", "updates")) + "\n" + net;
    }
}
