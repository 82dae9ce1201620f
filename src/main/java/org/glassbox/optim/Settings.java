package org.glassbox.optim;

import java.math.BigDecimal;
import java.math.MathContext;
import org.glassbox.GlassboxException;
import org.glassbox.Message;

/** What rules ask of their settings. */
final class Settings {
    private Settings() {}

    static void positive(String rule, String setting, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new GlassboxException(Message.of(rule, setting + " " + value + ", expected a number above 0")
                .help(setting.equals("rate") ? "usual rates are 0.001 for Adam and 0.1 for Sgd"
                    : "it guards against division by 0, often 1e-8"));
        }
    }

    static void share(String rule, String setting, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new GlassboxException(Message.of(rule, setting + " " + value + ", expected 0 ≤ " + setting + " < 1")
                .help("it is the share of the memory that is kept at each update, often 0.9"));
        }
    }

    /** 0.005 rather than 5.0E-3. */
    static String plain(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
