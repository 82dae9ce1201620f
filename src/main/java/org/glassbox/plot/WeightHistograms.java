package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.glassbox.plot.Card.Frame;
import org.glassbox.plot.Watched.Layer;
import tech.tablesaw.api.Table;

/** How far did the weights move, into what shape? A column of histograms a layer, from old to new, with a slider. */
public final class WeightHistograms implements Picture {
    private static final double HIGHEST = 56;
    private static final double PITCH = 38;
    /** Of a row's height: alone on its card, the chosen epoch is so much larger. */
    private static final double LARGE = 2.5;
    private static final double GAP = 24;
    private static final double NAMES = 40;

    private final Weights weights;
    private final WeightWords words;
    private boolean alone = true;

    private WeightHistograms(Weights weights) {
        this.weights = weights;
        this.words = new WeightWords(weights);
    }

    /** The picture of a run's table of watched values. */
    public static Chart of(Table watched) {
        return Card.of(picture(Watched.of(watched)));
    }

    static WeightHistograms picture(Watched watched) { return new WeightHistograms(Weights.of(watched)); }

    /** This picture as one of several on a card: fewer columns, no larger last row. */
    WeightHistograms beside() {
        alone = false;
        return this;
    }

    @Override
    public String title() { return "How far did the weights move, into what shape?"; }

    @Override
    public List<String> answer() { return words.sentences(); }

    @Override
    public List<String> normal() { return List.of("Normal: one hill, wider than its start."); }

    @Override
    public String measured() { return words.measured(shown().size() < weights.layers().size()); }

    @Override
    public double plotHeight() { return weights.epochs().isEmpty() ? 0 : PITCH * (rows().size() - 1 + LARGE) + 8; }

    /** At most that many columns: the first layer, the last, and some between. */
    private List<Layer> shown() {
        int n = weights.layers().size();
        int most = Math.min(n, alone ? 4 : 2);
        return IntStream.range(0, most)
            .mapToObj(i -> weights.layers().get(most == 1 ? 0 : Math.round(i * (n - 1f) / (most - 1)))).toList();
    }

    /** The rows: before training, epoch 1, some between, the last. */
    private List<Integer> rows() {
        List<Integer> all = weights.epochs();
        int last = all.get(all.size() - 1);
        TreeSet<Integer> rows = new TreeSet<>();
        for (double wanted : new double[] {0, 1, last / 4.0, last / 2.0, last}) {
            all.stream().min((a, b) -> Double.compare(Math.abs(a - wanted), Math.abs(b - wanted))).ifPresent(rows::add);
        }
        return new ArrayList<>(rows);
    }

    @Override
    public double draw(Card card, Frame frame) {
        if (weights.epochs().isEmpty()) {
            return frame.top();
        }
        List<Integer> rows = rows();
        List<Layer> shown = shown();
        double width = Math.min(420, (frame.width() - NAMES - GAP * (shown.size() - 1)) / shown.size());
        double large = alone ? LARGE : 1;
        double pitch = Math.min(HIGHEST, (frame.height() - 8) / (rows.size() - 1 + large));
        Ridge ridge = new Ridge(weights, rows, pitch, pitch * large);
        Scale across = ridge.across(shown, (int) Math.max(3, width / 70));
        for (int i = 0; i < shown.size(); i++) {
            Frame column = new Frame(frame.x() + NAMES + i * (width + GAP), frame.top(), width, frame.height());
            ridge.draw(card, column, shown.get(i), across, words, alone, i == 0);
        }
        ridge.names(card, new Frame(frame.x(), frame.top(), NAMES - 4, frame.height()));
        double bottom = frame.bottom() + 35;
        int stages = weights.epochs().size();
        if (stages > 1) {
            double span = shown.size() * (width + GAP) - GAP;
            card.add(new Chart.Slider("epoch", weights.epochs().stream().map(String::valueOf).toList(), stages - 1,
                frame.x() + NAMES, bottom + 11, span));
            bottom += 12;
        }
        return bottom;
    }
}
