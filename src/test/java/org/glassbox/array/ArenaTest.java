package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArenaTest {
    @AfterEach
    void leave() { Arena.leaveAll(); }

    @Test
    void a_steady_step_gets_the_very_same_arrays_in_the_same_order() {
        try (Arena arena = Arena.open()) {
            List<Array> first = step();
            arena.rewind();
            List<Array> second = step();
            for (int i = 0; i < first.size(); i++) {
                assertSame(first.get(i), second.get(i));
            }
        }
    }

    @Test
    void within_a_step_no_array_is_handed_out_twice_also_when_the_sequence_changes() {
        try (Arena arena = Arena.open()) {
            for (int round = 0; round < 6; round++) {
                arena.rewind();
                Set<Array> seen = new HashSet<>();
                for (int i = 0; i < 20; i++) {
                    int rows = (i * (round % 3 + 1)) % 4 + 1;
                    seen.add(Arena.take(i % 5 == round % 5 ? Type.DOUBLE : Type.FLOAT, rows, 2));
                }
                assertEquals(20, seen.size());
            }
        }
    }

    @Test
    void a_ragged_batch_between_steady_ones_costs_no_memory() {
        try (Arena arena = Arena.open()) {
            Set<Array> seen = new HashSet<>();
            for (int round = 0; round < 10; round++) {
                for (int rows : new int[] {8, 8, 3}) {
                    arena.rewind();
                    seen.add(Arena.take(Type.FLOAT, rows, 4));
                    seen.add(Arena.take(Type.FLOAT, rows, 4));
                    seen.add(Arena.take(Type.FLOAT));
                }
            }
            assertEquals(5, seen.size(), "two of each number of rows, and one number");
        }
    }

    @Test
    void arenas_nest_and_the_inner_one_leaves_the_outer_step_alone() {
        try (Arena outer = Arena.open()) {
            Array kept = Arena.take(Type.FLOAT, 2).fill(5);
            try (Arena inner = Arena.open()) {
                for (int i = 0; i < 3; i++) {
                    assertNotSame(kept, Arena.take(Type.FLOAT, 2).fill(7));
                    inner.rewind();
                }
            }
            assertNotSame(kept, Arena.take(Type.FLOAT, 2).fill(9));
            assertEquals(5, kept.at(1));
        }
    }

    @Test
    void an_inner_arena_that_was_never_closed_is_left_with_the_outer_step() {
        Arena outer = Arena.open();
        Array first = Arena.take(Type.FLOAT, 2);
        Arena.open();
        Arena.take(Type.FLOAT, 2);
        outer.rewind();
        assertSame(first, Arena.take(Type.FLOAT, 2));
        outer.close();
        assertNotSame(first, Arena.take(Type.FLOAT, 2));
    }

    @Test
    void closing_or_rewinding_a_closed_arena_does_not_touch_the_one_that_uses_its_memory_now() {
        Arena old = Arena.open();
        old.close();
        try (Arena now = Arena.open()) {
            Array taken = Arena.take(Type.FLOAT, 2).fill(3);
            old.rewind();
            old.close();
            assertNotSame(taken, Arena.take(Type.FLOAT, 2).fill(4), "still the same step of an open arena");
            now.rewind();
            assertSame(taken, Arena.take(Type.FLOAT, 2));
        }
    }

    @Test
    void a_closed_arena_leaves_its_last_numbers_until_it_is_opened_again() {
        Array last;
        try (Arena arena = Arena.open()) {
            last = Arena.take(Type.FLOAT, 2).fill(3);
        }
        int handedOut = last.handedOut();
        Arena.take(Type.FLOAT, 2).fill(8);
        assertEquals(3, last.at(0));
        assertEquals(handedOut, last.handedOut());
    }

    @Test
    void leaving_all_ends_abandoned_loops() {
        Arena.open();
        Arena.open();
        Array inside = Arena.take(Type.FLOAT, 2);
        assertTrue(inside.handedOut() > 0);
        Arena.leaveAll();
        assertEquals(0, Arena.take(Type.FLOAT, 2).handedOut(), "an ordinary array");
    }

    @Test
    void an_arena_belongs_to_its_thread() throws InterruptedException {
        try (Arena arena = Arena.open()) {
            Array[] elsewhere = new Array[1];
            Thread thread = new Thread(() -> elsewhere[0] = Arena.take(Type.FLOAT, 2));
            thread.start();
            thread.join();
            assertEquals(0, elsewhere[0].handedOut(), "no arena is open there");
            assertTrue(Arena.take(Type.FLOAT, 2).handedOut() > 0);
        }
    }

    private static List<Array> step() {
        List<Array> taken = new ArrayList<>();
        taken.add(Arena.take(Type.FLOAT, 2, 3));
        taken.add(Arena.take(Type.FLOAT, 2, 3));
        taken.add(Arena.take(Type.FLOAT));
        taken.add(Arena.take(Type.DOUBLE, 2, 3));
        taken.add(Arena.take(Type.FLOAT, 3));
        return taken;
    }
}
