package org.glassbox.array;

import java.lang.ref.Reference;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Many small products, one for each of a batch: whole products are shared out among threads, none is cut. */
final class BatchGemm {
    private final Array a;
    private final boolean transposeA;
    private final Array b;
    private final boolean transposeB;
    private final Array c;
    private final int inner;

    private BatchGemm(Array a, boolean transposeA, Array b, boolean transposeB, Array c) {
        this.a = a;
        this.transposeA = transposeA;
        this.b = b;
        this.transposeB = transposeB;
        this.c = c;
        this.inner = a.shape()[a.rank() - (transposeA ? 2 : 1)];
    }

    /** C[i] = A[i] · B[i], each first transposed if asked; a matrix without the batch's axis is that of all. */
    static Array run(Array a, boolean transposeA, Array b, boolean transposeB, Array c) {
        BatchGemm all = new BatchGemm(a, transposeA, b, transposeB, c);
        int batch = c.shape()[0];
        if (!c.isFloat()) {
            all.textbook();
            return c;
        }
        int together = (int) Math.max(1, Gemm.PIECE * batch / ((long) c.size() * all.inner));
        int pieces = (batch + together - 1) / together;
        Threads.share(pieces, piece -> {
            for (int i = piece * together; i < Math.min(batch, (piece + 1) * together); i++) {
                all.product(i);
            }
        });
        Reference.reachabilityFence(a); // the collector runs while BLAS does, and frees what only a pointer refers to
        Reference.reachabilityFence(b);
        return c;
    }

    private void product(int i) {
        openblas_nolapack.cblas_sgemm(Gemm.ROW_MAJOR, transposeA ? Gemm.TRANSPOSED : Gemm.AS_IS,
            transposeB ? Gemm.TRANSPOSED : Gemm.AS_IS, c.shape()[1], c.columns(), inner,
            1f, Gemm.at(a, start(a, i)), a.columns(), Gemm.at(b, start(b, i)), b.columns(),
            0f, Gemm.at(c, start(c, i)), c.columns());
    }

    private static int start(Array x, int i) { return x.rank() == 3 ? i * Shapes.size(x.shape(), 1) : 0; }

    /** DOUBLE only checks gradients. */
    private void textbook() {
        Loops.places(c.shape(), new int[0], (place, home) -> {
            int i = place / Shapes.size(c.shape(), 1);
            int row = place / c.columns() % c.shape()[1];
            int column = place % c.columns();
            double sum = 0;
            for (int k = 0; k < inner; k++) {
                sum += a.at(start(a, i) + (transposeA ? k * a.columns() + row : row * a.columns() + k))
                    * b.at(start(b, i) + (transposeB ? column * b.columns() + k : k * b.columns() + column));
            }
            c.set(place, sum);
        });
    }
}
