package org.glassbox.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glassbox.Numbers;
import org.glassbox.data.Dataset;
import org.glassbox.data.Figures;
import org.glassbox.data.ImageShape;
import org.glassbox.data.SequenceShape;
import org.glassbox.data.Split;
import org.glassbox.data.Symbols;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * How a {@link Dataset} or a {@link Split} shows itself: what it holds, whether its classes are equally many, some
 * pictures of each class or the first rows. As text it is the dataset's own {@code toString}.
 */
public final class DatasetCard {
    private static final int MOST_CLASSES = 20;
    private static final int MOST_FEATURES = 12;
    private static final int PICTURES = 10;
    private static final int FIRST_ROWS = 5;
    private static final int LAST_STEPS = 5;
    private static final int BAR = 180;
    private static final double NEARLY_EQUAL = 1.5;     // most ÷ fewest
    private static final Map<String, String> PARTS = Map.of("training", Card.TRAINING, "validation", Card.VALIDATION,
        "test", Card.TEST);

    private final Dataset shown;        // whose rows and pictures stand in the card: all, or the training part
    private final Optional<Split> split;
    private final Table ranges;
    private final double low;           // of all features
    private final double high;

    private DatasetCard(Dataset shown, Optional<Split> split) {
        this.shown = shown;
        this.split = split;
        ranges = shown.ranges();
        int features = shown.features().size();     // the row below them is a target of numbers
        low = ranges.first(features).doubleColumn("min").min();
        high = ranges.first(features).doubleColumn("max").max();
    }

    /** The card of a dataset. */
    public static Bundle of(Dataset data) {
        return new DatasetCard(data, Optional.empty()).bundle(data.toString());
    }

    /** The card of a split: pictures, rows and ranges are those of its training part. */
    public static Bundle of(Split split) {
        return new DatasetCard(split.train(), Optional.of(split)).bundle(split.toString());
    }

    private Bundle bundle(String text) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(Bundle.PLAIN, text);
        data.put(Bundle.HTML, Card.frame(head(text), target(), features(), Card.footer(measured())));
        return new Bundle(data);
    }

    private String head(String text) {
        String[] line = text.split("\n", 2)[0].split(" · ", 2);
        return Card.head(shown.name(), line[line.length - 1]);
    }

    // ---- the target

    private String target() {
        if (!shown.isClasses()) {
            Row target = ranges.row(shown.features().size());
            return Card.question("Which numbers are to be predicted?") + Card.sentence(shown.target() + " goes from "
                + figure(target, "min") + " to " + figure(target, "max") + ", mean " + figure(target, "mean") + ".")
                + Card.hint("Always answering the mean would be wrong by " + figure(target, "deviation")
                    + " (root of the mean square): a net must do better.");
        }
        Table balance = split.map(Split::balance).orElseGet(shown::balance);
        return Card.question("What is in it, and are the classes balanced?") + Card.sentence(equality(balance))
            + Card.hint(chance(balance)) + Card.table(classes(balance)) + more(balance);
    }

    private String equality(Table balance) {
        double fewest = balance.intColumn("rows").min();
        double most = balance.intColumn("rows").max();
        String rows = fewest == most ? Numbers.count((long) most) + " " + Figures.counted(shown) + " each: equal"
            : Numbers.count((long) fewest) + " to " + Numbers.count((long) most) + " " + Figures.counted(shown)
                + " each: "
                + (most <= NEARLY_EQUAL * fewest ? "nearly equal" : "not equal");
        return Numbers.of(balance.rowCount(), "class", "classes") + " with " + rows + ".";
    }

    private String chance(Table balance) {
        int most = IntStream.range(0, balance.rowCount()).boxed()
            .max((a, b) -> balance.intColumn("rows").get(a) - balance.intColumn("rows").get(b)).orElseThrow();
        return "Always answering «" + Figures.visible(balance.stringColumn("class").get(most)) + "» would be right for "
            + Figures.percent(balance.doubleColumn("share").get(most)) + " of the " + Figures.counted(shown)
            + ": a net must do better.";
    }

    private List<List<String>> classes(Table balance) {
        List<String> parts = balance.columnNames().stream().filter(PARTS::containsKey).toList();
        List<String> counted = parts.isEmpty() ? List.of("rows") : parts;
        List<String> names = new ArrayList<>(List.of(shown.target()));
        shown.image().ifPresent(image -> names.add("samples"));
        names.add(Figures.counted(shown));
        names.add("");
        names.add("share");
        names.addAll(parts);
        List<List<String>> rows = new ArrayList<>(List.of(Card.columns(names, shown.image().isPresent() ? 2 : 1)));
        double most = balance.intColumn("rows").max();
        for (int i : Figures.mostFrequent(balance, MOST_CLASSES)) {
            rows.add(oneClass(balance.row(i), i, parts, bar(balance.row(i), counted, most)));
        }
        return rows;
    }

    private List<String> oneClass(Row row, int number, List<String> parts, String bar) {
        List<String> cells = new ArrayList<>(List.of(Card.text(Figures.visible(row.getString("class")))));
        shown.image().ifPresent(image -> cells.add(Card.raw(pictures(image, number))));
        cells.add(Card.number(Numbers.count(row.getInt("rows"))));
        cells.add(Card.raw(bar));
        cells.add(Card.number(Figures.percent(row.getDouble("share"))));
        parts.forEach(part -> cells.add(Card.number(Numbers.count(row.getInt(part)), PARTS.get(part))));
        return cells;
    }

    private static String bar(Row row, List<String> counted, double most) {
        StringBuilder html = new StringBuilder("<div style=\"width:" + BAR + "px;height:10px;background:#ffffff\">");
        for (String part : counted) {
            html.append("<div style=\"float:left;height:10px;width:")
                .append(Figures.number(Math.round(10 * BAR * row.getInt(part) / Math.max(1, most)) / 10.0))
                .append("px;background:").append(PARTS.getOrDefault(part, Card.TRAINING)).append("\"></div>");
        }
        return html.append("</div>").toString();
    }

    private static String more(Table balance) {
        int left = balance.rowCount() - MOST_CLASSES;
        return left > 0 ? Card.hint("… and " + Numbers.of(left, "more class", "more classes")) : "";
    }

    private String pictures(ImageShape image, int number) {
        List<float[]> pictures = IntStream.range(0, shown.rows()).filter(row -> shown.targetOf(row) == number)
            .limit(PICTURES).mapToObj(shown::values).toList();
        if (pictures.isEmpty()) {
            return "";
        }
        String alt = Numbers.of(pictures.size(), "sample", "samples") + " of class " + shown.classes().get(number);
        return new ImageStrip(image, low, high).html(pictures, alt);
    }

    // ---- the features

    private String features() {
        if (shown.image().isPresent()) {
            return "";
        }
        if (isSymbols()) {
            return Card.gap() + Card.question("What does a row look like?") + Card.table(symbols());
        }
        String numbers = Card.question("Which numbers go in?") + Card.sentence(span())
            + Card.hint("Normal: all of similar size, around 0. If not: split(0.8).standardized().")
            + Card.table(ranges());
        return Card.gap() + Card.beside(numbers, Card.question("What does a row look like?")
            + Card.table(shown.sequence().map(SequenceShape::steps).map(this::steps).orElseGet(this::rows)));
    }

    private boolean isSymbols() { return shown.sequence().filter(SequenceShape::symbols).isPresent(); }

    private List<List<String>> symbols() {
        List<List<String>> rows = new ArrayList<>(
            List.of(Card.columns(List.of("row", shown.features().get(0) + "s", shown.target()), 2)));
        for (int row = 0; row < Math.min(FIRST_ROWS, shown.rows()); row++) {
            rows.add(List.of(Card.text(String.valueOf(row)), Card.raw(Card.escape(Symbols.row(shown, row))),
                Card.number(Symbols.target(shown, row))));
        }
        return rows;
    }

    /** The first row, its last steps, and what comes next. */
    private List<List<String>> steps(int steps) {
        int width = Math.min(MOST_FEATURES, shown.features().size());
        List<String> names = new ArrayList<>(List.of("step"));
        names.addAll(shown.features().subList(0, width));
        List<List<String>> rows = new ArrayList<>(List.of(Card.columns(names, 1)));
        float[] values = shown.values(0);
        for (int step = Math.max(0, steps - LAST_STEPS); step < steps; step++) {
            int from = step * shown.features().size();
            List<String> cells = new ArrayList<>(List.of(Card.text((step + 1) + " of " + steps)));
            IntStream.range(from, from + width).forEach(i -> cells.add(Card.number(Figures.number(values[i]))));
            rows.add(cells);
        }
        int column = Math.max(0, shown.features().subList(0, width).indexOf(shown.target()));
        List<String> next = new ArrayList<>(List.of(Card.text("→ " + shown.target())));
        next.addAll(Collections.nCopies(column, Card.number("")));
        next.add(Card.number(answer(0)));
        rows.add(next);
        return rows;
    }

    private String answer(int row) {
        return shown.isClasses() ? shown.classes().get((int) shown.targetOf(row))
            : Figures.number(shown.targetOf(row));
    }

    private String span() {
        return Numbers.of(shown.features().size(), "feature", "features") + " from " + Figures.number(low) + " to "
            + Figures.number(high) + ".";
    }

    private List<List<String>> ranges() {
        List<String> numbers = List.of("min", "max", "mean", "deviation");
        List<List<String>> rows = new ArrayList<>(List.of(Card.columns(ranges.columnNames(), 1)));
        for (int i = 0; i < Math.min(MOST_FEATURES, shown.features().size()); i++) {
            Row row = ranges.row(i);
            List<String> cells = new ArrayList<>(List.of(Card.text(row.getString("feature"))));
            numbers.forEach(name -> cells.add(Card.number(figure(row, name))));
            rows.add(cells);
        }
        if (shown.features().size() > MOST_FEATURES) {
            rows.add(List.of(Card.raw("… and " + (shown.features().size() - MOST_FEATURES) + " more")));
        }
        return rows;
    }

    private List<List<String>> rows() {
        int width = Math.min(MOST_FEATURES, shown.features().size());
        List<String> names = new ArrayList<>(List.of("row"));
        names.addAll(shown.features().subList(0, width));
        names.add(width < shown.features().size() ? "… " + shown.target() : shown.target());
        List<List<String>> rows = new ArrayList<>(List.of(Card.columns(names, 1)));
        for (int row = 0; row < Math.min(FIRST_ROWS, shown.rows()); row++) {
            float[] values = shown.values(row);
            List<String> cells = new ArrayList<>(List.of(Card.text(String.valueOf(row))));
            IntStream.range(0, width).forEach(i -> cells.add(Card.number(Figures.number(values[i]))));
            cells.add(Card.number(answer(row)));
            rows.add(cells);
        }
        return rows;
    }

    // ---- how it was measured

    private String measured() {
        List<String> parts = new ArrayList<>();
        split.ifPresent(it -> parts.add(it.summary()));
        if (shown.image().isPresent()) {
            String where = split.isPresent() ? " in training" : "";
            parts.add("samples: the first " + PICTURES + " rows of a class" + where);
            parts.add("white is " + Figures.number(low) + ", black " + Figures.number(high));
        } else {
            split.ifPresent(it -> parts.add((isSymbols() ? "rows: " : "ranges and rows: ") + "of the training part"));
        }
        if (!shown.note().isEmpty()) {
            parts.add(shown.note());
        }
        split.flatMap(Split::scaling).ifPresent(scaling -> parts.add(scaling.toString()));
        return parts.isEmpty() ? Numbers.of(shown.rows(), "row", "rows") + ", all measured"
            : parts.stream().collect(Collectors.joining(" · "));
    }

    private static String figure(Row row, String column) { return Figures.number(row.getDouble(column)); }
}
