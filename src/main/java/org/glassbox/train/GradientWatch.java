package org.glassbox.train;

import java.util.List;
import org.glassbox.array.Array;
import org.glassbox.array.Statistics;
import org.glassbox.train.Rows.Subject;
import org.glassbox.train.Step.Held;
import org.glassbox.train.Step.Moment;
import org.glassbox.train.Step.Output;

/**
 * How much error reaches each layer. Signal: root mean square over rows and units, of images also over places, of ∂(sum of the
 * rows' losses)/∂z, z before the activation, for linear and convolution layers. Gradient: root mean square over a weight tensor of ∂(mean loss)/∂w, before clipping.
 */
record GradientWatch() implements Watch {
    private static final List<String> WEIGHED = List.of("linear", "conv2d");

    @Override
    public boolean wants(Step step) { return step.moment() != Moment.EPOCH && step.isDue(); }

    @Override
    public void read(Step step, Rows rows) {
        List<Output> weighed = step.outputs().stream().filter(output -> WEIGHED.contains(output.op())).toList();
        for (int i = 0; i < weighed.size(); i++) {
            Output z = weighed.get(i);
            Subject signal = new Subject("gradients", z.layer(), z.place(),
                i < weighed.size() - 1 ? "hidden" : "output",
                "signal");
            rows.add(signal, "rms", step.rows() * rms(step.gradients().of(z.value()).array()));   // mean loss → sum of losses
        }
        for (Held held : step.held()) {
            Subject gradient = new Subject("gradients", held.layer(), held.place(), "", held.parameter().name());
            rows.add(gradient, "rms", rms(step.gradients().of(held.parameter()).array()));
        }
    }

    private static double rms(Array array) { return Math.sqrt(Statistics.squares(array) / array.size()); }
}
