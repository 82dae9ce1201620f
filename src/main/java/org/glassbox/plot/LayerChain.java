package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.Digits;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * A net as a row of layers: on top what goes forward, below what comes back and how much it shrinks on the way; for each layer
 * that learns the gradient of its weights.
 */
final class LayerChain {
    private static final double BOX = 96;
    private static final double HEIGHT = 58;
    private static final double GAP = 132;
    private static final double THICKEST = 12;
    private static final String QUIET = "#98a2ad";

    /** A layer, what it holds and how large it and its gradient are; with its weights, if it has some. */
    private record Layer(String name, String shape, double value, double signal, boolean isResult, List<Row> weights) {}

    private final List<Layer> layers = new ArrayList<>();
    private final List<Mark> marks;
    private final double top;
    private final double step;
    private final double width;

    private LayerChain(List<Mark> marks, Table values, double top) {
        this.marks = marks;
        this.top = top;
        List<Row> weights = new ArrayList<>();
        for (int i = 0; i < values.rowCount(); i++) {
            Row row = values.row(i);
            String role = row.getString("role");
            if (role.equals("weight") || role.equals("bias")) {
                weights.add(row);
            } else {
                layers.add(new Layer(row.getString("name"), row.getString("made"), row.getDouble("value"),
                    row.getDouble("gradient"),
                    role.equals("result"), List.copyOf(weights)));
                weights.clear();
            }
        }
        double room = Tokens.WIDTH - 2 * Tokens.MARGIN - BOX;
        this.step = Math.max(GAP, room / Math.max(1, layers.size() - 1));
        this.width = Math.max(Tokens.WIDTH, 2 * Tokens.MARGIN + BOX + step * (layers.size() - 1));
    }

    /** The width that a card needs for {@code values}. */
    static double width(Table values) {
        return new LayerChain(new ArrayList<>(), values, 0).width;
    }

    /** Draws from base line {@code top} on and returns the base line of the lowest words. */
    static double draw(List<Mark> marks, Table values, double top) {
        LayerChain chain = new LayerChain(marks, values, top);
        double most = chain.layers.stream().mapToDouble(Layer::signal).filter(Double::isFinite).max().orElse(1);
        for (int i = 0; i < chain.layers.size(); i++) {
            chain.layer(i);
            if (i > 0) {
                chain.arrows(i, THICKEST / Math.max(most, Double.MIN_NORMAL));
            }
        }
        return top + 14 + HEIGHT + 74;
    }

    private double x(int i) { return Tokens.MARGIN + BOX / 2 + i * step; }

    private void layer(int i) {
        Layer layer = layers.get(i);
        double x = x(i);
        double y = top + 14;
        boolean learns = !layer.weights().isEmpty();
        marks.add(new Mark.Bar(x - BOX / 2 - 1.2, y - 1.2, x + BOX / 2 + 1.2, y + HEIGHT + 1.2,
            learns || layer.isResult() ? Tokens.VALIDATION : QUIET, 7));
        marks.add(new Mark.Bar(x - BOX / 2, y, x + BOX / 2, y + HEIGHT, Tokens.CARD, 6));
        marks
            .add(Text.of(x, y + 25, Words.fitted(layer.name(), BOX - 8, Tokens.TEXT, true)).on(Anchor.MIDDLE).strong());
        marks.add(Text
            .of(x, y + 43, Words.fitted(layer.isResult() ? "one number" : layer.shape(), BOX - 8, Tokens.SMALL, false))
            .on(Anchor.MIDDLE).small());
        marks.add(Text.of(x, top + 4, Digits.of(layer.value())).on(Anchor.MIDDLE));
        String signal = layer.isResult() ? "1" : Double.isNaN(layer.signal()) ? "data" : Digits.of(layer.signal());
        marks.add(Text.of(x, y + HEIGHT + 19, signal).on(Anchor.MIDDLE).strong().in(Tokens.VALIDATION));
        weights(layer, x, y + HEIGHT + 42);
    }

    private void weights(Layer layer, double x, double y) {
        double at = y;
        for (Row weight : layer.weights()) {
            if (weight.getString("role").equals("weight")) {
                String name = weight.getString("name").substring(layer.name().length()).strip();
                marks.add(
                    Text.of(x, at, name + " " + weight.getString("made") + ": " + Digits.of(weight.getDouble("value")))
                        .on(Anchor.MIDDLE).small());
                marks.add(Text.of(x, at + 15, "∂L/∂" + name + ": " + Digits.of(weight.getDouble("gradient")))
                    .on(Anchor.MIDDLE).small()
                    .in(Tokens.VALIDATION));
                at += 32;
            }
        }
    }

    private void arrows(int i, double scale) {
        double from = x(i - 1) + BOX / 2 + 4;
        double to = x(i) - BOX / 2 - 4;
        double y = top + 14 + HEIGHT / 2;
        marks.add(new Mark.Link(from, y - 12, to, y - 12, 1.2, ChainRoad.FORWARD, true));
        double back = layers.get(i - 1).signal();
        if (Double.isNaN(back)) {
            return;
        }
        double w = Math.max(1, back * scale);
        if (back > 0) {
            marks.add(new Mark.Link(to, y + 10, from, y + 10, w, Tokens.VALIDATION, true));
        }
        double above = layers.get(i).signal();
        String factor = back == 0 ? "0"
            : back >= above ? "× " + Numbers.factor(back / above) : "÷ " + Numbers.factor(above / back);
        marks.add(Text.of((from + to) / 2, y + 28 + w / 4, factor).on(Anchor.MIDDLE).small().in(Tokens.VALIDATION));
    }
}
