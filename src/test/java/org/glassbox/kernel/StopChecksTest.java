package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopChecksTest {
    @AfterEach
    void nothingIsLeftToStop() { Interrupts.end(); }

    /** Stands for a cell's class. */
    public static class Loops {
        public static int sum(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i;
            }
            return sum;
        }

        public static void spin() {
            long n = 0;
            while (n >= 0) {
                n = (n + 1) & 0xffff;
            }
        }

        public static void exit() { System.exit(3); }
    }

    @Test
    void a_class_with_checks_computes_the_same() throws Exception {
        assertEquals(45, loops().getMethod("sum", int.class).invoke(null, 10));
    }

    @Test
    void a_loop_without_calls_is_stopped() throws Exception {
        var spin = loops().getMethod("spin");
        Interrupts.begin();
        Thread asker = new Thread(Interrupts::request);
        asker.start();
        var thrown = assertThrows(InvocationTargetException.class, () -> spin.invoke(null));
        asker.join();
        assertEquals(CellStopped.class, thrown.getCause().getClass());
    }

    @Test
    void system_exit_ends_only_the_cell() throws Exception {
        var exit = loops().getMethod("exit");
        var thrown = assertThrows(InvocationTargetException.class, () -> exit.invoke(null));
        assertEquals("System.exit(3) ended the cell; the kernel goes on", thrown.getCause().getMessage());
    }

    @Test
    void a_class_of_a_version_that_asm_cannot_read_stays_as_it_is() throws IOException {
        byte[] future = bytecode();
        future[6] = 1;   // major version 256 and more
        byte[] before = future.clone();
        assertSame(future, StopChecks.insert(future));
        assertArrayEquals(before, future);
    }

    private static byte[] bytecode() throws IOException {
        try (InputStream in = StopChecksTest.class.getResourceAsStream("StopChecksTest$Loops.class")) {
            return in.readAllBytes();
        }
    }

    private static Class<?> loops() throws IOException {
        byte[] checked = StopChecks.insert(bytecode());
        return new ClassLoader(StopChecksTest.class.getClassLoader()) {
            Class<?> define() { return defineClass(Loops.class.getName(), checked, 0, checked.length); }
        }.define();
    }
}
