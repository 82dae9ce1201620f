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
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** What a trainer has seen so far; {@link #history} hands out what it holds at that moment. */
final class Recording {
    /** One row of {@link History#epochs()}. */
    record Epoch(int epoch, int step, Evaluation.Measure train, Optional<Evaluation.Measure> valid, double rate,
        double seconds) {}

    private final Layer net;
    private final Parameters parameters;
    private final Step.Known known;
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
    private Rhythm schedule;
    private double outputs;
    private int epoch;
    private int kept;
    private int planned;
    private int firstStepOfEpoch;
    private String starts0 = "untrained";
    private String state = "running";
    private String message = "";
    private long began;
    private double secondsBefore;
    private long watching;
    private long watchingUpdates;
    private int every = 1;
    private int lastLook;

    Recording(Layer net, Evaluation evaluation, Seed seed) {
        this.net = net;
        this.parameters = Parameters.of(net);
        Map<Parameter, float[]> starts = new IdentityHashMap<>();
        parameters.list().forEach(parameter -> starts.put(parameter, parameter.toFloats()));
        this.known = new Step.Known(parameters, starts, new Places(parameters));
        this.probe = evaluation.probe(seed);
    }

    void begin(Evaluation now, Optimizer with, int batch, boolean isStratified, int moreEpochs, Watch watches) {
        evaluation = now;
        optimizer = with;
        batchSize = batch;
        stratified = isStratified;
        watch = watches;
        state = "running";
        message = "";
        starts0 = epoch > 0 ? "goes on from epoch " + epoch + (kept < epoch ? " with the net of epoch " + kept : "")
            : parameters.updates() == 0 ? "untrained"
                : "after " + Numbers.of(parameters.updates(), "update", "updates");
        planned = epoch + moreEpochs;
        if (epochs.isEmpty()) {
            measure();
            lookAtProbe(Step.Moment.START, false);
        }
        int rowsMeasured = now.train().rows() + now.valid().map(Dataset::rows).orElse(0);
        schedule = Rhythm.of(
            new Rhythm.Work(parameters.count(), outputs, batch, rowsMeasured, probe.rows()),
            (now.train().rows() + batch - 1) / batch, moreEpochs);
    }

    /** The clock of training and watching starts: what came before was said and drawn before the first update. */
    void startClock() {
        watching = epoch == 0 ? 0 : watching;
        lastLook = 0;
        began = System.nanoTime();
    }

    void beginEpoch() {
        epoch++;
        kept = epoch;
        firstStepOfEpoch = steps.count();
    }

    /** Measures, tells those who follow the loss of the epochs, and looks. */
    void endEpoch(Patience patience) {
        measure();
        Epoch last = epochs.get(epochs.size() - 1);
        double judged = last.valid().orElse(last.train()).loss();
        optimizer.endEpoch(judged);
        patience.endEpoch(epoch, judged);
        lookAtProbe(Step.Moment.EPOCH, epoch == planned || patience.isOver());
    }

    /** Notes the loss of a batch; one that is not finite ends the training. */
    void loss(Tensor loss, int batchRows, double rate) {
        double value = loss.item();
        steps.add(epoch, batchRows, value, rate);
        if (!Double.isFinite(value)) {
            throw new TrainingException(Traps.notFinite(loss, steps.count(), rate));
        }
    }

    /** Lets the watch look at an update, if it wants to. */
    void look(Watch watches, Gradients gradients, Batch batch) {
        int number = steps.count();
        boolean due = (number - 1) % schedule.updates() == 0;
        Step step = Step.of(new Step.At(Step.Moment.UPDATE, number, epoch, evaluation.counted(batch), due), known,
            gradients);
        if (watches.wants(step)) {
            every = lastLook > 0 ? number - lastLook : every;
            lastLook = number;
            long before = watching;
            timed(() -> read(step));
            watchingUpdates += watching - before;
        }
    }

    void end(String how, String why) {
        boolean bad = steps.count() > 0 && !Double.isFinite(steps.lastLoss());
        state = bad ? "not finite" : how;
        message = why.isEmpty() ? message : why;
        secondsBefore = seconds();
        began = 0;
    }

    /** The planned end, or an early one; the net may be that of an epoch before. */
    void end(Patience patience) {
        kept = patience.restore();
        end(patience.isOver() ? "stopped" : "finished", patience.words());
    }

    /** The epoch whose net it is: the last, unless the best was brought back. */
    int kept() { return kept; }

    int epoch() { return epoch; }

    int stepsInEpoch() { return steps.count() - firstStepOfEpoch; }

    private void measure() {
        epochs.add(new Epoch(epoch, steps.count(), evaluation.ofTraining(), evaluation.ofValidation(),
            steps.count() == 0 ? optimizer.rate() : steps.lastRate(), seconds()));
    }

    private void lookAtProbe(Step.Moment moment, boolean last) {
        boolean start = moment == Step.Moment.START;
        boolean due = start || epoch % schedule.epochs() == 0 || last;
        Step step = Step.of(new Step.At(moment, steps.count(), epoch, evaluation.counted(probe), due), known,
            () -> evaluation.look(probe));
        timed(() -> {
            try (Arena arena = Arena.open()) {
                if (start) {
                    message = Traps.idle(net, step.gradients());
                    outputs = step.outputs().stream().mapToLong(output -> output.value().size()).sum()
                        / (double) probe.rows();
                }
                if (watch.wants(step)) {
                    read(step);
                }
            }
        });
    }

    private void read(Step step) {
        rows.at(step);
        watch.read(step, rows);
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
        Rows.Snapshot seen = rows.snapshot();
        Metric metric = evaluation.metric();
        Facts facts = new Facts(net, parameters, evaluation, optimizer.rule().title(), batchSize, startSeed, planned,
            epochsNow - 1, kept, stepsNow, starts0, seconds(), watching / 1e9, watchingUpdates / 1e9, every, state,
            probe.rows(), message, stratified);
        return new History(facts::toTable, () -> EpochTable.of(epochs.subList(0, epochsNow), metric),
            () -> steps.toTable(stepsNow), seen::toTable);
    }
}
