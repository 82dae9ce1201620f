package org.glassbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written in texts: four significant digits, a true minus sign only in pictures. */
public final class Numbers {
    private static final int DIGITS = 4;

    private Numbers() {}

    /** {@code value} with four significant digits: 0.5679, −1234 as -1234, 1.5e-7 as 1.500e-7; NaN and ∞ by name. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size < 1e-5 || size >= 1e7) {
            return String.format(Locale.ROOT, "%.3e", value).replaceAll("e([+-])0?", "e$1").replace("e+", "e");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        int decimals = Math.max(0, DIGITS - 1 - (rounded.precision() - rounded.scale() - 1));
        return String.format(Locale.ROOT, "%." + decimals + "f", rounded);
    }

    /** {@code 1 axis}, {@code 2 axes}, {@code 1,024 axes}. */
    public static String of(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** A whole number with thousands set apart: 4,810. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
