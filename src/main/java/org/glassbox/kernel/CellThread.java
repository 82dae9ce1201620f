package org.glassbox.kernel;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** The one thread on which JShell works and cells run. Others give it work and wait; it alone is ever interrupted. */
final class CellThread {
    private static final long STACK_BYTES = 64L << 20;   // a recursion of students goes deep before it goes wrong

    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    CellThread() {
        Thread thread = new Thread(null, this::work, "glassbox-cells", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (true) {
            try {
                work.take().run();
            } catch (InterruptedException e) {
                Thread.interrupted();   // came too late for its cell: nothing else interrupts this thread
            }
        }
    }

    /** Does {@code task} there; what it throws, errors too, comes back in the future. */
    <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        work.add(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        });
        return result;
    }
}
