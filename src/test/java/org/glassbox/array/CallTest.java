package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A remembered native call gives what a new one gives, whatever came before. */
class CallTest {
    private static final Array A = Array.of(Type.FLOAT, new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final Array B = Array.of(Type.FLOAT, new double[] {6, 5, 4, 3, 2, 1}, 2, 3);
    private static final Array ROW = Array.of(Type.FLOAT, new double[] {10, 20, 30}, 3);
    private static final Array OTHER_ROW = Array.of(Type.FLOAT, new double[] {-1, -2, -3}, 3);

    @Test
    void the_same_call_runs_again_without_being_built_anew() {
        try (Arena arena = Arena.open()) {
            Array y = Native.add(A, ROW);
            Call call = y.writer;
            arena.rewind();
            assertSame(y, Native.add(A, ROW));
            assertSame(call, y.writer);
            assertArrayEquals(new double[] {11, 22, 33, 14, 25, 36}, y.toDoubles());
        }
    }

    @Test
    void other_inputs_are_bound_again() {
        try (Arena arena = Arena.open()) {
            Array y = Native.add(A, ROW);
            Call call = y.writer;
            arena.rewind();
            assertSame(y, Native.add(A, OTHER_ROW));
            assertSame(call, y.writer);
            assertArrayEquals(new double[] {0, 0, 0, 3, 3, 3}, y.toDoubles());
            arena.rewind();
            Native.add(B, ROW);
            assertArrayEquals(new double[] {16, 25, 34, 13, 22, 31}, y.toDoubles());
        }
    }

    @Test
    void inputs_of_other_shapes_and_other_settings_give_right_results_in_the_same_output() {
        Array column = Array.of(Type.FLOAT, new double[] {100, 200}, 2, 1);
        Array one = Array.of(Type.FLOAT, new double[] {1000});
        Array cube = Array.of(Type.FLOAT, new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 2, 2, 2);
        try (Arena arena = Arena.open()) {
            Array y = Native.add(A, ROW);
            arena.rewind();
            assertSame(y, Native.add(A, column));
            assertArrayEquals(new double[] {101, 102, 103, 204, 205, 206}, y.toDoubles());
            arena.rewind();
            assertArrayEquals(new double[] {1001, 1002, 1003, 1004, 1005, 1006}, Native.add(one, A).toDoubles());
            arena.rewind();
            assertArrayEquals(new double[] {9, 18, 27, 6, 15, 24}, Native.sub(ROW, A).toDoubles(), "another operation");
            arena.rewind();
            Array z = Native.transpose(cube, 2, 1, 0);
            arena.rewind();
            assertSame(z, Native.transpose(cube, 0, 2, 1));
            assertArrayEquals(new double[] {0, 2, 1, 3, 4, 6, 5, 7}, z.toDoubles(), "another order");
        }
    }

    @Test
    void ragged_batches_in_between_give_right_results() {
        try (Arena arena = Arena.open()) {
            for (int round = 0; round < 12; round++) {
                arena.rewind();
                int rows = round % 3 == 2 ? 1 : 2;
                Array x = Native.slice(round % 2 == 0 ? A : B, 0, 0, rows);
                Array y = Native.mul(Native.transpose(Native.add(x, ROW), 1, 0), Native.max(x, 1));
                for (int i = 0; i < y.size(); i++) {
                    int row = i % rows;
                    int column = i / rows;
                    double largest = Math.max(x.at(row * 3), Math.max(x.at(row * 3 + 1), x.at(row * 3 + 2)));
                    assertEquals((x.at(row * 3 + column) + ROW.at(column)) * largest, y.at(i));
                }
            }
        }
    }

    @Test
    void outside_of_an_arena_no_call_is_remembered() {
        assertNull(Native.add(A, ROW).writer);
        assertNotSame(Native.add(A, ROW), Native.add(A, ROW));
    }

    @Test
    void what_gets_past_the_checks_says_whose_fault_it_is() {
        String text = assertThrows(IllegalStateException.class, () -> Call.run("add", Array.of(Type.FLOAT, 7, 5), A, B))
            .getMessage();
        assertTrue(
            text.startsWith("ND4J's add failed on [2, 3] [2, 3] → [7, 5]: ") && text.contains("a fault of Glassbox"),
            text);
    }
}
