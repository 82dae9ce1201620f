package org.glassbox.bench;

import java.util.concurrent.TimeUnit;
import org.glassbox.Seed;
import org.glassbox.data.Datasets;
import org.glassbox.data.Split;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.train.History;
import org.glassbox.train.Trainer;
import org.glassbox.train.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole run as a user starts it: digits, 64-64-10, batches of 32 with a ragged last one, 20 epochs, each validated. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class DigitsBenchmark {
    private final Split digits = Datasets.digits().split(0.8);

    @Benchmark
    public History unwatched() { return run(Watch.none()); }

    @Benchmark
    public History watched() { return run(Watch.standard()); }

    private History run(Watch watch) {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(64, 64), Activation.relu(), Linear.of(64, 10));
        return Trainer.of(net, Loss.crossEntropy(), Adam.of(5e-3)).watch(watch).fit(digits, 20);
    }
}
