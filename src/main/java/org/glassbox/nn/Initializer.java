package org.glassbox.nn;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.function.DoubleSupplier;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
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
        return (in, out, seed) -> uniform(in, out, Math.sqrt(6.0 / (in + out)), seed);
    }

    /** Normal with deviation √(1 ÷ in): keeps the size of signals where nothing bends them. LeCun et al. 1998, «Efficient BackProp», eq. 16. */
    static Initializer lecun() {
        return (in, out, seed) -> normal(in, out, Math.sqrt(1.0 / in), seed);
    }

    /**
     * Columns, or rows where there are fewer, of length 1 at right angles, drawn evenly from all such matrices: keeps the length of
     * signals and gradients through many linear layers. Saxe et al. 2014, arXiv:1312.6120.
     */
    static Initializer orthogonal() { return Orthogonal::of; }

    /** Normal with that deviation, whatever the size of the layer. */
    static Initializer normal(double deviation) {
        requirePositive("normal", "deviation", deviation);
        return (in, out, seed) -> normal(in, out, deviation, seed);
    }

    /** Uniform within ±limit, whatever the size of the layer. */
    static Initializer uniform(double limit) {
        requirePositive("uniform", "limit", limit);
        return (in, out, seed) -> uniform(in, out, limit, seed);
    }

    /**
     * The same, times {@code gain}, which makes up for what an activation takes away: {@code Initializer.orthogonal().withGain(1.41)}.
     * Usual: √2 before relu, 5 ÷ 3 before tanh, 1 before sigmoid and where nothing follows. {@link #he} has its √2 already.
     */
    default Initializer withGain(double gain) {
        requirePositive("withGain", "gain", gain);
        return (in, out, seed) -> {
            PrimitiveIterator.OfDouble plain = Arrays.stream(of(in, out, seed).toDoubles()).iterator();
            return fill(in, out, () -> gain * plain.nextDouble());
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

    private static Tensor uniform(int in, int out, double limit, Seed seed) {
        Seed.Random random = seed.random();
        return fill(in, out, () -> (2 * random.nextDouble() - 1) * limit);
    }

    private static void requirePositive(String initializer, String setting, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new GlassboxException(
                Message.of("Initializer." + initializer, setting + " " + value + ", expected a number above 0")
                    .help("all 0 is Initializer.zeros()"));
        }
    }

    private static Tensor fill(int in, int out, DoubleSupplier next) {
        double[] values = new double[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = next.getAsDouble();
        }
        return Tensor.data(Array.of(Type.FLOAT, values, in, out));
    }
}
