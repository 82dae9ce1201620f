package org.glassbox.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.glassbox.run.KernelClient;
import org.glassbox.run.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cell does, «interrupt» ends it within half a second, and the kernel goes on. */
class InterruptIT {
    private static final long HALF_A_SECOND = 500;

    private static KernelClient kernel;

    @BeforeAll
    static void start() {
        kernel = TestKernel.start().withPatience(Duration.ofSeconds(60));
        kernel.execute("long n = 0;");
    }

    @AfterAll
    static void end() { kernel.close(); }

    /** Lets the cell say that it runs, interrupts it, and measures how long it takes from there. */
    private static Reply interrupted(String code) {
        long[] asked = {0};
        Reply reply = kernel.submit("System.out.println(\"running\");\n" + code, new JsonObject()).await(output -> {
            if (asked[0] == 0) {
                pause();
                asked[0] = System.nanoTime();
                kernel.interrupt();
            }
        });
        long millis = (System.nanoTime() - asked[0]) / 1_000_000;
        assertEquals("error", reply.status(), code);
        assertTrue(millis < HALF_A_SECOND, code + " took " + millis + " ms");
        assertEquals("2", kernel.execute("1 + 1").result("text/plain").orElse("nothing"));
        return reply;
    }

    /** Until the statement after the one that printed is compiled and runs. */
    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "while (true) n++;",
        "do { n++; } while (n >= 0);",
        "for (;;) { }",
        "while (true) { try { Thread.sleep(1000); } catch (Exception e) { } }",
        "while (true) { try { n++; } catch (Throwable e) { } }",
        "Thread.sleep(60_000);",
        "new java.util.concurrent.CountDownLatch(1).await();",
        "synchronized (Object.class) { Object.class.wait(); }",
        "while (true) System.out.println(n++);",
        "int spin(int depth) { return depth == 0 ? 1 : spin(depth - 1) + spin(depth - 1); }\nspin(60)",
        "IntStream.range(0, 8).parallel().forEach(i -> { while (true) n++; });",
        "Stream.iterate(1L, x -> x + 1).filter(x -> x < 0).findFirst()",
        "class Endless { void run() { while (true) n++; } }\nnew Endless().run();",
        "new ArrayList<>(List.of(3, 2, 1)).sort((a, b) -> { while (true) n++; });",
    })
    void every_kind_of_endless_cell_is_stopped(String code) {
        Reply reply = interrupted(code);
        assertTrue(reply.error().startsWith("The cell was stopped."), reply.error());
        assertTrue(reply.error().contains("Cell [" + reply.executionCount() + "], line 2:")
            || reply.error().contains("Cell [" + reply.executionCount() + "], line 3:"), reply.error());
    }

    @Test
    void what_a_library_says_when_it_stops_is_shown() {
        Reply library = interrupted(
            """
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    throw new GlassboxException(Message.of("fit", "stopped after 3 epochs").help("call fit again to go on"));
                }""");
        assertTrue(library.error().startsWith("fit: stopped after 3 epochs\n  help   call fit again to go on"),
            library.error());
    }

    @Test
    void a_fit_is_stopped_with_its_net_and_a_partial_history_usable() {
        Reply made = kernel.execute("""
            Layer net = Sequential.of(Linear.of(64, 64), Activation.relu(), Linear.of(64, 10));
            var digits = Datasets.digits().split(0.8);
            var trainer = Trainer.of(net, Loss.crossEntropy(), Adam.of(5e-3)).batchSize(32);
            trainer.fit(digits, 1);""");
        assertTrue(made.isOk(), made.error());
        Reply stopped = interrupted("trainer.fit(digits, 1_000_000);");
        System.out.println(stopped.error());
        Reply more = kernel.execute("trainer.fit(digits, 1).epochs().rowCount() > 2");
        assertEquals("true", more.result("text/plain").orElse(more.error()));
    }

    @Test
    void statements_after_the_stopped_one_do_not_run() {
        interrupted("int after = 1;\nThread.sleep(60_000);\nafter = 2;");
        assertEquals("1", kernel.execute("after").result("text/plain").orElse(""));
    }

    @Test
    void an_interrupt_between_cells_does_not_hit_the_next_one() {
        kernel.interrupt();
        assertEquals("3", kernel.execute("1 + 2").result("text/plain").orElse(""));
    }

    @Test
    void many_interrupts_leave_compiler_and_sockets_whole() {
        for (int i = 0; i < 10; i++) {
            interrupted("while (true) System.out.println(n++);");
        }
        assertTrue(kernel.execute("import java.util.zip.*;\nnew CRC32().getValue()").isOk());
    }
}
