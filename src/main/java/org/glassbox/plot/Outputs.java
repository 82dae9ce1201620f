package org.glassbox.plot;

import java.util.Arrays;
import java.util.List;
import org.glassbox.plot.Watched.Layer;
import org.glassbox.plot.Watched.Value;

/** What the activation layers put out on the probe rows, epoch by epoch. */
record Outputs(List<Layer> layers, Watched watched) {
    static Outputs of(Watched watched) {
        return new Outputs(watched.layers("activations", "output").stream().filter(layer -> !layer.isOutput()).toList(),
            watched);
    }

    Series of(Layer layer, String quantity) { return watched.byEpoch(layer, "activations", "output", quantity); }

    double last(Layer layer, String quantity) { return of(layer, quantity).last(); }

    double lastEpoch() {
        return layers.stream().flatMapToDouble(layer -> Arrays.stream(of(layer, "q0.5").places())).max().orElse(0);
    }

    /** «after each epoch», or after which, where only some are watched. */
    String when() {
        double[] epochs = layers.isEmpty() ? new double[0] : of(layers.get(0), "q0.5").places();
        int every = epochs.length < 2 ? 1 : (int) (epochs[1] - epochs[0]);
        return every <= 1 ? "after each epoch"
            : "after every " + every + GradientMagnitudes.ordinal(every) + " epoch and the last";
    }

    double firstEpoch() {
        return layers.stream().flatMapToDouble(layer -> Arrays.stream(of(layer, "q0.5").places())).min().orElse(0);
    }

    /** A count, summed over the layers, after that epoch. */
    long sum(String quantity, double epoch) {
        return Math
            .round(layers.stream().mapToDouble(l -> of(l, quantity).valueAt(epoch)).filter(Double::isFinite).sum());
    }

    /** A share of all outputs: the mean over the layers, weighted by their units. */
    double mean(String quantity) {
        double units = layers.stream().mapToDouble(layer -> last(layer, "units")).sum();
        return layers.stream().mapToDouble(layer -> last(layer, quantity) * last(layer, "units")).sum() / units;
    }

    /** Whether these are sigmoids or tanhs, which saturate instead of dying. */
    boolean isSaturating() {
        return layers.stream().anyMatch(layer -> of(layer, "saturated").size() > 0);
    }

    /** Whether its units are channels of images, which fire at places. */
    boolean ofChannels(Layer layer) {
        return last(layer, "places") > 1;
    }

    /** The layer with the largest share of dead (or saturated) units; the last of equals. */
    Layer worst() {
        Layer worst = layers.get(0);
        for (Layer layer : layers) {
            worst = badness(layer) >= badness(worst) ? layer : worst;
        }
        return worst;
    }

    private double badness(Layer layer) {
        double bad = isSaturating() ? last(layer, "saturated") : last(layer, "dead") / last(layer, "units");
        return Double.isNaN(bad) ? 0 : bad;
    }

    /** More than half of a layer never fires: the rule of the illness. */
    boolean isMostlyDead() {
        return !isSaturating() && badness(worst()) > 0.5;
    }

    /** The first epoch from which on more than half of the layer was dead. */
    double mostlyDeadSince(Layer layer) {
        Series dead = of(layer, "dead");
        int i = dead.size() - 1;
        while (i > 0 && dead.value(i - 1) / of(layer, "units").last() > 0.5) {
            i--;
        }
        return dead.at(i);
    }

    /** The last epoch in which it was counted how often each unit fires. */
    double lastFires(Layer layer) {
        return Arrays.stream(of(layer, "fires").places()).max().orElse(0);
    }

    /** How often each unit fires after that epoch, sorted from never to always. */
    double[] fires(Layer layer, double epoch) {
        return watched.of(layer, "activations", "output", "fires", (int) epoch).stream().mapToDouble(Value::value)
            .sorted().toArray();
    }
}
