package org.glassbox.inspect;

import java.util.Set;
import java.util.stream.IntStream;
import org.glassbox.tensor.Tensor;

/** Which numbers of an input an operation's result number is computed from, even where the derivative happens to be 0. */
final class Wiring {
    private static final Set<String> EACH = Set.of("add", "sub", "mul", "div", "scale", "shift", "exp", "log", "relu",
        "sigmoid",
        "tanh", "dropout");

    private Wiring() {}

    /**
     * Positions in {@code input}, in the order of the operation's formula.
     *
     * @param number which input of the operation it is
     * @param result the operation's result
     * @param at position in the result
     * @param local the derivatives of that number by all numbers of the input: where nothing else is known, a number is an input
     *     if its derivative is not 0
     */
    static int[] of(String op, int number, Tensor input, Tensor result, int at, double[] local) {
        if (EACH.contains(op)) {
            return new int[] {broadcast(input, result, at)};
        }
        int columns = result.rank() == 0 ? 1 : result.shape()[result.rank() - 1];
        return switch (op) {
            case "linear", "matmul" -> product(number, input, at / columns, at % columns);
            case "softmax" -> IntStream.range(at / columns * columns, at / columns * columns + columns).toArray();
            case "max" -> IntStream.range(0, local.length).filter(i -> result.size() == 1 || local[i] != 0).toArray();
            default -> IntStream.range(0, local.length).filter(i -> local[i] != 0).toArray();
        };
    }

    private static int[] product(int number, Tensor input, int row, int column) {
        int width = input.shape()[input.rank() - 1];
        return switch (number) {
            case 0 -> IntStream.range(row * width, (row + 1) * width).toArray();
            case 1 -> IntStream.range(0, input.shape()[0]).map(k -> k * width + column).toArray();
            default -> new int[] {column};
        };
    }

    /** Where position {@code at} of the result comes from in an input that was broadcast to it. */
    private static int broadcast(Tensor input, Tensor result, int at) {
        int[] lengths = input.shape();
        int[] axes = result.shape();
        int position = 0;
        int stride = input.size();
        int rest = at;
        int count = result.size();
        for (int axis = 0; axis < axes.length; axis++) {
            count /= axes[axis];
            int place = rest / count;
            rest %= count;
            int own = axis - (axes.length - lengths.length);
            if (own >= 0) {
                stride /= lengths[own];
                position += lengths[own] == 1 ? 0 : place * stride;
            }
        }
        return position;
    }
}
