package org.glassbox.nn;

import java.util.Arrays;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;

/**
 * Dropout of whole channels of [batch, channels, …]: neighbours in an image tell the same, so that dropping single numbers
 * drops nothing. Tompson et al. 2015, arXiv:1411.4280.
 *
 * @param rate share of channels that is dropped, 0 ≤ rate &lt; 1
 * @param seed from which, with the count of passes, the masks follow
 * @param passes how many training passes there have been
 */
public record ChannelDropout(double rate, Seed seed, Buffer passes) implements Layer {
    /** Drops that share of the channels. */
    public static ChannelDropout of(double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new GlassboxException(Message.of("ChannelDropout.of", "rate " + rate + ", expected 0 ≤ rate < 1")
                .help("the rate is the share of channels that is dropped: ChannelDropout.of(0.2) drops a fifth"));
        }
        return new ChannelDropout(rate, Seed.next("dropout"), Buffer.count("passes"));
    }

    @Override
    public Tensor forward(Tensor x) {
        Axes.atLeast("ChannelDropout", x, 3, "[batch, channels, …]", "rows of features go with Dropout");
        return Pass.isTraining() ? x.mul(mask(x)) : x;
    }

    /** One number for each channel of each sample, [batch, channels, 1, …]. */
    private Tensor mask(Tensor x) {
        int[] shape = x.shape();
        float[] ones = new float[shape[0] * shape[1]];
        Arrays.fill(ones, 1);
        Arrays.fill(shape, 2, shape.length, 1);
        Tensor all = Tensor.data(ones, shape);
        return (x.isDouble() ? all.toDouble() : all).dropout(rate, seed.split(passes.countUp()));
    }

    @Override
    public String toString() { return "ChannelDropout(" + rate + ")"; }
}
