package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassbox.Digits;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A large computation: whole layers as values, each told by its root mean square, forward and of its gradient. */
record ByLayers(Table facts, Table values, Table ways, Table steps, Table curve, Table input,
    Table scores) implements View {
    /** {@code again}: how to compute the loss once more, or null. */
    static ByLayers of(Tensor result, NetAgain again) {
        List<Stage> stages = Stage.of(Graph.of(result));
        Gradients gradients = result.backward();
        Tensor input = stages.get(0).input();
        Tensor counted = counted(stages);
        int rows = counted.rank() > 1 ? counted.array().rows() : 1;
        double[] signals = new double[stages.size() + 1];
        signals[0] = gradients.has(input) ? rows * Stage.rms(gradients.of(input)) : Double.NaN;
        for (int i = 0; i < stages.size(); i++) {
            boolean last = i == stages.size() - 1;
            signals[i + 1] = last ? 1 : rows * Stage.rms(gradients.of(stages.get(i).value()));   // mean loss → sum of losses
        }
        Target target = Target.of(result);
        Scores scores = Scores.of(target, stages.size() > 1 ? stages.get(stages.size() - 2).value() : result);
        LayerStory story = new LayerStory(stages, signals, gradients, again, scores);
        return new ByLayers(facts(story, result, counted), values(stages, signals, gradients, input),
            ways(stages, signals),
            steps(stages, signals, gradients, story),
            Table.create("curve", DoubleColumn.create("value"), DoubleColumn.create("loss")),
            inputs(input, gradients), scores.table());
    }

    /** What the loss is the mean over the rows of: what stands before it, or the input. */
    private static Tensor counted(List<Stage> stages) {
        Tensor last = stages.size() > 1 ? stages.get(stages.size() - 2).value() : stages.get(0).input();
        return last.rank() > 1 ? last : stages.get(0).input();
    }

    private static Table facts(LayerStory story, Tensor result, Tensor counted) {
        return Table.create("facts", StringColumn.create("asked", "every layer"), StringColumn.create("result", "L"),
            DoubleColumn.create("value", Double.NaN), DoubleColumn.create("gradient", Double.NaN),
            DoubleColumn.create("loss", result.item()), DoubleColumn.create("rate", Double.NaN),
            StringColumn.create("title", "How does the error travel back through the net?"),
            StringColumn.create("summary", story.summary()), StringColumn.create("hint", story.hint()),
            StringColumn.create("notes", String.join("\n", story.notes())),
            StringColumn.create("measured", story.measured(counted)));
    }

    private static Table values(List<Stage> stages, double[] signals, Gradients gradients, Tensor input) {
        ValueRows rows = new ValueRows();
        rows.add("input", "input", Stage.rms(input), signals[0], Arrays.toString(input.shape()));
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            for (Parameter parameter : stage.parameters()) {
                rows.add(stage.name() + " " + parameter.name(), parameter.rank() > 1 ? "weight" : "bias",
                    Stage.rms(parameter),
                    Stage.rms(gradients.of(parameter)), Arrays.toString(parameter.shape()));
            }
            boolean last = i == stages.size() - 1;
            rows.add(stage.name(), last ? "result" : "layer", last ? stage.value().item() : Stage.rms(stage.value()),
                signals[i + 1],
                Arrays.toString(stage.value().shape()));
        }
        return rows.table();
    }

    /** The columns of a table of values while it grows. */
    private static final class ValueRows {
        private final StringColumn name = StringColumn.create("name");
        private final StringColumn role = StringColumn.create("role");
        private final DoubleColumn value = DoubleColumn.create("value");
        private final DoubleColumn gradient = DoubleColumn.create("gradient");
        private final StringColumn made = StringColumn.create("made");
        private final BooleanColumn onPath = BooleanColumn.create("on_path");

        void add(String its, String what, double forward, double backward, String shape) {
            name.append(its);
            role.append(what);
            value.append(forward);
            gradient.append(backward);
            made.append(shape);
            onPath.append(true);
        }

        Table table() { return Table.create("values", name, role, value, gradient, made, onPath); }
    }

    private static Table ways(List<Stage> stages, double[] signals) {
        StepRows rows = new StepRows("ways");
        for (int i = Double.isNaN(signals[0]) ? 1 : 0; i < stages.size(); i++) {   // no gradient belongs to data
            String from = i == 0 ? "input" : stages.get(i - 1).name();
            rows.add(stages.get(i).name(), from, stages.get(i).backward(), signals[i] / signals[i + 1], signals[i + 1],
                signals[i],
                false, "");
        }
        return rows.table();
    }

    private static Table steps(List<Stage> stages, double[] signals, Gradients gradients, LayerStory story) {
        StepRows rows = new StepRows("steps");
        for (int i = stages.size() - 1; i >= (Double.isNaN(signals[0]) ? 1 : 0); i--) {
            Stage stage = stages.get(i);
            List<String> notes = new ArrayList<>();
            for (Parameter parameter : stage.parameters()) {
                if (parameter.rank() > 1) {
                    notes.add("∂L/∂" + (parameter.name().equals("weight") ? "W" : parameter.name()) + " "
                        + Digits.of(Stage.rms(gradients.of(parameter))));
                }
            }
            if (!stage.state().isEmpty()) {
                notes.add(stage.state());
            }
            rows.add(stage.name(), i == 0 ? "input" : stages.get(i - 1).name(), stage.backward(), story.factor(i),
                signals[i + 1],
                signals[i], i == story.smallest(), String.join(" · ", notes));
        }
        return rows.table();
    }

    /** Every number of one sample with its gradient; empty for several. */
    private static Table inputs(Tensor input, Gradients gradients) {
        boolean one = input.rank() == 2 && input.shape()[0] == 1 && gradients.has(input);
        double[] none = {};
        return Table.create("input", DoubleColumn.create("value", one ? input.toDoubles() : none),
            DoubleColumn.create("gradient", one ? gradients.of(input).toDoubles() : none));
    }

    @Override
    public boolean isByLayers() { return true; }

    @Override
    public View path(String name) {
        throw new GlassboxException(
            Message.of("ChainRule.path", "this computation is shown layer by layer, its numbers have no names")
                .help("ask a net of at most " + ChainRule.MOST
                    + " numbers, or Gradients.of(parameter) for all numbers of one"));
    }
}
