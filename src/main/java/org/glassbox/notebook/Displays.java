package org.glassbox.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.glassbox.data.Dataset;
import org.glassbox.data.Split;
import org.glassbox.inspect.ChainRule;
import org.glassbox.inspect.Signal;
import org.glassbox.inspect.ThroughTime;
import org.glassbox.nn.Layer;
import org.glassbox.plot.Chart;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Tensor;
import org.glassbox.train.ConfusionMatrix;
import org.glassbox.train.History;
import org.glassbox.train.Trainer;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Every type that is more than words in a cell: one line each, asked in this order. */
public final class Displays {
    private record Display<T>(Class<T> type, Function<T, Bundle> bundle) {
        Bundle of(Object value) { return bundle.apply(type.cast(value)); }
    }

    private static final List<Display<?>> ALL = List.of(
        new Display<>(Bundle.class, bundle -> bundle),
        new Display<>(Shown.class, Shown::bundle),
        new Display<>(Chart.class, ChartHtml::bundle),
        new Display<>(Table.class, TableHtml::bundle),
        new Display<>(Sheet.class, sheet -> TableHtml.bundle(sheet.toTable())),
        new Display<>(Figure.class, FigureHtml::bundle),
        new Display<>(Layer.class, NetCard::shown),
        new Display<>(Tensor.class, TensorCard::of),
        new Display<>(Gradients.class, GradientsCard::of),
        new Display<>(Trainer.class, TrainerCard::of),
        new Display<>(Dataset.class, DatasetCard::of),
        new Display<>(Split.class, DatasetCard::of),
        new Display<>(ConfusionMatrix.class, matrix -> ChartHtml.bundle(Plots.confusion(matrix), matrix.toString())),
        new Display<>(ThroughTime.class, nets -> ChartHtml.bundle(Plots.throughTime(nets))),
        new Display<>(ChainRule.class, chain -> ChartHtml.bundle(Plots.chain(chain), chain.toString())),
        new Display<>(Signal.class, signal -> ChartHtml.bundle(Plots.signal(signal))),
        new Display<>(History.class, run -> of(Plots.run(run)).orElseThrow()));

    private Displays() {}

    /** The types, for a kernel that wants to be told of each. */
    public static List<Class<?>> types() {
        return ALL.stream().<Class<?>>map(Display::type).toList();
    }

    static Optional<Bundle> of(Object value) {
        return ALL.stream().filter(each -> each.type().isInstance(value)).findFirst().map(each -> each.of(value));
    }
}
