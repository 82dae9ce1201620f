package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.Digits;
import org.glassbox.Numbers;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/** The sentences about a net that is looked at layer by layer. */
final class LayerStory {
    private static final double NUDGE = 0.001;
    private static final double RATE = 0.5;

    private final List<Stage> stages;
    private final double[] signals;
    private final Gradients gradients;
    private final NetAgain again;
    private final Scores scores;

    /** {@code signals}: of the input, then of each stage; {@code again}: null if the net is not known. */
    LayerStory(List<Stage> stages, double[] signals, Gradients gradients, NetAgain again, Scores scores) {
        this.stages = stages;
        this.signals = signals;
        this.gradients = gradients;
        this.again = again != null && again.isPossible(gradients) ? again : null;
        this.scores = scores;
    }

    String summary() {
        String loss = Digits.of(gradients.loss().item());
        return scores.isClasses() ? scores.sentence() + " The loss, −ln of that share, is " + loss + "."
            : (scores.target().loss().isEmpty() && again == null ? "The result is " : "The loss is ") + loss
                + "; from there the error goes back layer by layer.";
    }

    String hint() {
        int least = smallest();
        return "Signal: the root mean square of ∂loss/∂value, over all units of a layer. " + (least < 0 ? ""
            : "On its way it shrinks most at " + stages.get(least).name() + ", to " + Digits.brief(factor(least))
                + " of what came.");
    }

    double factor(int stage) { return signals[stage + 1] == 0 ? 0 : signals[stage] / signals[stage + 1]; }

    /** The stage with the smallest factor, −1 if none makes the signal smaller; the loss itself does not count. */
    int smallest() {
        int least = -1;
        for (int i = 0; i < stages.size() - 1; i++) {
            if (factor(i) < (least < 0 ? 1 : factor(least))) {
                least = i;
            }
        }
        return least;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (again != null && !gradients.parameters().isEmpty()) {
            double before = again.with(Map.of());
            notes.add(nudge(before));
            notes.add(update(before));
        }
        return notes;
    }

    /** The weight with the largest gradient is nudged: does the loss move as the gradient says? */
    private String nudge(double before) {
        Parameter parameter = null;
        int position = 0;
        double largest = -1;
        for (Parameter each : gradients.parameters()) {
            double[] values = gradients.of(each).toDoubles();
            for (int i = 0; i < values.length; i++) {
                if (Math.abs(values[i]) > largest) {
                    largest = Math.abs(values[i]);
                    parameter = each;
                    position = i;
                }
            }
        }
        double gradient = gradients.of(parameter).toDoubles()[position];
        double[] values = parameter.toDoubles();
        values[position] += NUDGE;
        double change = again.with(Map.of(parameter, values)) - before;
        return "The largest gradient of all is " + Digits.of(gradient) + ", " + place(parameter, position)
            + ": raise that by 0.001 and "
            + "the loss changes by " + Digits.of(change) + ".";
    }

    private String place(Parameter parameter, int position) {
        String layer = stages.stream().filter(stage -> stage.parameters().contains(parameter)).findFirst()
            .map(Stage::name).orElse("");
        int[] shape = parameter.shape();
        String where = shape.length == 2 ? " from " + position / shape[1] + " to " + position % shape[1]
            : " of " + position;
        return "at the " + parameter.name() + where + " in " + layer;
    }

    private String update(double before) {
        Map<Parameter, double[]> moved = new HashMap<>();
        double predicted = 0;
        for (Parameter parameter : gradients.parameters()) {
            double[] gradient = gradients.of(parameter).toDoubles();
            double[] values = parameter.toDoubles();
            for (int i = 0; i < values.length; i++) {
                values[i] -= RATE * gradient[i];
            }
            predicted -= RATE * Arrays.stream(gradient).map(g -> g * g).sum();
            moved.put(parameter, values);
        }
        double after = again.with(moved);
        return "One update of all weights and biases by these gradients, rate 0.5, on a copy: loss "
            + Digits.brief(before) + " → "
            + Digits.brief(after) + ", predicted " + Digits.brief(predicted) + ", got " + Digits.brief(after - before)
            + ".";
    }

    /** {@code counted}: the rows, or steps, that the loss is the mean of. */
    String measured(Tensor counted) {
        int rows = counted.rank() > 1 ? counted.array().rows() : 1;
        long parameters = gradients.parameters().stream().mapToLong(Tensor::size).sum();
        String target = scores.target().words();
        return (rows == 1 ? "one sample"
            : rows + (counted.rank() == 3 ? " steps" : " samples") + ", signal of the sum of their losses")
            + (rows > 1 || target.isEmpty() || scores.isClasses() ? "" : ", " + target)
            + (scores.target().loss().isEmpty() ? "" : " · " + scores.target().loss())
            + " · " + Numbers.count(parameters) + " parameters · evaluation mode, nothing moved"
            + " · RMS: root mean square";
    }
}
