package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.Digits;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A chain as text. */
final class Listing {
    private Listing() {}

    static String of(View view) {
        Row facts = view.facts().row(0);
        List<String> lines = new ArrayList<>(
            List.of(facts.getString("title"), facts.getString("summary"), facts.getString("hint"), ""));
        lines.addAll(aligned(rows(view.steps(), view.isByLayers())));
        lines.addAll(update(facts));
        lines.add("");
        facts.getString("notes").lines().forEach(lines::add);
        lines.add(facts.getString("measured"));
        return String.join("\n", lines);
    }

    private static List<List<String>> rows(Table steps, boolean byLayers) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
            List.of("", "step", byLayers ? "factor" : "local derivative", "", "× from the right", "= passed on", ""));
        for (Row step : steps) {
            List<String> line = Digits.product(step.getDouble("local"), step.getDouble("from_the_right"));
            rows.add(List.of("" + step.getInt("step"), step.getString("to") + " ← " + step.getString("from"),
                step.getString("formula"), "= " + line.get(0), "× " + (step.getInt("step") == 1 ? "1" : line.get(1)),
                "= " + line.get(2), step.getString("note")));
        }
        return rows;
    }

    /** «w11 ← 0.500 − 0.5 × (−0.0595) = 0.530», if an update moves it. */
    private static List<String> update(Row facts) {
        double rate = facts.getDouble("rate");
        double gradient = facts.getDouble("gradient");
        double value = facts.getDouble("value");
        return Double.isNaN(rate) ? List.of()
            : List.of("   " + facts.getString("asked") + " ← " + Digits.brief(value) + " − " + rate
                + " × (" + Digits.of(gradient) + ") = " + Digits.brief(value - rate * gradient) + "   one update, rate "
                + rate);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : "  ").append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length()));
            }
            return line.toString().stripTrailing();
        }).toList();
    }
}
