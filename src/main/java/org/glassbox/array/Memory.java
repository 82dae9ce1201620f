package org.glassbox.array;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;

/**
 * The memory of one array, outside the heap: taken from the system, given back when nothing refers to the array any more. The
 * garbage collector does not see how large it is, so it is called when much was taken since it last ran: a loop that keeps
 * nothing does not grow.
 *
 * <p>Why not ND4J's arrays: making one takes 20 µs, this 1, and freeing them waits for the collector to run by itself.
 */
final class Memory extends PhantomReference<Array> {
    /** Where vector instructions like numbers to begin. */
    private static final int ALIGNMENT = 64;
    private static final long LEAST_ALLOWANCE = 128L << 20;
    /** Wait at most so long for what the collector has found. */
    private static final int MILLIS = 20;

    private static final ReferenceQueue<Array> UNREACHABLE = new ReferenceQueue<>();
    private static final Set<Memory> IN_USE = ConcurrentHashMap.newKeySet();
    private static final AtomicLong BYTES = new AtomicLong();
    private static volatile long limit = LEAST_ALLOWANCE;

    private final Pointer block;
    private final long bytes;

    private Memory(Array owner, Pointer block, long bytes) {
        super(owner, UNREACHABLE);
        this.block = block;
        this.bytes = bytes;
    }

    /** Memory for so many bytes, at least until it is {@link #freeWith freed with} its array. */
    static Pointer take(long bytes) {
        freeUnreachable();
        if (BYTES.get() + bytes > limit) {
            collect(bytes);
        }
        Pointer block = Pointer.malloc(bytes + ALIGNMENT);
        if (block == null || block.isNull()) {
            throw new GlassboxException(Message.of("array", "the system has no memory for another "
                + Numbers.count(bytes >> 20) + " MiB; " + Numbers.count(BYTES.get() >> 20) + " MiB are in use")
                .help("smaller batches, or fewer tensors kept in variables"));
        }
        return block;
    }

    /** The first aligned number of a block. */
    static FloatPointer start(Pointer block) {
        long past = block.address() % ALIGNMENT;
        return new FloatPointer(new BytePointer(block).getPointer(past == 0 ? 0 : ALIGNMENT - past));
    }

    /** From now on the block is freed when nothing refers to {@code owner}. */
    static void freeWith(Array owner, Pointer block, long bytes) {
        BYTES.addAndGet(bytes);
        IN_USE.add(new Memory(owner, block, bytes));
    }

    /** Bytes of all arrays that the collector has not yet found to be unreachable. */
    static long inUse() {
        return BYTES.get();
    }

    private static void freeUnreachable() {
        for (Memory found = (Memory) UNREACHABLE.poll(); found != null; found = (Memory) UNREACHABLE.poll()) {
            found.free();
        }
    }

    private void free() {
        if (IN_USE.remove(this)) {
            Pointer.free(block);
            BYTES.addAndGet(-bytes);
        }
    }

    /** Collects garbage, and allows as much again as is in use after it. */
    private static synchronized void collect(long wanted) {
        if (BYTES.get() + wanted <= limit) {
            return;     // another thread has done it
        }
        System.gc();
        try {
            Memory found = (Memory) UNREACHABLE.remove(MILLIS);     // the collector hands them over a moment later
            while (found != null) {
                found.free();
                found = (Memory) UNREACHABLE.remove(1);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        limit = Math.max(LEAST_ALLOWANCE, 2 * (BYTES.get() + wanted));
    }
}
