package org.glassbox.array;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Arithmetic on shapes: what an operation does to the lengths of the axes. Nothing is checked here. */
public final class Shapes {
    /** All axes but the last, by their number. */
    static final int[][] LEADING = {{}, {0}, {0, 1}};

    private Shapes() {}

    /** The common shape of two that broadcast as in NumPy, or null if they do not. Not to be written. */
    public static int[] broadcast(int[] a, int[] b) {
        if (Arrays.equals(a, b)) {
            return a;
        }
        int rank = Math.max(a.length, b.length);
        int[] shape = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int m = i <= a.length ? a[a.length - i] : 1;
            int n = i <= b.length ? b[b.length - i] : 1;
            if (m != n && m != 1 && n != 1) {
                return null;
            }
            shape[rank - i] = m == 1 ? n : m;
        }
        return shape;
    }

    /** The axes of {@code large} along which {@code small} was repeated. */
    static int[] broadcastAxes(int[] small, int[] large) {
        int added = large.length - small.length;
        int[] axes = new int[large.length];
        int count = 0;
        for (int axis = 0; axis < large.length; axis++) {
            if (axis < added || small[axis - added] == 1 && large[axis] != 1) {
                axes[count++] = axis;
            }
        }
        return Arrays.copyOf(axes, count);
    }

    /** The shape without these axes. */
    public static int[] without(int[] shape, int... axes) {
        int[] left = new int[shape.length];
        int count = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            if (!contains(axes, axis)) {
                left[count++] = shape[axis];
            }
        }
        return Arrays.copyOf(left, count);
    }

    /** The shape with a new axis of length 1 at that place. */
    public static int[] withAxis(int[] shape, int axis) {
        int[] more = new int[shape.length + 1];
        System.arraycopy(shape, 0, more, 0, axis);
        more[axis] = 1;
        System.arraycopy(shape, axis, more, axis + 1, shape.length - axis);
        return more;
    }

    /** The shape of a batch of matrix products; a side that is one matrix is the same for all. */
    public static int[] product(int[] a, int[] b) {
        int[] shape = a.length > 2 ? a.clone() : b.clone();
        shape[shape.length - 2] = a[a.length - 2];
        shape[shape.length - 1] = b[b.length - 1];
        return shape;
    }

    /** The axes of both, one after the other. */
    static int[] join(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** How far apart neighbours along each axis lie in an array where {@code axes} have vanished: 0 along those. */
    static int[] stridesWithout(int[] shape, int... axes) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            boolean vanished = contains(axes, axis);
            strides[axis] = vanished ? 0 : stride;
            stride *= vanished ? 1 : shape[axis];
        }
        return strides;
    }

    /** The shape with length 1 at these axes. */
    static int[] withOnes(int[] shape, int... axes) {
        int[] ones = shape.clone();
        for (int axis : axes) {
            ones[axis] = 1;
        }
        return ones;
    }

    /** The shape with axes of length 1 put before it, up to that rank. */
    static int[] withLeadingOnes(int[] shape, int rank) {
        int[] ones = new int[rank];
        Arrays.fill(ones, 1);
        System.arraycopy(shape, 0, ones, rank - shape.length, shape.length);
        return ones;
    }

    /** The shape with its axes in another order. */
    static int[] permuted(int[] shape, int... axes) {
        return Arrays.stream(axes).map(axis -> shape[axis]).toArray();
    }

    /** The order of axes that undoes {@code axes}. */
    public static int[] inverse(int... axes) {
        int[] inverse = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            inverse[axes[i]] = i;
        }
        return inverse;
    }

    /** All axes of a shape of that rank: 0, 1, … */
    public static int[] all(int rank) {
        return IntStream.range(0, rank).toArray();
    }

    /** How many numbers lie within one place of the axes before {@code axis}. */
    static int size(int[] shape, int axis) {
        int size = 1;
        for (int i = axis; i < shape.length; i++) {
            size *= shape[i];
        }
        return size;
    }

    /** A row by its number among all, in words: «row 3»; of sequences [batch, steps] «row 1, step 2». */
    public static String row(int[] leading, int number) {
        return leading.length != 2 ? "row " + number
            : "row " + number / leading[1] + ", step " + number % leading[1];
    }

    private static boolean contains(int[] axes, int axis) {
        for (int candidate : axes) {
            if (candidate == axis) {
                return true;
            }
        }
        return false;
    }
}
