package org.glassbox.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glassbox.array.Arena;
import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void the_square_has_the_slope_2x() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        assertArrayEquals(new double[] {2, 4, 6, 8}, x.mul(x).sum().backward().of(x).toDoubles());
    }

    @Test
    void an_operation_written_in_a_cell_is_checked_like_ours() {
        GradientCheck check = GradientCheck.of(in -> Tensor.op("cube", in[0].mul(in[0]).mul(in[0]),
            Tensor.wrt(in[0], dy -> dy.mul(in[0]).mul(in[0]).mul(3))), Tensor.of(new double[] {1, -2, 0.5}));
        assertTrue(check.isRight(), check.toString());
    }

    @Test
    void every_kind_of_operation_has_the_right_derivative() {
        Tensor a = Tensor.of(new double[][] {{0.3, -1.2, 2}, {0.7, 0.1, -0.4}});
        Tensor b = Tensor.of(new double[] {0.5, 1.5, -2});
        GradientCheck check = GradientCheck.of(in -> {
            Tensor x = in[0].add(in[1]).mul(in[1]).sub(in[0].div(in[1]));
            Tensor y = x.tanh().add(x.sigmoid()).add(x.softmax()).add(x.exp().add(1).log());
            return y.max(0).add(y.mean(0)).add(y.transpose().reshape(2, 3).slice(0, 1, 2).sum(0))
                .add(y.matmul(y.transpose()).sum());
        }, a, b);
        assertTrue(check.isRight(), check.toString());
    }

    @Test
    void a_tensor_of_a_past_step_says_so() {
        Tensor x = Tensor.of(new double[] {1, 2});
        try (Arena arena = Arena.open()) {
            Tensor y = x.mul(x);
            assertEquals(5, y.sum().item());
            arena.rewind();
            Tensor z = x.mul(3);
            assertArrayEquals(new double[] {3, 6}, z.toDoubles());
            assertThrows(LifetimeException.class, y::toDoubles);
        }
    }
}
