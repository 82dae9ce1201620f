package org.glassbox.nn;

import java.util.List;
import org.glassbox.Numbers;

/** How a net reads as text. */
final class Summary {
    private Summary() {}

    /** A line for each layer with its parameters, and whether it was trained. */
    static String of(Sequential net) {
        Parameters all = Parameters.of(net);
        String state = all.updates() == 0 ? "untrained" : Numbers.of(all.updates(), "update", "updates");
        StringBuilder text = new StringBuilder("Sequential   " + Numbers.count(all.count()) + " parameters   " + state);
        List<Layer> layers = net.layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            long count = Parameters.of(layer).count();
            String title = layer instanceof Sequential ? layer.toString().replace("\n", "\n     ") : layer.title();
            String line = String.format("\n  %-2d %-20s %10s", i, title, count == 0 ? "" : Numbers.count(count));
            text.append(line.stripTrailing());
        }
        return text.toString();
    }
}
