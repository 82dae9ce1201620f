package org.glassbox.plot;

import tech.tablesaw.api.Table;

/** What is known of a run besides its numbers; the one row of its table of facts. */
record Facts(String data, String net, long parameters, String rule, int batch, String seed, int epochs, int epochsDone,
    int updates, int rows, int validationRows, String loss, double chance, String metric, String starts, double seconds,
    int threads, double watching, double watchingUpdates, int every, String state, int probeRows, String message,
    boolean stratified, double kept) {

    static Facts of(Table t) {
        return new Facts(text(t, "data"), text(t, "net"), whole(t, "parameters"), text(t, "rule"), whole(t, "batch"),
            text(t, "seed"), whole(t, "epochs"), whole(t, "epochs_done"), whole(t, "updates"), whole(t, "rows"),
            whole(t, "validation_rows"), text(t, "loss"), number(t, "chance"), text(t, "metric"), text(t, "starts"),
            number(t, "seconds"), whole(t, "threads"), number(t, "watching"), number(t, "watching_updates"),
            whole(t, "every"), text(t, "state"), whole(t, "probe_rows"),
            text(t, "message"), text(t, "stratified").equalsIgnoreCase("true"), number(t, "kept_epoch"));
    }

    private static String text(Table table, String name) {
        return table.rowCount() == 0 ? "" : Columns.texts(table, name)[0];
    }

    private static double number(Table table, String name) {
        return table.rowCount() == 0 ? Double.NaN : Columns.numbers(table, name)[0];
    }

    private static int whole(Table table, String name) {
        return (int) Math.round(number(table, name));   // a missing one is NaN, which rounds to 0
    }

    boolean hasValidation() { return validationRows > 0; }

    boolean isNotFinite() { return state.equals("not finite"); }

    boolean isStopped() { return state.equals("stopped"); }

    /** Whether the net at the end is that of an earlier epoch. */
    boolean isBroughtBack() {
        return !isRunning() && kept < epochsDone;
    }

    boolean isRunning() { return state.equals("running"); }

    boolean hasAccuracy() { return metric.equals("accuracy"); }

    /** « (chance 2.30)», or nothing where chance is not known. */
    String chanceInBrackets() {
        return Double.isFinite(chance) ? " (chance " + Numbers.of(chance) + ")" : "";
    }

    /** «Adam.of(5e-3)» for the rule «Adam 0.1» and the rate 0.005: a line to paste. */
    String ruleAsCode(double rate) {
        String name = rule.strip().split(" ")[0];
        String type = name.isEmpty() ? "Adam" : name.equals("SGD") ? "Sgd" : name;
        return type + ".of(" + Numbers.code(rate) + ")";
    }
}
