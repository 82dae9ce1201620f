package org.glassbox.plot;

/** The metric of a run in words: accuracy with its standard error and its count, or R². */
final class Score {
    private Score() {}

    /** «accuracy 98.6 % ± 0.6 (355 of 360)», «R² 0.93», or nothing where no metric was measured. */
    static String sentence(Facts facts, Epochs epochs) {
        boolean onValidation = facts.hasValidation();
        double value = (onValidation ? epochs.validationMetric() : epochs.metric()).last();
        if (facts.metric().isEmpty() || !Double.isFinite(value)) {
            return "";
        }
        String name = onValidation ? facts.metric() : "training " + facts.metric();
        return name + " " + (facts.hasAccuracy() ? accuracy(value, onValidation ? facts.validationRows() : facts.rows())
            : Numbers.significant(value, 2));
    }

    /** A share of {@code rows} with one standard error √(p(1−p)/n) and the count. */
    static String accuracy(double share, int rows) {
        if (rows == 0) {
            return Numbers.percent(share, 1);
        }
        long right = Math.round(share * rows);
        String count = " (" + Numbers.count(right) + " of " + Numbers.count(rows) + ")";
        double error = Math.sqrt(share * (1 - share) / rows);
        // where all or none are right this estimate of the error is 0, which would say too much
        return Numbers.percent(share, 1) + (error > 0 ? " ± " + Numbers.fixed(100 * error, 1) : "") + count;
    }

    /** Short, for a table: 98.6 %, 0.93. */
    static String brief(Facts facts, double value) {
        if (facts.metric().isEmpty()) {
            return "";
        }
        return facts.hasAccuracy() ? Numbers.percent(value, 1) : Numbers.of(value);
    }
}
