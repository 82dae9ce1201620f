package org.glassbox.array;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A block of numbers outside the Java heap: shape, type, and the native call that last wrote it. Always in row-major order
 * without gaps, so that Java loops and natives read it alike. At most 2 GiB.
 *
 * <p>The memory is freed when nothing refers to the array any more, whoever still reads its buffers or pointer: a method that
 * loops over them ends with a fence.
 */
public final class Array {
    private static final Array[] NO_VIEWS = {};

    private final int[] shape;
    private final int size;
    private final Type type;
    private final ByteBuffer bytes;
    private final FloatBuffer floats;
    private final DoubleBuffer doubles;
    private final FloatPointer pointer;
    /** The same memory as ND4J sees it, or null as long as ND4J has not asked: it takes 0.4 s to start. */
    private INDArray nd;

    /** The native call that last wrote this array, or null: asked for the same again, it need not be bound anew. */
    Call writer;
    /** Who hands this array out again and again, or null. */
    private Shelves owner;
    /** Which numbers these are: the step they were handed out in, or how often they were changed. */
    private int stamp;
    /** The array whose memory this one shows in another shape, or null. */
    private final Array base;
    /** Where in the base's numbers this one begins. */
    private final int offset;
    private Array[] views = NO_VIEWS;

    private Array(FloatPointer pointer, int[] shape, Type type, Array base, int offset) {
        this.base = base;
        this.offset = offset;
        this.shape = shape;
        this.size = Shapes.size(shape, 0);
        this.type = type;
        this.pointer = pointer;
        pointer.capacity((long) size * type.bytes / Float.BYTES);
        this.bytes = pointer.asByteBuffer().order(ByteOrder.nativeOrder());
        this.floats = type == Type.FLOAT ? bytes.asFloatBuffer() : null;
        this.doubles = type == Type.DOUBLE ? bytes.asDoubleBuffer() : null;
    }

    /** A new array whose content is arbitrary; not from an arena. Shape [] is one number. */
    public static Array of(Type type, int... shape) {
        requireRoom(type, shape);
        long bytes = (long) Shapes.size(shape, 0) * type.bytes;
        Pointer block = Memory.take(bytes);
        Array array = new Array(Memory.start(block), shape.clone(), type, null, 0);
        Memory.freeWith(array, block, bytes);
        return array;
    }

    /** A new array of these numbers, row by row; not from an arena. */
    public static Array of(Type type, double[] values, int... shape) {
        Array array = of(type, shape);
        array.set(values);
        return array;
    }

    /** A copy of ND4J's {@code source}; whole numbers and halves become FLOAT. */
    public static Array of(INDArray source) {
        if (!source.dataType().isNumerical()) {
            throw new GlassboxException(Message.of("Tensor.of", "ND4J's " + source.dataType() + " are not numbers")
                .help("castTo(DataType.FLOAT) makes numbers of truth values"));
        }
        Type type = source.dataType() == Type.DOUBLE.nd4j ? Type.DOUBLE : Type.FLOAT;
        Array array = of(type, Arrays.stream(source.shape()).mapToInt(Math::toIntExact).toArray());
        array.nd().assign(source.dataType() == type.nd4j ? source : source.castTo(type.nd4j));
        return array;
    }

    private static void requireRoom(Type type, int... shape) {
        double bytes = Arrays.stream(shape).asDoubleStream().reduce(type.bytes, (a, b) -> a * Math.max(b, 0));
        if (bytes <= 0) {
            throw new GlassboxException(Message.of("array", "shape " + Arrays.toString(shape) + " holds no numbers")
                .help("lengths are at least 1"));
        }
        if (bytes > Integer.MAX_VALUE) {
            throw new GlassboxException(Message.of("array", "shape " + Arrays.toString(shape) + " needs "
                + Numbers.count(Math.round(bytes / (1 << 30))) + " GiB, one array holds at most 2")
                .help(
                    "take fewer rows at a time; do two shapes broadcast by mistake, as [n, 1] and [n] do to [n, n]?"));
        }
    }

    /** A copy for ND4J. */
    public INDArray toINDArray() {
        INDArray copy = nd().dup('c');
        Reference.reachabilityFence(this);
        return copy;
    }

    /** The same memory seen in another shape of the same size; always the same view for the same shape. */
    public Array as(int... other) {
        return Arrays.equals(other, shape) ? this : view(offset, other);
    }

    /** The places from (inclusive) to (exclusive) of the leading axis, in the same memory; always the same view. */
    Array part(int from, int to) {
        int[] other = shape.clone();
        other[0] = to - from;
        return view(offset + from * Shapes.size(shape, 1), other);
    }

    private Array view(int start, int[] other) {
        Array whole = whole();
        if (start == 0 && Arrays.equals(other, whole.shape)) {
            return whole;
        }
        for (Array view : whole.views) {
            if (view.offset == start && Arrays.equals(other, view.shape)) {
                return view;
            }
        }
        FloatPointer numbers = new FloatPointer(whole.pointer).getPointer((long) start * type.bytes / Float.BYTES);
        Array view = new Array(numbers, other.clone(), type, whole, start);
        Array[] more = Arrays.copyOf(whole.views, whole.views.length + 1);
        more[more.length - 1] = view;
        whole.views = more;
        return view;
    }

    /** Lengths of the axes. The array is shared: do not write into it. */
    public int[] shape() { return shape; }

    public int rank() { return shape.length; }

    /** How many numbers. */
    public int size() { return size; }

    /** Length of the last axis; 1 for shape []. */
    public int columns() {
        return shape.length == 0 ? 1 : shape[shape.length - 1];
    }

    /** How many rows of {@link #columns()} numbers. */
    public int rows() { return size / columns(); }

    public Type type() { return type; }

    public boolean isFloat() { return type == Type.FLOAT; }

    private Array whole() { return base == null ? this : base; }

    /** Which numbers it holds now; others have another stamp. */
    public int stamp() { return whole().stamp; }

    /** Whether the numbers are still those of that stamp, and this thread may read them. */
    public boolean isStill(int then) {
        Array whole = whole();
        return whole.owner == null ? whole.stamp == then : whole.owner.isReadable(then);
    }

    /** Whether an arena hands it out again and again. */
    public boolean isFromArena() { return whole().owner != null; }

    /** Whether it belongs to the step of a loop that another thread runs. */
    public boolean isOfAnotherThread() {
        return isFromArena() && !whole().owner.isAtHome();
    }

    /** Notes that its numbers were replaced by others. Not for what an arena owns. */
    public void changed() {
        whole().stamp++;
    }

    /** The number at a position of the row-major order. */
    public double at(int position) {
        return isFloat() ? floats.get(position) : doubles.get(position);
    }

    /** Writes one number. */
    public void set(int position, double value) {
        if (isFloat()) {
            floats.put(position, (float) value);
        } else {
            doubles.put(position, value);
        }
    }

    /** Writes all numbers. */
    public void set(double[] values) {
        if (isFloat()) {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) values[i];
            }
            floats.put(0, narrow, 0, size);
        } else {
            doubles.put(0, values, 0, size);
        }
    }

    /** Writes all numbers of a FLOAT array. */
    public void set(float[] values) { floats.put(0, values, 0, size); }

    /** Writes rows of a table, which lie one after the other in it; FLOAT. */
    public void setRows(float[] table, int... rows) {
        int width = size / rows.length;
        for (int i = 0; i < rows.length; i++) {
            floats.put(i * width, table, rows[i] * width, width);
        }
    }

    /** All numbers, row by row. */
    public double[] toDoubles() {
        double[] values = new double[size];
        read(0, values, size);
        return values;
    }

    /** All numbers as floats, row by row. */
    public float[] toFloats() {
        float[] values = new float[size];
        if (isFloat()) {
            floats.get(0, values, 0, size);
        } else {
            for (int i = 0; i < size; i++) {
                values[i] = (float) doubles.get(i);
            }
        }
        Reference.reachabilityFence(this);
        return values;
    }

    /** Makes all numbers {@code value}. */
    public Array fill(double value) {
        if (value == 0) {
            pointer.fill(0);
        } else {
            for (int i = 0; i < size; i++) {
                set(i, value);
            }
        }
        Reference.reachabilityFence(this);
        return this;
    }

    /** Copies the numbers of {@code source}, which has the same size and type. */
    public void copyFrom(Array source) {
        bytes.put(0, source.bytes, 0, size * type.bytes);
    }

    /** Copies {@code count} numbers of an array of the same type. */
    void copy(int position, Array source, int sourcePosition, int count) {
        bytes.put(position * type.bytes, source.bytes, sourcePosition * type.bytes, count * type.bytes);
    }

    /** Reads {@code count} numbers of any type into {@code values}. */
    void read(int position, double[] values, int count) {
        if (isFloat()) {
            for (int i = 0; i < count; i++) {
                values[i] = floats.get(position + i);
            }
        } else {
            doubles.get(position, values, 0, count);
        }
        Reference.reachabilityFence(this); // a buffer alone does not keep its memory: see the class
    }

    /** Writes {@code count} numbers of any type from {@code values}. */
    public void write(int position, double[] values, int count) {
        if (isFloat()) {
            for (int i = 0; i < count; i++) {
                floats.put(position + i, (float) values[i]);
            }
        } else {
            doubles.put(position, values, 0, count);
        }
        Reference.reachabilityFence(this);
    }

    FloatBuffer floats() { return floats; }

    FloatPointer pointer() { return pointer; }

    /** Synchronized: a weight is asked by all threads that work with it. */
    synchronized INDArray nd() {
        if (nd == null) {
            nd = Boot.wrap(pointer, type, size, toLongs(shape));
        }
        return nd;
    }

    Array handOut(Shelves by, int step) {
        owner = by;
        stamp = step;
        return this;
    }

    static long[] toLongs(int[] shape) {
        long[] longs = new long[shape.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = shape[i];
        }
        return longs;
    }
}
