package org.glassbox.array;

/** Changes arrays in place, a piece at a time, by a formula over plain Java arrays: how an optimizer's rule reaches weights. */
public final class Chunks {
    private static final ThreadLocal<float[][]> HEAP = ThreadLocal.withInitial(() -> new float[][] {});

    private Chunks() {}

    /** Changes w and the slots, given g: the first n numbers of each. */
    public interface Update {
        void run(float[] w, float[] g, float[][] slots, int n);
    }

    /**
     * Runs {@code update} over all numbers of w, g and the slots, which have one size and are FLOAT; many are shared among
     * threads, each with other numbers.
     */
    public static void update(Array w, Array g, Array[] slots, Update update) {
        Loops.share(w.size(), (from, to) -> update(w, g, slots, update, from, to));
    }

    private static void update(Array w, Array g, Array[] slots, Update update, int from, int to) {
        float[][] heap = heap(slots.length + 2);
        float[][] slotChunks = java.util.Arrays.copyOfRange(heap, 2, 2 + slots.length);
        for (int i = from; i < to; i += Loops.CHUNK) {
            int n = Math.min(Loops.CHUNK, to - i);
            w.floats().get(i, heap[0], 0, n);
            g.floats().get(i, heap[1], 0, n);
            for (int k = 0; k < slots.length; k++) {
                slots[k].floats().get(i, slotChunks[k], 0, n);
            }
            update.run(heap[0], heap[1], slotChunks, n);
            w.floats().put(i, heap[0], 0, n);
            for (int k = 0; k < slots.length; k++) {
                slots[k].floats().put(i, slotChunks[k], 0, n);
            }
        }
    }

    private static float[][] heap(int count) {
        if (HEAP.get().length < count) {
            HEAP.set(new float[count][Loops.CHUNK]);
        }
        return HEAP.get();
    }
}
