package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Watched.Layer;

/** Whether the hidden units are alive, in sentences. */
final class ActivationWords {
    private static final double SMALLER = 0.1;
    private final Facts facts;
    private final Outputs outputs;

    ActivationWords(Facts facts, Outputs outputs) {
        this.facts = facts;
        this.outputs = outputs;
    }

    List<String> sentences() {
        if (outputs.layers().isEmpty()) {
            return List.of("No activations were watched.");
        }
        List<String> lines = new ArrayList<>();
        if (outputs.isSaturating()) {
            double saturated = outputs.mean("saturated");
            lines.add((saturated == 0 ? "No output is" : Numbers.percent(saturated, 0) + " of all outputs are")
                + " saturated (slope below 5 % of its largest).");
        } else {
            lines.add(alive());
        }
        if (outputs.lastEpoch() > 0 && outputs.isMostlyDead()) {
            lines.add(dead());
        }
        lines.add(spread());
        return lines;
    }

    /** «52 of 64 units fire, 12 never do (19 %; before training 4).» */
    private String alive() {
        long units = outputs.sum("units", outputs.lastEpoch());
        long dead = outputs.sum("dead", outputs.lastEpoch());
        String some = Numbers.count(units - dead) + " of " + Numbers.count(units) + " units fire";
        String where = outputs.layers().size() > 1 ? " in " + outputs.layers().size() + " layers" : "";
        String before = outputs.lastEpoch() > 0 ? "before training " + Numbers.count(outputs.sum("dead", 0))
            : "before training";
        return dead == 0 ? (units == 1 ? "The one unit fires" : "All " + Numbers.count(units) + " units fire" + where)
            + (outputs.lastEpoch() > 0 && outputs.sum("dead", 0) > 0 ? " (" + before + " never did)." : ".")
            : some + where + ", " + Numbers.count(dead) + " never " + (dead == 1 ? "does" : "do") + " ("
                + Numbers.percent((double) dead / units, 0) + "; " + before + ").";
    }

    private String dead() {
        Layer worst = outputs.worst();
        double share = outputs.last(worst, "dead") / outputs.last(worst, "units");
        String who = share == 1 ? "All units" : "More than half";
        String mend = facts.rule().isBlank() ? "." : ". Try " + facts.ruleAsCode(suggestedRate()) + ".";
        return who + " of " + worst.place() + " are dead since epoch " + Numbers.tick(outputs.mostlyDeadSince(worst))
            + mend;
    }

    /** A tenth of the rate of the rule, but no more than is usual: 0.005 for Adam, 0.1 for others. */
    private double suggestedRate() {
        double rate = Double.NaN;
        for (String word : facts.rule().split(" ")) {
            rate = Double.isNaN(rate) && word.matches("[0-9.]+([eE]-?[0-9]+)?") ? Double.parseDouble(word) : rate;
        }
        double tenth = Double.isNaN(rate) ? 0.005 : SMALLER * rate;
        return facts.rule().startsWith("Adam") ? Math.min(0.005, tenth) : Math.min(0.1, tenth);
    }

    private String spread() {
        Layer layer = outputs.worst();
        String median = "the median " + (outputs.layers().size() > 1 ? "of " + layer.place() + " " : "") + "is "
            + Numbers.significant(outputs.last(layer, "q0.5"), 2);
        if (outputs.isSaturating()) {
            return Character.toUpperCase(median.charAt(0)) + median.substring(1) + "; nine of ten outputs lie from "
                + Numbers.significant(outputs.last(layer, "q0.05"), 2) + " to "
                + Numbers.significant(outputs.last(layer, "q0.95"), 2) + ".";
        }
        double zero = outputs.mean("zero");
        String all = outputs.layers().size() > 1 ? "outputs" : "all outputs";
        return zero > 0 ? Numbers.percent(zero, 0) + " of " + all + " are 0, " + median + "."
            : "No output is exactly 0, " + median + ".";
    }

    String normal() {
        return outputs.isSaturating() ? "Normal: few of the hidden outputs are saturated."
            : "Normal: less than half of a layer is dead (never fires).";
    }
}
