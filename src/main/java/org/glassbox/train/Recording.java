package org.glassbox.train;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassbox.Numbers;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** What a trainer has seen so far; {@link #history} hands out what it holds at that moment. */
final class Recording {
    /** Watched steps of a fit, about: more do not show in a picture. */
    private static final int WATCHED_STEPS = 300;

    /** One row of {@link History#epochs()}. */
    record Epoch(int epoch, int step, Evaluation.Measure train, Optional<Evaluation.Measure> valid, double rate,
        double seconds) {}

    private final Layer net;
    private final Parameters parameters;
    private final Map<Parameter, float[]> starts = new IdentityHashMap<>();
    private final Places places;
    private final Batch probe;
    private final List<Epoch> epochs = new ArrayList<>();
    private final StepTable steps = new StepTable();
    private final Rows rows = new Rows();
    private final String startSeed = Long.toString(Seed.current().value());

    private Evaluation evaluation;
    private Optimizer optimizer;
    private Watch watch;
    private int batchSize;
    private boolean stratified;
    private int every = 1;
    private int epoch;
    private int planned;
    private int firstStepOfEpoch;
    private String starts0 = "untrained";
    private String state = "running";
    private String message = "";
    private long began;
    private double secondsBefore;
    private long watching;

    Recording(Layer net, Evaluation evaluation, Seed seed) {
        this.net = net;
        this.parameters = Parameters.of(net);
        this.places = new Places(parameters);
        this.probe = evaluation.probe(seed);
        parameters.list().forEach(parameter -> starts.put(parameter, parameter.toFloats()));
    }

    void begin(Evaluation now, Optimizer with, int batch, boolean isStratified, int moreEpochs, Watch watches) {
        evaluation = now;
        optimizer = with;
        batchSize = batch;
        stratified = isStratified;
        watch = watches;
        state = "running";
        message = "";
        starts0 = epoch > 0 ? "goes on from epoch " + epoch : parameters.updates() == 0 ? "untrained"
            : "after " + Numbers.of(parameters.updates(), "update", "updates");
        planned = epoch + moreEpochs;
        long updates = (long) moreEpochs * ((now.train().rows() + batch - 1) / batch);
        every = (int) Math.max(1, updates / WATCHED_STEPS);
        if (epochs.isEmpty()) {
            measure();
            lookAtProbe(Step.Moment.START);
        }
    }

    /** The clock of training and watching starts: what came before was said and drawn before the first update. */
    void startClock() {
        watching = epoch == 0 ? 0 : watching;
        began = System.nanoTime();
    }

    void beginEpoch() {
        epoch++;
        firstStepOfEpoch = steps.count();
    }

    void endEpoch() {
        measure();
        lookAtProbe(Step.Moment.EPOCH);
    }

    /** Notes the loss of a batch; one that is not finite ends the training. */
    void loss(Tensor loss, int batchRows, double rate) {
        double value = loss.item();
        steps.add(epoch, batchRows, value, rate);
        if (!Double.isFinite(value)) {
            throw new TrainingException(Traps.notFinite(loss, steps.count(), rate));
        }
    }

    /** Lets the watch look at an update, if it is due. */
    void look(Watch watches, Gradients gradients, int batchRows) {
        int number = steps.count();
        if ((number - 1) % every == 0) {
            read(new Step(Step.Moment.UPDATE, number, epoch, batchRows, parameters, starts, gradients, places));
        }
    }

    void end(String how, String why) {
        boolean bad = steps.count() > 0 && !Double.isFinite(steps.lastLoss());
        state = bad ? "not finite" : how;
        message = why.isEmpty() ? message : why;
        secondsBefore = seconds();
        began = 0;
    }

    int epoch() { return epoch; }

    int stepsInEpoch() { return steps.count() - firstStepOfEpoch; }

    private void measure() {
        epochs.add(new Epoch(epoch, steps.count(), evaluation.ofTraining(), evaluation.ofValidation(),
            steps.count() == 0 ? optimizer.rate() : steps.lastRate(), seconds()));
    }

    private void lookAtProbe(Step.Moment moment) {
        try (Arena arena = Arena.open()) {
            Gradients gradients = evaluation.look(probe).backward();
            if (moment == Step.Moment.START) {
                message = Traps.idle(net, gradients);
            }
            read(new Step(moment, steps.count(), epoch, probe.rows(), parameters, starts, gradients, places));
        }
    }

    private void read(Step step) {
        timed(() -> {
            rows.at(step);
            watch.read(step, rows);
        });
    }

    /** Counts the time of {@code code} as time spent on looking rather than learning. */
    void timed(Runnable code) {
        long start = System.nanoTime();
        code.run();
        watching += System.nanoTime() - start;
    }

    private double seconds() { return secondsBefore + (began == 0 ? 0 : (System.nanoTime() - began) / 1e9); }

    /** The tables as they are now. What is recorded only grows, so the counts of this moment are all that is kept. */
    History history() {
        int epochsNow = epochs.size();
        int stepsNow = steps.count();
        int rowsNow = rows.count();
        Metric metric = evaluation.metric();
        Facts facts = new Facts(net, parameters, evaluation, optimizer.rule().title(), batchSize, startSeed, planned,
            epochsNow - 1, stepsNow, starts0, seconds(), watching / 1e9, state, probe.rows(), message, stratified);
        return new History(facts::toTable, () -> EpochTable.of(epochs.subList(0, epochsNow), metric),
            () -> steps.toTable(stepsNow), () -> rows.toTable(rowsNow));
    }
}
