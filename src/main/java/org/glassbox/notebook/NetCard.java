package org.glassbox.notebook;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.glassbox.Numbers;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;

/** How a net shows itself: its layers, what each learns, and whether it has learnt yet. */
final class NetCard {
    private static WeakReference<Layer> lastShown = new WeakReference<>(null);

    private NetCard() {}

    /** The card at the end of a cell, which is the net that the reader has in mind from then on. */
    static Bundle shown(Layer net) {
        lastShown = new WeakReference<>(net);
        return of(net);
    }

    /** Whether the reader last saw another net: one that was made anew, perhaps. */
    static boolean isNotLastShown(Layer net) {
        Layer last = lastShown.get();
        return last != null && last != net;
    }

    static Bundle of(Layer net) { return net instanceof Sequential stack ? ofStack(stack) : ofOther(net); }

    private static Bundle ofStack(Sequential net) {
        Parameters all = Parameters.of(net);
        return Bundle.of(net.toString(), Card.frame(Card.head("Sequential", facts(all)), Card.table(layers(net)),
            Card.footer("from input to output · weights [inputs, outputs], a bias for each output")));
    }

    /** A layer that is not a stack of others: what it learns, by path. */
    private static Bundle ofOther(Layer layer) {
        Parameters all = Parameters.of(layer);
        List<List<String>> rows = new ArrayList<>();
        rows.add(Card.columns(List.of("parameter", "shape", "numbers"), 2));
        all.byPath().forEach((path, parameter) -> rows.add(List.of(Card.text(path),
            Card.raw(Card.escape(Arrays.toString(parameter.shape()))), Card.number(Numbers.count(parameter.size())))));
        String text = layer.kind() + "   " + facts(all) + all.byPath().entrySet().stream()
            .map(each -> "\n  " + each.getKey() + " " + Arrays.toString(each.getValue().shape()))
            .collect(Collectors.joining());
        return Bundle.of(text, Card.frame(Card.head(layer.kind(), facts(all)), Card.table(rows)));
    }

    private static String facts(Parameters all) {
        String state = all.updates() == 0 ? "untrained" : Numbers.of(all.updates(), "update", "updates");
        return Numbers.of(all.count(), "parameter", "parameters") + (all.count() == 0 ? "" : " · " + state);
    }

    private static List<List<String>> layers(Sequential net) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Card.columns(List.of("", "layer", "learns", "parameters"), 3));
        for (int i = 0; i < net.layers().size(); i++) {
            Layer layer = net.layers().get(i);
            Parameters own = Parameters.of(layer);
            rows.add(List.of(Card.number("" + i), Card.text(layer.title()), Card.raw(Card.escape(shapes(own))),
                Card.number(own.count() == 0 ? "" : Numbers.count(own.count()))));
        }
        return rows;
    }

    /** «weight [64, 10], bias [10]». */
    private static String shapes(Parameters own) {
        List<String> shapes = new ArrayList<>();
        own.byPath()
            .forEach((path, parameter) -> shapes.add(path + " " + Arrays.toString(parameter.shape())));
        return shapes.isEmpty() ? "nothing" : String.join(", ", shapes);
    }
}
