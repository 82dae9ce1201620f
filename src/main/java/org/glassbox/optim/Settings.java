package org.glassbox.optim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** What rules ask of their settings. */
final class Settings {
    private Settings() {}

    private static final String OFTEN = "it is the share of the memory that is kept at each update, often 0.9";
    /** What helps whoever has set it wrong. */
    private static final Map<String, String> HELP = Map.ofEntries(
        Map.entry("rate", "usual rates are 0.001 for Adam and 0.1 for Sgd"),
        Map.entry("epsilon", "it guards against division by 0, often 1e-8"),
        Map.entry("rateDecay", "0 leaves the rate as it is"),
        Map.entry("start", "the sum of Adagrad often begins with 0, a cycle with 0.04 of the rate"),
        Map.entry("weightDecay", "times the rate it is the share of a weight that is lost at each update, often 0.01"),
        Map.entry("L1", "0 is none, 1e-5 is often a start"),
        Map.entry("L2", "0 is none, 1e-4 is often a start"),
        Map.entry("norm", "the length of all gradients together, often 1"),
        Map.entry("value", "the largest size of one number, often 0.5"),
        Map.entry("factor", "the rate is multiplied by it, often 0.1"),
        Map.entry("patience", "epochs without progress that are borne, often 10"),
        Map.entry("threshold", "the share by which a loss must be lower to count, often 1e-4"),
        Map.entry("floor", "the share of the rate that is left at the end, often 0"),
        Map.entry("rise", "the share of its length in which it rises, often 0.3"),
        Map.entry("end", "the share of the rate at the end, often 1e-5"));

    static void positive(String rule, String setting, double value) {
        require(value > 0 && !Double.isInfinite(value), rule, setting, value, "a number above 0");
    }

    static void notNegative(String rule, String setting, double value) {
        require(value >= 0 && !Double.isInfinite(value), rule, setting, value, "a number of at least 0");
    }

    static void notNegative(String rule, String setting, int value) {
        require(value >= 0, rule, setting, value, "a number of at least 0");
    }

    static void share(String rule, String setting, double value) {
        require(value >= 0 && value < 1, rule, setting, value, "0 ≤ " + setting + " < 1");
    }

    static void between(String rule, String setting, double value) {
        require(value > 0 && value < 1, rule, setting, value, "0 < " + setting + " < 1");
    }

    static void length(String schedule, long value) {
        if (value < 1) {
            throw new GlassboxException(Message.of(schedule, value + " counts, expected at least 1")
                .help("schedules count updates, or epochs with perEpoch()"));
        }
    }

    private static void require(boolean good, String rule, String setting, Number value, String expected) {
        if (!good) {
            throw new GlassboxException(Message.of(rule, setting + " " + value + ", expected " + expected)
                .help(HELP.getOrDefault(setting, OFTEN)));
        }
    }

    /** 0.005 rather than 5.0E-3. */
    static String plain(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
