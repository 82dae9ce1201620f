package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The quick sigmoid and tanh of recurrent layers. */
class GatesTest {
    @Test
    void a_gate_is_the_sigmoid_within_2e_7_everywhere() {
        int count = 400_001;
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (i - 200_000) / 8000f;       // −25 to 25
        }
        float[] y = x.clone();
        Gates.of(count, true).run(y);
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(y[i] - 1 / (1 + Math.exp(-x[i]))));
        }
        assertTrue(largest < 2e-7, "off by " + largest);
    }

    @Test
    void far_out_it_stays_between_0_and_1_and_what_is_no_number_stays_none() {
        float[] x = {Float.NEGATIVE_INFINITY, -1e30f, 0, 1e30f, Float.POSITIVE_INFINITY, Float.NaN};
        Gates.of(x.length, true).run(x);
        for (int i = 0; i < 5; i++) {
            assertTrue(x[i] >= 0 && x[i] <= 1, "" + x[i]);
        }
        assertEquals(0.5f, x[2]);
        assertTrue(Float.isNaN(x[5]));
    }

    @Test
    void parts_lie_one_after_the_other() {
        float[] x = {1, -2, 1, -2};
        Gates.of(2, true, false).run(x);
        double[] expected = {1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(2)), Math.tanh(1), Math.tanh(-2)};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], x[i], 3e-7);
        }
    }
}
