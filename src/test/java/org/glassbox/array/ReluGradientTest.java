package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The gradient of relu without a branch is that with one. */
class ReluGradientTest {
    private static final float[] DY = {0, 1, -1, 1e-45f, -3e38f, 3e38f, Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY};

    @Test
    void where_relu_gave_nothing_nothing_goes_back_not_even_what_is_infinite() {
        for (float dy : DY) {
            assertEquals(0f, Math.abs(gradient(dy, 0f)), "dy " + dy);
        }
    }

    @Test
    void where_it_gave_something_all_of_it_goes_back() {
        for (float y : new float[] {1e-38f, 1e-10f, 1, 1e30f, Float.POSITIVE_INFINITY}) {
            for (float dy : DY) {
                assertEquals(dy, gradient(dy, y), "dy " + dy + ", y " + y);
            }
        }
    }

    @Test
    void the_smallest_number_there_is_lets_through_what_a_step_may_use() {
        assertEquals(1e30f, gradient(1e30f, Float.MIN_VALUE));
        assertEquals(-1e30f, gradient(-1e30f, Float.MIN_VALUE));
    }

    @Test
    void what_is_not_a_number_is_not_hidden() {
        assertEquals(Float.NaN, gradient(1, Float.NaN));
        assertEquals(Float.NaN, gradient(Float.NaN, 1));
    }

    private static float gradient(float dy, float y) {
        float[] d = {dy};
        Kernels.reluGradient(d, new float[] {y}, 1);
        return d[0];
    }
}
