package org.glassbox.plot;

import java.util.List;
import org.glassbox.plot.Card.Frame;
import org.glassbox.plot.Watched.Layer;
import tech.tablesaw.api.Table;

/** Are the hidden units alive? What they put out over time, and how often each of them fires. */
public final class Activations implements Picture {
    private static final int MOST = 6;
    private static final int MOST_UNITS = 200;   // on all plots of a card together
    private static final double BELOW = 74;

    private final Facts facts;
    private final Outputs outputs;
    private final ActivationWords words;
    private boolean alone = true;

    private Activations(Facts facts, Outputs outputs) {
        this.facts = facts;
        this.outputs = outputs;
        this.words = new ActivationWords(facts, outputs);
    }

    /** The picture of a run's tables of facts and watched values. */
    public static Chart of(Table facts, Table watched) {
        return Card.of(picture(Facts.of(facts), Watched.of(watched)));
    }

    static Activations picture(Facts facts, Watched watched) { return new Activations(facts, Outputs.of(watched)); }

    /** This picture as one of several on a card: only its worst layer is drawn. */
    Activations beside() {
        alone = false;
        return this;
    }

    @Override
    public String title() { return "Are the hidden units alive?"; }

    @Override
    public List<String> answer() { return words.sentences(); }

    @Override
    public List<String> normal() { return List.of(words.normal()); }

    @Override
    public String measured() {
        return Numbers.count(facts.probeRows()) + " probe rows · evaluation mode · " + outputs.when()
            + (outputs.isSaturating() ? "" : " · units sorted")
            + (shown().size() < outputs.layers().size() ? alone ? " · some layers" : " · worst layer" : "");
    }

    private List<Layer> shown() {
        List<Layer> layers = outputs.layers();
        if (layers.isEmpty()) {
            return layers;
        }
        return alone ? layers.subList(0, Math.min(MOST, layers.size())) : List.of(outputs.worst());
    }

    @Override
    public double plotHeight() { return outputs.layers().size() > 2 ? 120 : 200; }

    @Override
    public double draw(Card card, Frame frame) {
        List<Layer> shown = shown();
        if (shown.isEmpty()) {
            return frame.top();
        }
        boolean pairs = alone && shown.size() > 1;
        double width = pairs ? Tokens.COLUMN : frame.width();
        double bottom = frame.bottom();
        for (int i = 0; i < shown.size(); i++) {
            double x = frame.x() + (pairs ? i % 2 * (Tokens.COLUMN + Tokens.GUTTER) : 0);
            double top = frame.top() + (pairs ? i / 2 * (frame.height() + BELOW) : 0);
            Frame part = new Frame(x, top, width, frame.height());
            new UnitPlots(outputs, shown.get(i), MOST_UNITS / shown.size()).draw(card, part);
            bottom = part.bottom();
        }
        return bottom + 30;
    }
}
