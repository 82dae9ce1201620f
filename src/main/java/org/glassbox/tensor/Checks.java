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

    static void matmul(Tensor a, Tensor b) {
        sameType("matmul", "first", a, "second", b);
        rank("matmul", "first", a, 2);
        rank("matmul", "second", b, 2);
        int inner = a.array().columns();
        int expected = b.array().shape()[0];
        if (inner != expected) {
            throw shape(of("matmul", "first has " + inner + " columns, second " + expected + " rows"),
                "the inner lengths must agree: [n, k] · [k, m]; transpose() exchanges rows and columns",
                "first", a, "second", b);
        }
    }

    static void linear(Tensor x, Tensor weight, Tensor bias) {
        sameType("linear", "input", x, "weight", weight);
        sameType("linear", "weight", weight, "bias", bias);
        rank("linear", "weight", weight, 2);
        int in = weight.array().shape()[0];
        int out = weight.array().shape()[1];
        if (x.rank() != 2 || x.array().columns() != in) {
            throw shape(
                of("linear", x.rank() == 2 ? "input has " + x.array().columns() + " features, weight expects " + in
                    : "input has " + axes(x) + ", [batch, " + in + "] expected"),
                features(x, in, out), "input", x, "weight", weight);
        }
        if (bias.rank() != 1 || bias.size() != out) {
            throw shape(of("linear", "bias has shape " + text(bias) + ", weight expects [" + out + "]"),
                "one bias for each column of the weight", "weight", weight, "bias", bias);
        }
    }

    private static String features(Tensor x, int in, int out) {
        boolean isCutUp = x.rank() != 2 || in % x.array().columns() == 0;
        if (isCutUp && x.size() % in == 0) {
            return "each row must hold one whole sample; did you mean x.reshape(" + x.size() / in + ", " + in + ")?";
        }
        return "each row must hold one whole sample; Linear.of(" + x.array().columns() + ", " + out
            + ") would take these";
    }

    static void classes(String op, Tensor scores, Tensor classes) {
        if (scores.rank() != 2) {
            throw shape(of(op, "scores have " + axes(scores) + ", [batch, classes] expected"),
                "a row of scores for each sample: one sample is reshape(1, " + scores.size() + ")", "scores", scores);
        }
        int rows = scores.array().rows();
        int columns = scores.array().columns();
        if (classes.rank() != 1 || classes.size() != rows) {
            throw shape(of(op, "one class number a row expected: [" + rows + "]"), classes.rank() == 1
                ? "scores and targets must be those of the same samples"
                : "targets are class numbers 0 to " + (columns - 1)
                    + ", not one-hot rows; numbers go with Loss.meanSquaredError()",
                "scores", scores, "target", classes);
        }
        for (int row = 0; row < rows; row++) {
            double target = classes.array().at(row);
            if (target != Math.rint(target) || target < 0 || target >= columns) {
                String scored = ", the net has scores for 0 to " + (columns - 1);
                throw shape(of(op, "class " + brief(target) + " in row " + row + scored),
                    target >= columns ? "the last layer must have one output for each class"
                        : "class numbers are whole numbers from 0 on",
                    "scores", scores, "target", classes);
            }
        }
    }

    static void sameShape(String op, Tensor prediction, Tensor target) {
        if (!Arrays.equals(prediction.array().shape(), target.array().shape())) {
            String help = prediction.size() == target.size()
                ? "same count of numbers: target.reshape(" + text(prediction).replaceAll("[\\[\\]]", "")
                    + ") makes them fit"
                : "one target for each number predicted; targets that are class numbers go with Loss.crossEntropy()";
            throw shape(of(op, "prediction has shape " + text(prediction) + ", target " + text(target)), help,
                "prediction", prediction, "target", target);
        }
        sameType(op, "prediction", prediction, "target", target);
    }

    static void between0and1(String op, Tensor targets) {
        for (int i = 0; i < targets.size(); i++) {
            double target = targets.array().at(i);
            if (!(target >= 0 && target <= 1)) {
                throw shape(of(op, "target " + brief(target) + " at position " + i + " is not between 0 and 1"),
                    "a yes is 1, a no is 0; for more than two classes use Loss.crossEntropy()", "target", targets);
            }
        }
    }

    static void rate(String op, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new ShapeException(of(op, "rate " + brief(rate) + ", expected 0 ≤ rate < 1")
                .help("the rate is the share that is dropped: 0.5 drops half"));
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

    private static String axes(Tensor x) { return Numbers.of(x.rank(), "axis", "axes"); }

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

    static int[] permutation(Tensor x, int... axes) {
        int[] positive = Arrays.stream(axes).map(axis -> axis("transpose", x, axis)).toArray();
        if (axes.length != x.rank() || Arrays.stream(positive).distinct().count() != x.rank()) {
            throw shape(of("transpose", "axes " + Arrays.toString(axes) + ", expected each of "
                + Arrays.toString(Shapes.all(x.rank())) + " once"), "name every axis once, in the new order", "input",
                x);
        }
        return positive;
    }

    private static int axis(String op, Tensor x, int axis) {
        int positive = axis < 0 ? axis + x.rank() : axis;
        if (positive < 0 || positive >= x.rank()) {
            throw shape(of(op, "axis " + axis + ", input has " + axes(x)),
                x.rank() == 0 ? "one number has no axes" : "axes are 0 to " + (x.rank() - 1) + ", or -1 for the last",
                "input", x);
        }
        return positive;
    }

    static int slice(Tensor x, int axis, int from, int to) {
        int along = axis("slice", x, axis);
        int length = x.array().shape()[along];
        if (from < 0 || to > length || from >= to) {
            throw shape(of("slice", "places " + from + " to " + to + " of axis " + along + ", which has " + length),
                "0 ≤ from < to ≤ " + length + "; the place `to` is no longer part of it", "input", x);
        }
        return along;
    }

    static int[] reshape(Tensor x, int... wanted) {
        int open = -1;
        double known = 1;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] == -1 && open < 0) {
                open = i;
            } else if (wanted[i] < 1) {
                throw shape(of("reshape", "length " + wanted[i] + " in " + Arrays.toString(wanted)),
                    "lengths are at least 1; one of them may be -1", "input", x);
            } else {
                known *= wanted[i];
            }
        }
        int[] shape = wanted.clone();
        if (open >= 0 && x.size() % known == 0) {
            shape[open] = (int) (x.size() / known);
            known *= shape[open];
        }
        if (known != x.size()) {
            throw shape(of("reshape", x.size() + " numbers do not fill " + Arrays.toString(wanted)),
                "the product of the lengths must stay " + x.size(), "input", x);
        }
        return shape;
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

    private static Message of(String op, String what) { return Message.of(op, what); }

    static ShapeException shape(Message message, String help, Object... namesAndTensors) {
        Message full = message;
        for (int i = 0; i < namesAndTensors.length; i += 2) {
            full = full.with((String) namesAndTensors[i], text((Tensor) namesAndTensors[i + 1]));
        }
        Place place = Pass.current().place();
        return new ShapeException((place == null ? full : full.with("in", place)).help(help));
    }

    private static String text(Tensor tensor) { return Arrays.toString(tensor.array().shape()); }

    private static String brief(double value) { return value == Math.rint(value) ? "" + (long) value : "" + value; }
}
