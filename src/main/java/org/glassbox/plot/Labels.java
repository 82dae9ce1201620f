package org.glassbox.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.glassbox.plot.Mark.Text;

/**
 * Labels in a column, each beside what it names and none upon another: those that would touch are moved, as little as possible
 * in the least squares sense (a group moves as one, Ayer and others 1955, «pool adjacent violators»).
 */
final class Labels {
    /** A label of one or more lines that would like its first line to stand at {@code place}. */
    private record Label(double place, List<Text> lines) {
        double height() { return Tokens.LABEL * lines.size() + (lines.size() > 1 ? 3 : 0); }
    }

    private final List<Label> labels = new ArrayList<>();

    /** Adds a label whose first line would like to be centred at {@code place}, px from above. */
    Labels add(double place, Text... lines) {
        labels.add(new Label(place, List.of(lines)));
        return this;
    }

    /** The texts, anchored at their place and moved on or near it, all between {@code top} and {@code bottom}; all in px. */
    List<Text> placed(double top, double bottom) {
        List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::place)).toList();
        double[] wanted = sorted.stream().mapToDouble(Label::place).toArray();
        double[] heights = sorted.stream().mapToDouble(Label::height).toArray();
        double[] at = pushed(wanted, heights, top, bottom);
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            int line = 0;
            for (Text text : sorted.get(i).lines()) {
                texts.add(text.from(text.x(), wanted[i]).shifted(0, at[i] - wanted[i] + Tokens.LABEL * line++ + 4));
            }
        }
        return texts;
    }

    /**
     * New places, in order: neighbours at least the upper one's height apart, none above {@code top} or so low that it would
     * leave {@code bottom} (if all fit).
     */
    static double[] pushed(double[] wanted, double[] heights, double top, double bottom) {
        int n = wanted.length;
        double[] offset = new double[n];   // of each from the first, when all touch
        for (int i = 1; i < n; i++) {
            offset[i] = offset[i - 1] + heights[i - 1];
        }
        double[] sum = new double[n];
        int[] count = new int[n];
        int groups = 0;
        for (int i = 0; i < n; i++) {
            sum[groups] = wanted[i] - offset[i];
            count[groups++] = 1;
            while (groups > 1 && sum[groups - 2] / count[groups - 2] > sum[groups - 1] / count[groups - 1]) {
                sum[groups - 2] += sum[groups - 1];
                count[groups - 2] += count[--groups];
            }
        }
        double[] places = new double[n];
        double lowest = n == 0 ? 0 : bottom - offset[n - 1] - heights[n - 1] + Tokens.LABEL / 2;
        int i = 0;
        for (int g = 0; g < groups; g++) {
            double base = Math.max(top, Math.min(lowest, sum[g] / count[g]));
            for (int k = 0; k < count[g]; k++, i++) {
                places[i] = base + offset[i];
            }
        }
        return places;
    }
}
