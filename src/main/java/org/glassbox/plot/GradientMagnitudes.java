package org.glassbox.plot;

import java.util.List;
import org.glassbox.plot.Card.Frame;
import tech.tablesaw.api.Table;

/** Does the error reach the first layer? Signal per unit, over time for shallow nets and over depth for deep ones. */
public final class GradientMagnitudes implements Picture {
    private static final int DEEP = 4;
    private final Signals signals;
    private final GradientWords words;
    private final double epoch;

    private GradientMagnitudes(Signals signals, String activation) {
        this.signals = signals;
        this.words = new GradientWords(signals, activation);
        this.epoch = Math.min(1, signals.lastEpoch());
    }

    /** The picture of a run's tables of facts and watched values. */
    public static Chart of(Table facts, Table watched) {
        return Card.of(picture(Watched.of(watched)));
    }

    static GradientMagnitudes picture(Watched watched) {
        List<Watched.Layer> activations = watched.layers("activations", "output");
        String kind = activations.isEmpty() ? "" : activations.get(0).place().replaceAll("^\\S+ ", "");
        return new GradientMagnitudes(Signals.of(watched), kind);
    }

    boolean isDeep() { return signals.size() >= DEEP && !signals.isEmpty(); }

    @Override
    public String title() { return "Does the error reach the first layer?"; }

    @Override
    public List<String> answer() { return isDeep() ? words.byDepth(epoch) : words.byTime(); }

    @Override
    public List<String> normal() { return List.of(words.normal(isDeep())); }

    @Override
    public String measured() {
        String steps = signals.every() == 1 ? "every step"
            : "every " + signals.every() + ordinal(signals.every()) + " step";
        return isDeep()
            ? "∂L/∂z, " + steps + " of epoch " + Numbers.tick(epoch)
                + " · ● median, bar 5 to 95 %, ring: before training"
            : "∂L/∂z of " + steps + " · line: median of an epoch · bars: 5 to 95 % of its steps";
    }

    static String ordinal(int n) {
        boolean teen = n % 100 >= 11 && n % 100 <= 13;
        return teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    }

    @Override
    public double draw(Card card, Frame frame) {
        if (signals.isEmpty()) {
            return frame.top();
        }
        return isDeep() ? new GradientDepth(signals, epoch).draw(card, frame)
            : new GradientTime(signals).draw(card, frame);
    }
}
