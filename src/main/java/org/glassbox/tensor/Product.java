package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Native;

/** Products of matrices. */
final class Product {
    private Product() {}

    static Tensor matmul(Tensor a, Tensor b) {
        Checks.matmul(a, b);
        return Tensor.op("matmul", Native.matmul(a.array(), false, b.array(), false),
            wrt(a, dy -> Native.matmul(dy, false, b.array(), true)),            // dA = dY · Bᵀ
            wrt(b, dy -> Native.matmul(a.array(), true, dy, false)));           // dB = Aᵀ · dY
    }

    static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        Checks.linear(x, weight, bias);
        return Tensor.op("linear", Native.linear(x.array(), weight.array(), bias.array()),
            () -> x.matmul(weight).add(bias),
            wrt(x, dy -> Native.matmul(dy, false, weight.array(), true)),       // dx = dy · Wᵀ
            wrt(weight, dy -> Native.matmul(x.array(), true, dy, false)),       // dW = xᵀ · dy
            wrt(bias, dy -> Native.sum(dy, 0)));                                // db = Σ over rows of dy
    }
}
