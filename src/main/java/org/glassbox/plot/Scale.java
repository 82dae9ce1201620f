package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to places: 0 at {@code low}, 1 at {@code high}, linear or logarithmic, with the ticks that name it.
 *
 * @param low the value at 0
 * @param high the value at 1; it may be the smaller one
 * @param log whether equal steps are equal factors; both ends are positive then
 * @param ticks the named values
 */
public record Scale(double low, double high, boolean log, List<Tick> ticks) {
    /**
     * A named value.
     *
     * @param strong whether the name is bold: the place where we are
     */
    public record Tick(double value, String name, boolean strong) {}

    private static final double LEAST_FACTOR = 4;
    private static final double[] STEPS = {1, 2, 5};

    public Scale {
        ticks = List.copyOf(ticks);
    }

    /** A scale without ticks whose values are px. */
    public static Scale pixels(double low, double high) {
        return new Scale(low, high, false, List.of());
    }

    /** From {@code low} to {@code high} exactly, with about {@code wanted} ticks at steps of 1, 2 or 5. */
    public static Scale linear(double low, double high, int wanted) {
        double top = high > low ? high : low + Math.max(1, Math.abs(low));
        double step = step(top - low, wanted);
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= top + 1e-9 * step && ticks.size() < 100; k++) {
            ticks.add(tick(k * step));
        }
        return new Scale(low, top, false, ticks);
    }

    /** From {@code low} to the first step of 1, 2 or 5 at or above {@code high}. */
    static Scale linearUpTo(double high, int wanted) {
        double step = step(Math.max(high, Double.MIN_NORMAL), wanted);
        return linear(0, step * Math.ceil(high / step - 1e-9), wanted);
    }

    /**
     * A logarithmic scale around positive numbers from {@code low} to {@code high}, with some air and at most seven decades named;
     * where there are fewer than two decades, steps of 1, 2 and 5.
     */
    public static Scale log(double low, double high) {
        double span = StrictMath.log(high) - StrictMath.log(low);
        double bottom = Math.max(Double.MIN_NORMAL, low / Math.max(1.25, StrictMath.exp(0.03 * span)));
        double top = Math.min(Double.MAX_VALUE, high * Math.max(1.4, StrictMath.exp(0.08 * span)));
        if (top / bottom < LEAST_FACTOR) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            bottom = middle / LEAST_FACTOR;
            top = middle * 2;
        }
        return new Scale(bottom, top, true, logTicks(bottom, top));
    }

    static List<Tick> logTicks(double low, double high) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        List<Tick> ticks = new ArrayList<>();
        if (last - first >= 1) {
            int every = (last - first) / 7 + 1;
            for (int k = first; k <= last; k++) {
                if (Math.floorMod(k, every) == 0) {
                    ticks.add(tick(power(k)));
                }
            }
            return ticks;
        }
        for (int k = first - 1; k <= last + 1; k++) {
            for (double step : STEPS) {
                double value = step * power(k);
                if (value >= low && value <= high) {
                    ticks.add(tick(value));
                }
            }
        }
        return ticks;
    }

    private static Tick tick(double value) { return new Tick(value, Numbers.tick(value), false); }

    private static double power(int k) {
        return Double.parseDouble("1e" + k);   // Math.pow(10, -5) is not 1e-5
    }

    private static double step(double span, int wanted) {
        double rough = span / Math.max(1, wanted);
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * decade >= rough * 0.999) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    /** Where {@code value} lies: 0 at low, 1 at high. On a log scale what is 0 or less lies on the lower edge. */
    public double at(double value) {
        if (!log) {
            return (value - low) / (high - low);
        }
        // StrictMath: the same places on every machine, as golden files need them
        return value <= 0 ? 0
            : (StrictMath.log(value) - StrictMath.log(low)) / (StrictMath.log(high) - StrictMath.log(low));
    }

    /** The value at that share of the way; the inverse of {@link #at}. */
    double valueAt(double share) {
        return log ? StrictMath.exp(StrictMath.log(low) + share * (StrictMath.log(high) - StrictMath.log(low)))
            : low + share * (high - low);
    }
}
