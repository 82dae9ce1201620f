package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.array.Selection;
import org.glassbox.array.Shapes;

/** Numbers change their place, not their value; backward they go home. */
final class Movement {
    private Movement() {}

    static Tensor reshape(Tensor x, int... wanted) {
        int[] shape = MovementChecks.reshape(x, wanted);
        int[] before = x.array().shape();
        return Tensor.op("reshape", x.array().as(shape),
            wrt(x, dy -> dy.as(before)));
    }

    static Tensor transpose(Tensor x, int... axes) {
        return Tensor.op("transpose", Native.transpose(x.array(), axes),
            wrt(x, dy -> Native.transpose(dy, Shapes.inverse(axes))));
    }

    static Tensor slice(Tensor x, int axis, int from, int to) {
        int[] shape = x.array().shape();
        int along = Checks.axis("slice", x, axis);
        int first = MovementChecks.first(x, along, from, to);
        int end = to < 0 ? to + shape[along] : to;
        return Tensor.op("slice", Native.slice(x.array(), along, first, end),
            wrt(x, dy -> Native.unslice(dy, shape, along, first)));             // what was left out gets 0
    }

    static Tensor slice(Tensor x, int axis, int from) {
        return slice(x, axis, from, x.array().shape()[Checks.axis("slice", x, axis)]);
    }

    static List<Tensor> split(Tensor x, int axis, int... lengths) {
        int along = MovementChecks.split(x, axis, lengths);
        List<Tensor> parts = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            parts.add(slice(x, along, from, from + length));
            from += length;
        }
        return List.copyOf(parts);
    }

    static Tensor pad(Tensor x, int axis, int before, int after) {
        int along = MovementChecks.pad(x, axis, before, after);
        int[] shape = x.array().shape().clone();
        int end = before + shape[along];
        shape[along] = end + after;
        return Tensor.op("pad", Native.unslice(x.array(), shape, along, before),
            wrt(x, dy -> Native.slice(dy, along, before, end)));                // what was added has no one to give to
    }

    static Tensor concat(int axis, Tensor... parts) {
        int along = MovementChecks.concat(axis, parts);
        Derivative[] derivatives = new Derivative[parts.length];
        int end = 0;
        for (int i = 0; i < parts.length; i++) {
            int from = end;
            int to = from + parts[i].array().shape()[along];
            derivatives[i] = wrt(parts[i], dy -> Native.slice(dy, along, from, to));            // each gets its part
            end = to;
        }
        return Tensor.op("concat", Selection.concat(along, arrays(parts)), derivatives);
    }

    static Tensor stack(int axis, Tensor... parts) {
        int along = MovementChecks.stack(axis, parts);
        int[] before = parts[0].array().shape();
        int[] thin = Shapes.withAxis(before, along);
        Array[] arrays = Stream.of(arrays(parts)).map(part -> part.as(thin)).toArray(Array[]::new);
        return Tensor.op("stack", Selection.concat(along, arrays),
            IntStream.range(0, parts.length).mapToObj(i -> wrt(parts[i],
                dy -> Native.slice(dy, along, i, i + 1).as(before))).toArray(Derivative[]::new));
    }

    private static Array[] arrays(Tensor... parts) { return Stream.of(parts).map(Tensor::array).toArray(Array[]::new); }

    static Tensor gather(Tensor x, int axis, Tensor places) {
        int along = MovementChecks.gather(x, axis, places);
        int[] shape = x.array().shape();
        Tensor fixed = places.toData();
        return Tensor.op("gather", Selection.gather(x.array(), along, fixed.array()),
            wrt(x, dy -> Selection.gatherGradient(dy, along, fixed.array(), shape)));           // a number taken twice gets both
    }

    static Tensor rows(Tensor table, Tensor numbers) {
        MovementChecks.rows(table, numbers);
        int[] shape = table.array().shape();
        Tensor fixed = numbers.toData();
        return Tensor.op("rows", Selection.rows(table.array(), fixed.array()),
            wrt(table, dy -> Selection.rowsGradient(dy, fixed.array(), shape)));                // a row used twice gets both
    }
}
