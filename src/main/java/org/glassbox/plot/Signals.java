package org.glassbox.plot;

import java.util.Arrays;
import java.util.List;

/**
 * How much error reaches each linear or convolution layer: the root mean square, over rows and units, of the gradient of the sum of row losses
 * with respect to its output, at every watched step.
 */
record Signals(List<Watched.Layer> layers, List<Series> byEpoch, int every) {
    /** So far below the largest, a gradient is drawn on the lower edge: what is smaller would squeeze all others. */
    static final double FLOOR = 1e-9;
    private static final double TOO_SMALL = 0.01;
    private static final double TOO_LARGE = 100;

    static Signals of(Watched watched) { return of(watched, "signal"); }

    /** Of that name: signal, weight or bias. */
    static Signals of(Watched watched, String name) {
        List<Watched.Layer> layers = watched.layers("gradients", name);
        List<Series> series = layers.stream().map(layer -> watched.byEpoch(layer, "gradients", name, "rms")).toList();
        return new Signals(layers, series,
            layers.isEmpty() ? 1 : spacing(watched.of(layers.get(0), "gradients", name, "rms")));
    }

    /** Every how many steps it was watched. */
    private static int spacing(List<Watched.Value> values) {
        int least = Integer.MAX_VALUE;
        for (int i = 2; i < values.size(); i++) {
            least = Math.min(least, values.get(i).step() - values.get(i - 1).step());
        }
        return least == Integer.MAX_VALUE ? 1 : Math.max(1, least);
    }

    int size() { return layers.size(); }

    boolean isEmpty() { return layers.isEmpty() || byEpoch.get(0).size() == 0; }

    /** The epochs of which something was watched; 0 is before training. */
    double[] epochs() {
        return isEmpty() ? new double[0] : byEpoch.get(0).places();
    }

    double lastEpoch() {
        double[] epochs = epochs();
        return epochs.length == 0 ? 0 : epochs[epochs.length - 1];
    }

    /** The median over the steps of an epoch. */
    double median(int layer, double epoch) {
        return Quantiles.median(byEpoch.get(layer).valuesAt(epoch));
    }

    double quantile(int layer, double epoch, double share) {
        return Quantiles.of(byEpoch.get(layer).valuesAt(epoch), share);
    }

    /** The medians of a layer, epoch by epoch. */
    Points medians(int layer) {
        double[] epochs = epochs();
        return Points.of(epochs, Arrays.stream(epochs).map(epoch -> median(layer, epoch)).toArray());
    }

    /** Whether some value of that epoch was not finite. */
    boolean isBroken(int layer, double epoch) {
        return Arrays.stream(byEpoch.get(layer).valuesAt(epoch)).anyMatch(v -> !Double.isFinite(v));
    }

    /** The number of layers below the output. */
    int hidden() {
        return (int) layers.stream().filter(layer -> !layer.isOutput()).count();
    }

    /** The layer with which the first is compared: the last hidden one, or the output where only one is hidden. */
    int reference() {
        return hidden() >= 2 ? hidden() - 1 : size() - 1;
    }

    /** The first layer's signal as a multiple of the reference's. */
    double ratio(double epoch) {
        return median(0, epoch) / median(reference(), epoch);
    }

    /** The first of several hidden layers gets less than a hundredth of the last, before training and ever since. */
    boolean isVanishing() {
        return hidden() >= 2 && epochs().length > 0
            && Arrays.stream(epochs()).allMatch(epoch -> ratio(epoch) < TOO_SMALL);
    }

    /** It gets more than a hundred times what the last gets, before training and ever since. */
    boolean isExploding() {
        return hidden() >= 2 && epochs().length > 0
            && Arrays.stream(epochs()).allMatch(epoch -> ratio(epoch) > TOO_LARGE);
    }

    static boolean isNormal(double ratio) { return ratio >= TOO_SMALL && ratio <= TOO_LARGE; }
}
