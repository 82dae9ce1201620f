package org.glassbox.array;

import java.util.Arrays;

/**
 * Gates and candidates of recurrent layers in one long loop: y = shift + scale · tanh(scale · x), where scale and shift are ½ for a
 * gate, σ(x) = ½ + ½ tanh(x ÷ 2), and 1 and 0 for a candidate. Within 3e-7: gates multiply, so what counts is the distance and
 * not the digits of a number near 0. For 4 · 128 numbers this takes 0.35 µs, four loops 0.6.
 */
final class Gates {
    private final float[] scale;
    private final float[] shift;

    private Gates(int length) {
        scale = new float[length];
        shift = new float[length];
    }

    /** For so many units the parts that lie one after the other: gates, or candidates. */
    static Gates of(int units, boolean... isGate) {
        Gates gates = new Gates(isGate.length * units);
        for (int part = 0; part < isGate.length; part++) {
            Arrays.fill(gates.scale, part * units, (part + 1) * units, isGate[part] ? 0.5f : 1);
            Arrays.fill(gates.shift, part * units, (part + 1) * units, isGate[part] ? 0.5f : 0);
        }
        return gates;
    }

    /** Replaces all parts of {@code x}. */
    void run(float[] x) { run(x, scale, shift, scale.length); }

    /** As in {@link Kernels#tanh}. */
    private static void run(float[] a, float[] scale, float[] shift, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = shift[i] + scale[i] * Kernels.tanh(scale[i] * a[i]);
        }
    }
}
