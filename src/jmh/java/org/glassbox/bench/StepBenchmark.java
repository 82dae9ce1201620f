package org.glassbox.bench;

import java.util.concurrent.TimeUnit;
import org.glassbox.train.History;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** µs and heap bytes of one training step, in the four ways of {@link Steps}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepBenchmark {
    @Param({"tiny-2-16-16-2-tanh-b32", "mlp-784-128-64-b64", "mlp-784-1024-1024-b128", "lenet-b64", "cnn-32-32-64-b64",
        "bn-cnn-32-32-64-b64", "lstm-28x28-128-b64", "gru-28x28-128-b64", "lm-32-64-128-b32"})
    public String workload;

    private Steps steps;

    @Setup
    public void build() { steps = new Steps(Workload.of(workload)); }

    /** A trainer's history grows, so each iteration has a new one. */
    @TearDown(Level.Iteration)
    public void leave() { steps.leave(); }

    @Benchmark
    public void step() { steps.step(); }

    @Benchmark
    @OperationsPerInvocation(Steps.EPOCH)
    public void batches() { steps.batches(); }

    @Benchmark
    @OperationsPerInvocation(Steps.EPOCH)
    public History fit() { return steps.fit(); }

    @Benchmark
    public void withoutArena() { steps.withoutArena(); }
}
