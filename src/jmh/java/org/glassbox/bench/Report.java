package org.glassbox.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Two tables in Markdown: ours beside the others, and the ways in which a loop can be written. Medians over the rounds. */
final class Report {
    private static final Map<String, String> WAYS = Map.of("glassbox", "the step alone", "batches",
        "`for (Batch batch : data.batches(…))`", "fit", "`trainer.fit`, nothing watched", "plain", "no arena");
    private static final List<String> ORDER = List.of("glassbox", "batches", "fit", "plain");

    private final List<String> workloads;
    private final List<Timing> timings;

    private Report(List<String> workloads, List<Timing> timings) {
        this.workloads = workloads;
        this.timings = timings;
    }

    /** The tables. The first of the peers is ours. */
    static String of(List<String> workloads, List<Peer> peers, List<Timing> timings) {
        Report report = new Report(workloads, timings);
        Map<String, String> titles = new LinkedHashMap<>();     // a library may have two programs
        peers.subList(1, peers.size()).forEach(peer -> titles.put(peer.name(), peer.title()));
        return report.beside(peers.get(0), titles) + "\n" + report.loops();
    }

    private String beside(Peer ours, Map<String, String> others) {
        List<String> head = new ArrayList<>(List.of("µs a step", ours.title()));
        head.addAll(others.values());
        others.values().forEach(title -> head.add("ours ÷ " + title));
        head.addAll(List.of("heap bytes a step", "off-heap bytes a step"));
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (String workload : workloads) {
            Figures own = figures(ours.name(), workload, Timing::micros);
            List<String> row = new ArrayList<>(List.of(workload, own.text()));
            others.keySet().forEach(other -> row.add(figures(other, workload, Timing::micros).text()));
            others.keySet()
                .forEach(other -> row.add(ratio(own.median() / figures(other, workload, Timing::micros).median())));
            row.addAll(bytes(ours.name(), workload));
            rows.add(row);
        }
        return table(rows);
    }

    private String loops() {
        List<List<String>> rows = new ArrayList<>(List.of(
            List.of("workload", "loop", "µs a step", "÷ step alone", "heap bytes a step", "off-heap bytes a step")));
        for (String workload : workloads) {
            double step = figures(ORDER.get(0), workload, Timing::micros).median();
            for (String way : ORDER) {
                Figures micros = figures(way, workload, Timing::micros);
                List<String> row = new ArrayList<>(List.of(workload, WAYS.get(way), micros.text(),
                    ratio(micros.median() / step)));
                row.addAll(bytes(way, workload));
                rows.add(row);
            }
        }
        return table(rows);
    }

    private List<String> bytes(String who, String workload) {
        return List.of(count(figures(who, workload, Timing::heap).median()),
            count(figures(who, workload, Timing::offHeap).median()));
    }

    private Figures figures(String who, String workload, ToDoubleFunction<Timing> figure) {
        return new Figures(timings.stream().filter(each -> each.who().equals(who) && each.workload().equals(workload))
            .mapToDouble(figure).sorted().toArray());
    }

    /** The same figure from all rounds, sorted. */
    private record Figures(double[] sorted) {
        double median() {
            int n = sorted.length;
            return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }

        String text() {
            return sorted.length == 0 ? "–"
                : micros(median()) + " (" + micros(sorted[0]) + "–" + micros(sorted[sorted.length - 1]) + ")";
        }
    }

    private static String micros(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value);
    }

    private static String count(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    private static String table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                text.append("| ").append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 1));
            }
            text.append("|\n");
            if (row == rows.get(0)) {
                Arrays.stream(widths).forEach(width -> text.append("|").append("-".repeat(width + 2)));
                text.append("|\n");
            }
        }
        return text.toString();
    }
}
