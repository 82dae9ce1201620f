package org.glassbox.plot;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every picture with every fixture that it is proved on: what the golden tests hold and the gallery shows. */
final class Catalogue {
    /** One golden picture. */
    record Entry(String name, Supplier<Chart> chart) {}

    private static final List<String> RUNS = List.of("healthy", "panel", "no-validation", "deep", "sick", "not-finite");

    private Catalogue() {}

    static List<Entry> all() {
        return Stream.concat(RUNS.stream().flatMap(run -> of(Fixture.of(run)).stream()), Made.pictures().stream())
            .toList();
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
