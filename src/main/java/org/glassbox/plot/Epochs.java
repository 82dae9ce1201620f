package org.glassbox.plot;

import tech.tablesaw.api.Table;

/** The losses and metrics after each epoch; row 0 is before the first update. */
record Epochs(Series loss, Series validation, Series metric, Series validationMetric, Series rate, Series step) {
    static Epochs of(Table table, Facts facts) {
        String metric = facts.metric().equals("R²") ? "r2" : "accuracy";
        double[] epoch = Columns.numbers(table, "epoch");
        return new Epochs(series(table, epoch, "loss"), series(table, epoch, "validation_loss"),
            series(table, epoch, metric),
            series(table, epoch, "validation_" + metric), series(table, epoch, "rate"), series(table, epoch, "step"));
    }

    private static Series series(Table table, double[] epoch, String name) {
        return new Series(epoch, Columns.numbers(table, name));
    }

    int size() { return loss.size(); }

    double first() { return size() == 0 ? 0 : loss.at(0); }

    double last() { return size() == 0 ? 0 : loss.at(size() - 1); }

    /** What is judged: the loss on validation rows where there are some, else on training rows. */
    Series judged(Facts facts) {
        return facts.hasValidation() ? validation : loss;
    }
}
