package org.glassbox.array;

import java.lang.ref.Reference;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Matrix product C = A · B by BLAS, or by oneDNN where that is faster, on several threads if it is large. ND4J's {@code matmul} goes to oneDNN's own pool of
 * threads: for A · Bᵀ (128×1024 · 1024²) it takes 2.6 ms, this 1.5; for A · B it is 5 to 25 % faster, but it stands still as
 * soon as another process takes one of its cores, and needs 5 µs to start.
 */
final class Gemm {
    static final int ROW_MAJOR = 101;
    static final int AS_IS = 111;
    static final int TRANSPOSED = 112;
    /** Multiplications that make a piece: about 5 µs; sharing costs 1, and the pieces pack their matrices anew. */
    static final long PIECE = 200_000;
    private static final int LEAST_WIDTH = 16;

    /** From here on oneDNN is faster than OpenBLAS on one thread. */
    private static final long LARGE = 400_000;
    /** From here on oneDNN's A · B, rows shared out, gains: 128×784 · 784×1024 takes 1.1 ms, OpenBLAS 1.35. */
    private static final long HUGE = 50_000_000;
    private static final long[] PLAIN = {0, 0};
    private static final long[] FIRST_TRANSPOSED = {1, 0};
    /** α and β of C = α A · B + β C. */
    private static final double[] ADDING = {1, 1};

    static {
        openblas_nolapack.blas_set_num_threads(1);      // threads are ours: see Threads; small nets need nothing else of ND4J
    }

    private final Array a;
    private final boolean transposeA;
    private final Array b;
    private final boolean transposeB;
    private final Array c;
    private final int inner;

    private Gemm(Array a, boolean transposeA, Array b, boolean transposeB, Array c) {
        this.a = a;
        this.transposeA = transposeA;
        this.b = b;
        this.transposeB = transposeB;
        this.c = c;
        this.inner = a.shape()[transposeA ? 0 : 1];
    }

    /** C = A · B, each first transposed if asked. */
    static Array run(Array a, boolean transposeA, Array b, boolean transposeB, Array c) {
        if (!c.isFloat()) {
            return textbook(a, transposeA, b, transposeB, c);
        }
        new Gemm(a, transposeA, b, transposeB, c).run();
        Reference.reachabilityFence(a); // the collector runs while BLAS does, and frees what only a pointer refers to
        Reference.reachabilityFence(b);
        return c;
    }

    /**
     * C = A · B, A first transposed if asked, on this thread alone, for work that is shared out in larger pieces. Large ones by
     * oneDNN: 32×128 · 128×512 takes 45 µs, OpenBLAS 79; (896×128)ᵀ · 896×512 takes 1.1 ms, OpenBLAS 1.5.
     */
    static void alone(Array a, boolean transposeA, Array b, Array c) {
        int inner = b.rows();
        if (!c.isFloat()) {
            textbook(a, transposeA, b, false, c);
        } else if ((long) c.size() * inner >= LARGE) {
            Call.run("matmul", transposeA ? FIRST_TRANSPOSED : PLAIN, c, a, b);
        } else {
            new Gemm(a, transposeA, b, false, c).piece(0, c.rows(), 0, c.columns());
        }
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
    }

    /** C += A · B on this thread alone. */
    static void aloneAdding(Array a, Array b, Array c) {
        if (!c.isFloat()) {
            Array product = Arena.take(c.type(), c.shape());
            textbook(a, false, b, false, product);
            Loops.addTo(c, 0, product, 0, c.size());
        } else if ((long) c.size() * b.rows() >= LARGE) {
            Call.run("matmul", PLAIN, ADDING, c, a, b);
        } else {
            new Gemm(a, false, b, false, c).piece(0, c.rows(), 0, c.columns(), 1f);
        }
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
    }

    private void run() {
        long work = (long) c.size() * inner;
        boolean byColumns = c.columns() >= 2 * c.rows() && inner >= 128;    // else packing A anew for each piece costs more
        int width = byColumns ? c.columns() : c.rows();
        int most = Math.max(2, Threads.count());                            // two pieces also for one thread: the same bits
        int pieces = (int) Math.max(1, Math.min(Math.min(most, work / PIECE), width / LEAST_WIDTH));
        if (work >= HUGE && !transposeA && !transposeB && c.rows() >= LEAST_WIDTH * pieces) {
            Threads.share(pieces, rowsByOneDnn(pieces));
        } else if (pieces == 1) {
            piece(0, c.rows(), 0, c.columns());
        } else if (byColumns) {
            Threads.share(pieces, i -> piece(0, c.rows(), cut(i, pieces, width), cut(i + 1, pieces, width)));
        } else {
            Threads.share(pieces, i -> piece(cut(i, pieces, width), cut(i + 1, pieces, width), 0, c.columns()));
        }
    }

    /** Pieces of rows, their views made before they are shared. */
    private IntConsumer rowsByOneDnn(int pieces) {
        Array[] rowsOfA = new Array[pieces];
        Array[] rowsOfC = new Array[pieces];
        for (int i = 0; i < pieces; i++) {
            rowsOfA[i] = a.part(cut(i, pieces, c.rows()), cut(i + 1, pieces, c.rows()));
            rowsOfC[i] = c.part(cut(i, pieces, c.rows()), cut(i + 1, pieces, c.rows()));
        }
        return i -> Call.run("matmul", PLAIN, rowsOfC[i], rowsOfA[i], b);
    }

    /** Where piece i begins: whole multiples of 16, so that no piece but the last has ragged edges. */
    private static int cut(int i, int pieces, int width) {
        return i == pieces ? width : (int) ((long) width * i / pieces) / LEAST_WIDTH * LEAST_WIDTH;
    }

    private void piece(int top, int bottom, int left, int right) { piece(top, bottom, left, right, 0f); }

    /** With what stands there already, times beta. */
    private void piece(int top, int bottom, int left, int right, float beta) {
        openblas_nolapack.cblas_sgemm(ROW_MAJOR, transposeA ? TRANSPOSED : AS_IS, transposeB ? TRANSPOSED : AS_IS,
            bottom - top, right - left, inner,
            1f, at(a, transposeA ? top : top * a.columns()), a.columns(),
            at(b, transposeB ? left * b.columns() : left), b.columns(),
            beta, at(c, top * c.columns() + left), c.columns());
    }

    static FloatPointer at(Array array, int position) {
        return position == 0 ? array.pointer() : new FloatPointer(array.pointer()).position(position);
    }

    /** DOUBLE only checks gradients. */
    private static Array textbook(Array a, boolean transposeA, Array b, boolean transposeB, Array c) {
        int inner = a.shape()[transposeA ? 0 : 1];
        for (int i = 0; i < c.size(); i++) {
            int row = i / c.columns();
            int column = i % c.columns();
            double sum = 0;
            for (int k = 0; k < inner; k++) {
                sum += a.at(transposeA ? k * a.columns() + row : row * a.columns() + k)
                    * b.at(transposeB ? column * b.columns() + k : k * b.columns() + column);
            }
            c.set(i, sum);
        }
        return c;
    }
}
