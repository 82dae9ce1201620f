package org.glassbox.array;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Walks over arrays in Java. FLOAT goes by chunks of 1024 numbers, copied to the heap, worked on by a vectorised
 * {@link Kernels kernel}, and copied back; DOUBLE, which only checks gradients, goes number by number through the textbook's
 * formula.
 */
final class Loops {
    static final int CHUNK = 1024;
    /** Numbers that another thread takes at a time: 2 µs of the quickest kernel, twice what sharing costs. */
    private static final int PIECE = 8 * CHUNK;
    /** Columns of a sum over rows that another thread takes at a time. */
    private static final int NARROW = 256;
    /** Rows that are turned into columns at a time. */
    private static final int TILE = 16;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private Loops() {}

    /** Works on the numbers from (inclusive) to (exclusive). */
    interface Range {
        void run(int from, int to);
    }

    /** a ← f(a). */
    interface Kernel {
        void run(float[] a, int n);
    }

    /** a ← f(a, b). */
    interface Kernel2 {
        void run(float[] a, float[] b, int n);
    }

    /** Works on one row of numbers, in place. */
    interface RowKernel {
        void run(int row, double[] numbers, int n);
    }

    /** Something that happens at a place of an array. */
    interface Visit {
        void at(int place, int home);
    }

    /** Visits all places of a shape, row by row; home is the same place in an array where {@code axes} have vanished. */
    static void places(int[] shape, int[] axes, Visit visit) {
        int[] strides = Shapes.stridesWithout(shape, axes);
        int[] index = new int[shape.length];
        int home = 0;
        for (int place = 0; place < Shapes.size(shape, 0); place++) {
            visit.at(place, home);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                home += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                home -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
    }

    /** Runs over all numbers of an array of that size, in pieces on several threads if there are many. */
    static void share(int size, Range range) {
        int pieces = size / PIECE;
        if (pieces < 2) {
            range.run(0, size);
        } else {
            Threads.share(pieces, i -> range.run(i * PIECE, i == pieces - 1 ? size : (i + 1) * PIECE));
        }
    }

    /** Runs over all rows, in pieces on several threads if they hold many numbers. */
    private static void share(int rows, int columns, Range range) {
        int pieces = Math.min(rows, rows * columns / PIECE);
        if (pieces < 2) {
            range.run(0, rows);
        } else {
            Threads.share(pieces,
                i -> range.run((int) ((long) rows * i / pieces), (int) ((long) rows * (i + 1) / pieces)));
        }
    }

    /** y = f(x), number by number; y may be x. */
    static Array map(Array x, Array y, Kernel kernel, DoubleUnaryOperator formula) {
        int size = x.size();
        if (!x.isFloat()) {
            for (int i = 0; i < size; i++) {
                y.set(i, formula.applyAsDouble(x.at(i)));
            }
            return y;
        }
        share(size, (from, to) -> map(x, y, kernel, from, to));
        return y;
    }

    private static void map(Array x, Array y, Kernel kernel, int from, int to) {
        float[] a = SCRATCH.get().a;
        for (int i = from; i < to; i += CHUNK) {
            int n = Math.min(CHUNK, to - i);
            x.floats().get(i, a, 0, n);
            kernel.run(a, n);
            y.floats().put(i, a, 0, n);
        }
    }

    /** z = f(x, y), number by number; z may be x or y. */
    static Array zip(Array x, Array y, Array z, Kernel2 kernel, DoubleBinaryOperator formula) {
        int size = x.size();
        if (!x.isFloat()) {
            for (int i = 0; i < size; i++) {
                z.set(i, formula.applyAsDouble(x.at(i), y.at(i)));
            }
            return z;
        }
        share(size, (from, to) -> zip(x, y, z, kernel, from, to));
        return z;
    }

    private static void zip(Array x, Array y, Array z, Kernel2 kernel, int from, int to) {
        Scratch scratch = SCRATCH.get();
        for (int i = from; i < to; i += CHUNK) {
            int n = Math.min(CHUNK, to - i);
            x.floats().get(i, scratch.a, 0, n);
            y.floats().get(i, scratch.b, 0, n);
            kernel.run(scratch.a, scratch.b, n);
            z.floats().put(i, scratch.a, 0, n);
        }
    }

    /** z = f(x, y) with one number y; z may be x. */
    static Array zipOne(Array x, double y, Array z, Kernel2 kernel, DoubleBinaryOperator formula) {
        float[] same = new float[Math.min(CHUNK, x.size())];
        java.util.Arrays.fill(same, (float) y);
        return map(x, z, (a, n) -> kernel.run(a, same, n), v -> formula.applyAsDouble(v, y));
    }

    /** y[r, c] += b[c] for every row r. */
    static void addToRows(Array y, Array b) {
        int columns = y.columns();
        if (!y.isFloat()) {
            for (int i = 0; i < y.size(); i++) {
                y.set(i, y.at(i) + b.at(i % columns));
            }
            return;
        }
        share(y.rows(), columns, (from, to) -> addToRows(y, b, from, to));
    }

    private static void addToRows(Array y, Array b, int firstRow, int endRow) {
        Scratch scratch = SCRATCH.get();
        int columns = y.columns();
        for (int from = 0; from < columns; from += CHUNK) {
            int n = Math.min(CHUNK, columns - from);
            b.floats().get(from, scratch.b, 0, n);
            for (int row = firstRow; row < endRow; row++) {
                int place = row * columns + from;
                y.floats().get(place, scratch.a, 0, n);
                Kernels.add(scratch.a, scratch.b, n);
                y.floats().put(place, scratch.a, 0, n);
            }
        }
    }

    /** s[c] = sum of x[r, c] over the rows r. ND4J's own sum over rows takes 370 µs at 128 × 1024, this 30. */
    static Array sumRows(Array x, Array s) {
        int columns = x.columns();
        if (!x.isFloat()) {
            s.fill(0);
            for (int i = 0; i < x.size(); i++) {
                s.set(i % columns, s.at(i % columns) + x.at(i));
            }
            return s;
        }
        int width = x.size() < 2 * PIECE ? CHUNK : NARROW;      // narrow enough to be shared
        int pieces = (columns + width - 1) / width;
        if (x.size() < 2 * PIECE) {
            for (int i = 0; i < pieces; i++) {
                sumRows(x, s, i * width, Math.min(width, columns - i * width));
            }
        } else {
            Threads.share(pieces, i -> sumRows(x, s, i * width, Math.min(width, columns - i * width)));
        }
        return s;
    }

    private static void sumRows(Array x, Array s, int firstColumn, int n) {
        Scratch scratch = SCRATCH.get();
        java.util.Arrays.fill(scratch.b, 0, n, 0f);
        for (int i = firstColumn; i < x.size(); i += x.columns()) {
            x.floats().get(i, scratch.a, 0, n);
            Kernels.add(scratch.b, scratch.a, n);
        }
        s.floats().put(firstColumn, scratch.b, 0, n);
    }

    /** Adds {@code count} numbers of y from a position on to those of x from another. */
    static void addTo(Array x, int at, Array y, int from, int count) {
        if (!x.isFloat()) {
            for (int i = 0; i < count; i++) {
                x.set(at + i, x.at(at + i) + y.at(from + i));
            }
            return;
        }
        Scratch scratch = SCRATCH.get();
        for (int i = 0; i < count; i += CHUNK) {
            int n = Math.min(CHUNK, count - i);
            x.floats().get(at + i, scratch.a, 0, n);
            y.floats().get(from + i, scratch.b, 0, n);
            Kernels.add(scratch.a, scratch.b, n);
            x.floats().put(at + i, scratch.a, 0, n);
        }
    }

    /** A matrix with rows and columns exchanged. ND4J's permute takes 160 to 350 µs at 128 × 512, this 75. */
    static Array transposed(Array x) {
        int rows = x.rows();
        int columns = x.columns();
        Array y = Arena.take(x.type(), columns, rows);
        if (!x.isFloat()) {
            for (int i = 0; i < x.size(); i++) {
                y.set(i % columns * rows + i / columns, x.at(i));
            }
            return y;
        }
        float[] block = new float[TILE * columns];
        float[] line = new float[TILE];
        for (int top = 0; top < rows; top += TILE) {
            int n = Math.min(TILE, rows - top);
            x.floats().get(top * columns, block, 0, n * columns);
            for (int column = 0; column < columns; column++) {
                for (int i = 0; i < n; i++) {
                    line[i] = block[i * columns + column];
                }
                y.floats().put(column * rows + top, line, 0, n);
            }
        }
        return y;
    }

    /** y = f(x) row by row, computed in double; y may be x. */
    static Array rows(Array x, Array y, RowKernel kernel) {
        int columns = x.columns();
        double[] numbers = SCRATCH.get().row(columns);
        for (int row = 0; row < x.rows(); row++) {
            x.read(row * columns, numbers, columns);
            kernel.run(row, numbers, columns);
            y.write(row * columns, numbers, columns);
        }
        return y;
    }

    /** Heap arrays for the numbers at hand, one set a thread. */
    private static final class Scratch {
        private final float[] a = new float[CHUNK];
        private final float[] b = new float[CHUNK];
        private double[] row = new double[CHUNK];

        private double[] row(int columns) {
            if (row.length < columns) {
                row = new double[columns];
            }
            return row;
        }
    }
}
