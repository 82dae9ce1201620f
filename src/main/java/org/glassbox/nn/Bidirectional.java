package org.glassbox.nn;

import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * Two layers read a sequence, one from the first step to the last and one from the last to the first; their outputs stand side
 * by side, forward first. The last state of each is in {@link Recurrent.Unrolled#state()}: at the last step the one that
 * reads backwards has seen only that step.
 *
 * @param forward reads from the first step to the last
 * @param backward reads from the last step to the first
 */
public record Bidirectional(Recurrent forward, Recurrent backward) implements Recurrent {
    /** These two. */
    public static Bidirectional of(Recurrent forward, Recurrent backward) {
        return new Bidirectional(forward, backward);
    }

    @Override
    public Unrolled unroll(Tensor x, State start, Tensor mask) {
        start.requireFor(this, !start.cells().isEmpty());
        Unrolled there = at(0, forward, x, start.part(0, forward.memories()), mask);
        Unrolled back = at(1, backward, x, start.part(forward.memories(), backward.memories()), mask);
        return new Unrolled(Tensor.concat(-1, there.outputs(), back.outputs()), there.state().then(back.state()));
    }

    private static Unrolled at(int place, Recurrent layer, Tensor x, State start, Tensor mask) {
        try (Pass.Scope at = Pass.enter(place, layer.kind())) {
            return layer.unroll(x, start, mask);
        }
    }

    @Override
    public int features() { return forward.features(); }

    @Override
    public int width() { return forward.width() + backward.width(); }

    @Override
    public int memories() { return forward.memories() + backward.memories(); }

    @Override
    public Bidirectional fresh(int features) {
        return new Bidirectional(forward.fresh(features), backward.fresh(features));
    }

    @Override
    public String toString() { return "Bidirectional " + forward; }
}
