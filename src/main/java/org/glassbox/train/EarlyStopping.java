package org.glassbox.train;

import org.glassbox.Message;

/**
 * When to stop although epochs are left: when the validation loss has not fallen for some epochs. Prechelt 1998, «Early
 * Stopping – But When?».
 *
 * @param patience how many epochs in a row without a new lowest loss are borne, 10
 * @param least by how much a loss must be lower to count as one, 0
 * @param restores whether the net, and what its rule remembers, go back to the best epoch at the end, true
 */
public record EarlyStopping(int patience, double least, boolean restores) {
    private static final int USUAL = 10;

    public EarlyStopping {
        if (patience < 1 || !(least >= 0) || Double.isInfinite(least)) {
            throw new TrainingException(Message.of("EarlyStopping", "patience " + patience + ", least " + least
                + ", expected at least 1 and at least 0").help("10 epochs and 0 are usual"));
        }
    }

    /** With a patience of 10 epochs; the best net is restored. */
    public static EarlyStopping of() { return of(USUAL); }

    /** With that patience, in epochs; the best net is restored. */
    public static EarlyStopping of(int patience) {
        return new EarlyStopping(patience, 0, true);
    }

    /** Trains all epochs. */
    static EarlyStopping never() { return new EarlyStopping(Integer.MAX_VALUE, 0, false); }

    /** The same, but a loss counts as lower only by more than {@code other}. */
    public EarlyStopping withLeast(double other) {
        return new EarlyStopping(patience, other, restores);
    }

    /** The same, but the net stays as it is at the end. */
    public EarlyStopping withoutRestoring() {
        return new EarlyStopping(patience, least, false);
    }
}
