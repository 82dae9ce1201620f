package org.glassbox.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.glassbox.plot.Chart;
import org.glassbox.plot.PlotlyPen;
import org.glassbox.plot.SvgPen;

/** A chart in a cell: its words; a picture that shows everywhere, even where nothing is trusted; and the same, interactive. */
final class ChartHtml {
    private ChartHtml() {}

    static Bundle bundle(Chart chart) { return bundle(chart, chart.text()); }

    /** With other words where nothing can be drawn. */
    static Bundle bundle(Chart chart, String text) {
        String image = image(chart);
        return Bundle.of(text, chart.still() ? image : Html.alive(image, PlotlyPen.draw(chart), chart.sentence()));
    }

    /** Only an image with a data address passes every sanitizer; SVG in the page does not. */
    private static String image(Chart chart) {
        String svg = Base64.getEncoder().encodeToString(SvgPen.draw(chart).getBytes(StandardCharsets.UTF_8));
        return "<img src=\"data:image/svg+xml;base64," + svg + "\" width=\"" + Math.round(chart.width()) + "\" alt=\""
            + Html.escaped(chart.title() + " " + chart.sentence()) + "\" style=\"max-width:100%;height:auto\">";
    }
}
