package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** What does each layer see in this image? Its maps, a row of small images a layer, from the image on. */
public final class FeatureMapsPicture implements Picture {
    private static final double NAMES = 140;
    private static final double MOST_SIZE = 84;
    private static final double GAP = 7;
    private static final int ACROSS = 16;
    private static final double ROW = 22;

    /** What one layer puts out: {@code count} maps of that size, one after the other. */
    private record Layer(String place, double[] values, int height, int width) {
        int size() { return height * width; }

        int count() { return values.length / size(); }

        double[] map(int i) { return Arrays.copyOfRange(values, i * size(), (i + 1) * size()); }

        boolean isEmpty(int i) { return Arrays.stream(map(i)).allMatch(value -> value == 0); }

        String words() { return (count() == 1 ? "1 map" : count() + " maps") + " of " + height + "×" + width; }
    }

    private final String image;
    private final List<Layer> layers = new ArrayList<>();

    private FeatureMapsPicture(Table table) {
        image = table.name();
        String[] places = Columns.texts(table, "place");
        double[] rows = Columns.numbers(table, "row");
        double[] columns = Columns.numbers(table, "column");
        double[] values = Columns.numbers(table, "value");
        Map<String, List<Integer>> byPlace = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            byPlace.computeIfAbsent(places[i], place -> new ArrayList<>()).add(i);
        }
        byPlace.forEach((place, those) -> layers.add(new Layer(place,
            those.stream().mapToDouble(i -> values[i]).toArray(),
            1 + (int) those.stream().mapToDouble(i -> rows[i]).max().orElse(0),
            1 + (int) those.stream().mapToDouble(i -> columns[i]).max().orElse(0))));
    }

    /** The picture of a table of maps: place, map, row, column, value, place «image» first. */
    public static Chart of(Table maps) {
        return Card.of(new FeatureMapsPicture(maps));
    }

    @Override
    public String title() { return "What does each layer see in this image?"; }

    @Override
    public List<String> answer() {
        Layer last = layers.get(layers.size() - 1);
        List<Layer> found = layers.subList(1, layers.size());
        int all = found.stream().mapToInt(Layer::count).sum();
        long empty = found.stream().mapToLong(each -> IntStream.range(0, each.count())
            .filter(each::isEmpty).count()).sum();
        return List.of("From " + Numbers.count(layers.get(0).size()) + " pixels to " + last.words() + ", "
            + Numbers.count(last.values().length) + " numbers.",
            (empty == 0 ? "No map is" : Numbers.count(empty) + " of " + Numbers.count(all) + " maps are")
                + " empty (all 0).");
    }

    @Override
    public List<String> normal() {
        return List.of("Normal: the maps of a layer differ, deeper ones are coarser, and some find nothing.");
    }

    @Override
    public String measured() {
        boolean some = layers.stream().anyMatch(layer -> layer.count() > ACROSS);
        return image + " · evaluation mode · each layer by its largest number · ink: above 0, purple: below"
            + (some ? " · the first " + ACROSS + " of a layer" : "");
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        double y = frame.top() - 14;
        for (int i = 0; i < layers.size(); i++) {
            y += row(card, layers.get(i), i == 0, new Card.Frame(frame.x(), y, frame.width(), 0)) + ROW;
        }
        return y - ROW;
    }

    /** One layer: its name and its maps; returns how high they are. */
    private static double row(Card card, Layer layer, boolean first, Card.Frame frame) {
        int shown = Math.min(ACROSS, layer.count());
        double size = Math.min(MOST_SIZE, Math.floor((frame.width() - NAMES + GAP) / shown - GAP));
        double most = Tile.most(layer.values());
        List<Tile> tiles = IntStream.range(0, shown).mapToObj(i -> Tile.of(layer.width(), layer.map(i), most)).toList();
        card.addAll(Tile.rows(tiles, frame.x() + NAMES, frame.top(), size, GAP, ACROSS));
        double middle = frame.top() + size / 2;
        card.add(Text.of(frame.x(), middle, Words.fitted(layer.place(), NAMES - 10, Tokens.TEXT, true)).strong());
        card.add(Text.of(frame.x(), middle + 15, first ? layer.height() + "×" + layer.width() + " pixels"
            : layer.words()).small());
        return size;
    }
}
