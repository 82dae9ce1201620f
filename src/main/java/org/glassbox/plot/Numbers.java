package org.glassbox.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as sentences and axes write them: a true minus, commas at thousands, the same on every machine. */
final class Numbers {
    private static final double PLAIN_FROM = 1e-5;
    private static final double PLAIN_TO = 1e7;

    private Numbers() {}

    /** Three significant digits: 2.52, 0.0542, 1,430; below a thousandth two: 0.00039; far out 1.2e-7. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        return size < PLAIN_FROM || size >= PLAIN_TO ? scientific(value) : significant(value, size < 1e-3 ? 2 : 3);
    }

    /** {@code value} with that many significant digits; digits before the point are never dropped. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : of(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return fixed(rounded.doubleValue(), Math.max(0, digits - 1 - exponent));
    }

    /** {@code value} with that many digits after the point, and commas. */
    static String fixed(double value, int digits) {
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        boolean zero = text.chars().allMatch(c -> "-0.,".indexOf(c) >= 0);
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }

    /** A whole number with commas. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace('-', '−');
    }

    /** A share as per cent with {@code digits} after the point: 98.6 %. A share that only rounds to 0 or 100 says so. */
    static String percent(double share, int digits) {
        if (!Double.isFinite(share)) {
            return of(share);
        }
        double smallest = Math.pow(10, -digits);
        double value = 100 * share;
        if (value > 0 && value < smallest / 2) {
            return "under " + fixed(smallest, digits) + " %";
        }
        if (value < 100 && value > 100 - smallest / 2) {
            return "over " + fixed(100 - smallest, digits) + " %";
        }
        return fixed(value, digits) + " %";
    }

    /** A quotient without its sign ×: 0.4, 1.0, 12, 1,200: two significant digits, one after the point below ten. */
    static String factor(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return of(value);
        }
        double size = Math.abs(value);
        if (size >= PLAIN_TO || size < 1e-3) {
            return scientific(value);
        }
        return size >= 0.0995 && size < 9.95 ? fixed(value, 1) : significant(value, 2);
    }

    /** A time: 0.06 s, 5 s, 12 min, 3 h. */
    static String seconds(double value) {
        if (!Double.isFinite(value)) {
            return of(value);
        }
        if (value < 0.995) {
            return fixed(value, 2) + " s";
        }
        return value < 100 ? significant(value, 2) + " s" : value < 6000 ? fixed(value / 60, 0) + " min"
            : significant(value / 3600, 2) + " h";
    }

    /** Names a tick: as short as the value allows. */
    static String tick(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 0.999 * PLAIN_FROM || size >= 1e6)) {
            String[] parts = String.format(Locale.ROOT, "%.3e", value).split("e");
            String digits = new BigDecimal(parts[0]).stripTrailingZeros().toPlainString();
            return (digits + "e" + Integer.parseInt(parts[1])).replace('-', '−');
        }
        BigDecimal plain = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return fixed(value, Math.max(0, plain.scale()));
    }

    /** A number as code: 5e-4, 0.1. */
    static String code(double value) {
        return value >= 0.01 && value < 1000
            ? new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString()
            : tick(value).contains("e") ? tick(value).replace('−', '-') : power(value);
    }

    private static String power(double value) {
        int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
        BigDecimal digits = new BigDecimal(value / Math.pow(10, exponent)).round(new MathContext(2))
            .stripTrailingZeros();
        return digits.toPlainString() + "e" + exponent;
    }

    private static String scientific(double value) {
        String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
        return (parts[0] + "e" + Integer.parseInt(parts[1])).replace('-', '−');
    }
}
