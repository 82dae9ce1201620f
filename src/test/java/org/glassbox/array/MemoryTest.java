package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int MEGABYTE_OF_FLOATS = 1 << 18;

    @Test
    void a_loop_that_keeps_nothing_does_not_grow() {
        long most = 0;
        for (int i = 0; i < 2000; i++) {
            Array.of(Type.FLOAT, MEGABYTE_OF_FLOATS).set(0, i);
            most = Math.max(most, Memory.inUse());
        }
        assertTrue(most < 700L << 20, (most >> 20) + " MiB at most, 2000 were taken");
    }

    @Test
    void what_is_kept_is_not_freed_and_keeps_its_numbers() {
        Array[] kept = new Array[200];
        for (int i = 0; i < 1000; i++) {
            Array array = Array.of(Type.FLOAT, MEGABYTE_OF_FLOATS).fill(i);
            if (i % 5 == 0) {
                kept[i / 5] = array.as(MEGABYTE_OF_FLOATS / 2, 2);      // the view alone keeps the memory
            }
        }
        assertTrue(Memory.inUse() >= 200L << 20);
        for (int i = 0; i < kept.length; i++) {
            assertEquals(5 * i, kept[i].at(0));
            assertEquals(5 * i, kept[i].at(MEGABYTE_OF_FLOATS - 1));
        }
    }

    @Test
    void every_array_begins_where_vector_instructions_like_it() {
        for (int i = 1; i < 50; i++) {
            assertEquals(0, Array.of(Type.FLOAT, i).pointer().address() % 64);
        }
    }

    @Test
    void ND4J_sees_the_same_numbers_and_a_copy_for_the_user_is_a_copy() {
        Array array = Array.of(Type.FLOAT, new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertEquals(6, array.nd().getDouble(1, 2));
        array.set(5, 7);
        assertEquals(7, array.nd().getDouble(1, 2));
        array.toINDArray().putScalar(5, 8);
        assertEquals(7, array.at(5));
        assertEquals(3.5, Array.of(Type.DOUBLE, new double[] {3.5}).nd().getDouble(0));
    }
}
