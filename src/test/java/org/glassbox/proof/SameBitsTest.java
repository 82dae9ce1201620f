package org.glassbox.proof;

import static org.glassbox.proof.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * The promise about bits: what is drawn is the same on every machine and JDK (a golden file holds it); what is learned is the
 * same on one machine and JDK, in this process and in the next.
 */
class SameBitsTest {
    @Test
    void what_is_drawn_is_the_same_on_every_machine() {
        StringBuilder text = new StringBuilder();
        Seed.Random random = Seed.of(7).random();
        text.append("longs ").append(hash(256, i -> random.nextLong())).append('\n');
        Seed.Random uniform = Seed.of(7).split("uniform").random();
        text.append("uniform ").append(hash(256, i -> Double.doubleToRawLongBits(uniform.nextDouble()))).append('\n');
        Seed.Random normal = Seed.of(7).split("normal").random();
        text.append("normal ").append(hash(1024, i -> Double.doubleToRawLongBits(normal.nextGaussian()))).append('\n');
        int[] order = Seed.of(7).split(3).random().permutation(1000);
        text.append("permutation ").append(hash(1000, i -> order[i])).append('\n');
        for (Catalogue.Start start : Catalogue.initializers()) {
            float[] weights = start.initializer().of(64, 10, Seed.of(7)).toFloats();
            text.append(start.name()).append(' ').append(hash(640, i -> Float.floatToRawIntBits(weights[i])))
                .append('\n');
        }
        float[] mask = Tensor.data(ones(640), 64, 10).dropout(0.3, Seed.of(7)).toFloats();
        text.append("dropout ").append(hash(640, i -> Float.floatToRawIntBits(mask[i]))).append('\n');
        Seed.use(7);
        text.append("net ").append(hash(net())).append('\n');
        assertGolden("proof/bits.txt", text.toString());
    }

    @Test
    void the_same_seed_learns_the_same_bits_twice_and_in_another_process() throws IOException, InterruptedException {
        String here = learn();
        assertEquals(here, learn());
        List<String> command = List.of(java(), "-cp", System.getProperty("java.class.path"),
            SameBitsTest.class.getName());
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String there = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor(1, TimeUnit.MINUTES);
        assertEquals(here, there);
    }

    /** The second process: prints what it learned. */
    public static void main(String[] arguments) {
        System.out.println(learn());
    }

    @Test
    void streams_do_not_disturb_each_other_and_names_and_numbers_make_other_children() {
        Seed.use(5);
        Seed first = Seed.next("a");
        Seed.use(5);
        Seed.next("b");
        assertEquals(first, Seed.next("a"));
        assertNotEquals(first, Seed.next("a"));
        Set<Long> children = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            children.add(Seed.of(1).split(i).value());
            children.add(Seed.of(i).split("x").value());
            children.add(Seed.of(1).split("" + i).value());
        }
        assertEquals(30_000, children.size());
    }

    @Test
    void threads_that_draw_from_one_stream_get_each_child_once() throws Exception {
        Seed.use(5);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Set<Seed> all = new HashSet<>();
        try {
            Callable<List<Seed>> draw = () -> {
                List<Seed> seeds = new ArrayList<>();
                for (int i = 0; i < 1000; i++) {
                    seeds.add(Seed.next("shared"));
                }
                return seeds;
            };
            for (Future<List<Seed>> seeds : threads.invokeAll(List.of(draw, draw, draw, draw))) {
                all.addAll(seeds.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(4000, all.size());
    }

    private static String learn() {
        Seed.use(7);
        Layer net = net();
        Optimizer optimizer = Adam.of(0.01).on(net);
        Seed.Random random = Seed.of(3).random();
        try (Arena arena = Arena.open()) {
            for (int step = 0; step < 30; step++) {
                arena.rewind();
                int rows = step % 10 == 9 ? 7 : 32;
                float[] x = new float[rows * 64];
                float[] y = new float[rows];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (float) random.nextGaussian();
                }
                for (int i = 0; i < rows; i++) {
                    y[i] = random.nextInt(10);
                }
                Tensor loss = Loss.crossEntropy().of(net.forward(Tensor.data(x, rows, 64)), Tensor.data(y, rows));
                optimizer.step(loss.backward());
            }
        }
        return hash(net);
    }

    /** Wide enough that its products go to all threads as well as to one. */
    private static Layer net() {
        return Sequential.of(Linear.of(64, 256), Activation.tanh(), Dropout.of(0.2), Linear.of(256, 32),
            Activation.relu(),
            Linear.of(32, 10));
    }

    private static String hash(Layer net) {
        List<Float> weights = new ArrayList<>();
        Parameters.of(net).list().forEach(parameter -> {
            for (float weight : parameter.toFloats()) {
                weights.add(weight);
            }
        });
        return hash(weights.size(), i -> Float.floatToRawIntBits(weights.get(i)));
    }

    private static String hash(int count, java.util.function.IntToLongFunction bits) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
            for (int i = 0; i < count; i++) {
                bytes.putLong(bits.applyAsLong(i));
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())).substring(0,
                16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] ones(int n) {
        float[] ones = new float[n];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}
