package org.glassbox.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** The layout of a Plotly figure: every panel's pair of axes at the place that it has on the card. */
final class PlotlyAxes {
    /** Axes reach a little beyond the panel, so that dots on its edge are not cut. */
    private static final double AIR = 6;
    private final JsonObject layout = new JsonObject();
    private final double width;
    private final double height;
    private int count;

    PlotlyAxes(Chart chart) {
        this.width = chart.width();
        this.height = chart.height();
        layout.add("width", PlotlyJson.number(width));
        layout.add("height", PlotlyJson.number(height));
        JsonObject margin = new JsonObject();
        for (String side : new String[] {"l", "r", "t", "b", "pad"}) {
            margin.addProperty(side, 0);
        }
        layout.add("margin", margin);
        layout.addProperty("paper_bgcolor", "rgba(0,0,0,0)");
        layout.addProperty("plot_bgcolor", "rgba(0,0,0,0)");
        layout.addProperty("showlegend", false);
        layout.addProperty("hovermode", "closest");
        layout.addProperty("hoverdistance", 30);
        layout.addProperty("dragmode", "zoom");
        layout.add("font", PlotlyJson.font(Tokens.SMALL, false, Tokens.SUB));
        JsonObject label = new JsonObject();
        label.addProperty("bgcolor", Tokens.CARD);
        label.addProperty("bordercolor", Tokens.AXIS);
        label.addProperty("align", "left");
        label.add("font", PlotlyJson.font(Tokens.SMALL + 1, false, Tokens.INK));
        layout.add("hoverlabel", label);
        JsonObject buttons = new JsonObject();
        buttons.addProperty("orientation", "v");   // in the margin, not on the words
        buttons.addProperty("bgcolor", "rgba(0,0,0,0)");
        buttons.addProperty("color", Tokens.AXIS);
        buttons.addProperty("activecolor", Tokens.TRAINING);
        layout.add("modebar", buttons);
    }

    JsonObject layout() { return layout; }

    /** The axes of the next panel; {@link #put} names these from now on. */
    void next(Panel panel) {
        count++;
        JsonObject across = axis(panel.across(), panel.width(), AIR, AIR);
        across.add("domain", PlotlyJson.numbers((panel.x() - AIR) / width, (panel.x() + panel.width() + AIR) / width));
        across.addProperty("anchor", "y" + suffix());
        across.addProperty("showgrid", panel.lines() == Panel.Lines.COLUMNS);
        across.addProperty("showline", true);
        if (panel.lines() == Panel.Lines.ROWS) {
            across.addProperty("ticks", "outside");
            across.add("ticklen", PlotlyJson.number(Tokens.TICK));
            across.addProperty("tickcolor", Tokens.AXIS);
        }
        JsonObject up = axis(panel.up(), panel.height(), 0, AIR);
        up.add("domain", PlotlyJson.numbers(1 - (panel.y() + panel.height()) / height, 1 - (panel.y() - AIR) / height));
        up.addProperty("anchor", "x" + suffix());
        up.addProperty("showline", false);
        up.addProperty("ticklabelstandoff", 2);
        up.addProperty("showgrid", panel.lines() == Panel.Lines.ROWS);
        if (panel.lines() == Panel.Lines.BARE) {
            across.addProperty("visible", false);
            up.addProperty("visible", false);
        }
        layout.add("xaxis" + suffix(), across);
        layout.add("yaxis" + suffix(), up);
    }

    private static JsonObject axis(Scale scale, double px, double before, double after) {
        JsonObject axis = new JsonObject();
        axis.addProperty("type", scale.log() ? "log" : "linear");
        double from = scale.valueAt(-before / px);
        double to = scale.valueAt(1 + after / px);
        axis.add("range", PlotlyJson.numbers(scale.log() ? Math.log10(from) : from, scale.log() ? Math.log10(to) : to));
        axis.addProperty("tickmode", "array");
        axis.add("tickvals", PlotlyJson.numbers(scale.ticks().size(), i -> scale.ticks().get(i).value()));
        JsonArray names = PlotlyJson.texts(scale.ticks().stream().map(tick -> tick.strong()
            ? "<b style=\"color:" + Tokens.INK + "\">" + PlotlyJson.escaped(tick.name()) + "</b>"
            : PlotlyJson.escaped(tick.name())));
        axis.add("ticktext", names);
        axis.add("tickfont", PlotlyJson.font(Tokens.SMALL, false, Tokens.SUB));
        axis.addProperty("nticks", 6);
        axis.addProperty("exponentformat", "none");
        axis.addProperty("minorloglabels", "complete");
        axis.addProperty("linecolor", Tokens.AXIS);
        axis.addProperty("gridcolor", Tokens.GRID);
        axis.addProperty("zeroline", false);
        return axis;
    }

    /** Names the panel's axes in a trace, shape or annotation. */
    void put(JsonObject object, String across, String up) {
        object.addProperty(across, "x" + suffix());
        object.addProperty(up, "y" + suffix());
    }

    /** Where an annotation at {@code value} stands: on a log axis Plotly wants its logarithm. */
    double onAxis(Scale scale, double value) {
        return scale.log() ? Math.log10(scale.valueAt(scale.at(value))) : value;
    }

    private String suffix() { return count == 1 ? "" : Integer.toString(count); }
}
