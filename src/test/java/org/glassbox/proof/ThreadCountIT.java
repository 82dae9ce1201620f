package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glassbox.Seed;
import org.glassbox.array.Threads;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.GRU;
import org.glassbox.nn.LSTM;
import org.glassbox.nn.LastStep;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
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

    private static String train(int threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java",
            "-D" + Threads.PROPERTY + "=" + threads, "-cp", System.getProperty("java.class.path"),
            ThreadCountIT.class.getName())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), text);
        assertTrue(text.matches("-?\\d+"), text);
        return text;
    }

    /** Prints a number in which every bit of every weight has a part. */
    public static void main(String[] args) {
        Seed.use(7);
        long dense = train(Sequential.of(Linear.of(64, 700), Activation.tanh(), Linear.of(700, 300), Activation.relu(),
            Linear.of(300, 10)));
        long recurrent = train(Sequential.of(Unflatten.of(8, 8), LSTM.of(8, 64), GRU.of(64, 48).bidirectional(),
            LastStep.of(), Linear.of(96, 10)));
        System.out.println(31 * dense + recurrent);
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
