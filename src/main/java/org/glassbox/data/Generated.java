package org.glassbox.data;

import org.glassbox.Message;
import org.glassbox.Seed;

/** Points in the plane that are computed from a seed; the same bits on every machine, as all of it is StrictMath's. */
final class Generated {
    private Generated() {}

    static Dataset xor(int rows, double noise, Seed seed) {
        requireRows("xor", rows, noise);
        Seed.Random random = seed.random();
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            int first = row / 2 % 2;
            int second = row % 2;
            x[row] = new double[] {first + noise * random.nextGaussian(), second + noise * random.nextGaussian()};
            y[row] = first ^ second;
        }
        return Dataset.of(x, y, "0", "1").withName("xor").withTarget("xor");
    }

    static Dataset spiral(int rows, int classes, double noise, Seed seed) {
        requireRows("spiral", rows, noise);
        if (classes < 2 || rows < classes) {
            throw new DataException(Message.of("spiral", rows + " rows for " + classes + " classes")
                .help("at least 2 classes, and a row for each: spiral(300, 3, 0.15, Seed.of(7))"));
        }
        Seed.Random random = seed.random();
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % classes;
            int members = (rows - y[row] + classes - 1) / classes;
            double radius = (row / classes + 1.0) / members;
            double angle = 2 * Math.PI * y[row] / classes + 4 * radius + noise * random.nextGaussian();
            x[row] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
        }
        return Dataset.of(x, y).withName("spiral").withTarget("arm");
    }

    static Dataset moons(int rows, double noise, Seed seed) {
        requireRows("moons", rows, noise);
        Seed.Random random = seed.random();
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % 2;
            int members = (rows - y[row] + 1) / 2;
            double angle = Math.PI * (row / 2) / Math.max(1, members - 1);      // both ends belong to the moon
            double across = StrictMath.cos(angle);
            double up = StrictMath.sin(angle);
            x[row] = y[row] == 0 ? noisy(across, up, noise, random) : noisy(1 - across, 0.5 - up, noise, random);
        }
        return Dataset.of(x, y, "upper", "lower").withName("moons").withTarget("moon");
    }

    static Dataset circles(int rows, double inner, double noise, Seed seed) {
        requireRows("circles", rows, noise);
        if (!(inner > 0 && inner < 1)) {
            throw new DataException(Message.of("circles", "the inner radius is " + Figures.number(inner)
                + ", must lie between 0 and 1").help("the outer radius is 1; 0.5 leaves room between the two"));
        }
        Seed.Random random = seed.random();
        double[][] x = new double[rows][];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % 2;
            int members = (rows - y[row] + 1) / 2;
            double angle = 2 * Math.PI * (row / 2) / members;                   // once around, without meeting its start
            double radius = y[row] == 0 ? 1 : inner;
            x[row] = noisy(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), noise, random);
        }
        return Dataset.of(x, y, "outer", "inner").withName("circles").withTarget("circle");
    }

    private static double[] noisy(double across, double up, double noise, Seed.Random random) {
        return new double[] {across + noise * random.nextGaussian(), up + noise * random.nextGaussian()};
    }

    static Dataset firstSymbol(int rows, int steps, int symbols, Seed seed) {
        if (symbols < 2 || steps < 1 || rows < symbols) {
            throw new DataException(Message.of("firstSymbol", rows + " rows of " + steps + " steps for " + symbols
                + " symbols")
                .help("at least 2 symbols, a step, and a row for each symbol: firstSymbol(800, 20, 4, Seed.of(7))"));
        }
        Seed.Random random = seed.random();
        double[][] x = new double[rows][steps * symbols];
        int[] y = new int[rows];
        for (int row = 0; row < rows; row++) {
            y[row] = row % symbols;
            for (int step = 0; step < steps; step++) {
                int symbol = step == 0 ? y[row] : (int) (random.nextDouble() * symbols);
                x[row][step * symbols + symbol] = 1;
            }
        }
        return Dataset.of(x, y).withName("first symbol").withTarget("first").withSteps(steps);
    }

    private static void requireRows(String who, int rows, double noise) {
        if (rows < 1 || !(noise >= 0) || Double.isInfinite(noise)) {
            throw new DataException(Message.of(who, rows + " rows with noise " + Figures.number(noise))
                .help("at least 1 row, and noise 0 or more; 0.15 is moderate"));
        }
    }
}
