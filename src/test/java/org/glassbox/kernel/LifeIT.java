package org.glassbox.kernel;

import static org.glassbox.kernel.TestKernel.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.glassbox.run.KernelClient;
import org.glassbox.run.KernelException;
import org.junit.jupiter.api.Test;

/** A kernel's start and end, and what its client does when it dies. */
class LifeIT {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void the_kernel_is_ready_soon_and_ends_when_it_is_asked() throws InterruptedException {
        long start = System.nanoTime();
        KernelClient kernel = TestKernel.start();
        double ready = (System.nanoTime() - start) / 1e9;
        kernel.execute("1 + 1");
        double first = (System.nanoTime() - start) / 1e9;
        System.out.printf("ready after %.2f s, first value after %.2f s%n", ready, first);
        assertTrue(ready < 10, ready + " s");
        kernel.close();
        assertFalse(kernel.isAlive());
    }

    @Test
    void shutdown_works_while_a_cell_runs() {
        try (KernelClient kernel = TestKernel.start()) {
            kernel.submit("while (true) { try { Thread.sleep(1000); } catch (Throwable t) { } }", new JsonObject());
            JsonObject reply = kernel.control("shutdown_request", json("restart", true));
            assertTrue(reply.get("restart").getAsBoolean());
            long start = System.nanoTime();
            kernel.close();
            assertTrue(System.nanoTime() - start < 4_500_000_000L, "it had to be ended by force");
        }
    }

    @Test
    void a_kernel_that_dies_in_a_cell_is_noticed_with_its_last_words() {
        try (KernelClient kernel = TestKernel.start()) {
            assertTrue(kernel.execute("1").isOk());
            KernelException death = assertThrows(KernelException.class, () -> kernel.execute(
                """
                    new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err)).println("my last words");
                    new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start().waitFor();
                    Thread.sleep(10_000);"""));
            assertTrue(death.getMessage().startsWith("kernel: died with exit code"), death.getMessage());
            assertTrue(death.getMessage().contains("my last words"), death.getMessage());
        }
    }

    @Test
    void a_kernel_that_cannot_start_says_why() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        KernelException death = assertThrows(KernelException.class,
            () -> KernelClient.start(List.of(java, "NoSuchKernel", "{connection_file}"), Map.of(), HERE));
        assertTrue(death.getMessage().contains("NoSuchKernel"), death.getMessage());
        KernelException missing = assertThrows(KernelException.class,
            () -> KernelClient.start(List.of("no-such-program"), Map.of(), HERE));
        assertTrue(missing.getMessage().startsWith("kernel: cannot be started"), missing.getMessage());
    }

    @Test
    void a_cell_that_takes_too_long_is_interrupted_and_reported() {
        try (KernelClient kernel = TestKernel.start()) {
            kernel.execute("1");
            kernel.withPatience(Duration.ofMillis(500));
            KernelException late = assertThrows(KernelException.class, () -> kernel.execute("Thread.sleep(60_000);"));
            assertTrue(late.getMessage().startsWith("kernel: the cell did not end within 0.5 s"), late.getMessage());
            kernel.withPatience(Duration.ofSeconds(60));
            assertEquals("2", kernel.execute("1 + 1").result("text/plain").orElse(""));
        }
    }

    @Test
    void a_thread_that_prints_on_and_on_holds_up_no_later_cell() {
        try (KernelClient kernel = TestKernel.start().withPatience(Duration.ofSeconds(30))) {
            kernel.execute("""
                var printer = new Thread(() -> { for (long n = 0; n < 1_000_000_000L; n++) System.out.print("."); });
                printer.setDaemon(true);
                printer.start();""");
            assertEquals("2", kernel.execute("1 + 1").result("text/plain").orElse(""));
        }
    }

    @Test
    void a_second_kernel_knows_nothing_of_the_first() {
        for (int i = 0; i < 2; i++) {
            try (KernelClient kernel = TestKernel.start()) {
                assertEquals("error", kernel.execute("left").status());
                kernel.execute("int left = 1;");
            }
        }
    }
}
