package org.glassbox.plot;

import java.util.List;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;

/** Names the band of single batches where there is room below or above it, with a fine line to its edge. */
final class BandLabel {
    private static final double LINE = 14;
    private static final List<List<String>> FORMS = List.of(List.of("single batches, min to max"),
        List.of("single batches,", "min to max"));

    private BandLabel() {}

    /** The words and the line, in px of the card; nothing where no room is found. */
    static List<Mark> beside(Panel panel, Mark.Area band, List<Points> lines) {
        if (band == null) {
            return List.of();
        }
        for (List<String> words : FORMS) {
            double width = words.stream().mapToDouble(w -> Words.wideWidth(w, Tokens.SMALL, false)).max().orElse(0);
            List<Mark> below = below(panel, band, lines, words, width);
            if (!below.isEmpty()) {
                return below;
            }
        }
        return List.of();
    }

    private static List<Mark> below(Panel panel, Mark.Area band, List<Points> lines, List<String> words, double width) {
        double bottom = panel.y() + panel.height() - 8;
        double height = LINE * words.size();
        for (double x = panel.x() + 8; x + width < panel.x() + panel.width() - 8; x += 8) {
            double lowest = Math.max(lowest(panel, band.lower(), x - 4, x + width + 4), panel.y());
            for (Points line : lines) {
                lowest = Math.max(lowest, lowest(panel, line, x - 4, x + width + 4));
            }
            if (bottom - height - lowest < 10) {
                continue;
            }
            double top = Math.min(bottom - height, lowest + 34);
            double middle = x + width / 2;
            double edge = lowest(panel, band.lower(), middle - 1, middle + 1);
            return List.of(Text.of(x, top + 9, words.get(0)).small(),
                Text.of(x, top + 9 + LINE, words.size() > 1 ? words.get(1) : "").small(),
                new Mark.Rule(middle - 4, top - 3, middle, edge - 3, Stroke.of(Tokens.AXIS, 1)));
        }
        return List.of();
    }

    /** The lowest place of the points between two columns, px from above; the upper edge if there is none. */
    private static double lowest(Panel panel, Points points, double from, double to) {
        double lowest = panel.y();
        for (int i = 0; i + 1 < points.size(); i++) {
            double x0 = panel.px(points.x(i));
            double x1 = panel.px(points.x(i + 1));
            if (x1 >= from && x0 <= to && Double.isFinite(points.y(i)) && Double.isFinite(points.y(i + 1))) {
                lowest = Math.max(lowest, Math.max(panel.py(points.y(i)), panel.py(points.y(i + 1))));
            }
        }
        return lowest;
    }
}
