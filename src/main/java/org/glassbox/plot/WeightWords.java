package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Watched.Layer;

/** How far the weights moved and into what shape, in sentences. */
final class WeightWords {
    private static final double HARDLY = 0.01;
    private static final double MUCH_MORE = 10;

    private final Weights weights;

    WeightWords(Weights weights) { this.weights = weights; }

    List<String> sentences() {
        List<Layer> layers = weights.layers();
        if (layers.isEmpty()) {
            return List.of("Weights were not watched.");
        }
        if (weights.lastEpoch() == 0) {
            return List
                .of("Not trained yet: " + (layers.size() == 1 ? layers.get(0).place() + " has spread " : "spread ")
                    + spreads() + ".");
        }
        List<String> lines = new ArrayList<>();
        if (weights.sum("notfinite") > 0) {
            lines.add(Numbers.count(weights.sum("notfinite")) + " weights are no longer finite.");
        }
        lines.add(firstStandsStill() ? stillAndMoved() : moved() + ";");
        lines.add(afterwards(lines, unmoved()));
        return lines;
    }

    private String spreads() {
        return String.join(" and ",
            weights.layers().stream().limit(3).map(l -> Numbers.significant(weights.last(l, "spread"), 2)).toList())
            + (weights.layers().size() > 3 ? " and so on" : "");
    }

    /** The first layer moved hardly at all and the last ten times as far: the rule of the illness. */
    private boolean firstStandsStill() {
        double first = weights.last(weights.layers().get(0), "moved");
        double last = weights.last(lastLayer(), "moved");
        return first < HARDLY && last > MUCH_MORE * first;
    }

    private Layer lastLayer() { return weights.layers().get(weights.layers().size() - 1); }

    private String stillAndMoved() {
        Layer first = weights.layers().get(0);
        return first.place() + " moved " + distance(first) + " in " + Numbers.tick(weights.lastEpoch())
            + " epochs, the last layer "
            + distance(lastLayer()) + ": the first layers do not learn.";
    }

    /** «1.3 ×» or «0.4 %» of its first length. */
    String distance(Layer layer) {
        return distance(weights.last(layer, "moved"));
    }

    static String distance(double moved) {
        return Double.isNaN(moved) ? "?" : moved >= 0.0995 ? Numbers.factor(moved) + " ×" : Numbers.percent(moved, 1);
    }

    private String moved() {
        List<Layer> layers = weights.layers();
        int n = layers.size();
        long movers = layers.stream().filter(l -> weights.last(l, "moved") >= HARDLY).count();
        String who = n == 1 ? layers.get(0).place()
            : movers < n ? movers + " of " + n + " layers" : n == 2 ? "Both" : "All " + n;
        String verb = n == 1 && movers == 0 ? " hardly moved" : " moved";
        return who + verb + (movers < n && n > 1 ? " by 1 % or more" : "") + " and " + shape() + range();
    }

    private String shape() {
        int epoch = (int) weights.lastEpoch();
        if (!weights.epochs().contains(epoch)) {
            return "keep a spread of " + spreads();
        }
        List<Layer> split = weights.layers().stream().filter(l -> weights.hills(l, epoch) > 1).toList();
        boolean one = weights.layers().size() == 1;
        return split.isEmpty() ? one ? "stays one hill" : "stay one hill"
            : split.size() == 1 ? split.get(0).place() + " has " + weights.hills(split.get(0), epoch) + " hills"
                : split.size() + " have more than one hill";
    }

    private String range() {
        Layer widest = weights.layers().get(0);
        for (Layer layer : weights.layers()) {
            widest = width(layer) > width(widest) ? layer : widest;
        }
        int n = weights.layers().size();
        if (!(width(widest) > 0)) {
            return "";
        }
        int digits = (int) Math.max(0, 1 - Math.floor(Math.log10(width(widest))));
        String name = n == 1 ? "" : n == 2 ? "the wider " + widest.place() + " " : "the widest " + widest.place() + " ";
        return ", " + name + "from " + Numbers.fixed(weights.last(widest, "q0.001"), digits) + " to "
            + Numbers.fixed(weights.last(widest, "q0.999"), digits);
    }

    private double width(Layer layer) {
        double width = weights.last(layer, "q0.999") - weights.last(layer, "q0.001");
        return Double.isFinite(width) ? width : 0;
    }

    /** Goes on with the sentence before, or begins a new one where that has ended. */
    private static String afterwards(List<String> lines, String words) {
        boolean ended = lines.isEmpty() || lines.get(lines.size() - 1).endsWith(".");
        return ended ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words;
    }

    private String unmoved() {
        long all = weights.sum("size");
        long still = weights.sum("unmoved");
        if (still == 0) {
            return "every one of " + Numbers.count(all) + " weights moved.";
        }
        return Numbers.count(still) + " of " + Numbers.count(all) + " weights never moved.";
    }

    String measured(boolean some) {
        double farthest = 0;
        for (Layer layer : weights.layers()) {
            for (String end : new String[] {"min", "max"}) {
                double value = weights.last(layer, end);
                farthest = Math.abs(value) > Math.abs(farthest) ? value : farthest;
            }
        }
        long beyond = weights.sum("beyond");
        return "0.1 to 99.9 % drawn"
            + (beyond > 0 ? ", " + Numbers.count(beyond) + " beyond (to " + Numbers.of(farthest) + ")" : "")
            + " · exactly 0: " + none(weights.sum("zeros")) + " · NaN, ∞: " + none(weights.sum("notfinite"))
            + (some ? " · some of " + weights.layers().size() + " layers" : "");
    }

    private static String none(long count) { return count == 0 ? "none" : Numbers.count(count); }
}
