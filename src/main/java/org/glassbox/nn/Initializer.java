package org.glassbox.nn;

import org.glassbox.Seed;
import org.glassbox.array.Array;
import org.glassbox.array.Type;
import org.glassbox.tensor.Tensor;

/** How weights start. Too large, and signals explode from layer to layer; too small, and they vanish. */
@FunctionalInterface
public interface Initializer {
    /** Weights [in, out] for a layer of that size. */
    Tensor of(int in, int out, Seed seed);

    /** Normal with deviation √(2 ÷ in): keeps the size of signals through ReLUs. He et al. 2015, arXiv:1502.01852, eq. 10. */
    static Initializer he() {
        return (in, out, seed) -> normal(in, out, Math.sqrt(2.0 / in), seed);
    }

    /** Uniform within ±√(6 ÷ (in + out)): for tanh and sigmoid. Glorot & Bengio 2010, eq. 16. */
    static Initializer glorot() {
        return (in, out, seed) -> {
            double limit = Math.sqrt(6.0 / (in + out));
            Seed.Random random = seed.random();
            return fill(in, out, () -> (2 * random.nextDouble() - 1) * limit);
        };
    }

    /** All 0. For biases; as weights they would make all units of a layer learn the same. */
    static Initializer zeros() {
        return (in, out, seed) -> fill(in, out, () -> 0);
    }

    private static Tensor normal(int in, int out, double deviation, Seed seed) {
        Seed.Random random = seed.random();
        return fill(in, out, () -> random.nextGaussian() * deviation);
    }

    private static Tensor fill(int in, int out, java.util.function.DoubleSupplier next) {
        double[] values = new double[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = next.getAsDouble();
        }
        return Tensor.data(Array.of(Type.FLOAT, values, in, out));
    }
}
