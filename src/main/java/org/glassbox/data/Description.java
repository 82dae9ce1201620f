package org.glassbox.data;

import org.glassbox.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The card as text. */
final class Description {
    private static final int MOST_CLASSES = 20;
    private static final int MOST_FEATURES = 12;

    private Description() {}

    static String summary(Dataset data) { return summary(data, data.rows()); }

    private static String summary(Dataset data, int rows) {
        return data.name() + " · " + Numbers.of(rows, "row", "rows") + " × " + size(data) + " · "
            + (data.isClasses() ? Numbers.of(data.classes().size(), "class", "classes") : "numbers")
            + data.image().map(image -> " · images " + image).orElse("");
    }

    private static String size(Dataset data) {
        String features = Numbers.of(data.features().size(), "feature", "features");
        return data.sequence().map(it -> it.symbols()
            ? Numbers.of(it.steps(), data.features().get(0), data.features().get(0) + "s")
            : Numbers.of(it.steps(), "step", "steps") + " × " + features).orElse(features);
    }

    static String summary(Split split) {
        String sizes = Numbers.count(split.train().rows()) + " training · "
            + Numbers.count(split.valid().rows()) + " validation"
            + (split.isTestable() ? " · " + Numbers.count(split.test().rows()) + " test" : "") + " rows";
        return sizes + split.cut().words();
    }

    static String of(Dataset data) {
        List<String> lines = new ArrayList<>(List.of(summary(data)));
        lines.addAll(facts(data, ""));
        lines.addAll(data.isClasses() ? classes(data.balance(), Figures.counted(data)) : List.of());
        return String.join("\n", lines);
    }

    static String of(Split split) {
        List<String> lines = new ArrayList<>();
        int rows = split.parts().stream().mapToInt(Dataset::rows).sum();
        lines.add(summary(split.train(), rows));
        lines.add("  parts    " + summary(split));
        lines.addAll(facts(split.train(), " in training"));
        split.scaling().ifPresent(fitted -> lines.add("  scaling  " + fitted));
        lines.addAll(split.train().isClasses() ? classes(split.balance(), Figures.counted(split.train())) : List.of());
        return String.join("\n", lines);
    }

    private static List<String> facts(Dataset data, String where) {
        List<String> lines = new ArrayList<>();
        lines.add("  target   " + data.target()
            + (data.isClasses() ? "" : ": " + range(Statistics.ofTargets(data)) + where));
        if (data.sequence().filter(SequenceShape::symbols).isPresent()) {
            lines.add("  row 0    " + Symbols.row(data, 0) + " → " + Symbols.target(data, 0));
            return lines;
        }
        lines.add("  values   " + range(Statistics.ofAll(data.statistics())) + where
            + (data.note().isEmpty() ? "" : " (" + data.note() + ")"));
        if (data.image().isEmpty() && data.features().size() <= MOST_FEATURES) {
            lines.addAll(grid(ranges(data)));
        }
        return lines;
    }

    private static String range(Statistics column) {
        return Figures.number(column.min()) + " to " + Figures.number(column.max())
            + ", mean " + Figures.number(column.mean()) + ", deviation " + Figures.number(column.deviation());
    }

    private static List<List<String>> ranges(Dataset data) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("feature", "min", "max", "mean", "deviation")));
        List<Statistics> columns = data.statistics();
        for (int i = 0; i < columns.size(); i++) {
            Statistics column = columns.get(i);
            rows.add(List.of(data.features().get(i), Figures.number(column.min()), Figures.number(column.max()),
                Figures.number(column.mean()), Figures.number(column.deviation())));
        }
        return rows;
    }

    private static List<String> classes(Table balance, String counted) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(balance.columnNames().stream().map(name -> name.equals("rows") ? counted : name).toList());
        for (int number : Figures.mostFrequent(balance, MOST_CLASSES)) {
            rows.add(cells(balance.row(number), balance.columnNames()));
        }
        List<String> lines = grid(rows);
        if (balance.rowCount() > MOST_CLASSES) {
            lines.add("  … and " + (balance.rowCount() - MOST_CLASSES) + " more classes");
        }
        return lines;
    }

    private static List<String> cells(Row row, List<String> columns) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(switch (column) {
                case "class" -> Figures.visible(row.getString(column));
                case "share" -> Figures.percent(row.getDouble(column));
                default -> Numbers.count(row.getInt(column));
            });
        }
        return cells;
    }

    private static List<String> grid(List<List<String>> rows) {
        return Stream.concat(Stream.of(""), Figures.columns(rows).stream().map(line -> "  " + line))
            .collect(Collectors.toCollection(ArrayList::new));
    }
}
