package org.glassbox.plot;

import java.util.List;
import tech.tablesaw.api.Table;

/** Where is it most wrong? The images to whose true class a net gave the smallest share, the worst first. */
public final class MistakesPicture implements Picture {
    private static final int ACROSS = 8;
    private static final int MOST = 2 * ACROSS;
    private static final double SIZE = 64;
    private static final double PITCH = 113;
    private static final double ROW = SIZE + 52;

    private final Table mistakes;
    private final List<float[]> images;
    private final int columns;
    private final int rows;

    private MistakesPicture(Table mistakes, List<float[]> images, int columns, int rows) {
        this.mistakes = mistakes;
        this.images = images;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The picture of a table of mistakes: row, truth, said, true_share, said_share, the worst first.
     *
     * @param images the pixels of each, row by row; may be fewer
     * @param columns pixels in a row of an image
     * @param rows how many rows were asked
     */
    public static Chart of(Table mistakes, List<float[]> images, int columns, int rows) {
        return Card.of(new MistakesPicture(mistakes, images, columns, rows));
    }

    @Override
    public String title() { return "Where is it most wrong?"; }

    @Override
    public List<String> answer() {
        int wrong = mistakes.rowCount();
        if (wrong == 0) {
            return List.of("None of " + Numbers.count(rows) + " rows is wrong.");
        }
        return List.of(Numbers.count(wrong) + " of " + Numbers.count(rows) + " rows wrong ("
            + Numbers.percent((double) wrong / rows, 1) + "). Worst is row "
            + Numbers.count((long) Columns.number(mistakes, "row").applyAsDouble(0)) + ": the true class "
            + words(0, "truth", "true_share", " got ") + ", " + words(0, "said", "said_share", " got ") + ".");
    }

    @Override
    public List<String> normal() {
        return mistakes.rowCount() == 0 ? List.of()
            : List.of("Normal: images that are hard for us, too. A clear one, surely wrong: is its label right?");
    }

    @Override
    public String measured() {
        int shown = shown();
        return "evaluation mode · sorted by loss, −ln of the share of the true class"
            + (shown < mistakes.rowCount() ? " · the first " + shown : "");
    }

    private int shown() { return Math.min(MOST, Math.min(images.size(), mistakes.rowCount())); }

    private String words(int i, String name, String share, String between) {
        return Words.fitted(Columns.text(mistakes, name).apply(i), PITCH - 70, Tokens.SMALL, false) + between
            + Numbers.percent(Columns.number(mistakes, share).applyAsDouble(i), 0);
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        double y = frame.top() - 14;
        for (int i = 0; i < shown(); i++) {
            double x = frame.x() + 1 + i % ACROSS * PITCH;
            double top = y + i / ACROSS * ROW;
            card.addAll(tile(i).at(x, top, SIZE));
            card.add(Mark.Text.of(x, top + SIZE + 15, "true " + words(i, "truth", "true_share", " · ")).small());
            card.add(Mark.Text.of(x, top + SIZE + 30, "said " + words(i, "said", "said_share", " · ")).small().strong()
                .in(Tokens.INK));
        }
        return y + Math.ceil((double) shown() / ACROSS) * ROW - 22;
    }

    private Tile tile(int i) {
        float[] pixels = images.get(i);
        double[] values = new double[pixels.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = pixels[k];
        }
        return Tile.of(columns, values, Tile.most(values));
    }
}
