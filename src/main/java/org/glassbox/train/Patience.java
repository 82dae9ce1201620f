package org.glassbox.train;

import org.glassbox.Numbers;
import org.glassbox.optim.Optimizer;

/** One training under {@link EarlyStopping}: its best epoch so far, and for how long there was no better. */
final class Patience {
    private final EarlyStopping rule;
    private final Optimizer optimizer;
    private int best;
    private int last;
    private int waited;
    private double loss;
    private Runnable back;

    /** Begins with a net of that epoch and loss, the best so far. */
    Patience(EarlyStopping rule, Optimizer optimizer, int epoch, double loss) {
        this.rule = rule;
        this.optimizer = optimizer;
        keep(epoch, loss);
    }

    private void keep(int epoch, double lower) {
        best = epoch;
        last = epoch;
        waited = 0;
        loss = lower;
        back = rule.restores() ? optimizer.snapshot() : () -> {};
    }

    /** Notes that an epoch ended with that loss. */
    void endEpoch(int epoch, double now) {
        if (now < loss - rule.least() || Double.isNaN(loss)) {
            keep(epoch, now);
        } else {
            last = epoch;
            waited++;
        }
    }

    /** Whether no more is borne. */
    boolean isOver() { return waited >= rule.patience(); }

    /** The end: brings the best net back, if that is wanted. The epoch whose net it is now. */
    int restore() {
        back.run();
        return rule.restores() ? best : last;
    }

    /** Why it ended and which net is left; nothing where the last epoch is the best. */
    String words() {
        String which = best == 0 ? "before training" : "of epoch " + best;
        if (isOver()) {
            return "Stopped early: " + Numbers.of(rule.patience(), "epoch", "epochs")
                + " without a better one; the net is "
                + (rule.restores() ? "again that " + which : "that of epoch " + last) + ".";
        }
        return waited > 0 && rule.restores() ? "The net is again that " + which + ", the best until epoch " + last + "."
            : "";
    }
}
