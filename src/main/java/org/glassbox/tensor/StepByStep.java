package org.glassbox.tensor;

import org.glassbox.array.Array;

/** What an {@link Unrolling} does in one go, step by step in simple operations: as it stands in the textbook. */
record StepByStep(Unrolling how, Tensor x, Tensor w, Tensor u, Tensor b) {
    Unrolling.Result result() {
        Tensor h = how.hidden() == null ? zeros(batch(), units()) : how.hidden();
        Tensor c = how.memory() == null ? zeros(batch(), units()) : how.memory();
        Tensor outputs = null;
        for (int i = 0; i < steps(); i++) {
            int t = how.backwards() ? steps() - 1 - i : i;
            Tensor in = x.slice(1, t, t + 1).reshape(batch(), x.shape()[2]).matmul(w);
            Tensor newC = c;
            Tensor newH;
            switch (how.cell()) {
                case LSTM -> {
                    Tensor z = in.add(h.matmul(u)).add(b);
                    newC = part(z, 1).sigmoid().mul(c).add(part(z, 0).sigmoid().mul(part(z, 2).tanh()));
                    newH = part(z, 3).sigmoid().mul(newC.tanh());
                }
                case GRU -> newH = gru(in, h.matmul(u), h);
                case TANH -> newH = in.add(h.matmul(u)).add(b).tanh();
                default -> newH = in.add(h.matmul(u)).add(b).relu();
            }
            h = where(t, newH, h);
            c = where(t, newC, c);
            Tensor placed = h.reshape(batch(), 1, units()).mul(oneAt(t));
            outputs = outputs == null ? placed : outputs.add(placed);
        }
        return new Unrolling.Result(outputs, h, c);
    }

    private Tensor gru(Tensor in, Tensor past, Tensor h) {
        Tensor r = part(in, 0).add(part(past, 0)).add(part(b, 0)).sigmoid();
        Tensor z = part(in, 1).add(part(past, 1)).add(part(b, 1)).sigmoid();
        Tensor n = part(in, 2).add(part(b, 2)).add(r.mul(part(past, 2).add(part(b, 3)))).tanh();
        return z.neg().add(1).mul(n).add(z.mul(h));
    }

    private Tensor part(Tensor z, int number) { return z.slice(-1, number * units(), (number + 1) * units()); }

    /** The new numbers where the step is real, the old ones where it is padding. */
    private Tensor where(int t, Tensor fresh, Tensor old) {
        if (how.mask() == null) {
            return fresh;
        }
        Tensor real = how.mask().toData().slice(1, t, t + 1);
        return fresh.mul(real).add(old.mul(real.neg().add(1)));
    }

    /** [1, steps, 1]: 1 at that step, else 0. */
    private Tensor oneAt(int t) {
        Array ones = Array.of(x.array().type(), 1, steps(), 1).fill(0);
        ones.set(t, 1);
        return Tensor.data(ones);
    }

    private Tensor zeros(int... shape) { return Tensor.data(Array.of(x.array().type(), shape).fill(0)); }

    private int batch() { return x.shape()[0]; }

    private int steps() { return x.shape()[1]; }

    private int units() { return u.shape()[0]; }
}
