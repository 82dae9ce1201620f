package org.glassbox.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.glassbox.GlassboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadsTest {
    private static final int ANY = Integer.MAX_VALUE;

    @ParameterizedTest(name = "{0} of {1}: {2} threads")
    @CsvSource({"1, 1, 1", "2, 2, 2", "8, 8, 8", "16, 8, 8", "128, 64, 16", "2, 64, 2"})
    void one_thread_a_core_at_most_sixteen_and_no_more_than_a_container_allows(int available, int physical,
        int threads) {
        assertEquals(threads, Threads.Setting.of(null, available, physical).count());
    }

    @Test
    void a_property_says_otherwise() {
        assertEquals(1, Threads.Setting.of("1", 8, 8).count());
        assertEquals(24, Threads.Setting.of("24", 8, 8).count());
    }

    @ParameterizedTest
    @CsvSource({"0", "-2", "two", "1.5", "''"})
    void a_property_that_is_no_number_of_threads_is_refused_in_words(String value) {
        String message = assertThrows(GlassboxException.class, () -> Threads.Setting.of(value, 8, ANY).require())
            .getMessage();
        assertTrue(message.startsWith("glassbox.threads: \"" + value + "\", expected a whole number from 1 to 999"),
            message);
        assertTrue(message.contains("here 8"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0;1", "0-1;2", "0-3,8;5", "0-31,64-95;64"})
    void cores_are_counted_from_the_list_of_the_system(String list, int count) {
        assertEquals(count, Threads.numbersIn(list));
    }

    @Test
    void every_piece_runs_once_and_all_are_done_on_return() {
        for (int round = 0; round < 20_000; round++) {
            int pieces = 1 + round % 37;
            AtomicIntegerArray runs = new AtomicIntegerArray(pieces);
            Threads.share(pieces, runs::incrementAndGet);
            for (int i = 0; i < pieces; i++) {
                assertEquals(1, runs.get(i), "piece " + i + " of " + pieces);
            }
        }
    }

    @Test
    void helpers_that_have_gone_to_sleep_come_again() {
        for (int round = 0; round < 30; round++) {
            LockSupport.parkNanos(2_000_000);
            AtomicIntegerArray runs = new AtomicIntegerArray(8);
            Threads.share(8, runs::incrementAndGet);
            assertEquals(1, runs.get(7));
        }
    }

    @Test
    void what_a_piece_throws_reaches_who_shares_after_all_others_are_done() {
        AtomicIntegerArray runs = new AtomicIntegerArray(50);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> Threads.share(50, i -> {
            runs.incrementAndGet(i);
            if (i == 20) {
                throw new IllegalStateException("piece 20");
            }
        }));
        assertEquals("piece 20", thrown.getMessage());
        for (int i = 0; i < 50; i++) {
            assertEquals(1, runs.get(i));
        }
    }

    @Test
    void a_piece_may_share_again() {
        AtomicIntegerArray runs = new AtomicIntegerArray(64);
        Threads.share(8, i -> Threads.share(8, k -> runs.incrementAndGet(8 * i + k)));
        for (int i = 0; i < 64; i++) {
            assertEquals(1, runs.get(i));
        }
    }

    @Test
    void several_threads_share_at_once() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            tasks.add(() -> {
                AtomicIntegerArray sums = new AtomicIntegerArray(1);
                for (int round = 0; round < 2000; round++) {
                    Threads.share(5, i -> sums.addAndGet(0, i));
                }
                return sums.get(0);
            });
        }
        for (Future<Integer> sum : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
            assertEquals(20_000, sum.get());
        }
        pool.shutdown();
    }
}
