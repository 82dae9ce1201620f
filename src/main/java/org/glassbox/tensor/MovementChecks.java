package org.glassbox.tensor;

import static org.glassbox.tensor.Checks.axis;
import static org.glassbox.tensor.Checks.brief;
import static org.glassbox.tensor.Checks.sameType;
import static org.glassbox.tensor.Checks.shape;
import static org.glassbox.tensor.Checks.text;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.array.Shapes;

/** What moving numbers demands of shapes and places. */
final class MovementChecks {
    private MovementChecks() {}

    static void matrix(Tensor x) {
        if (x.rank() > 2) {
            throw shape(Message.of("transpose", "input has " + Checks.axes(x) + ", expects 2"),
                "name them in their new order: transpose(0, 2, 1) exchanges the last two of three", "input", x);
        }
        Checks.rank("transpose", "input", x, 2);
    }

    static int[] permutation(Tensor x, int... axes) {
        int[] positive = Arrays.stream(axes).map(axis -> axis("transpose", x, axis)).toArray();
        if (axes.length != x.rank() || Arrays.stream(positive).distinct().count() != x.rank()) {
            throw shape(Message.of("transpose", "axes " + Arrays.toString(axes) + ", expected each of "
                + Arrays.toString(Shapes.all(x.rank())) + " once"), "name every axis once, in the new order", "input",
                x);
        }
        return positive;
    }

    /** The first of the places, counted from 0. */
    static int first(Tensor x, int axis, int from, int to) {
        int length = x.array().shape()[axis];
        int first = from < 0 ? from + length : from;
        int end = to < 0 ? to + length : to;
        if (first < 0 || end > length || first >= end) {
            String negative = from < 0 || to < 0 ? "; -1 is the last place" : "";
            throw shape(
                Message.of("slice", "places " + from + " to " + to + " of axis " + axis + ", which has " + length),
                "0 ≤ from < to ≤ " + length + "; the place `to` is no longer part of it" + negative, "input", x);
        }
        return first;
    }

    static int split(Tensor x, int axis, int... lengths) {
        int along = axis("split", x, axis);
        int length = x.array().shape()[along];
        boolean positive = IntStream.of(lengths).allMatch(part -> part > 0);
        if (!positive || IntStream.of(lengths).asLongStream().sum() != length) {
            throw shape(
                Message.of("split", "lengths " + Arrays.toString(lengths) + ", axis " + along + " has " + length),
                "each at least 1, together " + length + "; slice(…) takes one part out", "input", x);
        }
        return along;
    }

    static int pad(Tensor x, int axis, int before, int after) {
        int along = axis("pad", x, axis);
        if (before < 0 || after < 0) {
            throw shape(Message.of("pad", before + " before, " + after + " after"),
                "counts are at least 0; slice(…) takes places away", "input", x);
        }
        return along;
    }

    static int concat(int axis, Tensor... parts) {
        Tensor first = first("concat", parts);
        int along = axis("concat", first, axis);
        for (int i = 1; i < parts.length; i++) {
            sameType("concat", "part 0", first, "part " + i, parts[i]);
            int[] others = parts[i].array().shape().clone();
            if (others.length == first.rank()) {
                others[along] = first.array().shape()[along];
            }
            if (!Arrays.equals(others, first.array().shape())) {
                throw shape(
                    Message.of("concat", "part " + i + " has shape " + text(parts[i]) + ", part 0 " + text(first)),
                    "all lengths but that of axis " + along + " must be equal; stack(…) makes a new axis",
                    "part 0", first, "part " + i, parts[i]);
            }
        }
        return along;
    }

    static int stack(int axis, Tensor... parts) {
        Tensor first = first("stack", parts);
        int along = axis < 0 ? axis + first.rank() + 1 : axis;
        if (along < 0 || along > first.rank()) {
            throw shape(
                Message.of("stack",
                    "new axis " + axis + ", the result has " + Numbers.of(first.rank() + 1, "axis", "axes")),
                "places for it are 0 to " + first.rank() + ", or -1 for the last", "part 0", first);
        }
        for (int i = 1; i < parts.length; i++) {
            sameType("stack", "part 0", first, "part " + i, parts[i]);
            if (!Arrays.equals(first.array().shape(), parts[i].array().shape())) {
                throw shape(
                    Message.of("stack", "part " + i + " has shape " + text(parts[i]) + ", part 0 " + text(first)),
                    "all parts have one shape; concat(…) joins different lengths", "part 0", first, "part " + i,
                    parts[i]);
            }
        }
        return along;
    }

    private static Tensor first(String op, Tensor... parts) {
        if (Checks.given(op, parts).length == 0) {
            throw new ShapeException(Message.of(op, "no parts").help("at least one: Tensor." + op + "(axis, a, b, …)"));
        }
        for (Tensor part : parts) {
            Checks.given(op, part);
        }
        return parts[0];
    }

    static void rows(Tensor table, Tensor numbers) {
        Checks.atLeastRank("rows", table, 1);
        int count = table.array().shape()[0];
        for (int i = 0; i < numbers.size(); i++) {
            double row = numbers.array().at(i);
            if (!(row >= 0 && row < count && row == Math.rint(row))) {
                throw shape(Message.of("rows", "row " + brief(row) + " at position " + i + ", the table has "
                    + Numbers.of(count, "row", "rows")),
                    row >= count ? "rows are 0 to " + (count - 1) + "; a vocabulary of n words needs a table of n rows"
                        : "row numbers are whole numbers from 0 on",
                    "table", table, "numbers", numbers);
            }
        }
    }

    static int gather(Tensor x, int axis, Tensor places) {
        int along = axis("gather", x, axis);
        int[] shape = x.array().shape();
        int[] wanted = places.array().shape();
        boolean fits = wanted.length == shape.length
            && IntStream.range(0, shape.length).allMatch(i -> i == along || wanted[i] <= shape[i]);
        if (!fits) {
            throw shape(Message.of("gather", "places have shape " + text(places) + ", input " + text(x)),
                "as many axes as the input, and no length beyond its own but along axis " + along
                    + "; rows(…) takes whole rows",
                "input", x, "places", places);
        }
        for (int i = 0; i < places.size(); i++) {
            place(x, along, places, i);
        }
        return along;
    }

    private static void place(Tensor x, int axis, Tensor places, int i) {
        double place = places.array().at(i);
        int length = x.array().shape()[axis];
        if (!(place >= -length && place < length && place == Math.rint(place))) {
            String has = ", axis " + axis + " has " + Numbers.of(length, "place", "places");
            throw shape(Message.of("gather", "place " + brief(place) + " at position " + i + has),
                "places are whole numbers, 0 to " + (length - 1) + ", or -1 for the last", "input", x, "places",
                places);
        }
    }

    static int[] reshape(Tensor x, int... wanted) {
        int open = -1;
        double known = 1;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] == -1 && open < 0) {
                open = i;
            } else if (wanted[i] < 1) {
                throw shape(Message.of("reshape", "length " + wanted[i] + " in " + Arrays.toString(wanted)),
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
            throw shape(Message.of("reshape", x.size() + " numbers do not fill " + Arrays.toString(wanted)),
                "the product of the lengths must stay " + x.size(), "input", x);
        }
        return shape;
    }
}
