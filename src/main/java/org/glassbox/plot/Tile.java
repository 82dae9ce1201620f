package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;

/**
 * A small image in a thin frame: 0 is white, the largest ink, and what is below 0 has a colour of its own.
 *
 * @param columns pixels in a row
 * @param shares the pixels, row by row, from −1 to 1
 * @param colour of what is above 0
 */
record Tile(int columns, List<Double> shares, String colour) {
    private static final double LEAST = 0.85;

    /** Of these values, row by row, each divided by {@code most}. */
    static Tile of(int columns, double[] values, double most) {
        return new Tile(columns, DoubleStream.of(values).mapToObj(value -> most > 0 ? value / most : value).toList(),
            Tokens.INK);
    }

    /** How large the largest of them is, either way. */
    static double most(double[] values) {
        return DoubleStream.of(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    }

    /** The same in another colour. */
    Tile in(String other) { return new Tile(columns, shares, other); }

    private int rows() { return (shares.size() + columns - 1) / columns; }

    /** Its marks, the upper left corner there, its longer side {@code size} px, or somewhat less for whole px a pixel. */
    List<Mark> at(double x, double y, double size) {
        double exact = size / Math.max(columns, rows());
        double pixel = Math.floor(exact) >= LEAST * exact ? Math.floor(exact) : exact;
        double right = x + pixel * columns;
        double bottom = y + pixel * rows();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Bar(x - 1, y - 1, right + 1, bottom + 1, Tokens.EDGE, 0));
        marks.add(new Mark.Bar(x, y, right, bottom, Tokens.CARD, 0));
        marks.add(new Mark.Cell(x, y, right, bottom, columns, shares, colour, Tokens.NEGATIVE));
        return marks;
    }

    /** Tiles in rows of {@code across}, each {@code size} px with {@code gap} px to the next. */
    static List<Mark> rows(List<Tile> tiles, double x, double y, double size, double gap, int across) {
        return IntStream.range(0, tiles.size()).boxed()
            .flatMap(i -> tiles.get(i).at(x + i % across * (size + gap), y + i / across * (size + gap), size).stream())
            .toList();
    }

    /** A small line of words in the middle below a tile at {@code x} of {@code size} px. */
    static Text below(double x, double size, double y, String words) {
        return Text.of(x + size / 2, y, words).small().on(Anchor.MIDDLE);
    }
}
