package org.glassbox.nn;

import java.util.List;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.Seed;
import org.glassbox.array.Array;
import org.glassbox.array.Cell;
import org.glassbox.array.Type;
import org.glassbox.nn.Recurrent.State;
import org.glassbox.nn.Recurrent.Unrolled;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.glassbox.tensor.Unrolling;

/** What RNN, GRU and LSTM have in common: how their weights start, and how a sequence is read. */
record Reading(Cell cell, boolean backwards, Parameter inputWeight, Parameter stateWeight, Parameter bias) {
    /** New weights, all uniform within ±1 ÷ √hidden as PyTorch's. */
    static Reading of(String kind, Cell cell, int features, int hidden) {
        if (features < 1 || hidden < 1) {
            throw new GlassboxException(Message.of(kind + ".of", "features " + features + ", hidden " + hidden
                + ", expected at least 1 each").help("features come in at each step, hidden is the number of units"));
        }
        Seed seed = Seed.next("initialisation");
        return new Reading(cell, false, uniform("inputWeight", seed, hidden, features, cell.gates() * hidden),
            uniform("stateWeight", seed, hidden, hidden, cell.gates() * hidden),
            uniform("bias", seed, hidden, cell.biases() * hidden));
    }

    private static Parameter uniform(String name, Seed seed, int hidden, int... shape) {
        Seed.Random random = seed.split(name).random();
        double limit = 1 / Math.sqrt(hidden);
        Array numbers = Array.of(Type.FLOAT, shape);
        for (int i = 0; i < numbers.size(); i++) {
            numbers.set(i, (2 * random.nextDouble() - 1) * limit);
        }
        return Parameter.of(name, numbers);
    }

    /**
     * The biases, those of the gate that keeps anew: ln u, u uniform from 1 to {@code steps}; those of the gate that lets in
     * are −ln u.
     *
     * @param keeps number of the gate
     * @param lets number of the other one, or −1
     */
    Parameter open(int keeps, int lets, int steps) {
        if (steps < 2) {
            throw new GlassboxException(Message.of("withMemory", Numbers.of(steps, "step", "steps")
                + ", expected at least 2").help("about as many as lie between what is read and when it is needed"));
        }
        Seed.Random random = Seed.next("initialisation").random();
        Array numbers = Array.of(bias.array().type(), bias.shape());
        numbers.set(bias.toFloats());
        for (int unit = 0; unit < hidden(); unit++) {
            double open = Math.log(1 + random.nextDouble() * (steps - 1));
            numbers.set(keeps * hidden() + unit, open);
            if (lets >= 0) {
                numbers.set(lets * hidden() + unit, -open);
            }
        }
        return Parameter.of("bias", numbers);
    }

    Unrolled unroll(Recurrent layer, Tensor x, State start, Tensor mask) {
        start.requireFor(layer, cell.hasCell());
        Unrolling how = new Unrolling(cell, backwards, mask, first(start.hidden()), first(start.cells()));
        Unrolling.Result result = how.over(x, inputWeight, stateWeight, bias);
        return new Unrolled(result.outputs(),
            new State(List.of(result.hidden()), cell.hasCell() ? List.of(result.memory()) : List.of()));
    }

    private static Tensor first(List<Tensor> tensors) { return tensors.isEmpty() ? null : tensors.get(0); }

    int features() { return inputWeight.shape()[0]; }

    int hidden() { return stateWeight.shape()[0]; }

    String text(String kind) {
        return kind + "(" + features() + " → " + hidden() + (backwards ? ", backwards" : "") + ")";
    }
}
