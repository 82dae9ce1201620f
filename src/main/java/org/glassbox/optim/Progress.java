package org.glassbox.optim;

import java.util.List;

/**
 * How far a training is: what a {@link Schedule} depends on.
 *
 * @param count what a schedule counts, updates unless it says {@link Schedule#perEpoch}; 0 at the first
 * @param updates how many updates are done
 * @param losses of each epoch that is over: on validation rows where there are some, else on training rows
 */
public record Progress(long count, long updates, List<Double> losses) {
    public Progress {
        losses = List.copyOf(losses);
    }

    /** After so many updates, and epochs that ended with these losses. */
    public static Progress of(long updates, List<Double> losses) {
        return new Progress(updates, updates, losses);
    }

    /** How many epochs are over. */
    public int epochs() { return losses.size(); }

    /** The same moment, with another count. */
    Progress withCount(long other) {
        return new Progress(other, updates, losses);
    }
}
