package org.glassbox.array;

/** The normal distribution with mean 0 and deviation 1, in double. */
final class Gauss {
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);
    /** From here on all of it lies below, in double. */
    private static final double FAR = 9;

    private Gauss() {}

    /** φ(x) = e^(−x² ÷ 2) ÷ √(2π). */
    static double density(double x) { return DENSITY_AT_0 * Math.exp(-0.5 * x * x); }

    /**
     * Φ(x), the share that lies below x: ½ + φ(x) (x + x³ ÷ 3 + x⁵ ÷ (3·5) + …), which loses no digits as all terms have one
     * sign. Marsaglia 2004, «Evaluating the normal distribution», J. Statistical Software 11(4).
     */
    static double below(double x) {
        if (!(Math.abs(x) <= FAR)) {
            return x > 0 ? 1 : x < 0 ? 0 : x;       // NaN stays NaN
        }
        double term = x;
        double sum = x;
        double last = 0;
        for (int n = 3; sum != last; n += 2) {
            last = sum;
            term *= x * x / n;
            sum += term;
        }
        return 0.5 + density(x) * sum;
    }
}
