package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Scale.Tick;

/** The axis of epochs, and which epochs are marked on it. */
final class EpochAxis {
    private static final int ALL_UP_TO = 8;

    private EpochAxis() {}

    /** From epoch {@code first} to {@code last}, {@code now} in bold (NaN: none), on {@code width} px. */
    static Scale of(double first, double last, double now, double width) {
        double end = Math.max(last, first + 1);
        Scale rough = Scale.linear(first, end, (int) Math.max(2, Math.min(6, width / 45)));
        List<Tick> ticks = new ArrayList<>();
        double apart = 30 * (end - first) / width;
        for (Tick tick : rough.ticks()) {
            boolean whole = Math.abs(tick.value() - Math.rint(tick.value())) < 1e-9;
            if (whole && !(Math.abs(tick.value() - now) < apart)) {
                ticks.add(tick);
            }
        }
        if (now >= first && now <= end) {
            ticks.add(new Tick(now, Numbers.tick(now), true));
        }
        return new Scale(first, end, false, ticks);
    }

    /** The name of the axis, right of its last tick, however wide that is. */
    static Text unit(Panel panel) {
        return unit(panel, "epochs");
    }

    /** The same for another axis. */
    static Text unit(Panel panel, String name) {
        double right = panel.x() + panel.width();
        double ticks = panel.across().ticks().stream().mapToDouble(tick -> panel.px(tick.value())
            + Words.wideWidth(tick.name(), Tokens.SMALL, tick.strong()) / 2).max().orElse(right);
        return Text.of(Math.max(right + 14, ticks + 6), panel.y() + panel.height() + Tokens.TICK_TEXT, name)
            .small();
    }

    /** Whether epoch {@code epoch} of {@code first} to {@code last} has its dots: all of a few, else the first, some, the last. */
    static boolean isMarked(double epoch, double first, double last) {
        double since = epoch - first;
        double span = last - first;
        if (span <= ALL_UP_TO || epoch == last || since <= 3 && span <= 60) {
            return true;
        }
        double every = Math.max(1, Math.ceil(span / 20)) * 5;
        return epoch % every == 0;
    }
}
