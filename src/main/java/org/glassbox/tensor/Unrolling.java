package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.glassbox.array.Array;
import org.glassbox.array.Cell;
import org.glassbox.array.Recurrence;

/**
 * One layer with a memory, unrolled over the steps of a batch of sequences: which kind, in which direction, from which state.
 * What layers are made of; who writes a net takes {@code LSTM}, {@code GRU} or {@code RNN}.
 *
 * @param cell what a unit does in one step
 * @param backwards whether the last step comes first
 * @param mask [batch, steps], 0 where a step is padding, else 1; null: none is
 * @param hidden [batch, hidden], the state at the start; null: 0
 * @param memory [batch, hidden], an LSTM's cell at the start; null: 0
 */
public record Unrolling(Cell cell, boolean backwards, Tensor mask, Tensor hidden, Tensor memory) {
    /**
     * What comes out.
     *
     * @param outputs [batch, steps, hidden], the state after each step; a padded step repeats the one before it
     * @param hidden [batch, hidden], the state at the end
     * @param memory [batch, hidden], an LSTM's cell at the end, else null
     */
    public record Result(Tensor outputs, Tensor hidden, Tensor memory) {}

    public Unrolling {
        mask = mask == null ? null : mask.toData();                                     // one that changes by itself is copied
    }

    /** From the first step to the last, from a state of 0. */
    public static Unrolling of(Cell cell) {
        return new Unrolling(cell, false, null, null, null);
    }

    /** From the last step to the first. */
    public Unrolling reversed() {
        return new Unrolling(cell, true, mask, hidden, memory);
    }

    /** With padding: [batch, steps], 1 for a real step, 0 for one that changes neither state nor gradient. */
    public Unrolling masked(Tensor steps) {
        return new Unrolling(cell, backwards, steps, hidden, memory);
    }

    /** From that state; the second is an LSTM's cell, null for others. */
    public Unrolling from(Tensor start, Tensor startOfCell) {
        return new Unrolling(cell, backwards, mask, start, startOfCell);
    }

    /**
     * Over all steps of x.
     *
     * @param x [batch, steps, features]
     * @param w weights of the input, [features, gates · hidden]
     * @param u weights of the state, [hidden, gates · hidden]
     * @param b biases, [biases · hidden]
     */
    public Result over(Tensor x, Tensor w, Tensor u, Tensor b) {
        UnrollingChecks.of(this, x, w, u, b);
        Recurrence run = Recurrence.run(cell, backwards, new Recurrence.Inputs(x.array(), w.array(), u.array(),
            b.array(), array(mask), array(hidden), array(memory)));
        StepByStep slow = new StepByStep(this, x, w, u, b);
        Tensor outputs = op(dy -> back(run, dy, null), run.outputs(), () -> slow.result().outputs(), x, w, u, b);
        int last = backwards ? 0 : x.shape()[1] - 1;
        int[] state = {x.shape()[0], u.shape()[0]};
        return new Result(outputs, outputs.slice(1, last, last + 1).reshape(state), cell.hasCell()
            ? op(dc -> back(run, null, dc), run.lastCell(), () -> slow.result().memory(), x, w, u, b) : null);
    }

    private Recurrence.Back back(Recurrence run, Array dy, Array dc) {
        array(mask);                                                                    // read again, so it must be there
        return run.back(dy, dc);
    }

    private Tensor op(Function<Array, Recurrence.Back> way, Array value,
        java.util.function.Supplier<Tensor> composed, Tensor x, Tensor w, Tensor u, Tensor b) {
        var back = new Shared<>(way);                                                   // all gradients come from one way back
        List<Derivative> inputs = new ArrayList<>(List.of(
            wrt(x, dy -> back.of(dy).dx()),                                          // dx = dz · Wᵀ
            wrt(w, dy -> back.of(dy).dInputWeight()),                                // dW = Σ over steps of xᵀ · dz
            wrt(u, dy -> back.of(dy).dStateWeight()),                                // dU = Σ over steps of hᵀ · dz, h of the step before
            wrt(b, dy -> back.of(dy).dBias())));                                     // db = Σ over steps and rows of dz
        if (hidden != null) {
            inputs.add(wrt(hidden, dy -> back.of(dy).dHidden()));
        }
        if (memory != null) {
            inputs.add(wrt(memory, dy -> back.of(dy).dCell()));
        }
        return Tensor.op(cell.op(), value, composed,
            inputs.toArray(Derivative[]::new));
    }

    private static Array array(Tensor tensor) { return tensor == null ? null : tensor.array(); }
}
