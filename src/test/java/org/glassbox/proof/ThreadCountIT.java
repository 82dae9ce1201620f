package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.array.Threads;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.BatchNorm;
import org.glassbox.nn.Conv2d;
import org.glassbox.nn.Flatten;
import org.glassbox.nn.GRU;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LayerNorm;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.MaxPool2d;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.nn.Unflatten;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Parameter;
import org.junit.jupiter.api.Test;

/** One thread and two train the same net to the last bit: work is cut by its size, not by who is free. */
class ThreadCountIT {
    @Test
    void one_thread_and_two_give_the_same_bits() throws Exception { assertEquals(train(1), train(2)); }

    @Test
    void a_number_of_threads_that_is_none_is_refused_each_time_that_work_is_to_be_shared() throws Exception {
        String text = run("none").text();
        assertEquals(2, text.split("glassbox.threads: \"none\", expected a whole number from 1 to 999", -1).length - 1,
            text);
    }

    private static String train(int threads) throws IOException, InterruptedException {
        Ended ended = run(String.valueOf(threads));
        assertEquals(0, ended.code(), ended.text());
        assertTrue(ended.text().matches("(-?\\d+ ?){3}"), ended.text());
        return ended.text();
    }

    private record Ended(int code, String text) {}

    private static Ended run(String threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java",
            "-D" + Threads.PROPERTY + "=" + threads, "-cp", System.getProperty("java.class.path"),
            ThreadCountIT.class.getName())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Ended(process.waitFor(), text);
    }

    /** Prints for each net a number in which every bit of every weight has a part. */
    public static void main(String[] args) {
        try {
            Threads.count();
        } catch (GlassboxException refused) {
            System.out.println(refused.getMessage());
            System.out
                .println(assertThrows(GlassboxException.class, () -> Linear.of(64, 8).forward(Datasets.digits().x()))
                    .getMessage());
            return;
        }
        Seed.use(7);
        long dense = train(Sequential.of(Linear.of(64, 700), Activation.tanh(), Linear.of(700, 400), Activation.relu(),
            Linear.of(400, 10)));                                               // 200 × 700 · 400: a product for oneDNN
        long images = train(Sequential.of(Unflatten.of(1, 8, 8), Conv2d.of(1, 16, 3), BatchNorm.of(16),
            Activation.relu(), MaxPool2d.of(2), Conv2d.of(16, 32, 2), Activation.relu(), Flatten.of(),
            Linear.of(128, 64), LayerNorm.of(64), Linear.of(64, 10)));
        long recurrent = train(Sequential.of(Unflatten.of(8, 8), LSTM.of(8, 64), GRU.of(64, 48).bidirectional(),
            LastStep.of(), Linear.of(96, 10)));
        System.out.println(dense + " " + images + " " + recurrent);
    }

    private static long train(Layer net) {
        Optimizer optimizer = Adam.of(1e-3).on(net);
        Dataset digits = Datasets.digits();
        for (Batch batch : digits.batches(200)) {
            optimizer.step(Loss.crossEntropy().of(net.forward(batch.x()), batch.y()).backward());
        }
        long bits = 0;
        for (Parameter parameter : Parameters.of(net).list()) {
            for (float value : parameter.toFloats()) {
                bits = 31 * bits + Float.floatToRawIntBits(value);
            }
        }
        return bits;
    }
}
