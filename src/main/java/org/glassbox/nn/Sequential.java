package org.glassbox.nn;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/** Layers one after the other: the output of each is the input of the next. */
public record Sequential(List<Layer> layers) implements Layer {
    public Sequential {
        layers = List.copyOf(layers);
    }

    /** These layers, from input to output; at least one. */
    public static Sequential of(Layer... layers) {
        if (layers.length == 0) {
            throw new GlassboxException(Message.of("Sequential.of", "no layers")
                .help("name at least one: Sequential.of(Linear.of(2, 1))"));
        }
        for (int i = 0; i < layers.length; i++) {
            if (layers[i] == null) {
                throw new GlassboxException(Message.of("Sequential.of", "layer " + i + " is null")
                    .help("was the variable given a value?"));
            }
        }
        return new Sequential(List.of(layers));
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Pass.Scope self = Pass.enterWhole(kind())) {
            return eachAfterTheOther(x);
        }
    }

    private Tensor eachAfterTheOther(Tensor x) {
        Tensor y = x;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            try (Pass.Scope at = Pass.enter(i, layer.kind())) {
                y = layer.forward(y);
            }
        }
        return y;
    }

    @Override
    public Sequential then(Layer next) {
        List<Layer> more = new java.util.ArrayList<>(layers);
        more.add(next);
        return new Sequential(more);
    }

    @Override
    public String toString() { return Summary.of(this); }
}
