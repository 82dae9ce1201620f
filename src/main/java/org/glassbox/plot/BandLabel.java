package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;

/** Names the band of single batches where there is room, below it or above it, with a fine line to its edge. */
final class BandLabel {
    private static final double LINE = 14;
    private static final Stroke FINE = Stroke.of(Tokens.AXIS, 1);
    private static final List<List<String>> FORMS = List.of(List.of("single batches, min to max"),
        List.of("single batches,", "min to max"));

    private BandLabel() {}

    /** The words and the line, in px of the card, left of {@code right}; nothing where no room is found. */
    static List<Mark> beside(Panel panel, Mark.Area band, List<Points> lines, double right) {
        if (band == null) {
            return List.of();
        }
        for (List<String> words : FORMS) {
            double width = words.stream().mapToDouble(w -> Words.wideWidth(w, Tokens.SMALL, false)).max().orElse(0);
            for (double x = panel.x() + 8; x + width < right - 8; x += 8) {
                List<Mark> marks = below(panel, band, lines, words, new Span(x, x + width));
                if (!marks.isEmpty()) {
                    return marks;
                }
            }
        }
        return above(panel, band, lines, right);
    }

    /** A part of the panel from left to right, px. */
    private record Span(double left, double right) {
        double middle() { return (left + right) / 2; }
    }

    private static List<Mark> below(Panel panel, Mark.Area band, List<Points> lines, List<String> words, Span span) {
        double bottom = panel.y() + panel.height() - 7;
        double height = LINE * words.size();
        double lowest = panel.y();
        for (Points line : with(band.lower(), lines)) {
            lowest = Math.max(lowest, extent(panel, line, span)[1]);
        }
        if (bottom - height - lowest < 8) {
            return List.of();
        }
        double top = Math.min(bottom - height, lowest + 34);
        double edge = extent(panel, band.lower(), new Span(span.middle() - 1, span.middle() + 1))[1];
        return marks(words, span, top + 9, new Mark.Rule(span.middle() - 4, top - 3, span.middle(), edge - 3, FINE));
    }

    /** Between the chance line, or the upper edge, and the band. */
    private static List<Mark> above(Panel panel, Mark.Area band, List<Points> lines, double right) {
        double width = Words.wideWidth(FORMS.get(0).get(0), Tokens.SMALL, false);
        for (double x = right - 8 - width; x > panel.x() + 8; x -= 8) {
            Span span = new Span(x, x + width);
            double highest = panel.y() + panel.height();
            double ceiling = panel.y();
            for (Points line : with(band.upper(), lines)) {
                highest = Math.min(highest, extent(panel, line, span)[0]);
            }
            for (Mark mark : panel.marks()) {
                boolean level = mark instanceof Mark.Rule rule && rule.y0() == rule.y1()
                    && panel.py(rule.y0()) < highest;
                ceiling = level ? Math.max(ceiling, panel.py(((Mark.Rule) mark).y0()) + 6) : ceiling;
            }
            double line = Math.max(ceiling + 14, highest - 20);
            if (line + 8 < highest) {
                double edge = extent(panel, band.upper(), new Span(span.middle() - 1, span.middle() + 1))[0];
                return marks(FORMS.get(0), span, line,
                    new Mark.Rule(span.middle() - 4, line + 4, span.middle(), edge + 3, FINE));
            }
        }
        return List.of();
    }

    private static List<Points> with(Points edge, List<Points> lines) {
        List<Points> all = new ArrayList<>(lines);
        all.add(edge);
        return all;
    }

    private static List<Mark> marks(List<String> words, Span span, double line, Mark pointer) {
        List<Mark> marks = new ArrayList<>(List.of(pointer));
        for (String each : words) {
            marks.add(Text.of(span.left(), line + LINE * (marks.size() - 1), each).small());
        }
        return marks;
    }

    /** The highest and the lowest place of the points within a span, px from above; lower and upper edge if there is none. */
    private static double[] extent(Panel panel, Points points, Span span) {
        double highest = panel.y() + panel.height();
        double lowest = panel.y();
        for (int i = 0; i + 1 < points.size(); i++) {
            boolean meets = panel.px(points.x(i + 1)) >= span.left() - 4 && panel.px(points.x(i)) <= span.right() + 4;
            if (meets && Double.isFinite(points.y(i)) && Double.isFinite(points.y(i + 1))) {
                double a = panel.py(points.y(i));
                double b = panel.py(points.y(i + 1));
                highest = Math.min(highest, Math.min(a, b));
                lowest = Math.max(lowest, Math.max(a, b));
            }
        }
        return new double[] {highest, lowest};
    }
}
