package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sequences-rnn.ipynb says of windows and memories, of the gradient through time, of a text and of clipping. */
final class SequencesRnn {
    private static final int RNN = 0;
    private static final int GRU = 1;
    private static final int LSTM = 2;
    private static final int OPEN_GRU = 3;
    private static final int OPEN_LSTM = 4;

    private SequencesRnn() {}

    static void check(Executed notebook) {
        window(notebook);
        memory(notebook);
        text(notebook);
        double[] jumping = ends(notebook.text("void follow"), "as it is");
        double[] clipped = ends(notebook.text("void follow"), "clipped to 1");
        assertEquals(jumping[0], clipped[0]);
        assertTrue(clipped[1] < 3 && clipped[1] < jumping[1] - 0.5, "losses " + jumping[1] + ", " + clipped[1]);
    }

    private static void window(Executed notebook) {
        double[] window = notebook.numbers("Layer window", "window");
        double[] rnn = notebook.numbers("Layer window", "RNN");
        assertEquals(2 * (window[1] - window[0]), window[2] - window[1]);
        assertEquals(rnn[0], rnn[3]);
        assertTrue(Double.parseDouble(notebook.text("Split ten").strip()) > 0.95, notebook.text("Split ten"));
    }

    private static void memory(Executed notebook) {
        double[] near = notebook.numbers("Share that is right", "10 steps");
        double[] far = notebook.numbers("Share that is right", "40 steps");
        for (int net = RNN; net <= OPEN_LSTM; net++) {
            assertTrue(near[net] > 0.95, "net " + net + " over 10 steps " + near[net]);
        }
        assertTrue(far[OPEN_GRU] > 0.95 && far[OPEN_LSTM] > 0.95, "open " + far[OPEN_GRU] + ", " + far[OPEN_LSTM]);
        assertTrue(far[GRU] < 0.4 && far[LSTM] < 0.4, "near a half " + far[GRU] + ", " + far[LSTM]);
        String before = notebook.text("Split forty");
        assertTrue(reach(before, "RNN") < 1e-9 && reach(before, "GRU") < 1e-6 && reach(before, "LSTM") < 1e-6, before);
        assertTrue(reach(before, "GRU, open gates") > 0.01 && reach(before, "LSTM, open gates") > 0.01, before);
        String after = notebook.text("after                    ");
        assertTrue(reach(after, "GRU, open gates") > 0.01 && reach(after, "LSTM, open gates") > 0.01, after);
    }

    private static void text(Executed notebook) {
        double[] here = notebook.table("double perplexity").stream().map(row -> row.get("here"))
            .filter(number -> !number.isEmpty()).mapToDouble(Double::parseDouble).toArray();
        assertEquals(3, here.length);
        for (double perplexity : here) {
            assertTrue(perplexity > 2.5 && perplexity < 10, "perplexity " + perplexity);
        }
        String[] lines = notebook.text("println(untrained").strip().split("\n");
        assertTrue(lines.length == 2 && lines[1].startsWith("Call me ") && spaces(lines[1]) > spaces(lines[0]),
            String.join("\n", lines));
    }

    private static long spaces(String line) { return line.chars().filter(c -> c == ' ').count(); }

    /** «RNN: half in 1.1 steps, the first step gets 4.6e−11 of what the last gets.» */
    private static double reach(String picture, String net) {
        Matcher found = Pattern.compile("(?m)^" + net + ": .*the first step gets (\\S+) of").matcher(picture);
        assertTrue(found.find(), picture);
        return Double.parseDouble(found.group(1).replace('−', '-').replace(",", ""));
    }

    /** «as it is: 4.41 at 1 → 4.64 at 57». */
    private static double[] ends(String picture, String way) {
        Matcher found = Pattern.compile("(?m)^" + way + ": (\\S+) at \\S+ → (\\S+) at").matcher(picture);
        assertTrue(found.find(), picture);
        return new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))};
    }
}
