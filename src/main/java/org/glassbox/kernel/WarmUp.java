package org.glassbox.kernel;

import java.util.Iterator;
import java.util.List;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Loss;
import org.glassbox.notebook.Bundle;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * What the first cells of most notebooks need, done once while nobody waits: between the kernel's first answer and the first
 * cell. Each step is short, draws nothing at random and leaves nothing behind; once a cell has come no further one begins.
 */
final class WarmUp {
    private static final List<Runnable> STEPS = List.of(WarmUp::classPath,
        () -> Bundle.of(Datasets.digits().split(0.8)), WarmUp::product);

    private final Iterator<Runnable> steps;
    private boolean begun;
    private volatile boolean over;

    WarmUp() { this(STEPS); }

    WarmUp(List<Runnable> steps) { this.steps = steps.iterator(); }

    /** Begins in a thread of its own, the first time that it is called. */
    @SuppressWarnings("ThreadPriorityCheck")               // a wish; nothing depends on it
    synchronized void begin() {
        if (begun || over) {
            return;
        }
        begun = true;
        Thread thread = new Thread(this::run, "glassbox-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** A cell has come: it has the processor, and what it needs it loads itself. */
    void end() { over = true; }

    /** Whether every step was done. */
    boolean isThrough() { return !over && !steps.hasNext(); }

    void run() {
        try {
            while (!over && steps.hasNext()) {
                steps.next().run();
            }
        } catch (Throwable t) {   // the cell that needs it will say it where it can be seen
            over = true;
        }
    }

    /** Tablesaw's first table looks through every jar for readers of files. */
    private static void classPath() {
        Table.create();
    }

    /** A product loads the libraries in machine code. */
    private static void product() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        Loss.crossEntropy().of(x.matmul(x), Tensor.data(new float[2], 2)).backward();
    }
}
