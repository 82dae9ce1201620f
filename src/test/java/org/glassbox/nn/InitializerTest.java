package org.glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
    static Stream<int[]> sizes() {
        return Stream.of(new int[] {40, 30}, new int[] {30, 40}, new int[] {20, 20}, new int[] {1, 5},
            new int[] {1, 1});
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void orthogonal_weights_have_length_1_and_right_angles(int[] size) {
        Tensor w = Initializer.orthogonal().of(size[0], size[1], Seed.of(5));
        int few = Math.min(size[0], size[1]);
        double[] products = (size[1] <= size[0] ? w.transpose().matmul(w) : w.matmul(w.transpose())).toDoubles();
        for (int i = 0; i < products.length; i++) {
            assertEquals(i / few == i % few ? 1 : 0, products[i], 2e-6);
        }
    }

    @Test
    void a_gain_multiplies_and_leaves_all_else() {
        double[] plain = Initializer.lecun().of(5, 4, Seed.of(5)).toDoubles();
        double[] more = Initializer.lecun().withGain(2).of(5, 4, Seed.of(5)).toDoubles();
        assertArrayEquals(Stream.of(plain).flatMapToDouble(java.util.Arrays::stream).map(w -> 2 * w).toArray(), more);
    }

    @Test
    void biases_may_start_otherwise_and_the_weights_stay_the_same() {
        Seed.use(3);
        Linear plain = Linear.of(4, 500, Initializer.lecun());
        Seed.use(3);
        Linear other = Linear.of(4, 500, Initializer.lecun(), Initializer.normal(1));
        assertArrayEquals(plain.weight().toDoubles(), other.weight().toDoubles());
        assertEquals(0, plain.bias().mul(plain.bias()).sum().item());
        assertEquals(1, other.bias().mul(other.bias()).mean().item(), 0.15);
    }

    @Test
    void signals_keep_their_length_through_twenty_orthogonal_layers() {
        Tensor x = Initializer.normal(1).of(1, 32, Seed.of(1));
        double before = x.mul(x).sum().item();
        for (int layer = 0; layer < 20; layer++) {
            x = x.matmul(Initializer.orthogonal().of(32, 32, Seed.of(layer)));
        }
        assertEquals(before, x.mul(x).sum().item(), 1e-3 * before);
    }
}
