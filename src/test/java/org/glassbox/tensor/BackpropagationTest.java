package org.glassbox.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The error goes backward through what was computed, whoever computed it and when. */
class BackpropagationTest {
    @Test
    void a_value_that_two_threads_went_on_with_gets_what_both_give_back() throws Exception {
        Tensor w = Tensor.of(2);
        Tensor z = elsewhere(() -> chain(w, 20));
        Tensor p = elsewhere(() -> z.mul(chain(Tensor.of(1), 30)));
        Tensor q = elsewhere(() -> z.mul(10));
        Gradients gradients = p.add(q).sum().backward();
        assertEquals(11, gradients.of(z).item());
        assertEquals(11, gradients.of(w).item());
    }

    @Test
    void the_error_can_go_backward_on_another_thread_than_the_values_went_forward() throws Exception {
        Tensor x = Tensor.of(new double[] {1, 2, 3});
        Tensor y = chain(x, 5);
        Tensor gradient = elsewhere(() -> y.mul(y).sum().backward().of(x));
        assertArrayEquals(new double[] {2, 4, 6}, gradient.toDoubles());
    }

    @Test
    void towers_made_at_the_same_time_give_the_same_bits_as_one_after_the_other() {
        Tensor w = Tensor.of(0.7);
        float expected = towers(w, IntStream.range(0, 40));
        for (int round = 0; round < 20; round++) {
            assertEquals(expected, towers(w, IntStream.range(0, 40).parallel()));
        }
    }

    private static float towers(Tensor w, IntStream numbers) {
        List<Tensor> towers = numbers.mapToObj(i -> w.mul(0.1 * i).tanh().mul(1.0 / (i + 1)))
            .collect(Collectors.toList());
        return towers.stream().reduce(Tensor::add).orElseThrow().backward().of(w).toFloats()[0];
    }

    @Test
    void a_long_chain_and_a_wide_one_end() {
        Tensor x = Tensor.of(1);
        assertEquals(1, chain(x, 100_000).backward().of(x).item());
        Tensor sum = x;
        for (int i = 0; i < 20; i++) {
            sum = sum.add(sum);                                                 // 2²⁰ ways
        }
        assertEquals(1 << 20, sum.backward().of(x).item());
    }

    private static Tensor chain(Tensor x, int length) {
        Tensor y = x;
        for (int i = 0; i < length; i++) {
            y = y.mul(1.0);
        }
        return y;
    }

    private static <T> T elsewhere(Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        new Thread(task).start();
        return task.get();
    }
}
