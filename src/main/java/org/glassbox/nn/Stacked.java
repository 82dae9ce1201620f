package org.glassbox.nn;

import java.util.List;
import java.util.Optional;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * Layers with a memory, one above the other: each reads the outputs of the one below, of which dropout may leave out some.
 *
 * @param layers from the bottom up
 * @param dropout what stands between each two of them, in training; each time another mask
 */
public record Stacked(List<Recurrent> layers, Optional<Dropout> dropout) implements Recurrent {
    public Stacked {
        layers = List.copyOf(layers);
    }

    @Override
    public Unrolled unroll(Tensor x, State start, Tensor mask) {
        start.requireFor(this, !start.cells().isEmpty());
        State end = State.none();
        Tensor y = x;
        for (int i = 0; i < layers.size(); i++) {
            Recurrent layer = layers.get(i);
            Tensor in = i == 0 ? x : between(y);
            try (Pass.Scope at = Pass.enter(i, layer.kind())) {
                Unrolled unrolled = layer.unroll(in, start.part(end.hidden().size(), layer.memories()), mask);
                end = end.then(unrolled.state());
                y = unrolled.outputs();
            }
        }
        return new Unrolled(y, end);
    }

    private Tensor between(Tensor y) { return dropout.isPresent() ? dropout.get().forward(y) : y; }

    @Override
    public int features() { return layers.get(0).features(); }

    @Override
    public int width() { return layers.get(layers.size() - 1).width(); }

    @Override
    public int memories() { return layers.stream().mapToInt(Recurrent::memories).sum(); }

    @Override
    public Recurrent fresh(int features) {
        return layers.get(0).fresh(features).withLayers(layers.size(), dropout.map(Dropout::rate).orElse(0.0));
    }

    @Override
    public String toString() {
        return layers.size() + " × " + layers.get(0) + dropout.map(between -> ", between them " + between).orElse("");
    }
}
