package org.glassbox.plot;

import tech.tablesaw.api.Table;

/** The losses and metrics after each epoch; row 0 is before the first update. */
record Epochs(Series loss, Series validation, Series metric, Series validationMetric, Series rate, Series step) {
    private static final String VALIDATION = "validation_";

    static Epochs of(Table table) {
        String metric = metric(table);
        double[] epoch = Columns.numbers(table, "epoch");
        return new Epochs(series(table, epoch, "loss"), series(table, epoch, "validation_loss"),
            series(table, epoch, metric),
            series(table, epoch, "validation_" + metric), series(table, epoch, "rate"), series(table, epoch, "step"));
    }

    /** The column that stands beside {@code validation_loss}, without that beginning; each metric has its own. */
    private static String metric(Table table) {
        return table.columnNames().stream()
            .filter(name -> name.startsWith(VALIDATION) && !name.equals(VALIDATION + "loss"))
            .map(name -> name.substring(VALIDATION.length())).findFirst().orElse("accuracy");
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
