package org.glassbox.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** The slider of a chart: each step shows the traces of one stage and hides those of the others. */
final class PlotlySlider {
    private PlotlySlider() {}

    static JsonArray of(Chart chart, List<List<Integer>> stages, int traces) {
        Chart.Slider choice = chart.slider();
        JsonObject slider = new JsonObject();
        slider.addProperty("active", choice.chosen());
        slider.add("x", PlotlyJson.number(choice.x() / chart.width()));
        slider.add("y", PlotlyJson.number(1 - choice.y() / chart.height()));
        slider.addProperty("xanchor", "left");
        slider.addProperty("yanchor", "middle");
        slider.addProperty("lenmode", "fraction");
        slider.add("len", PlotlyJson.number(choice.width() / chart.width()));
        slider.add("pad", padding());
        slider.addProperty("ticklen", 0);
        slider.addProperty("minorticklen", 0);
        slider.addProperty("bgcolor", Tokens.TRACK);
        slider.addProperty("activebgcolor", Tokens.TRAINING);
        slider.addProperty("bordercolor", Tokens.AXIS);
        slider.addProperty("borderwidth", 1);
        slider.add("font", PlotlyJson.font(1, false, "rgba(0,0,0,0)"));   // its own labels would not fit: the stage names itself
        JsonObject current = new JsonObject();
        current.addProperty("visible", false);
        slider.add("currentvalue", current);
        slider.add("steps", steps(choice, stages));
        JsonArray sliders = new JsonArray();
        sliders.add(slider);
        return sliders;
    }

    private static JsonObject padding() {
        JsonObject none = new JsonObject();
        for (String side : new String[] {"l", "r", "t", "b"}) {
            none.addProperty(side, 0);
        }
        return none;
    }

    private static JsonArray steps(Chart.Slider choice, List<List<Integer>> stages) {
        JsonArray all = new JsonArray();
        stages.forEach(stage -> stage.forEach(all::add));
        JsonArray steps = new JsonArray();
        for (int k = 0; k < choice.choices().size() && k < stages.size(); k++) {
            JsonArray visible = new JsonArray();
            for (int j = 0; j < stages.size(); j++) {
                for (int i = 0; i < stages.get(j).size(); i++) {
                    visible.add(j == k);
                }
            }
            JsonObject change = new JsonObject();
            change.add("visible", visible);
            JsonArray arguments = new JsonArray();
            arguments.add(change);
            arguments.add(all.deepCopy());
            JsonObject step = new JsonObject();
            step.addProperty("label", PlotlyJson.escaped(choice.choices().get(k)));
            step.addProperty("method", "restyle");
            step.add("args", arguments);
            steps.add(step);
        }
        return steps;
    }
}
