package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the notebook on vanishing gradients says of its outputs. */
final class VanishingGradients {
    private static final Pattern ACCURACY = Pattern.compile("accuracy (\\d+\\.\\d) %");
    private static final Pattern SLOPE = Pattern.compile("\\w \\(1 − \\w\\)\\s+= (\\d\\.\\d+)");

    private VanishingGradients() {}

    static void check(Executed notebook) {
        published(notebook);
        theBooksNetLearnsNothing(notebook);
        theFactor(notebook);
        cures(notebook);
    }

    private static void published(Executed notebook) {
        List<Map<String, String>> rows = notebook.table("speeds(sigmoids(");
        assertEquals(2 + 3 + 4, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            double published = number(row, "published");
            double here = number(row, "here");
            assertTrue(published >= number(row, "slowest") && published <= number(row, "fastest"), row.toString());
            if (row.get("layer").equals(row.get("hidden layers"))) {
                assertEquals(0.3, here, 0.05, "the last hidden layer");
                assertEquals(0.3, published, 0.05, "the last hidden layer");
            } else {
                Map<String, String> next = rows.get(i + 1);
                assertTrue(number(next, "here") / here >= 4 && number(next, "here") / here <= 6, row + " " + next);
                double times = number(next, "published") / published;
                assertTrue(times >= 4 && times <= 6, row + " " + next);
            }
        }
    }

    private static void theBooksNetLearnsNothing(Executed notebook) {
        Matcher accuracy = ACCURACY.matcher(notebook.text("fit(few, 100)"));
        assertTrue(accuracy.find() && Double.parseDouble(accuracy.group(1)) < 15, notebook.text("fit(few, 100)"));
        String picture = notebook.text("Plots.gradients(slow)");
        assertTrue(picture.matches("(?s).*first hidden layer gets 1\\d0 times less than the last.*"), picture);
    }

    private static void theFactor(Executed notebook) {
        Matcher slopes = SLOPE.matcher(notebook.text("Layer chain"));
        int found = 0;
        while (slopes.find()) {
            found++;
            assertTrue(Double.parseDouble(slopes.group(1)) <= 0.25, slopes.group());
        }
        assertEquals(4, found, "three layers and the output");
        String largest = notebook.text("largest factor").lines().findFirst().orElseThrow();
        assertTrue(Double.parseDouble(largest.replace("largest factor: ", "")) < 0.5, largest);
        Map<String, String> sick = notebook.table("// of one hidden layer").get(0);
        assertEquals(1, number(sick, "weights"), 0.1, "as it is");
        assertEquals(0.24, number(sick, "activation"), 0.01, "three quarters are gone");
        assertTrue(number(sick, "first") < 1e-4, sick.toString());
        String guessing = notebook.text("Plots.gradients(guessing)");
        assertTrue(guessing.contains("each passes on a quarter: vanishing."), guessing);
    }

    private static void cures(Executed notebook) {
        List<Map<String, String>> nets = notebook.table("together.addColumns");
        assertEquals(List.of("sigmoid", "ReLU", "ReLU, He", "sigmoid, batch norm", "sigmoid, residual"),
            nets.stream().map(net -> net.get("net")).toList());
        assertTrue(number(nets.get(0), "validation accuracy") < 0.2, "guesses");
        for (Map<String, String> cured : nets.subList(1, nets.size())) {
            assertTrue(number(cured, "validation accuracy") > 0.8, cured.toString());
            assertTrue(number(cured, "layer") > 0.6, cured.toString());
        }
        assertEquals(Math.sqrt(0.5), number(nets.get(1), "activation"), 0.05);
        assertEquals(Math.sqrt(2), number(nets.get(2), "weights"), 0.1);
        nets.subList(2, nets.size()).forEach(net -> assertEquals(1, number(net, "layer"), 0.15, net.toString()));
        String last = notebook.text("Layer residual");
        assertTrue(last.contains("sigmoid: the first layer gets ")
            && last.contains("times less than the last hidden one: vanishing."), last);
        assertEquals(1, last.split("vanishing", -1).length - 1, "of the five only the first: " + last);
    }

    private static double number(Map<String, String> row, String column) { return Double.parseDouble(row.get(column)); }
}
