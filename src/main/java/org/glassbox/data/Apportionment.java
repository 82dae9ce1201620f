package org.glassbox.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares of several groups in whole rows: each group's count in each part is its share rounded down or up, and so is,
 * where that can be, each part's count of all rows. Controlled rounding (Cox 1987, «A constructive procedure for
 * unbiased controlled rounding»): each group is rounded by itself first, then rows are exchanged between parts until
 * the parts are right too.
 */
final class Apportionment {
    private static final double ROUNDING = 1e-9;    // 0.7 · 10 is 7.000000000000001

    private final int[] sizes;
    private final double[] shares;
    private final int[][] counts;       // [group][part]
    private final boolean[][] up;       // rounded up?
    private final boolean[][] even;     // nothing to round

    private Apportionment(int[] sizes, double[] shares) {
        this.sizes = sizes;
        this.shares = shares;
        counts = new int[sizes.length][shares.length];
        up = new boolean[sizes.length][shares.length];
        even = new boolean[sizes.length][shares.length];
    }

    /**
     * How many rows of each group go to each part.
     *
     * @param sizes rows of each group
     * @param shares of the parts, summing to 1
     * @return [group][part]
     */
    static int[][] of(int[] sizes, double... shares) {
        Apportionment rows = new Apportionment(sizes, shares);
        for (int group = 0; group < sizes.length; group++) {
            rows.round(group);
        }
        rows.balance(rows.wanted());
        return rows.counts;
    }

    /** Rounds one group by itself, the largest fractions up, so that its counts sum to its size. */
    private void round(int group) {
        double[] fraction = new double[shares.length];
        for (int part = 0; part < shares.length; part++) {
            double exact = shares[part] * sizes[group];
            counts[group][part] = (int) Math.floor(exact + ROUNDING);
            fraction[part] = exact - counts[group][part];
            even[group][part] = fraction[part] < ROUNDING;
        }
        int left = sizes[group] - Arrays.stream(counts[group]).sum();
        IntStream.range(0, shares.length).boxed()
            .sorted(Comparator.comparingDouble(part -> -fraction[part])).limit(left)
            .forEach(part -> change(group, part, true));
    }

    /**
     * Rows of each part: what does not come out even goes to the later part, so 1,797 · 0.8 = 1,437.6 is 1,437 and 360.
     */
    private int[] wanted() {
        int rows = Arrays.stream(sizes).sum();
        int[] wanted = new int[shares.length];
        double share = 0;
        int before = 0;
        for (int part = 0; part < shares.length; part++) {
            share += shares[part];
            wanted[part] = (int) Math.floor(share * rows + ROUNDING) - before;
            before += wanted[part];
        }
        return wanted;
    }

    private void balance(int[] wanted) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int from = 0; from < shares.length && !moved; from++) {
                for (int to = 0; to < shares.length && !moved; to++) {
                    moved = total(from) > wanted[from] && total(to) < wanted[to]
                        && (move(from, to) || moveByThird(from, to));
                }
            }
        }
    }

    /** Takes one row from a part to another, in a group that was rounded up there and down here. */
    private boolean move(int from, int to) {
        for (int group = 0; group < sizes.length; group++) {
            if (up[group][from] && !up[group][to] && !even[group][to]) {
                change(group, from, false);
                change(group, to, true);
                return true;
            }
        }
        return false;
    }

    private boolean moveByThird(int from, int to) {
        for (int third = 0; third < shares.length; third++) {
            if (third != from && third != to && move(from, third)) {
                if (move(third, to)) {
                    return true;
                }
                move(third, from);
            }
        }
        return false;
    }

    private void change(int group, int part, boolean rounded) {
        up[group][part] = rounded;
        counts[group][part] += rounded ? 1 : -1;
    }

    private int total(int part) { return IntStream.range(0, sizes.length).map(group -> counts[group][part]).sum(); }
}
