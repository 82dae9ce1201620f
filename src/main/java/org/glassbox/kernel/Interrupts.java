package org.glassbox.kernel;

import java.time.Duration;

/**
 * How a running cell is stopped. Cell classes ask {@link #check} at each method entry and each jump backwards
 * ({@link StopChecks} puts the calls there); what waits or tests the flag in a library is reached by
 * {@link Thread#interrupt}. The thread is interrupted only while it runs the user's code: an interrupt during compilation
 * would close the compiler's open jars for good.
 */
public final class Interrupts {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private static volatile boolean stop;
    private static boolean active;
    private static Thread runner;

    private Interrupts() {}

    /** Called by the code of cells: ends the cell if a stop was asked for. */
    public static void check() {
        if (stop) {
            throw new CellStopped("stopped");
        }
    }

    /** Called by cells in the place of {@link System#exit}: ends the cell and not the kernel. */
    public static void exit(int status) {
        throw new CellStopped("System.exit(" + status + ") ended the cell; the kernel goes on");
    }

    /** Called by cells in the place of {@link Runtime#exit} and {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** A cell begins; earlier wishes to stop are forgotten. */
    static synchronized void begin() {
        stop = false;
        active = true;
    }

    /** The cell has ended; what threads it left behind may go on. */
    static synchronized void end() {
        stop = false;
        active = false;
    }

    /** The user's code runs now on this thread, until {@link #leave}. */
    static synchronized void enter() {
        runner = Thread.currentThread();
        if (stop) {
            runner.interrupt();
        }
    }

    /** The user's code has ended; an interrupt that came too late does no harm. */
    static synchronized void leave() {
        runner = null;
        Thread.interrupted();
    }

    /** Has the running cell been asked to stop? */
    static boolean isStopping() { return stop; }

    /** Stops the running cell, if there is one. Asks again each second: a library may have swallowed the first interrupt. */
    static synchronized void request() {
        if (!active || stop) {
            return;
        }
        stop = true;
        Thread again = new Thread(Interrupts::insist, "glassbox-interrupt");
        again.setDaemon(true);
        again.start();
    }

    private static void insist() {
        try {
            while (interruptRunner()) {
                Thread.sleep(AGAIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized boolean interruptRunner() {
        if (stop && runner != null) {
            runner.interrupt();
        }
        return stop;
    }
}
