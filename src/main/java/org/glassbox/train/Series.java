package org.glassbox.train;

/** Several numbers of one moment that belong together, kept as one; each becomes a row of the table. */
interface Series {
    int MISSING = -1;

    int size();

    double value(int i);

    /** Its number among the bins or units; {@link #MISSING} for a number of its own. */
    default int index(int i) {
        return i;
    }

    default double low(int i) { return Double.NaN; }

    default double high(int i) { return Double.NaN; }

    /** One number. */
    record Single(double value) implements Series {
        @Override
        public int size() { return 1; }

        @Override
        public double value(int i) { return value; }

        @Override
        public int index(int i) { return MISSING; }
    }

    /** A number a unit. */
    record Units(double[] values) implements Series {
        @Override
        public int size() { return values.length; }

        @Override
        public double value(int i) { return values[i]; }
    }

    /** One unit or bin, with its number and edges. */
    record Unit(int index, double from, double to, double value) implements Series {
        @Override
        public int size() { return 1; }

        @Override
        public double value(int i) { return value; }

        @Override
        public int index(int i) { return index; }

        @Override
        public double low(int i) { return from; }

        @Override
        public double high(int i) { return to; }
    }

    /** Equal bins. */
    record Bins(double from, double to, int[] counts) implements Series {
        @Override
        public int size() { return counts.length; }

        @Override
        public double value(int i) { return counts[i]; }

        @Override
        public double low(int i) { return from + i * ((to - from) / counts.length); }

        @Override
        public double high(int i) { return low(i + 1); }
    }
}
