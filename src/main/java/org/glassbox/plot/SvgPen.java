package org.glassbox.plot;

import java.util.List;
import java.util.Locale;
import org.glassbox.plot.Mark.Anchor;

/**
 * Draws a chart as SVG that reads everywhere: no id, class, style sheet, clip path or marker (several figures share one page),
 * places to 0.1 px, and a card of its own so that it reads in a dark page too.
 */
public final class SvgPen implements Pen {
    private final StringBuilder svg = new StringBuilder(20_000);
    private Panel panel;

    private SvgPen() {}

    /** {@code chart} as an SVG document. */
    public static String draw(Chart chart) {
        return new SvgPen().drawn(chart, chart.panels());
    }

    /** The card of {@code chart} with its words, without the panels that have axes. */
    static String drawCard(Chart chart) {
        return new SvgPen().drawn(chart, chart.panels().stream().filter(Panel::isPlain).toList());
    }

    private String drawn(Chart chart, List<Panel> panels) {
        String w = SvgText.number(chart.width());
        String h = SvgText.number(chart.height());
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" "
            + "style=\"max-width:100%%;height:auto;font-variant-numeric:tabular-nums\" font-family=\"%s\" font-size=\"13\" "
            + "fill=\"%s\">", w, h, w, h, Tokens.FONT, Tokens.INK);
        add("<title>%s</title>", SvgText.escaped(chart.title()));
        add("<desc>%s</desc>", SvgText.escaped(chart.sentence()));
        add("<rect x=\"0.5\" y=\"0.5\" width=\"%s\" height=\"%s\" rx=\"8\" fill=\"%s\" stroke=\"%s\"/>",
            SvgText.number(chart.width() - 1), SvgText.number(chart.height() - 1), Tokens.CARD, Tokens.EDGE);
        int stage = chart.slider() == null ? 0 : chart.slider().chosen();
        for (Panel each : panels) {
            panel = each;
            each.ground().forEach(mark -> mark.draw(this));
            SvgAxes.drawGrid(each, svg);
            if (stage < each.stages().size()) {
                each.stages().get(stage).forEach(mark -> mark.draw(this));
            }
            each.marks().forEach(mark -> mark.draw(this));
            SvgAxes.drawTicks(each, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    @Override
    public void line(Mark.Line line) {
        path(SvgText.path(panel.pixels(line.points())), "none", line.stroke(), " stroke-linejoin=\"round\"");
    }

    @Override
    public void area(Mark.Area area) {
        String upper = SvgText.path(panel.pixels(area.upper()));
        String lower = SvgText.pathBack(panel.pixels(area.lower()));
        if (!upper.isEmpty()) {
            add("<path d=\"%s%sZ\" fill=\"%s\"%s/>", upper, lower, area.fill(),
                area.edge().isEmpty() ? "" : " stroke=\"" + area.edge() + "\"");
        }
    }

    @Override
    public void dot(Mark.Dot dot) {
        Points at = panel.pixels(dot.points());
        for (int i = 0; i < at.size(); i++) {
            if (Double.isFinite(at.x(i)) && Double.isFinite(at.y(i))) {
                svg.append(SvgText.dot(dot, at.x(i), at.y(i))).append('\n');
            }
        }
    }

    @Override
    public void bar(Mark.Bar bar) {
        double x = Math.min(panel.px(bar.x0()), panel.px(bar.x1()));
        double y = Math.min(panel.py(bar.y0()), panel.py(bar.y1()));
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s fill=\"%s\"/>", SvgText.number(x), SvgText.number(y),
            SvgText.number(Math.abs(panel.px(bar.x1()) - panel.px(bar.x0()))),
            SvgText.number(Math.abs(panel.py(bar.y1()) - panel.py(bar.y0()))),
            bar.round() > 0 ? " rx=\"" + SvgText.number(bar.round()) + "\"" : "", bar.fill());
    }

    @Override
    public void cell(Mark.Cell cell) { svg.append(SvgCells.draw(cell, panel)); }

    @Override
    public void rule(Mark.Rule rule) {
        String d = "M" + SvgText.pair(panel.px(rule.x0()), panel.py(rule.y0())) + "L"
            + SvgText.pair(panel.px(rule.x1()), panel.py(rule.y1()));
        path(d, "", rule.stroke(), "");
    }

    @Override
    public void text(Mark.Text text) {
        double x = panel.px(text.x()) + text.dx();
        double y = panel.py(text.y()) + text.dy();
        add("<text x=\"%s\" y=\"%s\"%s%s%s%s%s>%s</text>", SvgText.number(x), SvgText.number(y),
            text.size() == Tokens.TEXT ? "" : " font-size=\"" + SvgText.number(text.size()) + "\"",
            text.colour().equals(Tokens.INK) ? "" : " fill=\"" + text.colour() + "\"",
            text.anchor() == Anchor.START ? ""
                : " text-anchor=\"" + text.anchor().name().toLowerCase(Locale.ROOT) + "\"",
            text.bold() ? " font-weight=\"600\"" : "",
            text.halo().isEmpty() ? ""
                : " stroke=\"" + text.halo() + "\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
            SvgText.escaped(text.text()));
    }

    @Override
    public void link(Mark.Link link) {
        svg.append(
            SvgText.arrow(link, panel.px(link.x0()), panel.py(link.y0()), panel.px(link.x1()), panel.py(link.y1())));
    }

    private void path(String d, String fill, Mark.Stroke stroke, String more) {
        if (!d.isEmpty()) {
            add("<path d=\"%s\"%s%s%s/>", d, fill.isEmpty() ? "" : " fill=\"" + fill + "\"", SvgText.stroke(stroke),
                more);
        }
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
