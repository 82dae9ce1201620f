package org.glassbox.optim;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.array.Array;
import org.glassbox.array.Statistics;

/**
 * A limit for gradients, against a step that throws the weights far away: {@code rule.withClipping(Clipping.norm(1))}. Only the
 * rule sees what is clipped; {@code Watch.gradients()} shows the gradients before.
 */
public interface Clipping {
    /** What is done to one gradient. */
    @FunctionalInterface
    interface Change {
        /** Changes the first n numbers. */
        void run(float[] g, int n);
    }

    /** What to do to each of these gradients, all of one update. */
    Change of(List<Array> gradients);

    /** How it is written: «norm ≤ 1». */
    String title();

    /** Nothing is done. */
    static Clipping none() { return new None(); }

    /**
     * All gradients together, as one vector, get at most that length; their direction stays: g ← g · min(1, limit ÷ ‖g‖).
     * Pascanu et al. 2013, arXiv:1211.5063, algorithm 1. As PyTorch's clip_grad_norm_, which adds 1e-6 to ‖g‖.
     */
    static Clipping norm(double limit) { return new Norm(limit); }

    /** Each number of a gradient is brought into ±limit; the direction changes. */
    static Clipping value(double limit) {
        return new Value(limit);
    }

    /** See {@link Clipping#none}. */
    record None() implements Clipping {
        @Override
        public Change of(List<Array> gradients) { return (g, n) -> {}; }

        @Override
        public String title() { return ""; }
    }

    /** See {@link Clipping#norm}. */
    record Norm(double limit) implements Clipping {
        private static final double TINY = 1e-6;

        public Norm {
            Settings.positive("Clipping", "norm", limit);
        }

        /** @throws GlassboxException if a gradient is not finite: a factor of it would make all weights NaN */
        @Override
        public Change of(List<Array> gradients) {
            double norm = Math.sqrt(gradients.stream().mapToDouble(Statistics::squares).sum());
            if (!Double.isFinite(norm)) {
                throw new GlassboxException(Message.of("optimizer",
                    "the norm of the gradients is " + Numbers.brief(norm) + ", weights were not changed")
                    .help("numbers grew too large: a smaller rate often mends it; are features standardised?"));
            }
            float factor = (float) Math.min(1, limit / (norm + TINY));
            return factor == 1 ? (g, n) -> {} : (g, n) -> scale(g, n, factor);
        }

        private static void scale(float[] g, int n, float factor) {
            for (int i = 0; i < n; i++) {
                g[i] *= factor;
            }
        }

        @Override
        public String title() { return "norm ≤ " + Settings.plain(limit); }
    }

    /** See {@link Clipping#value}. */
    record Value(double limit) implements Clipping {
        public Value {
            Settings.positive("Clipping", "value", limit);
        }

        @Override
        public Change of(List<Array> gradients) { return this::clamp; }

        private void clamp(float[] g, int n) {
            float most = (float) limit;
            for (int i = 0; i < n; i++) {
                g[i] = Math.max(-most, Math.min(most, g[i]));
            }
        }

        @Override
        public String title() { return "gradient ≤ " + Settings.plain(limit); }
    }
}
