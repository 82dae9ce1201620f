package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Array;
import org.glassbox.array.Native;

/** Number by number; shapes broadcast as in NumPy. */
final class Arithmetic {
    private Arithmetic() {}

    static Tensor add(Tensor a, Tensor b) {
        Checks.broadcast("add", a, b);
        return Tensor.op("add", Native.add(a.array(), b.array()),
            wrt(a, dy -> dy),                                                   // da = dy
            wrt(b, dy -> dy));                                                  // db = dy
    }

    static Tensor sub(Tensor a, Tensor b) {
        Checks.broadcast("sub", a, b);
        return Tensor.op("sub", Native.sub(a.array(), b.array()),
            wrt(a, dy -> dy),                                                   // da = dy
            wrt(b, dy -> Native.scale(dy, -1)));                                // db = −dy
    }

    static Tensor mul(Tensor a, Tensor b) {
        Checks.broadcast("mul", a, b);
        return Tensor.op("mul", Native.mul(a.array(), b.array()),
            wrt(a, dy -> Native.mul(dy, b.array())),                            // da = dy · b
            wrt(b, dy -> Native.mul(dy, a.array())));                           // db = dy · a
    }

    static Tensor div(Tensor a, Tensor b) {
        Checks.broadcast("div", a, b);
        Array y = Native.div(a.array(), b.array());
        return Tensor.op("div", y,
            wrt(a, dy -> Native.div(dy, b.array())),                            // da = dy ÷ b
            wrt(b, dy -> Native.scale(Native.div(Native.mul(dy, y), b.array()), -1)));   // db = −dy · a ÷ b² = −dy · y ÷ b
    }

    static Tensor scale(Tensor x, double factor) {
        return Tensor.op("scale", Native.scale(x.array(), factor),
            wrt(x, dy -> Native.scale(dy, factor)));                            // dx = dy · factor
    }

    static Tensor shift(Tensor x, double term) {
        return Tensor.op("shift", Native.shift(x.array(), term),
            wrt(x, dy -> dy));                                                  // dx = dy
    }

    static Tensor exp(Tensor x) {
        Array y = Native.exp(x.array());
        return Tensor.op("exp", y,
            wrt(x, dy -> Native.mul(dy, y)));                                   // dx = dy · eˣ
    }

    static Tensor log(Tensor x) {
        return Tensor.op("log", Native.log(x.array()),
            wrt(x, dy -> Native.div(dy, x.array())));                           // dx = dy ÷ x
    }

    static Tensor abs(Tensor x) {
        return Tensor.op("abs", Native.abs(x.array()),
            wrt(x, dy -> Native.mul(dy, Native.sign(x.array()))));              // dx = ±dy; at 0 taken as 0
    }

    static Tensor sqrt(Tensor x) {
        Array y = Native.sqrt(x.array());
        return Tensor.op("sqrt", y,
            wrt(x, dy -> Native.scale(Native.div(dy, y), 0.5)));                // dx = dy ÷ 2√x, infinite at 0
    }

    static Tensor pow(Tensor x, double power) {
        return Tensor.op("pow", Native.pow(x.array(), power),
            wrt(x, dy -> power == 0 ? Native.scale(dy, 0)                       // x⁰ is 1 also at 0, where 0 · x⁻¹ would be NaN
                : Native.scale(Native.mul(dy, Native.pow(x.array(), power - 1)), power)));      // dx = dy · p xᵖ⁻¹
    }

    static Tensor clamp(Tensor x, double low, double high) {
        Checks.range("clamp", low, high);
        return Tensor.op("clamp", Native.clamp(x.array(), low, high),
            wrt(x, dy -> Native.clampGradient(dy, x.array(), low, high)));      // dx = dy from low to high, else 0
    }
}
