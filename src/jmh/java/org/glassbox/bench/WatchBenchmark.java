package org.glassbox.bench;

import java.util.concurrent.TimeUnit;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Loss;
import org.glassbox.optim.Adam;
import org.glassbox.train.History;
import org.glassbox.train.Trainer;
import org.glassbox.train.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** µs of a training step of the small MLP, by what is watched; an epoch has 200 steps and its share of the epoch's end is in. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WatchBenchmark {
    private static final int STEPS = 200;

    @Param({"none", "standard", "everything"})
    public String watch;

    private final Workload work = Workload.of("mlp-784-128-64-b64");
    private Dataset data;

    @Setup
    public void build() { data = work.data(STEPS * work.rows()); }

    /** A new trainer each time: a history that grows would not be the same work. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public History fit() {
        return Trainer.of(work.net(), Loss.crossEntropy(), Adam.of(1e-3)).batchSize(work.rows()).watch(watches())
            .fit(data, 1);
    }

    private Watch watches() {
        return switch (watch) {
            case "none" -> Watch.none();
            case "standard" -> Watch.standard();
            default -> Watch.everything();
        };
    }
}
