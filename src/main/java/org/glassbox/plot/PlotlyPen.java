package org.glassbox.plot;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Shape;
import org.glassbox.plot.Mark.Stroke;

/**
 * Draws a chart for plotly.js 3: the same card, with hover, zoom and sliders. All words outside the panels come from
 * {@link SvgPen} as one image below, so both forms say and show the same.
 */
public final class PlotlyPen implements Pen {
    /** Plotly draws a diamond of size 2 with this radius. */
    private static final double DIAMOND = 1.3;
    private final PlotlyAxes axes;
    private final JsonArray data = new JsonArray();
    private final JsonArray annotations = new JsonArray();
    private final JsonArray shapes = new JsonArray();
    private final List<List<Integer>> stages = new ArrayList<>();
    private Panel panel;
    private int stage = -1;
    private Stroke ruled;

    private PlotlyPen(Chart chart) { this.axes = new PlotlyAxes(chart); }

    /** {@code chart} as JSON {data, layout, config} for {@code Plotly.newPlot}; safe to stand in a script. */
    public static String draw(Chart chart) {
        return new Gson().toJson(new PlotlyPen(chart).drawn(chart));   // Gson escapes < > & = ' and U+2028, U+2029
    }

    private JsonObject drawn(Chart chart) {
        for (Panel each : chart.panels()) {
            if (!each.isPlain()) {
                panel = each;
                ruled = null;
                axes.next(each);
                each.ground().forEach(this::ground);
                drawStages(chart, each);
                each.marks().forEach(mark -> mark.draw(this));
            }
        }
        JsonObject layout = axes.layout();
        layout.add("annotations", annotations);
        layout.add("shapes", shapes);
        layout.add("images", image(chart));
        if (chart.slider() != null) {
            layout.add("sliders", PlotlySlider.of(chart, stages, data.size()));
        }
        JsonObject figure = new JsonObject();
        figure.add("data", data);
        figure.add("layout", layout);
        return figure;
    }

    private void drawStages(Chart chart, Panel each) {
        for (stage = 0; stage < each.stages().size(); stage++) {
            int from = data.size();
            ruled = null;
            each.stages().get(stage).forEach(mark -> mark.draw(this));
            while (stages.size() <= stage) {
                stages.add(new ArrayList<>());
            }
            for (int i = from; i < data.size(); i++) {
                stages.get(stage).add(i);
                data.get(i).getAsJsonObject().addProperty("visible",
                    stage == (chart.slider() == null ? 0 : chart.slider().chosen()));
            }
        }
        stage = -1;
        ruled = null;
    }

    private static JsonArray image(Chart chart) {
        byte[] svg = SvgPen.drawCard(chart).getBytes(StandardCharsets.UTF_8);
        JsonObject image = new JsonObject();
        image.addProperty("source", "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg));
        image.addProperty("xref", "paper");
        image.addProperty("yref", "paper");
        image.addProperty("x", 0);
        image.addProperty("y", 1);
        image.addProperty("sizex", 1);
        image.addProperty("sizey", 1);
        image.addProperty("sizing", "stretch");
        image.addProperty("layer", "below");
        JsonArray images = new JsonArray();
        images.add(image);
        return images;
    }

    private void ground(Mark mark) {
        if (mark instanceof Mark.Bar bar) {
            JsonObject shape = new JsonObject();
            shape.addProperty("type", "rect");
            shape.addProperty("layer", "below");
            axes.put(shape, "xref", "yref");
            shape.add("x0", PlotlyJson.number(bar.x0()));
            shape.add("x1", PlotlyJson.number(bar.x1()));
            shape.add("y0", PlotlyJson.number(bar.y0()));
            shape.add("y1", PlotlyJson.number(bar.y1()));
            shape.addProperty("fillcolor", bar.fill());
            shape.add("line", PlotlyJson.object("width", 0));
            shapes.add(shape);
        } else {
            mark.draw(this);
        }
    }

    private JsonObject trace(String mode) {
        JsonObject trace = new JsonObject();
        trace.addProperty("type", "scatter");
        trace.addProperty("mode", mode);
        axes.put(trace, "xaxis", "yaxis");
        data.add(trace);
        ruled = null;
        return trace;
    }

    private static void notes(JsonObject trace, List<String> notes) {
        if (notes.isEmpty()) {
            trace.addProperty("hoverinfo", "skip");
        } else {
            trace.add("text", PlotlyJson.notes(notes));
            trace.addProperty("hovertemplate", "%{text}<extra></extra>");
        }
    }

    /** On a log axis what is 0 or less stands on the lower edge. */
    private JsonArray ys(Points points) {
        return PlotlyJson.numbers(points.size(),
            i -> panel.up().log() && points.y(i) <= 0 ? panel.up().low() : points.y(i));
    }

    private static JsonArray xs(Points points) { return PlotlyJson.numbers(points.size(), points::x); }

    @Override
    public void line(Mark.Line line) {
        JsonObject trace = trace("lines");
        trace.add("x", xs(line.points()));
        trace.add("y", ys(line.points()));
        trace.add("line", PlotlyJson.stroke(line.stroke()));
        notes(trace, line.notes());
    }

    @Override
    public void area(Mark.Area area) {
        JsonObject trace = trace("lines");
        JsonArray x = xs(area.upper().finite());
        JsonArray y = ys(area.upper().finite());
        Points lower = area.lower().finite();
        for (int i = lower.size() - 1; i >= 0; i--) {
            x.add(PlotlyJson.number(lower.x(i)));
            y.add(PlotlyJson.number(lower.y(i)));
        }
        trace.add("x", x);
        trace.add("y", y);
        trace.addProperty("fill", "toself");
        trace.addProperty("fillcolor", area.fill());
        boolean edge = !area.edge().isEmpty();
        trace.add("line", PlotlyJson.stroke(Stroke.of(edge ? area.edge() : area.fill(), edge ? 1 : 0)));
        notes(trace, List.of());
    }

    @Override
    public void dot(Mark.Dot dot) {
        JsonObject trace = trace("markers");
        trace.add("x", xs(dot.points()));
        trace.add("y", ys(dot.points()));
        JsonObject marker = new JsonObject();
        Shape shape = dot.shape();
        boolean hollow = shape == Shape.RING || shape == Shape.DIAMOND;
        marker.addProperty("symbol", symbol(shape));
        double size = 2 * dot.radius() + (shape == Shape.FULL_DIAMOND ? 1 : 0);
        marker.addProperty("size", symbol(shape).equals("diamond") ? size / DIAMOND : size);
        marker.addProperty("color", hollow ? Tokens.CARD : dot.colour());
        marker.addProperty("opacity", 1);
        double edge = shape == Shape.CROSS ? 2.2 : shape == Shape.HALO ? 1.2 : hollow ? 1.5 : 0;
        JsonObject line = PlotlyJson.object("width", edge);
        line.addProperty("color", dot.colour());
        marker.add("line", line);
        trace.add("marker", marker);
        trace.addProperty("cliponaxis", shape != Shape.CROSS);
        notes(trace, dot.notes());
    }

    private static String symbol(Shape shape) {
        return switch (shape) {
            case DISC, RING -> "circle";
            case HALO -> "circle-open";
            case DIAMOND, FULL_DIAMOND -> "diamond";
            case SQUARE -> "square";
            case DOWN -> "triangle-down";
            case CROSS -> "x-thin";
        };
    }

    @Override
    public void bar(Mark.Bar bar) {
        Points upper = Points.of(new double[] {bar.x0(), bar.x1()}, new double[] {bar.y1(), bar.y1()});
        area(new Mark.Area(upper, upper.withY(y -> bar.y0()), bar.fill()));
    }

    @Override
    public void cell(Mark.Cell cell) {
        JsonObject trace = trace("");
        trace.remove("mode");
        trace.addProperty("type", "heatmap");
        int rows = (cell.shares().size() + cell.columns() - 1) / cell.columns();
        JsonArray z = new JsonArray();
        for (int row = 0; row < rows; row++) {
            List<Double> values = cell.shares().subList(row * cell.columns(),
                Math.min(cell.shares().size(), (row + 1) * cell.columns()));
            z.add(PlotlyJson.numbers(values.size(), values::get));
        }
        trace.add("z", z);
        double dx = (cell.x1() - cell.x0()) / cell.columns();
        double dy = (cell.y1() - cell.y0()) / rows;
        trace.add("x0", PlotlyJson.number(cell.x0() + dx / 2));
        trace.add("dx", PlotlyJson.number(dx));
        trace.add("y0", PlotlyJson.number(cell.y0() + dy / 2));
        trace.add("dy", PlotlyJson.number(dy));
        trace.add("colorscale", PlotlyJson.ramp(cell.below(), Tokens.CARD, cell.colour()));
        trace.addProperty("zmin", -1);
        trace.addProperty("zmax", 1);
        trace.addProperty("showscale", false);
    }

    /** Rules of one look that follow each other are one trace with gaps. */
    @Override
    public void rule(Mark.Rule rule) {
        Points ends = Points.of(new double[] {rule.x0(), rule.x1()}, new double[] {rule.y0(), rule.y1()});
        if (!rule.stroke().equals(ruled)) {
            line(new Mark.Line(ends, rule.stroke()));
            ruled = rule.stroke();
            return;
        }
        JsonObject trace = data.get(data.size() - 1).getAsJsonObject();
        JsonArray x = trace.getAsJsonArray("x");
        JsonArray y = trace.getAsJsonArray("y");
        x.add((Number) null);
        y.add((Number) null);
        x.addAll(xs(ends));
        y.addAll(ys(ends));
    }

    @Override
    public void text(Mark.Text text) {
        if (stage >= 0) {
            textTrace(text);
            return;
        }
        JsonObject note = new JsonObject();
        axes.put(note, "xref", "yref");
        note.add("x", PlotlyJson.number(axes.onAxis(panel.across(), text.x())));
        note.add("y", PlotlyJson.number(axes.onAxis(panel.up(), text.y())));
        note.addProperty("text", PlotlyJson.escaped(text.text()));
        note.addProperty("showarrow", false);
        note.addProperty("borderpad", 0);
        note.addProperty("xanchor",
            text.anchor() == Anchor.START ? "left" : text.anchor() == Anchor.END ? "right" : "center");
        note.addProperty("yanchor", "middle");
        note.add("xshift", PlotlyJson.number(text.dx()));
        note.add("yshift", PlotlyJson.number(-text.dy() + PlotlyJson.BASE_LINE * text.size()));
        note.add("font", PlotlyJson.font(text.size(), text.bold(), text.colour()));
        if (!text.halo().isEmpty()) {
            note.addProperty("bgcolor", text.halo());
        }
        annotations.add(note);
    }

    /** A text that changes with the slider must be a trace: annotations cannot be hidden by a slider of ours and kept on zoom. */
    private void textTrace(Mark.Text text) {
        JsonObject trace = trace("text");
        double x = panel.across().valueAt(panel.across().at(text.x()) + text.dx() / panel.width());
        double up = text.dy() - PlotlyJson.BASE_LINE * text.size();
        double y = panel.up().valueAt(panel.up().at(text.y()) - up / panel.height());
        trace.add("x", PlotlyJson.numbers(1, i -> x));
        trace.add("y", PlotlyJson.numbers(1, i -> y));
        JsonArray words = new JsonArray();
        words.add(PlotlyJson.escaped(text.text()));
        trace.add("text", words);
        String side = text.anchor() == Anchor.START ? "right" : text.anchor() == Anchor.END ? "left" : "center";
        trace.addProperty("textposition", String.format(Locale.ROOT, "middle %s", side));
        trace.add("textfont", PlotlyJson.font(text.size(), text.bold(), text.colour()));
        trace.addProperty("hoverinfo", "skip");
        trace.addProperty("cliponaxis", false);
    }

    @Override
    public void link(Mark.Link link) {
        JsonObject arrow = new JsonObject();
        axes.put(arrow, "xref", "yref");
        axes.put(arrow, "axref", "ayref");
        arrow.add("ax", PlotlyJson.number(axes.onAxis(panel.across(), link.x0())));
        arrow.add("ay", PlotlyJson.number(axes.onAxis(panel.up(), link.y0())));
        arrow.add("x", PlotlyJson.number(axes.onAxis(panel.across(), link.x1())));
        arrow.add("y", PlotlyJson.number(axes.onAxis(panel.up(), link.y1())));
        arrow.addProperty("text", "");
        arrow.addProperty("showarrow", true);
        arrow.addProperty("arrowhead", link.arrow() ? 2 : 0);
        arrow.addProperty("arrowwidth", link.width());
        arrow.addProperty("arrowcolor", link.colour());
        annotations.add(arrow);
    }
}
