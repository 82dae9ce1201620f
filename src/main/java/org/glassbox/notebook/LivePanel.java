package org.glassbox.notebook;

import org.glassbox.plot.Chart;
import org.glassbox.train.History;
import org.glassbox.train.Listener;

/** The live panel below a cell that trains: one display, changed in place, at most four times a second. */
public final class LivePanel implements Listener {
    private static final long PAUSE = 250_000_000;

    private Screen screen;
    private String id;
    private long drawn;

    @Override
    public void onStart(History soFar) {
        screen = Screen.current();
        if (screen.isLive()) {
            drawn = System.nanoTime();
            id = screen.show(Bundle.of(chart(soFar)));
        }
    }

    @Override
    public void onEpoch(History soFar) {
        if (screen.isLive() && System.nanoTime() - drawn > PAUSE) {
            drawn = System.nanoTime();
            screen.update(id, Bundle.of(chart(soFar)));
        }
    }

    @Override
    public void onEnd(History run) {
        if (screen.isLive()) {
            screen.update(id, Bundle.of(chart(run)));
        }
    }

    private static Chart chart(History run) { return Plots.panel(run); }
}
