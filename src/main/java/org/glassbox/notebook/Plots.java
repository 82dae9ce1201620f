package org.glassbox.notebook;

import org.glassbox.plot.Chart;
import org.glassbox.plot.LossCurve;
import org.glassbox.train.History;

/** The pictures of a run, each alone. */
public final class Plots {
    private Plots() {}

    /** How good is it, since when, and would more training help? */
    public static Chart loss(History run) {
        return LossCurve.of(run.facts(), run.epochs(), run.steps());
    }

    static Chart run(History run) {
        return loss(run);
    }

    static Chart panel(History run) {
        return LossCurve.of(run.facts(), run.epochs(), run.steps());
    }
}
