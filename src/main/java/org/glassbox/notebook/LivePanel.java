package org.glassbox.notebook;

import org.glassbox.plot.Chart;
import org.glassbox.train.History;
import org.glassbox.train.Listener;

/**
 * The live panel below a cell that trains: one display, changed in place, at most four times a second, and so seldom that
 * drawing takes at most a twentieth of the time.
 */
public final class LivePanel implements Listener {
    private static final long PAUSE = 250_000_000;
    private static final int SELDOM = 19;

    private Screen screen;
    private String id;
    private long next;

    @Override
    public void onStart(History soFar) {
        screen = Screen.current();
        if (screen.isLive()) {
            id = screen.show(Bundle.of(chart(soFar)));
            next = System.nanoTime() + PAUSE;
        }
    }

    @Override
    public void onEpoch(History soFar) {
        long now = System.nanoTime();
        if (screen.isLive() && now - next > 0) {
            screen.update(id, Bundle.of(chart(soFar)));
            long took = System.nanoTime() - now;
            next = now + took + Math.max(PAUSE, SELDOM * took);
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
