package org.glassbox.nn;

import java.util.List;
import org.glassbox.tensor.Tensor;

/** Layers with a memory, one above the other: each reads the outputs of the one below. */
public record Stacked(List<Recurrent> layers) implements Recurrent {
    public Stacked {
        layers = List.copyOf(layers);
    }

    @Override
    public Unrolled unroll(Tensor x, State start, Tensor mask) {
        start.requireFor(this, !start.cells().isEmpty());
        State end = State.none();
        Tensor y = x;
        for (Recurrent layer : layers) {
            Unrolled unrolled = layer.unroll(y, start.part(end.hidden().size(), layer.memories()), mask);
            end = end.then(unrolled.state());
            y = unrolled.outputs();
        }
        return new Unrolled(y, end);
    }

    @Override
    public int features() { return layers.get(0).features(); }

    @Override
    public int width() { return layers.get(layers.size() - 1).width(); }

    @Override
    public int memories() { return layers.stream().mapToInt(Recurrent::memories).sum(); }

    @Override
    public Recurrent fresh(int features) { return layers.get(0).fresh(features).withLayers(layers.size()); }

    @Override
    public String toString() { return layers.size() + " × " + layers.get(0); }
}
