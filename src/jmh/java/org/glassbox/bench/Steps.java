package org.glassbox.bench;

import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.train.History;
import org.glassbox.train.Trainer;
import org.glassbox.train.Watch;

/** The four ways in which people write a training loop, on one workload. */
final class Steps {
    /** Steps of an epoch in {@link #batches} and {@link #fit}. */
    static final int EPOCH = 50;

    private final Loss loss = Loss.crossEntropy();
    private final Workload work;
    private final Layer net;
    private final Optimizer optimizer;
    private final Dataset data;
    private final Batch batch;
    private Arena arena;
    private Trainer trainer;

    Steps(Workload work) {
        this.work = work;
        this.net = work.net();
        this.optimizer = Adam.of(1e-3).on(net);
        this.data = work.data(EPOCH * work.rows());
        this.batch = new Batch(data.take(firstRows(work.rows())).x(), data.take(firstRows(work.rows())).y());
    }

    private static int[] firstRows(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /** One step on always the same batch, memory from an arena: what is held against other libraries. */
    void step() {
        if (arena == null) {
            arena = Arena.open();
        }
        arena.rewind();
        learn(batch);
    }

    /** One step without any arena: what it makes is the garbage collector's. */
    void withoutArena() { learn(batch); }

    /** An epoch of a loop by hand over batches, which are cut and copied on the way. */
    void batches() {
        for (Batch each : data.batches(work.rows())) {
            learn(each);
        }
    }

    /** An epoch of the trainer, nothing watched, with all that an epoch costs: it ends with the loss over all rows. */
    History fit() {
        if (trainer == null) {
            trainer = Trainer.of(net, loss, Adam.of(1e-3)).batchSize(work.rows()).watch(Watch.none());
        }
        return trainer.fit(data, 1);
    }

    /** Ends what was begun: the arena, and the trainer with its history. */
    void leave() {
        Arena.leaveAll();
        arena = null;
        trainer = null;
    }

    private void learn(Batch rows) { optimizer.step(loss.of(net.forward(rows.x()), rows.y()).backward()); }
}
