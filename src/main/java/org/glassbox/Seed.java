package org.glassbox;

import java.util.HashMap;
import java.util.Map;

/**
 * The one owner of randomness: a value from which independent streams are split by name or number. The same seed gives the
 * same bits on every machine and JDK.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood 2014, «Fast splittable pseudorandom number generators»); normal numbers
 * are Box and Muller's (1958), computed by {@link StrictMath}.
 *
 * @param value any number
 */
public record Seed(long value) {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private static Seed current = new Seed(0);
    private static final Map<String, Long> DRAWN = new HashMap<>();

    /** The seed {@code value}. */
    public static Seed of(long value) { return new Seed(value); }

    /** Makes {@code value} the current seed and starts all its streams anew. Without a call the current seed is 0. */
    public static synchronized void use(long value) {
        current = new Seed(value);
        DRAWN.clear();
    }

    /** The seed that was last given to {@link #use}, or 0. */
    public static synchronized Seed current() {
        return current;
    }

    /** The next child of the current seed in the stream of that name; streams do not disturb each other. */
    public static synchronized Seed next(String stream) {
        long count = DRAWN.merge(stream, 1L, Long::sum);
        return current.split(stream).split(count);
    }

    /** The child of that name. */
    public Seed split(String name) {
        long hash = value;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash * 31 + name.charAt(i) + GOLDEN_GAMMA);
        }
        return new Seed(hash);
    }

    /** The child of that number. */
    public Seed split(long number) {
        return new Seed(mix(mix(value + GOLDEN_GAMMA) ^ mix(number * GOLDEN_GAMMA + 1)));
    }

    /** A generator that starts here. */
    public Random random() { return new Random(value); }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A stream of numbers; not for several threads. */
    public static final class Random {
        private long state;
        private double spare = Double.NaN;

        private Random(long state) { this.state = state; }

        /** Any long, all equally likely. */
        public long nextLong() {
            state += GOLDEN_GAMMA;
            return mix(state);
        }

        /** Uniform in [0, 1). */
        public double nextDouble() { return (nextLong() >>> 11) * 0x1.0p-53; }

        /** Uniform in [0, bound); bound at least 1. */
        public int nextInt(int bound) {
            return (int) (nextDouble() * bound);
        }

        /** Normal with mean 0 and deviation 1. */
        public double nextGaussian() {
            if (!Double.isNaN(spare)) {
                double result = spare;
                spare = Double.NaN;
                return result;
            }
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
            double angle = 2 * Math.PI * nextDouble();
            spare = radius * StrictMath.sin(angle);
            return radius * StrictMath.cos(angle);
        }

        /** The numbers 0 to n − 1 in random order (Fisher and Yates). */
        public int[] permutation(int n) {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                int j = nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            return order;
        }
    }
}
