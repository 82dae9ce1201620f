package org.glassbox.plot;

import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Panel.Lines;

/** Grid, axis and tick names of a panel, in SVG. */
final class SvgAxes {
    private SvgAxes() {}

    static void drawGrid(Panel panel, StringBuilder svg) {
        if (panel.lines() == Lines.ROWS) {
            for (Scale.Tick tick : panel.up().ticks()) {
                double y = panel.py(tick.value());
                if (panel.y() + panel.height() - y > 0.5) {   // not below the axis itself
                    line(svg, panel.x(), y, panel.x() + panel.width(), y, gridColour(panel, tick.value()));
                }
            }
        } else if (panel.lines() == Lines.COLUMNS) {
            for (Scale.Tick tick : panel.across().ticks()) {
                double x = panel.px(tick.value());
                line(svg, x, panel.y(), x, panel.y() + panel.height(), Tokens.GRID);
            }
        }
    }

    private static String gridColour(Panel panel, double value) {
        boolean onBand = panel.ground().stream()
            .anyMatch(mark -> mark instanceof Mark.Bar bar && bar.fill().equals(Tokens.BAND)
                && value >= Math.min(bar.y0(), bar.y1()) && value <= Math.max(bar.y0(), bar.y1()));
        return onBand ? Tokens.GRID_ON_BAND : Tokens.GRID;
    }

    static void drawTicks(Panel panel, StringBuilder svg) {
        if (panel.isPlain() || panel.lines() == Lines.BARE) {
            return;
        }
        double bottom = panel.y() + panel.height();
        line(svg, panel.x(), bottom, panel.x() + panel.width(), bottom, Tokens.AXIS);
        for (Scale.Tick tick : panel.across().ticks()) {
            double x = panel.px(tick.value());
            if (panel.lines() == Lines.ROWS) {
                line(svg, x, bottom, x, bottom + Tokens.TICK, Tokens.AXIS);
            }
            name(svg, x, bottom + Tokens.TICK_TEXT, tick, Anchor.MIDDLE);
        }
        for (Scale.Tick tick : panel.up().ticks()) {
            name(svg, panel.x() - 8, panel.py(tick.value()) + 4, tick, Anchor.END);
        }
    }

    private static void name(StringBuilder svg, double x, double y, Scale.Tick tick, Anchor anchor) {
        if (!tick.name().isEmpty()) {
            svg.append("<text x=\"").append(SvgText.number(x)).append("\" y=\"").append(SvgText.number(y))
                .append("\" font-size=\"11\"")
                .append(tick.strong() ? " font-weight=\"600\"" : " fill=\"" + Tokens.SUB + "\"")
                .append(anchor == Anchor.END ? " text-anchor=\"end\">" : " text-anchor=\"middle\">")
                .append(SvgText.escaped(tick.name())).append("</text>\n");
        }
    }

    private static void line(StringBuilder svg, double x0, double y0, double x1, double y1, String colour) {
        svg.append("<path d=\"M").append(SvgText.pair(x0, y0))
            .append(x0 == x1 ? "V" + SvgText.number(y1) : "H" + SvgText.number(x1))
            .append('"').append(SvgText.stroke(Stroke.of(colour, 1))).append("/>\n");
    }
}
