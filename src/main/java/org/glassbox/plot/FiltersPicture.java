package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** What do the filters look for? The weights of a convolution as small images, one a filter and channel. */
public final class FiltersPicture implements Picture {
    private static final int ACROSS = 12;
    private static final int MOST = 4 * ACROSS;
    private static final double SIZE = 56;
    private static final double GAP = 20;

    private final String name;
    private final Map<String, double[]> filters;
    private final int filterCount;
    private final int columns;

    private FiltersPicture(Table table) {
        name = table.name();
        double[] filter = Columns.numbers(table, "filter");
        double[] channel = Columns.numbers(table, "channel");
        double[] value = Columns.numbers(table, "value");
        columns = 1 + most(Columns.numbers(table, "column"));
        filterCount = 1 + most(filter);
        boolean grey = most(channel) == 0;
        int size = columns * (1 + most(Columns.numbers(table, "row")));
        filters = new LinkedHashMap<>();
        for (int i = 0; i < value.length; i += size) {
            filters.put((int) filter[i] + (grey ? "" : "." + (int) channel[i]),
                Arrays.copyOfRange(value, i, i + size));
        }
    }

    private static int most(double[] numbers) { return (int) Arrays.stream(numbers).max().orElse(0); }

    /** The picture of a table of weights: filter, channel, row, column, value, in this order from slow to fast. */
    public static Chart of(Table filters) {
        return Card.of(new FiltersPicture(filters));
    }

    @Override
    public String title() { return "What do the filters look for?"; }

    @Override
    public List<String> answer() {
        double[] all = filters.values().stream().flatMapToDouble(Arrays::stream).toArray();
        int rows = filters.values().iterator().next().length / columns;
        return List.of(Numbers.count(filterCount) + (filterCount == 1 ? " filter" : " filters") + " of " + rows + "×"
            + columns + "; weights from " + Numbers.significant(Arrays.stream(all).min().orElse(0), 2) + " to "
            + Numbers.significant(Arrays.stream(all).max().orElse(0), 2) + ".");
    }

    @Override
    public List<String> normal() {
        return List.of("Normal: edges and strokes in several directions; two that are alike do the work of one.");
    }

    @Override
    public String measured() {
        return name + " · each square a weight, by the largest of all · ink: above 0, purple: below"
            + (filters.size() > filterCount ? " · named filter.channel" : "")
            + (filters.size() > MOST ? " · the first " + MOST + " of " + filters.size() : "");
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        List<String> names = filters.keySet().stream().limit(MOST).toList();
        double most = Tile.most(filters.values().stream().flatMapToDouble(Arrays::stream).toArray());
        List<Tile> tiles = new ArrayList<>();
        for (String each : names) {
            tiles.add(Tile.of(columns, filters.get(each), most));
        }
        double top = frame.top() - 14;
        card.addAll(Tile.rows(tiles, frame.x() + 1, top, SIZE, GAP, ACROSS));
        for (int i = 0; i < names.size(); i++) {
            double x = frame.x() + 1 + i % ACROSS * (SIZE + GAP);
            card.add(Tile.below(x, SIZE, top + i / ACROSS * (SIZE + GAP) + SIZE + 14, names.get(i)));
        }
        return top + Math.ceil((double) names.size() / ACROSS) * (SIZE + GAP);
    }
}
