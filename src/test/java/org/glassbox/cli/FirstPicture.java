package org.glassbox.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long from «restart and run all» to the first picture: the quickstart in a real JupyterLab and a real browser, several
 * times, with the installed kernel. Prints medians; no test, since it depends on what else the machine does.
 */
public final class FirstPicture {
    private static final String NOTEBOOK = "quickstart.ipynb";

    private FirstPicture() {}

    /** One word: how many rounds; 5 without it. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Machine.kernel();
        Path folder = Machine.scratch("first picture");
        Files.copy(Machine.ROOT.resolve("notebooks").resolve(NOTEBOOK), folder.resolve(NOTEBOOK));
        Path report = folder.resolve("times.json");
        try (LabServer lab = LabServer.on(folder)) {
            Machine.browser("first-picture.mjs", lab.address(NOTEBOOK), report.toString(),
                words.length == 0 ? "5" : words[0]).orFail();
        }
        print(JsonParser.parseString(Files.readString(report)).getAsJsonObject());
    }

    private static void print(JsonObject report) {
        if (report.has("failed")) {
            throw new IllegalStateException(report.get("failed").getAsString());
        }
        List<JsonObject> rounds = report.getAsJsonArray("rounds").asList().stream().map(JsonElement::getAsJsonObject)
            .toList();
        Map<String, List<Integer>> times = new TreeMap<>();
        for (JsonObject round : rounds) {
            System.out.println(round);
            round.keySet().forEach(what -> times.put(what, all(rounds, what)));
        }
        System.out.println("milliseconds after «restart», medians of " + rounds.size() + ":");
        times.entrySet().stream().sorted(Comparator.comparing(entry -> median(entry.getValue())))
            .forEach(
                entry -> System.out.printf(Locale.ROOT, "  %-12s %6d%n", entry.getKey(), median(entry.getValue())));
    }

    private static List<Integer> all(List<JsonObject> rounds, String what) {
        return rounds.stream().filter(round -> round.has(what)).map(round -> round.get(what).getAsInt()).sorted()
            .collect(Collectors.toList());
    }

    private static Integer median(List<Integer> sorted) { return sorted.get(sorted.size() / 2); }
}
