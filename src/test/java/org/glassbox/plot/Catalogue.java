package org.glassbox.plot;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Every picture with every fixture that it is proved on: what the golden tests hold and the gallery shows. */
final class Catalogue {
    /** One golden picture. */
    record Entry(String name, Supplier<Chart> chart) {}

    private static final List<String> RUNS = List.of("healthy", "panel", "no-validation", "deep", "sick", "not-finite");

    private Catalogue() {}

    static List<Entry> all() {
        return Stream.of(RUNS.stream().flatMap(run -> of(Fixture.of(run)).stream()), Made.pictures().stream(),
            ImageCatalogue.all().stream(), Stream.of(new Entry("signal-nets", () -> SignalByDepth.of(SIGNALS)),
                new Entry("signal-odd", () -> SignalByDepth.of(ODD_SIGNALS))))
            .flatMap(entries -> entries).toList();
    }

    /** Eight hidden layers of the digits: sigmoid, ReLU, He, batch normalisation, residual. */
    private static final Table SIGNALS = signals(
        Map.entry("sigmoid", "1.5e-6 6.4e-6 2.6e-5 1.2e-4 5e-4 0.0022 0.009 0.041 0.304"),
        Map.entry("ReLU", "0.0071 0.0113 0.0184 0.0237 0.0322 0.0547 0.0751 0.111 0.3"),
        Map.entry("ReLU and He", "0.082 0.0925 0.106 0.0961 0.0918 0.112 0.105 0.115 0.3"),
        Map.entry("batch normalisation", "0.11 0.12 0.103 0.115 0.112 0.123 0.114 0.106 0.31"),
        Map.entry("residual", "0.52 0.49 0.45 0.41 0.37 0.33 0.28 0.24 0.61"));
    /** Nets of other depths, one dead, one that is not finite, one with a name that has no room and one with nothing to compare. */
    private static final Table ODD_SIGNALS = signals(Map.entry("dead", "0 0 0.2 0.3"),
        Map.entry("not finite", "NaN Infinity 0.3"), Map.entry("alone", "0.4"), Map.entry("two", "0.1 0.3"),
        Map.entry("one with a very long name that has no room", "30 0.01 0.02 0.03 0.02 0.04"));

    @SafeVarargs
    private static Table signals(Map.Entry<String, String>... nets) {
        StringColumn net = StringColumn.create("net");
        DoubleColumn signal = DoubleColumn.create("signal");
        for (Map.Entry<String, String> each : nets) {
            for (String value : each.getValue().split(" ")) {
                net.append(each.getKey());
                signal.append(Double.parseDouble(value));
            }
        }
        return Table.create("signal", net, signal);
    }

    private static List<Entry> of(Fixture run) {
        return List.of(
            new Entry("loss-curve-" + run.name(), () -> LossCurve.of(run.facts(), run.epochs(), run.steps())),
            new Entry("gradients-" + run.name(), () -> GradientMagnitudes.of(run.facts(), run.watched())),
            new Entry("weights-" + run.name(), () -> WeightHistograms.of(run.watched())),
            new Entry("activations-" + run.name(), () -> Activations.of(run.facts(), run.watched())),
            new Entry("run-sheet-" + run.name(),
                () -> RunSheet.of(run.facts(), run.epochs(), run.steps(), run.watched())),
            new Entry("panel-" + run.name(),
                () -> TrainingPanel.of(run.facts(), run.epochs(), run.steps(), run.watched())));
    }
}
