package org.glassbox.nn;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * In training each number is 0 with probability {@code rate}, else divided by 1 − rate; in use nothing happens. Srivastava,
 * Hinton et al. 2014, «Dropout: a simple way to prevent neural networks from overfitting».
 *
 * @param rate share that is dropped, 0 ≤ rate &lt; 1
 * @param seed from which, with the count of passes, the masks follow
 * @param passes how many training passes there have been
 */
public record Dropout(double rate, Seed seed, Buffer passes) implements Layer {
    /** Drops that share. */
    public static Dropout of(double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new GlassboxException(Message.of("Dropout.of", "rate " + rate + ", expected 0 ≤ rate < 1")
                .help("the rate is the share that is dropped: Dropout.of(0.5) drops half"));
        }
        return new Dropout(rate, Seed.next("dropout"), Buffer.count("passes"));
    }

    @Override
    public Tensor forward(Tensor x) { return Pass.isTraining() ? x.dropout(rate, seed.split(passes.countUp())) : x; }

    @Override
    public String toString() { return "Dropout(" + rate + ")"; }
}
