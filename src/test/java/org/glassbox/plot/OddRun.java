package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The four tables of a run that never was: any length, any depth, any numbers, any names. */
final class OddRun {
    private int epochs = 5;
    private int planned = 5;
    private int linears = 2;
    private String data = "digits";
    private String name = "Linear";
    private String state = "finished";
    private String message = "";
    private String metric = "accuracy";
    private double chance = Math.log(10);
    private boolean validation = true;
    private boolean watching = true;
    private DoubleUnaryOperator loss = epoch -> 2.5 * Math.pow(0.6, epoch);
    private DoubleUnaryOperator gap = value -> 1.2 * value;
    private DoubleUnaryOperator signal = layer -> 0.1;
    private double rate = 0.005;

    OddRun epochs(int done, int of) {
        epochs = done;
        planned = of;
        return this;
    }

    OddRun linears(int n) {
        linears = n;
        return this;
    }

    OddRun names(String dataName, String layerName) {
        data = dataName;
        name = layerName;
        return this;
    }

    OddRun state(String how, String words) {
        state = how;
        message = words;
        return this;
    }

    OddRun metric(String which) {
        metric = which;
        return this;
    }

    OddRun chance(double value) {
        chance = value;
        return this;
    }

    OddRun withoutValidation() {
        validation = false;
        return this;
    }

    OddRun unwatched() {
        watching = false;
        return this;
    }

    /** Training loss by epoch, and validation loss by training loss. */
    OddRun losses(DoubleUnaryOperator training, DoubleUnaryOperator toValidation) {
        loss = training;
        gap = toValidation;
        return this;
    }

    /** The signal by number of the Linear layer. */
    OddRun signals(DoubleUnaryOperator byLayer) {
        signal = byLayer;
        return this;
    }

    Table facts() {
        return Table.create("facts", text("data", data), text("net", "64-64-10"), whole("parameters", 4810),
            text("rule", "Adam " + rate), whole("batch", 32), text("seed", "7"), whole("epochs", planned),
            whole("epochs_done", epochs),
            whole("updates", 3 * epochs), whole("rows", 96), whole("validation_rows", validation ? 40 : 0),
            text("loss", "cross-entropy"),
            DoubleColumn.create("chance", chance), text("metric", metric), text("starts", "untrained"),
            DoubleColumn.create("seconds", 0.1 * epochs), whole("threads", 2), DoubleColumn.create("watching", 0.05),
            text("state", state), whole("probe_rows", 96), text("message", message),
            BooleanColumn.create("stratified", true));
    }

    private static StringColumn text(String column, String value) {
        return StringColumn.create(column, new String[] {value});
    }

    private static IntColumn whole(String column, int value) { return IntColumn.create(column, new int[] {value}); }

    Table epochTable() {
        int n = epochs + 1;
        double[] training = new double[n];
        double[] held = new double[n];
        double[] share = new double[n];
        for (int i = 0; i < n; i++) {
            training[i] = loss.applyAsDouble(i);
            held[i] = validation ? gap.applyAsDouble(training[i]) : Double.NaN;
            share[i] = Math.min(1, 0.1 + 0.2 * i);
        }
        String column = metric.equals("R²") ? "r2" : "accuracy";
        return Table.create("epochs", count("epoch", n, 1), count("step", n, 3), DoubleColumn.create("loss", training),
            DoubleColumn.create("validation_loss", held), DoubleColumn.create(column, share),
            DoubleColumn.create("validation_" + column, validation ? share : held),
            DoubleColumn.create("rate", java.util.stream.DoubleStream.generate(() -> rate).limit(n).toArray()),
            DoubleColumn.create("seconds", new double[n]));
    }

    private static IntColumn count(String column, int n, int by) {
        return IntColumn.create(column, java.util.stream.IntStream.range(0, n).map(i -> by * i).toArray());
    }

    Table steps() {
        int n = 3 * epochs;
        int[] step = new int[n];
        int[] epoch = new int[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            step[i] = i + 1;
            epoch[i] = i / 3 + 1;
            values[i] = loss.applyAsDouble(i / 3) * (0.8 + 0.2 * (i % 3));
        }
        return Table.create("steps", IntColumn.create("step", step), IntColumn.create("epoch", epoch),
            DoubleColumn.create("loss", values));
    }

    private record Row(int step, int epoch, int layer, String place, String role, String watch, String name,
        String quantity, int index,
        double low, double high, double value) {}

    Table watched() {
        List<Row> rows = new ArrayList<>();
        for (int epoch = 0; epoch <= epochs && watching; epoch++) {
            for (int i = 0; i < linears; i++) {
                rows(rows, epoch, i);
            }
        }
        return Table.create("watched", whole("step", rows, Row::step), whole("epoch", rows, Row::epoch),
            whole("layer", rows, Row::layer), text("place", rows, Row::place), text("role", rows, Row::role),
            text("watch", rows, Row::watch),
            text("name", rows, Row::name), text("quantity", rows, Row::quantity), whole("index", rows, Row::index),
            number("low", rows, Row::low), number("high", rows, Row::high), number("value", rows, Row::value));
    }

    private void rows(List<Row> rows, int epoch, int i) {
        String role = i == linears - 1 ? "output" : "hidden";
        String place = 2 * i + " " + name;
        for (String which : new String[] {"signal", "weight"}) {
            for (int step = epoch == 0 ? 0 : 3 * epoch - 2; step <= 3 * epoch; step++) {
                double value = signal.applyAsDouble(i) * (1 + 0.1 * (step % 3));
                rows.add(new Row(step, epoch, 2 * i, place, role, "gradients", which, "rms", 0, 0, 0, value));
            }
        }
        String[] quantities = {"size", "zeros", "notfinite", "min", "max", "q0.001", "q0.999", "spread", "moved",
            "unmoved", "beyond"};
        double[] values = {640, 0, 0, -1, 1, -0.9, 0.9, 0.3, 0.1 * epoch, 0, 2};
        for (int q = 0; q < values.length; q++) {
            rows.add(
                new Row(3 * epoch, epoch, 2 * i, place, role, "weights", "weight", quantities[q], 0, 0, 0, values[q]));
        }
        for (int bin = 0; bin < 8; bin++) {
            rows.add(
                new Row(3 * epoch, epoch, 2 * i, place, role, "weights", "weight", "count", bin, -0.9 + 0.225 * bin,
                    -0.675 + 0.225 * bin, 4 * (bin + 1) * (8 - bin)));
        }
        if (i < linears - 1) {
            activations(rows, epoch, 2 * i + 1);
        }
    }

    private void activations(List<Row> rows, int epoch, int layer) {
        String[] quantities = {"q0.05", "q0.25", "q0.5", "q0.75", "q0.95", "zero", "dead", "units"};
        double[] values = {0, 0, 0.5, 1, 2, 0.3, 1, 4};
        String place = layer + " ReLU";
        for (int q = 0; q < values.length; q++) {
            rows.add(new Row(3 * epoch, epoch, layer, place, "hidden", "activations", "output", quantities[q], 0, 0, 0,
                values[q]));
        }
        for (int unit = 0; unit < 4; unit++) {
            rows.add(new Row(3 * epoch, epoch, layer, place, "hidden", "activations", "output", "fires", unit, 0, 0,
                unit / 3.0));
        }
    }

    private static IntColumn whole(String column, List<Row> rows, java.util.function.ToIntFunction<Row> value) {
        return IntColumn.create(column, rows.stream().mapToInt(value).toArray());
    }

    private static DoubleColumn number(String column, List<Row> rows, java.util.function.ToDoubleFunction<Row> value) {
        return DoubleColumn.create(column, rows.stream().mapToDouble(value).toArray());
    }

    private static StringColumn text(String column, List<Row> rows, java.util.function.Function<Row, String> value) {
        return StringColumn.create(column, rows.stream().map(value).toList());
    }

    /** All pictures of this run. */
    List<Chart> charts() {
        Table facts = facts();
        Table table = epochTable();
        Table steps = steps();
        Table watched = watched();
        return List.of(LossCurve.of(facts, table, steps), WeightHistograms.of(watched),
            GradientMagnitudes.of(facts, watched),
            Activations.of(facts, watched), RunSheet.of(facts, table, steps, watched),
            TrainingPanel.of(facts, table, steps, watched));
    }
}
