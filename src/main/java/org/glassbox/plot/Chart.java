package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture with its words: the question, the answer in numbers, what is normal, what is drawn, and how it was measured.
 *
 * @param title the question
 * @param summary the answer, its numbers from the same table as the marks; also what is read aloud
 * @param hint what is normal
 * @param measured on what, in which mode, when
 * @param width of the card, px
 * @param height of the card, px
 * @param panels what is drawn, from back to front
 * @param slider chooses among the panels' stages; null: there are none
 * @param still whether it is drawn without scripts: a drawing without axes, or one of many pictures of a training that still
 *     runs
 */
public record Chart(String title, List<String> summary, List<String> hint, String measured, double width, double height,
    List<Panel> panels, Slider slider, boolean still) {
    /**
     * A choice of one of several stages.
     *
     * @param name of what is chosen: epoch
     * @param choices the names of the stages
     * @param chosen the stage that is drawn at first and in print
     * @param x left end on the card, px
     * @param y middle of its rail on the card, px
     * @param width length of its rail, px
     */
    public record Slider(String name, List<String> choices, int chosen, double x, double y, double width) {
        public Slider {
            choices = List.copyOf(choices);
        }
    }

    public Chart {
        summary = List.copyOf(summary);
        hint = List.copyOf(hint);
        panels = List.copyOf(panels);
    }

    /** A chart of a drawing alone. */
    public static Chart of(String title, String summary, double width, double height, List<Panel> panels) {
        return new Chart(title, List.of(summary), List.of(), "", width, height, panels, null, false);
    }

    /** The answer in one line. */
    public String sentence() { return String.join(" ", summary); }

    /** All its words, line by line: what is shown where nothing can be drawn. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(title));
        lines.addAll(summary);
        lines.addAll(hint);
        if (!measured.isEmpty()) {
            lines.add(measured);
        }
        return String.join("\n", lines);
    }

    @Override
    public String toString() { return text(); }
}
