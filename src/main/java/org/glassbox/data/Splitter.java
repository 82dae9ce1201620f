package org.glassbox.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glassbox.Numbers;
import org.glassbox.Message;
import org.glassbox.Seed;

/** Which row goes into which part. */
final class Splitter {
    private static final String[] PARTS = {"training", "validation", "test"};
    private static final double NOTHING = 1e-9;     // 1 − 0.7 − 0.3 is 5.6e-17

    private Splitter() {}

    /** Shares of all parts but the last, which gets the rest. */
    static Split split(Dataset data, Seed seed, double... given) {
        double[] shares = shares(data, given);
        if (data.sequence().filter(SequenceShape::isSeries).isPresent()) {
            return inOrder(data, shares, data.sequence().orElseThrow().shared());
        }
        List<int[]> groups = groups(data);
        int[][] counts = Apportionment.of(groups.stream().mapToInt(group -> group.length).toArray(), shares);
        requireEnough(data, groups, counts);
        List<Dataset> parts = new ArrayList<>();
        for (int part = 0; part < shares.length; part++) {
            parts.add(part(data, rows(groups, counts, part, seed), PARTS[part]));
        }
        return split(parts, data.isClasses() ? Cut.STRATIFIED : Cut.DRAWN);
    }

    private static Split split(List<Dataset> parts, Cut cut) {
        Optional<Dataset> test = parts.size() == 3 ? Optional.of(parts.get(2)) : Optional.empty();
        return new Split(parts.get(0), parts.get(1), test, cut, Optional.empty());
    }

    /** One part after the other. A row shares steps with {@code shared} rows after it: so many are left out between parts. */
    private static Split inOrder(Dataset data, double[] shares, int shared) {
        List<Dataset> parts = new ArrayList<>();
        int from = 0;
        double share = 0;
        for (int part = 0; part < shares.length; part++) {
            share += shares[part];
            int to = (int) Math.floor(share * data.rows() + NOTHING);
            parts.add(part(data, IntStream.range(from, to).toArray(), PARTS[part]));
            from = to + shared;
        }
        return split(parts, Cut.IN_ORDER);
    }

    /** The rows of each class; all rows as one group if the targets are numbers. */
    private static List<int[]> groups(Dataset data) {
        if (!data.isClasses()) {
            return List.of(IntStream.range(0, data.rows()).toArray());
        }
        return IntStream.range(0, data.classes().size())
            .mapToObj(number -> IntStream.range(0, data.rows()).filter(row -> data.targetOf(row) == number).toArray())
            .toList();
    }

    private static int[] rows(List<int[]> groups, int[][] counts, int part, Seed seed) {
        List<Integer> rows = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            int[] members = groups.get(group);
            int[] order = seed.split(group).random().permutation(members.length);   // each class has its own stream
            int from = Arrays.stream(counts[group], 0, part).sum();
            for (int i = from; i < from + counts[group][part]; i++) {
                rows.add(members[order[i]]);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static Dataset part(Dataset data, int[] rows, String name) {
        if (rows.length == 0) {
            throw new DataException(Message.of("split", "the " + name + " part would be empty")
                .with("data", data.summary()).help("take other shares or more rows"));
        }
        return data.take(rows);
    }

    private static double[] shares(Dataset data, double... given) {
        double left = 1;
        for (int part = 0; part < given.length; part++) {
            if (!(given[part] > 0 && given[part] < 1)) {
                throw new DataException(Message.of("split", "the share for " + PARTS[part] + " is "
                    + Figures.number(given[part]) + ", must lie between 0 and 1").with("data", data.summary())
                    .help(given[part] >= 2 && given[part] < 100
                        ? "did you mean " + Figures.number(given[part] / 100) + "?"
                        : "0.8 takes four rows of five"));
            }
            left -= given[part];
        }
        if (left < NOTHING) {
            throw new DataException(Message.of("split", "the shares leave nothing for the " + PARTS[given.length]
                + " part")
                .with("shares", IntStream.range(0, given.length).mapToObj(i -> Figures.number(given[i])).toList())
                .help("they must sum to less than 1; split(0.8) leaves the rest for validation, "
                    + "split(0.7, 0.15) for testing"));
        }
        double[] shares = Arrays.copyOf(given, given.length + 1);
        shares[given.length] = left;
        return shares;
    }

    private static void requireEnough(Dataset data, List<int[]> groups, int[][] counts) {
        for (int group = 0; group < groups.size(); group++) {
            int parts = counts[group].length;
            int rows = groups.get(group).length;
            if (data.isClasses() && rows > 0 && (rows < parts || counts[group][0] == 0)) {
                throw new DataException(Message.of("split", "class \"" + data.classes().get(group) + "\" has "
                    + Numbers.of(rows, "row", "rows") + ", too few for " + parts + " parts")
                    .with("data", data.summary())
                    .help("each part needs at least a row of each class to say something about it; add rows, "
                        + "leave the class out with take(…), or build the parts yourself: Split.of(train, valid)"));
            }
        }
    }
}
