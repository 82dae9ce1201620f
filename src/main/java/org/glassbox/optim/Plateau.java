package org.glassbox.optim;

/**
 * Times {@code factor} whenever the loss of the epochs stands still: when more than {@code patience} of them in a row were not
 * below the best by a share of {@code threshold}. As PyTorch's ReduceLROnPlateau, without cooldown and lowest rate. It judges
 * the losses of validation rows where there are some; a loop of one's own tells them by {@link Optimizer#endEpoch}.
 *
 * @param factor 0.1
 * @param patience how many epochs without progress are borne, 10
 * @param threshold by what share of the best a loss must be lower to count, 1e-4
 */
public record Plateau(double factor, int patience, double threshold) implements Schedule {
    public Plateau {
        Settings.between("plateau", "factor", factor);
        Settings.notNegative("plateau", "patience", patience);
        Settings.share("plateau", "threshold", threshold);
    }

    static Plateau of() { return new Plateau(0.1, 10, 1e-4); }

    /** The same with another factor, 0 &lt; factor &lt; 1. */
    public Plateau withFactor(double other) {
        return new Plateau(other, patience, threshold);
    }

    /** The same with another patience, in epochs. */
    public Plateau withPatience(int other) {
        return new Plateau(factor, other, threshold);
    }

    /** The same with another threshold. */
    public Plateau withThreshold(double other) {
        return new Plateau(factor, patience, other);
    }

    @Override
    public double at(Progress now) {
        double best = Double.POSITIVE_INFINITY;
        double result = 1;
        int waited = 0;
        for (double loss : now.losses()) {
            boolean better = loss < best - (best == Double.POSITIVE_INFINITY ? 0 : threshold * Math.abs(best));
            best = better ? loss : best;
            waited = better ? 0 : waited + 1;
            if (waited > patience) {
                result *= factor;
                waited = 0;
            }
        }
        return result;
    }

    @Override
    public String title() { return "plateau"; }
}
