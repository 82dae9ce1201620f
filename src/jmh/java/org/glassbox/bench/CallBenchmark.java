package org.glassbox.bench;

import java.util.concurrent.TimeUnit;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.array.Array;
import org.glassbox.array.Bends;
import org.glassbox.array.Losses;
import org.glassbox.array.Native;
import org.glassbox.array.Type;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** µs of one operation on FLOAT numbers, output from an arena, as in a steady step: 512, 8 K and 131 K numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CallBenchmark {
    @Param({"16x32", "64x128", "128x1024"})
    public String shape;

    private Arena arena;
    private Array x;
    private Array y;
    private Array weight;
    private Array bias;
    private Array classes;

    @Setup
    public void build() {
        int rows = Integer.parseInt(shape.split("x")[0]);
        int columns = Integer.parseInt(shape.split("x")[1]);
        x = random(rows, columns);
        y = random(rows, columns);
        weight = random(columns, columns);
        bias = random(columns);
        classes = Array.of(Type.FLOAT, rows).fill(0);
        arena = Arena.open();
    }

    private static Array random(int... shape) {
        Array array = Array.of(Type.FLOAT, shape);
        Seed.Random random = Seed.of(1).random();
        for (int i = 0; i < array.size(); i++) {
            array.set(i, random.nextGaussian());
        }
        return array;
    }

    @Benchmark
    public Array add() {
        arena.rewind();
        return Native.add(x, y);
    }

    @Benchmark
    public Array relu() {
        arena.rewind();
        return Bends.relu(x);
    }

    @Benchmark
    public Array reluGradient() {
        arena.rewind();
        return Bends.reluGradient(x, y);
    }

    @Benchmark
    public Array tanh() {
        arena.rewind();
        return Bends.tanh(x);
    }

    /** [rows, columns] · [columns, columns]. */
    @Benchmark
    public Array matmul() {
        arena.rewind();
        return Native.matmul(x, false, weight, false);
    }

    /** [rows, columns] · [columns, columns]ᵀ: what an input's gradient is. */
    @Benchmark
    public Array matmulTransposed() {
        arena.rewind();
        return Native.matmul(x, false, weight, true);
    }

    @Benchmark
    public Array linear() {
        arena.rewind();
        return Native.linear(x, weight, bias);
    }

    /** Over rows: a bias's gradient. */
    @Benchmark
    public Array sumRows() {
        arena.rewind();
        return Native.sum(x, 0);
    }

    /** As many classes as columns. */
    @Benchmark
    public Losses.ScoreLoss softmaxCrossEntropy() {
        arena.rewind();
        return Losses.softmaxCrossEntropy(x, classes);
    }
}
