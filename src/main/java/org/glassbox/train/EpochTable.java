package org.glassbox.train;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.glassbox.train.Evaluation.Measure;
import org.glassbox.train.Recording.Epoch;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The epochs of a run as a table; what was not measured is missing. */
final class EpochTable {
    private EpochTable() {}

    static Table of(List<Epoch> epochs, Metric metric) {
        return Table.create("epochs", IntColumn.create("epoch", epochs.stream().mapToInt(Epoch::epoch).toArray()),
            IntColumn.create("step", epochs.stream().mapToInt(Epoch::step).toArray()),
            column("loss", epochs, e -> e.train().loss()),
            column("validation_loss", epochs, e -> e.valid().map(Measure::loss).orElse(Double.NaN)),
            column(metric.column(), epochs, e -> e.train().metric()),
            column("validation_" + metric.column(), epochs, e -> e.valid().map(Measure::metric).orElse(Double.NaN)),
            column("rate", epochs, Epoch::rate), column("seconds", epochs, Epoch::seconds));
    }

    private static DoubleColumn column(String name, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        return DoubleColumn.create(name, epochs.stream().mapToDouble(value).toArray());
    }
}
