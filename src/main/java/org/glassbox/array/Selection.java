package org.glassbox.array;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** Which numbers: comparing, keeping and dropping, rows by their number, parts beside each other. All in Java. */
public final class Selection {
    private Selection() {}

    // ---- comparing: 1 where it holds, else 0, also where a number is NaN

    /** How two numbers may stand to each other. */
    public enum Relation {
        GREATER, AT_LEAST, LESS, AT_MOST, EQUAL
    }

    /** 1 where a stands so to b, else 0; shapes broadcast. */
    public static Array compare(Array a, Relation relation, Array b) {
        int[] shape = Shapes.broadcast(a.shape(), b.shape());
        return Loops.zip(repeat(a, shape), repeat(b, shape), Arena.take(a.type(), shape), kernel(relation),
            formula(relation));
    }

    /** 1 where a stands so to the number, else 0. */
    public static Array compare(Array a, Relation relation, double number) {
        return Loops.zipOne(a, number, Native.like(a), kernel(relation), formula(relation));
    }

    private static Loops.Kernel2 kernel(Relation relation) {
        return switch (relation) {
            case GREATER -> Selection::greater;
            case AT_LEAST -> Selection::atLeast;
            case LESS -> Selection::less;
            case AT_MOST -> Selection::atMost;
            case EQUAL -> Selection::equal;
        };
    }

    private static DoubleBinaryOperator formula(Relation relation) {
        return switch (relation) {
            case GREATER -> (a, b) -> a > b ? 1 : 0;
            case AT_LEAST -> (a, b) -> a >= b ? 1 : 0;
            case LESS -> (a, b) -> a < b ? 1 : 0;
            case AT_MOST -> (a, b) -> a <= b ? 1 : 0;
            case EQUAL -> (a, b) -> a == b ? 1 : 0;
        };
    }

    private static void greater(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    private static void atLeast(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] >= b[i] ? 1 : 0;
        }
    }

    private static void less(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] < b[i] ? 1 : 0;
        }
    }

    private static void atMost(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] <= b[i] ? 1 : 0;
        }
    }

    static void equal(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    // ---- keeping and dropping: a choice, never a product, as 0 times infinity is no number

    /** x where the mask is not 0, else 0; shapes broadcast. */
    public static Array keep(Array x, Array mask) {
        return choose(x, mask, Selection::keep, (v, m) -> m != 0 ? v : 0);
    }

    /** x where the mask is 0, else 0; shapes broadcast. */
    public static Array drop(Array x, Array mask) {
        return choose(x, mask, Selection::drop, (v, m) -> m == 0 ? v : 0);
    }

    private static Array choose(Array x, Array mask, Loops.Kernel2 kernel, DoubleBinaryOperator formula) {
        int[] shape = Shapes.broadcast(x.shape(), mask.shape());
        return Loops.zip(repeat(x, shape), repeat(mask, shape), Arena.take(x.type(), shape), kernel, formula);
    }

    private static void keep(float[] x, float[] mask, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = mask[i] != 0 ? x[i] : 0;
        }
    }

    private static void drop(float[] x, float[] mask, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = mask[i] == 0 ? x[i] : 0;
        }
    }

    /** x repeated to a shape that it broadcasts to; x itself where nothing is to be repeated. */
    static Array repeat(Array x, int... shape) {
        if (Arrays.equals(x.shape(), shape)) {
            return x;
        }
        int whole = shape.length;       // axes from here on are alike: their numbers lie together in both
        int before = x.rank();
        while (before > 0 && x.shape()[before - 1] == shape[whole - 1]) {
            before--;
            whole--;
        }
        int block = Shapes.size(shape, whole);
        Array y = Arena.take(x.type(), shape);
        int[] outer = Arrays.copyOf(shape, whole);
        Loops.places(outer, Shapes.broadcastAxes(Arrays.copyOf(x.shape(), before), outer),
            (place, home) -> y.copy(place * block, x, home * block, block));
        return y;
    }

    // ---- rows by their number

    /** The rows (places along the first axis) of a table with these numbers: shape of the numbers, then that of a row. */
    public static Array rows(Array table, Array numbers) {
        int row = Shapes.size(table.shape(), 1);
        Array y = Arena.take(table.type(), Shapes.join(numbers.shape(), Shapes.without(table.shape(), 0)));
        for (int i = 0; i < numbers.size(); i++) {
            y.copy(i * row, table, row * (int) numbers.at(i), row);
        }
        return y;
    }

    /** A table of that shape in which each row is the sum of the rows of y that came from it. */
    public static Array rowsGradient(Array y, Array numbers, int... shape) {
        Array table = Arena.take(y.type(), shape).fill(0);
        int row = Shapes.size(shape, 1);
        for (int i = 0; i < numbers.size(); i++) {
            Loops.addTo(table, row * (int) numbers.at(i), y, i * row, row);
        }
        return table;
    }

    // ---- numbers by their place along an axis

    /** From each line along an axis the numbers at these places, negative ones from its end; the shape of the places. */
    public static Array gather(Array x, int axis, Array places) {
        Array y = Arena.take(x.type(), places.shape());
        for (int i = 0; i < y.size(); i++) {
            y.set(i, x.at(home(i, axis, places, x.shape())));
        }
        return y;
    }

    /** An array of that shape in which each number is the sum of those of y that came from it. */
    public static Array gatherGradient(Array y, int axis, Array places, int... shape) {
        Array x = Arena.take(y.type(), shape).fill(0);
        for (int i = 0; i < y.size(); i++) {
            int home = home(i, axis, places, shape);
            x.set(home, x.at(home) + y.at(i));
        }
        return x;
    }

    /** Where number {@code i} comes from: from where it stands, but along the axis from its place. */
    private static int home(int i, int axis, Array places, int... shape) {
        int home = 0;
        int stride = 1;
        int left = i;
        for (int k = shape.length - 1; k >= 0; k--) {
            int here = left % places.shape()[k];
            int place = (int) places.at(i);
            home += stride * (k != axis ? here : place < 0 ? place + shape[k] : place);
            left /= places.shape()[k];
            stride *= shape[k];
        }
        return home;
    }

    // ---- parts beside each other

    /** The parts one after the other along an axis. */
    public static Array concat(int axis, Array... parts) {
        int[] shape = parts[0].shape().clone();
        shape[axis] = Arrays.stream(parts).mapToInt(part -> part.shape()[axis]).sum();
        Array y = Arena.take(parts[0].type(), shape);
        int start = 0;
        for (Array part : parts) {
            Native.place(part, y, axis, start);
            start += part.shape()[axis];
        }
        return y;
    }
}
