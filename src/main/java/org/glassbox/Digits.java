package org.glassbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Numbers to calculate with: four significant digits, three below 0.1, a true minus. A line of a calculation gets as many
 * more as a calculator needs to repeat it from what is written.
 */
public final class Digits {
    private static final int MOST = 12;

    private Digits() {}

    /** 0.5679, −0.0595, 1.000, 0.0000595; a plain 0 is 0. */
    public static String of(double value) {
        return significant(value, usual(value));
    }

    /** Three digits: 0.500, −0.400. */
    public static String brief(double value) { return significant(value, 3); }

    /** A gradient with its sign: +0.3900. */
    public static String signed(double value) {
        return (value > 0 ? "+" : "") + of(value);
    }

    /** Factor, factor and product as texts, so that the product of the first two is the third to within 1 in its last digit. */
    public static List<String> product(double a, double b) {
        return line(Stream.of(a, b).toList(), a * b, (x, y) -> x.multiply(y));
    }

    /** Summands and sum as texts, so that the first add up to the last to within 1 in its last digit. */
    public static List<String> sum(List<Double> summands) {
        return line(summands, summands.stream().mapToDouble(v -> v).sum(), BigDecimal::add);
    }

    private static List<String> line(List<Double> numbers, double result, BinaryOperator<BigDecimal> join) {
        String shown = of(result);
        boolean finite = Double.isFinite(result) && numbers.stream().allMatch(Double::isFinite);
        for (int more = 0; finite && more < MOST; more++) {
            int extra = more;
            List<String> texts = numbers.stream().map(v -> significant(v, extra + usual(v))).toList();
            BigDecimal repeated = texts.stream().map(Digits::number).reduce(join).orElseThrow();
            BigDecimal unit = number(shown).ulp();
            if (repeated.subtract(number(shown)).abs().compareTo(unit) <= 0) {
                return Stream.concat(texts.stream(), Stream.of(shown)).toList();
            }
        }
        return Stream.concat(numbers.stream().map(Digits::of), Stream.of(shown)).toList();
    }

    private static int usual(double value) { return Math.abs(value) < 0.09995 ? 3 : 4; }

    private static BigDecimal number(String text) { return new BigDecimal(text.replace('−', '-').replace(",", "")); }

    private static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        String text;
        if (size < 1e-6 || size >= 1e7) {
            String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e");
            text = parts[0] + "e" + Integer.parseInt(parts[1]);
        } else {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
            int exponent = rounded.precision() - rounded.scale() - 1;
            text = String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent) + "f", rounded);
        }
        return text.replace('-', '−');
    }
}
