package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        int stamp = last.stamp();
        Arena.take(Type.FLOAT, 2).fill(8);
        assertEquals(3, last.at(0));
        assertTrue(last.isStill(stamp));
    }

    @Test
    void leaving_all_ends_abandoned_loops() {
        Arena.open();
        Arena.open();
        Array inside = Arena.take(Type.FLOAT, 2);
        assertTrue(inside.isFromArena());
        Arena.leaveAll();
        assertFalse(Arena.take(Type.FLOAT, 2).isFromArena(), "an ordinary array");
    }

    @Test
    void an_arena_belongs_to_its_thread() throws InterruptedException {
        try (Arena arena = Arena.open()) {
            Array[] elsewhere = new Array[1];
            Thread thread = new Thread(() -> elsewhere[0] = Arena.take(Type.FLOAT, 2));
            thread.start();
            thread.join();
            assertFalse(elsewhere[0].isFromArena(), "no arena is open there");
            assertTrue(Arena.take(Type.FLOAT, 2).isFromArena());
        }
    }

    @Test
    void an_array_is_there_for_one_step_and_a_view_of_it_as_long() {
        try (Arena arena = Arena.open()) {
            Array array = Arena.take(Type.FLOAT, 2, 3);
            Array view = array.as(6);
            int stamp = view.stamp();
            assertTrue(view.isStill(stamp));
            arena.rewind();
            assertFalse(array.isStill(stamp));
            assertFalse(view.isStill(stamp));
            assertSame(array, Arena.take(Type.FLOAT, 2, 3));
            assertTrue(view.isStill(view.stamp()));
        }
    }

    @Test
    void a_branch_now_and_then_and_lengths_that_change_make_no_new_array_once_each_was_seen() {
        try (Arena arena = Arena.open()) {
            long warm = 0;
            for (int round = 0; round < 60; round++) {
                arena.rewind();
                for (int time = 0; time < 3 + round * 7 % 5; time++) {
                    Arena.take(Type.FLOAT, 4, 2);
                    Arena.take(Type.FLOAT, 4, 1 + time % 2);
                }
                if (round % 3 == 0) {
                    Arena.take(Type.FLOAT, 9);
                }
                step();
                warm = round == 14 ? Arena.made() : warm;
            }
            assertEquals(warm, Arena.made());
        }
    }

    @Test
    void a_step_may_be_twice_as_large_as_those_before_what_comes_after_are_ordinary_arrays() {
        try (Arena arena = Arena.open()) {
            assertEquals(100, fromArena(150), "a first step");
            arena.rewind();
            assertEquals(150, fromArena(150));
            arena.rewind();
            assertEquals(300, fromArena(1000), "twice what the step before got");
            arena.rewind();
            assertEquals(600, fromArena(1000));
        }
    }

    @Test
    void loops_that_are_left_early_again_and_again_are_forgotten() {
        List<Array> firsts = new ArrayList<>();
        for (int loop = 0; loop < 30; loop++) {
            Arena.open();
            firsts.add(Arena.take(Type.FLOAT, 2).fill(loop));
        }
        for (int loop = 0; loop < 30; loop++) {
            assertEquals(loop, firsts.get(loop).at(1));
            assertTrue(firsts.get(loop).isStill(firsts.get(loop).stamp()));
        }
        Arena.leaveAll();
        Set<Array> again = new HashSet<>();
        for (int loop = 0; loop < 30; loop++) {
            Arena.open();
            again.add(Arena.take(Type.FLOAT, 2));
        }
        again.retainAll(firsts);
        assertEquals(Set.of(), again, "who left a loop may still look at what it left");
    }

    @Test
    void an_arena_that_was_left_keeps_its_numbers_and_goes_on_with_its_own_memory() {
        Arena outer = Arena.open();
        Arena inner = Arena.open();
        Array kept = Arena.take(Type.FLOAT, 2).fill(3);
        int stamp = kept.stamp();
        outer.rewind();
        try (Arena other = Arena.open()) {
            assertNotSame(kept, Arena.take(Type.FLOAT, 2).fill(4));
        }
        inner.rewind();
        assertTrue(kept.isStill(stamp), "left, so there is nothing to rewind");
        assertEquals(3, kept.at(1));
        inner = inner.next();
        assertFalse(kept.isStill(stamp));
        assertSame(kept, Arena.take(Type.FLOAT, 2));
        inner.close();
        assertTrue(Arena.take(Type.FLOAT, 2).isFromArena(), "of the outer one");
        outer.close();
        assertFalse(Arena.take(Type.FLOAT, 2).isFromArena());
        assertNotSame(inner, inner.next(), "a closed one has no memory of its own");
    }

    @Test
    void a_loop_that_goes_on_in_another_thread_has_an_arena_there_and_leaves_this_one_alone()
        throws InterruptedException {
        Arena here = Arena.open();
        Array kept = Arena.take(Type.FLOAT, 2).fill(3);
        int stamp = kept.stamp();
        boolean[] another = {false};
        Thread thread = new Thread(() -> {
            Arena there = here.next();
            another[0] = there != here && Arena.take(Type.FLOAT, 2) != kept;
            there.close();
        });
        thread.start();
        thread.join();
        assertTrue(another[0]);
        assertTrue(kept.isStill(stamp));
        assertSame(here, here.next());
    }

    @Test
    void lengths_that_do_not_come_back_give_their_memory_away_those_in_use_stay() {
        try (Arena arena = Arena.open()) {
            fromArena(3);
            Array rare = Arena.take(Type.FLOAT, 1 << 22);                       // 16 MB
            Set<Array> usual = new HashSet<>();
            for (int length = 1; length < 24; length++) {
                arena.rewind();
                if (length % 2 == 0) {
                    usual.add(Arena.take(Type.FLOAT, 3));
                }
                Arena.take(Type.FLOAT, length, 1 << 20);                        // 4 to 92 MB
                if (length % 2 == 1) {
                    usual.add(Arena.take(Type.FLOAT, 3));
                }
            }
            assertEquals(1, usual.size());
            arena.rewind();
            fromArena(3);
            assertNotSame(rare, Arena.take(Type.FLOAT, 1 << 22));
        }
    }

    @Test
    void another_thread_may_read_what_rests_and_its_arrays_are_then_never_handed_out_again()
        throws InterruptedException {
        Array array;
        try (Arena arena = Arena.open()) {
            array = Arena.take(Type.FLOAT, 2).fill(3);
            assertFalse(isReadableElsewhere(array), "in use");
        }
        assertTrue(isReadableElsewhere(array));
        try (Arena arena = Arena.open()) {
            assertNotSame(array, Arena.take(Type.FLOAT, 2));
        }
        assertTrue(isReadableElsewhere(array));
        assertTrue(array.isStill(array.stamp()));
        assertEquals(3, array.at(0));
    }

    @Test
    void an_array_that_was_changed_in_place_has_another_stamp() {
        Array array = Array.of(Type.FLOAT, 2, 2);
        Array view = array.as(4);
        int stamp = view.stamp();
        assertTrue(view.isStill(stamp));
        array.changed();
        assertFalse(view.isStill(stamp));
        assertTrue(view.isStill(view.stamp()));
    }

    private static boolean isReadableElsewhere(Array array) throws InterruptedException {
        boolean[] readable = {false};
        Thread thread = new Thread(() -> readable[0] = array.isStill(array.stamp()));
        thread.start();
        thread.join();
        return readable[0];
    }

    private static int fromArena(int count) {
        int got = 0;
        for (int i = 0; i < count; i++) {
            got += Arena.take(Type.FLOAT, 2).isFromArena() ? 1 : 0;
        }
        return got;
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
