package org.glassbox.optim;

/**
 * A rate that rises to the rule's own and falls far below where it began, along half cosines. Smith & Topin 2017,
 * arXiv:1708.07120, in PyTorch's form of two parts (OneCycleLR), without its cycle of the momentum. After its length it stays.
 *
 * @param length how many counts it has
 * @param rise the share of them in which it rises, 0.3
 * @param start the first factor, 1 ÷ 25
 * @param end the last factor, 1 ÷ 250,000
 */
public record OneCycle(long length, double rise, double start, double end) implements Schedule {
    public OneCycle {
        Settings.length("oneCycle", length);
        Settings.between("oneCycle", "rise", rise);
        Settings.between("oneCycle", "start", start);
        Settings.between("oneCycle", "end", end);
    }

    static OneCycle of(long length) { return new OneCycle(length, 0.3, 1 / 25.0, 1 / 25.0 / 1e4); }

    /** The same with another share of rising, 0 &lt; rise &lt; 1. */
    public OneCycle withRise(double other) {
        return new OneCycle(length, other, start, end);
    }

    /** The same with another first factor. */
    public OneCycle withStart(double other) {
        return new OneCycle(length, rise, other, end);
    }

    /** The same with another last factor. */
    public OneCycle withEnd(double other) {
        return new OneCycle(length, rise, start, other);
    }

    @Override
    public double at(Progress now) {
        double top = rise * length - 1;
        double last = length - 1;
        double count = Math.min(now.count(), last);
        return count <= top ? between(start, 1, count / top) : between(1, end, (count - top) / (last - top));
    }

    /** From a to b along half a cosine; a length of 0 is over at once. */
    private static double between(double a, double b, double share) {
        return b + (a - b) * (1 + Math.cos(Math.PI * (share >= 0 ? share : 1))) / 2;
    }

    @Override
    public String title() { return "one cycle " + length; }
}
