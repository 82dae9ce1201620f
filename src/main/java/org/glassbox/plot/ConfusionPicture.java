package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;
import tech.tablesaw.api.Table;

/** What is taken for what? A confusion matrix: true classes down, what was said across. */
public final class ConfusionPicture implements Picture {
    private static final double MOST_SIDE = 380;
    private static final double MOST_CELL = 64;
    private static final double LEAST_FOR_NUMBERS = 15;
    private static final double NAMES = 120;
    private static final int LISTED = 10;

    /** So many rows of one class that were called another. */
    private record Mixed(int truth, int said, int count) {}

    private final List<String> classes;
    private final double[][] counts;   // [said][truth]
    private final double cell;

    private ConfusionPicture(Table table) {
        classes = List.of(Columns.texts(table, table.column(0).name()));
        counts = IntStream.range(1, table.columnCount())
            .mapToObj(k -> Columns.numbers(table, table.column(k).name())).toArray(double[][]::new);
        cell = Math.floor(Math.min(MOST_CELL, MOST_SIDE / classes.size()));
    }

    /** The picture of a confusion matrix as a table: the true classes' names, then a column of counts for each that was said. */
    public static Chart of(Table matrix) {
        return Card.of(new ConfusionPicture(matrix));
    }

    private int count(int truth, int said) { return (int) counts[said][truth]; }

    private int ofClass(int truth) { return IntStream.range(0, classes.size()).map(said -> count(truth, said)).sum(); }

    private List<Mixed> mixed() {
        List<Mixed> all = new ArrayList<>();
        for (int truth = 0; truth < classes.size(); truth++) {
            for (int said = 0; said < classes.size(); said++) {
                if (truth != said && count(truth, said) > 0) {
                    all.add(new Mixed(truth, said, count(truth, said)));
                }
            }
        }
        all.sort(Comparator.comparingInt(Mixed::count).reversed());
        return all;
    }

    @Override
    public String title() { return "What is taken for what?"; }

    @Override
    public List<String> answer() {
        int rows = IntStream.range(0, classes.size()).map(this::ofClass).sum();
        int right = IntStream.range(0, classes.size()).map(k -> count(k, k)).sum();
        double share = (double) right / rows;
        String all = Numbers.count(right) + " of " + Numbers.count(rows) + " right (" + Numbers.percent(share, 1)
            + " ± "
            + Numbers.fixed(100 * Math.sqrt(share * (1 - share) / rows), 1) + ").";
        return List.of(all, mostFrequent(mixed()));
    }

    private String mostFrequent(List<Mixed> mixed) {
        if (mixed.isEmpty() || mixed.get(0).count() == 1) {
            return mixed.isEmpty() ? "Nothing was mixed up." : "No two were mixed up more than once.";
        }
        Mixed most = mixed.get(0);
        return "Most often " + classes.get(most.truth()) + " was taken for " + classes.get(most.said()) + ": "
            + Numbers.count(most.count()) + " times.";
    }

    @Override
    public List<String> normal() {
        return List.of("Normal: nearly all on the diagonal; what is mixed up looks alike.");
    }

    @Override
    public String measured() {
        return "rows: what it is · columns: what was said · blue: share of the class, orange: errors, by the most frequent"
            + " · ± standard error";
    }

    @Override
    public double draw(Card card, Card.Frame frame) {
        double left = frame.x() + NAMES;
        double top = frame.top() + 16;
        double side = cell * classes.size();
        card.add(Text.of(left, top - 22, "said →").small());
        card.add(Text.of(left - 8, top - 6, "true ↓").small().on(Anchor.END));
        card.add(Text.of(left + side + 12, top - 6, "right").small());
        for (int k = 0; k < classes.size(); k++) {
            names(card, left, top, k);
        }
        cells(card, left, top);
        card.addAll(grid(left, top, side));
        double listed = list(card, left + side + 100, top);
        return Math.max(top + side, listed);
    }

    private void names(Card card, double left, double top, int k) {
        double middle = (k + 0.5) * cell;
        if (cell >= LEAST_FOR_NUMBERS) {
            card.add(Text.of(left - 8, top + middle + 4, fitted(k, NAMES - 8)).small().on(Anchor.END).in(Tokens.INK));
            card.add(Text.of(left + middle, top - 6, fitted(k, cell)).small().on(Anchor.MIDDLE).in(Tokens.INK));
            card.add(Text.of(left + classes.size() * cell + 12, top + middle + 4,
                ofClass(k) == 0 ? "none" : Numbers.percent((double) count(k, k) / ofClass(k), 0)).small());
        }
    }

    private String fitted(int k, double width) { return Words.fitted(classes.get(k), width, Tokens.SMALL, false); }

    private void cells(Card card, double left, double top) {
        double worst = mixed().stream().mapToInt(Mixed::count).max().orElse(1);
        for (int truth = 0; truth < classes.size(); truth++) {
            for (int said = 0; said < classes.size(); said++) {
                int count = count(truth, said);
                if (count > 0) {
                    boolean right = truth == said;
                    double share = right ? 0.5 * count / ofClass(truth) : 0.15 + 0.55 * count / worst;
                    double x = left + said * cell;
                    double y = top + truth * cell;
                    card.add(new Mark.Bar(x, y, x + cell, y + cell,
                        Tokens.tint(right ? Tokens.TRAINING : Tokens.VALIDATION, share), 0));
                    if (cell >= LEAST_FOR_NUMBERS) {
                        card.add(Text.of(x + cell / 2, y + cell / 2 + 4, Numbers.count(count)).small()
                            .on(Anchor.MIDDLE).in(Tokens.INK));
                    }
                }
            }
        }
    }

    private List<Mark> grid(double left, double top, double side) {
        return IntStream.rangeClosed(0, classes.size()).boxed().<Mark>mapMulti((k, marks) -> {
            Mark.Stroke stroke = Mark.Stroke.of(Tokens.GRID, 1);
            marks.accept(new Mark.Rule(left, top + k * cell, left + side, top + k * cell, stroke));
            marks.accept(new Mark.Rule(left + k * cell, top, left + k * cell, top + side, stroke));
        }).toList();
    }

    /** The most frequent errors in words; returns the base line of the last. */
    private double list(Card card, double x, double top) {
        List<Mixed> mixed = mixed();
        card.add(Text.of(x, top + 4, mixed.isEmpty() ? "No error" : "Most frequent errors").strong());
        double y = top + 4;
        for (Mixed each : mixed.subList(0, Math.min(LISTED, mixed.size()))) {
            y += Tokens.LINE + 2;
            card.add(Text.of(x + 36, y, Numbers.count(each.count()) + " ×").on(Anchor.END).strong());
            card.add(Text.of(x + 48, y, fitted(each.truth(), 120) + " taken for " + fitted(each.said(), 120)));
        }
        return y;
    }
}
