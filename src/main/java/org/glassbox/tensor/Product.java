package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.array.Shapes;

/** Products of matrices. */
final class Product {
    private Product() {}

    static Tensor matmul(Tensor a, Tensor b) {
        ProductChecks.matmul(a, b);
        if (b.rank() > 2) {
            return batch(a, b);
        }
        int[] shape = a.array().shape();
        Array rows = matrix(a.array());         // a batch of rows is many rows: one product for all
        return Tensor.op("matmul",
            Native.matmul(rows, false, b.array(), false).as(Shapes.product(shape, b.array().shape())),
            wrt(a, dy -> Native.matmul(matrix(dy), false, b.array(), true).as(shape)),      // dA = dY · Bᵀ
            wrt(b, dy -> Native.matmul(rows, true, matrix(dy), false)));                    // dB = Aᵀ · dY
    }

    private static Array matrix(Array x) { return x.as(x.rows(), x.columns()); }

    /** Axes before the last two count a batch; a left side without them is the same for all: it gets the sum of its gradients. */
    private static Tensor batch(Tensor a, Tensor b) {
        Array left = stacked(a.array());
        Array right = stacked(b.array());
        Array y = Native.matmuls(left, false, right, false);
        int[] shape = Shapes.product(a.array().shape(), b.array().shape());
        return Tensor.op("matmul", y.as(shape),
            wrt(a, dy -> home(Native.matmuls(stacked(dy), false, right, true), a)),     // dA = dY · Bᵀ, each
            wrt(b, dy -> home(Native.matmuls(left, true, stacked(dy), false), b)));     // dB = Aᵀ · dY, each
    }

    /** All axes before the last two as one. */
    private static Array stacked(Array x) {
        return x.rank() <= 3 ? x
            : x.as(x.size() / x.columns() / x.shape()[x.rank() - 2], x.shape()[x.rank() - 2], x.columns());
    }

    private static Array home(Array gradients, Tensor input) {
        return input.rank() == 2 ? gradients : gradients.as(input.array().shape());
    }

    static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        ProductChecks.linear(x, weight, bias);
        int[] shape = x.array().shape();
        Array rows = matrix(x.array());         // the steps of sequences are rows, too
        return Tensor.op("linear",
            Native.linear(rows, weight.array(), bias.array()).as(Shapes.product(shape, weight.array().shape())),
            () -> x.matmul(weight).add(bias),
            wrt(x, dy -> Native.matmul(matrix(dy), false, weight.array(), true).as(shape)),     // dx = dy · Wᵀ
            wrt(weight, dy -> Native.matmul(rows, true, matrix(dy), false)),                    // dW = xᵀ · dy
            wrt(bias, dy -> Native.sum(matrix(dy), 0)));                                        // db = Σ over rows of dy
    }
}
