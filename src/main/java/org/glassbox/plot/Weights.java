package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.glassbox.plot.Watched.Layer;
import org.glassbox.plot.Watched.Value;

/**
 * The weights of each layer, epoch by epoch: their spread, how far they moved, their histogram. Biases are left out.
 *
 * @param layers from input to output
 * @param epochs those with a histogram, from old to new; of many some, with the first and the last
 */
record Weights(List<Layer> layers, Watched watched, List<Integer> epochs) {
    private static final int MOST = 41;
    private static final double PROMINENT = 0.25;

    static Weights of(Watched watched) {
        List<Layer> layers = watched.layers("weights", "weight");
        TreeSet<Integer> epochs = new TreeSet<>();
        layers
            .forEach(layer -> watched.of(layer, "weights", "weight", "count").forEach(bin -> epochs.add(bin.epoch())));
        List<Integer> all = List.copyOf(epochs);
        return new Weights(layers, watched, Thin.every(all.size(), MOST).stream().map(all::get).toList());
    }

    /** A quantity of a layer after an epoch; NaN if it was not watched. */
    double at(Layer layer, String quantity, double epoch) {
        return watched.byEpoch(layer, "weights", "weight", quantity).valueAt(epoch);
    }

    /** Its value after the last epoch. */
    double last(Layer layer, String quantity) {
        return watched.byEpoch(layer, "weights", "weight", quantity).last();
    }

    /** The sum over all layers after the last epoch. */
    long sum(String quantity) {
        return Math.round(layers.stream().mapToDouble(layer -> last(layer, quantity)).filter(Double::isFinite).sum());
    }

    double lastEpoch() {
        return layers.stream().flatMapToDouble(l -> Arrays.stream(
            watched.byEpoch(l, "weights", "weight", "spread").places())).max().orElse(0);
    }

    /** The density of a layer's finite, non-zero weights after an epoch, as stairs around area 1; empty if there is none. */
    Points density(Layer layer, int epoch) {
        List<Value> bins = watched.of(layer, "weights", "weight", "count", epoch);
        double all = bins.stream().mapToDouble(Value::value).sum();
        double[] edges = new double[bins.size() + 1];
        double[] heights = new double[bins.size()];
        for (int i = 0; i < heights.length; i++) {
            Value bin = bins.get(i);
            edges[i] = bin.low();
            edges[i + 1] = bin.high();
            heights[i] = all > 0 && bin.high() > bin.low() ? bin.value() / all / (bin.high() - bin.low()) : 0;
        }
        return Points.stairs(edges, heights);
    }

    /** How many hills the histogram has after smoothing: heights between which it falls by a quarter of the highest. */
    int hills(Layer layer, int epoch) {
        Points stairs = density(layer, epoch);
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < stairs.size(); i += 2) {
            heights.add(stairs.y(i));
        }
        List<Double> smooth = smoothed(smoothed(heights));
        double highest = smooth.stream().mapToDouble(v -> v).max().orElse(0);
        int hills = 0;
        double peak = 0;
        double valley = 0;
        for (double height : smooth) {
            if (height > valley + PROMINENT * highest && peak == 0) {
                hills++;
                peak = height;
            }
            peak = peak > 0 ? Math.max(peak, height) : 0;
            if (peak > 0 && height < peak - PROMINENT * highest) {
                peak = 0;
                valley = height;
            }
            valley = peak > 0 ? valley : Math.min(valley, height);
        }
        return hills;
    }

    private static List<Double> smoothed(List<Double> heights) {
        List<Double> smooth = new ArrayList<>();
        for (int i = 0; i < heights.size(); i++) {
            smooth.add(heights.subList(Math.max(0, i - 2), Math.min(heights.size(), i + 3)).stream().mapToDouble(v -> v)
                .average().orElse(0));
        }
        return smooth;
    }
}
