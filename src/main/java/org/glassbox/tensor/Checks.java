package org.glassbox.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.array.Array;
import org.glassbox.array.Shapes;

/** What an operation demands of its inputs, asked once, at the door, before anything is computed. */
final class Checks {
    private Checks() {}

    static void broadcast(String op, Tensor a, Tensor b) {
        sameType(op, "first", a, "second", b);
        if (Shapes.broadcast(a.array().shape(), b.array().shape()) == null) {
            throw shape(of(op, "shapes " + text(a) + " and " + text(b) + " do not broadcast"),
                "from the right, lengths must be equal or 1" + column(a, b) + column(b, a), "first", a, "second", b);
        }
    }

    /** Where a row has a number for each row of a matrix, it was meant as a column. */
    private static String column(Tensor row, Tensor matrix) {
        boolean isColumn = row.rank() == 1 && matrix.rank() == 2 && row.size() == matrix.array().rows();
        return isColumn ? "; one number for each row is a column: reshape(" + row.size() + ", 1)" : "";
    }

    static void sameType(String op, String nameA, Tensor a, String nameB, Tensor b) {
        if (a.isDouble() != b.isDouble()) {
            throw shape(of(op, nameA + " is " + a.array().type() + ", " + nameB + " is " + b.array().type()),
                "bring both to one type with toDouble()", nameA, a, nameB, b);
        }
    }

    static void rate(String op, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new ShapeException(of(op, "rate " + brief(rate) + ", expected 0 ≤ rate < 1")
                .help("the rate is the share that is dropped: 0.5 drops half"));
        }
    }

    static void setting(String op, String name, double value, String help) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new ShapeException(of(op, name + " " + brief(value) + ", expected a number above 0").help(help));
        }
    }

    static void range(String op, double low, double high) {
        if (!(low <= high)) {
            throw new ShapeException(of(op, "from " + brief(low) + " to " + brief(high) + ", expected low ≤ high")
                .help("an end that is open is Double.NEGATIVE_INFINITY or Double.POSITIVE_INFINITY"));
        }
    }

    static void rank(String op, String name, Tensor x, int rank) {
        if (x.rank() != rank) {
            throw shape(of(op, name + " has " + axes(x) + ", expects " + rank), x.rank() == 1
                ? "reshape(1, " + x.size() + ") makes it a row, reshape(" + x.size() + ", 1) a column"
                : "reshape(…) gives it another shape", name, x);
        }
    }

    static void atLeastRank(String op, Tensor x, int rank) {
        if (x.rank() < rank) {
            throw shape(of(op, "input has " + axes(x) + ", expects at least " + rank),
                "reshape(…) gives it another shape", "input", x);
        }
    }

    static String axes(Tensor x) { return Numbers.of(x.rank(), "axis", "axes"); }

    /** The axes counted from 0, each named once. */
    static int[] axes(String op, Tensor x, int... axes) {
        if (axes.length == 0 && x.rank() > 0) {
            throw shape(of(op, "no axes"), op + "() takes all numbers together", "input", x);
        }
        int[] positive = Arrays.stream(axes).map(axis -> axis(op, x, axis)).toArray();
        if (Arrays.stream(positive).distinct().count() < positive.length) {
            throw shape(of(op, "axes " + Arrays.toString(axes) + " name one twice"), "name each axis once", "input", x);
        }
        return Arrays.stream(positive).sorted().toArray();
    }

    static int axis(String op, Tensor x, int axis) {
        int positive = axis < 0 ? axis + x.rank() : axis;
        if (positive < 0 || positive >= x.rank()) {
            throw shape(of(op, "axis " + axis + ", input has " + axes(x)),
                x.rank() == 0 ? "one number has no axes" : "axes are 0 to " + (x.rank() - 1) + ", or -1 for the last",
                "input", x);
        }
        return positive;
    }

    static Array derivative(String op, Array dx, Tensor input) {
        Array x = input.array();
        if (dx.type() != x.type()) {
            throw new ShapeException(of(op, "the derivative is " + dx.type() + ", its input " + x.type())
                .help("a gradient has the type of what it belongs to"));
        }
        if (!Arrays.equals(Shapes.broadcast(x.shape(), dx.shape()), dx.shape())) {
            throw new ShapeException(of(op, "the derivative has shape " + Arrays.toString(dx.shape()) + ", its input "
                + text(input)).help("a gradient has the shape of what it belongs to; is a transpose() missing?"));
        }
        return dx;
    }

    static void backward(Tensor loss) {
        if (loss.size() != 1) {
            throw shape(of("backward", "a loss is one number, this has " + loss.size()),
                "sum() or mean() makes one number of it", "tensor", loss);
        }
        if (loss.origin() == null) {
            throw new GlassboxException(of("backward",
                "this number was not computed from anything that gets a gradient")
                .help(loss.needsGradient() ? "it is a leaf itself: its gradient is 1"
                    : "Tensor.of(…) and Parameters get gradients; data does not (toLeaf()), nor does what predict() computes"));
        }
    }

    static <T> T given(String op, T numbers) {
        if (numbers == null) {
            throw new GlassboxException(of(op, "null instead of numbers").help("was the variable given a value?"));
        }
        return numbers;
    }

    static void notEmpty(String op, long count) {
        if (count == 0) {
            throw new ShapeException(of(op, "no numbers").help("a tensor holds at least one number"));
        }
    }

    static void fits(String op, int count, int... shape) {
        if (count == 0) {
            throw new ShapeException(of(op, "no numbers for " + Arrays.toString(shape))
                .help("a tensor holds at least one number; is a batch empty?"));
        }
        double size = Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (size != count || size == 0 || IntStream.of(shape).anyMatch(length -> length < 1)) {
            throw new ShapeException(
                of(op, Numbers.of(count, "number does", "numbers do") + " not fill " + Arrays.toString(shape))
                    .help("the product of the lengths must be the count of the numbers, and at least 1"));
        }
    }

    static double[] flat(double[][] rows) {
        notEmpty("Tensor.of", given("Tensor.of", rows).length == 0 ? 0 : given("Tensor.of", rows[0]).length);
        int columns = rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            if (given("Tensor.of", rows[row]).length != columns) {
                throw new ShapeException(of("Tensor.of",
                    "row " + row + " has " + Numbers.of(rows[row].length, "number", "numbers") + ", row 0 has "
                        + columns)
                    .help("all rows of a matrix have one length"));
            }
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return values;
    }

    static Message of(String op, String what) { return Message.of(op, what); }

    static ShapeException shape(Message message, String help, Object... namesAndTensors) {
        Message full = message;
        for (int i = 0; i < namesAndTensors.length; i += 2) {
            full = full.with((String) namesAndTensors[i], text((Tensor) namesAndTensors[i + 1]));
        }
        Place place = Pass.current().place();
        return new ShapeException((place == null ? full : full.with("in", place)).help(help));
    }

    static String text(Tensor tensor) { return Arrays.toString(tensor.array().shape()); }

    static String brief(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value) ? "" + (long) value : "" + value;
    }
}
