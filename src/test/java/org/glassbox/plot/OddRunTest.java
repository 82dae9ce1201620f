package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class OddRunTest {
    private static final Pattern BAD_PLACE = Pattern.compile("=\"[^\"]*(NaN|Infinity|null)[^\"]*\"");
    private static final Pattern FINE_PLACE = Pattern.compile(" (x|y|cx|cy|width|height|d)=\"[^\"]*\\.[0-9]{2}");

    static Stream<Map.Entry<String, OddRun>> runs() { return OddRuns.all().entrySet().stream(); }

    @ParameterizedTest
    @MethodSource("runs")
    void every_picture_of_every_odd_run_is_a_whole_drawing_in_both_forms(Map.Entry<String, OddRun> run)
        throws Exception {
        List<Chart> charts = run.getValue().charts();
        assertEquals(6, charts.size());
        for (Chart chart : charts) {
            String svg = SvgPen.draw(chart);
            assertFalse(BAD_PLACE.matcher(svg).find(), () -> run.getKey() + " " + svg);
            assertFalse(FINE_PLACE.matcher(svg).find(), run.getKey());
            assertTrue(svg.getBytes(StandardCharsets.UTF_8).length < 30_000,
                () -> run.getKey() + " " + chart.title() + svg.length());
            Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertEquals(0, read.getElementsByTagName("script").getLength());
            String json = PlotlyPen.draw(chart);
            assertFalse(json.contains("<") || json.contains("\u2028"), run.getKey());
            JsonObject figure = JsonParser.parseString(json).getAsJsonObject();
            long axes = figure.getAsJsonObject("layout").keySet().stream().filter(key -> key.startsWith("xaxis"))
                .count();
            assertEquals(chart.panels().stream().filter(panel -> !panel.isPlain()).count(), axes);
            assertFalse(chart.summary().isEmpty());
            assertTrue(
                chart.summary().stream()
                    .allMatch(line -> line.length() > 5 && !line.contains("null") && !line.contains("NaN times")),
                () -> run.getKey() + chart.summary());
        }
    }

    @Test
    void a_bad_number_is_a_red_cross_at_the_upper_edge() {
        Chart chart = new OddRun().losses(epoch -> epoch == 3 ? Double.NaN : 2 - 0.1 * epoch, v -> v).charts().get(0);
        Panel panel = chart.panels().stream().filter(each -> !each.isPlain()).findFirst().orElseThrow();
        Mark.Dot cross = panel.marks().stream()
            .filter(mark -> mark instanceof Mark.Dot dot && dot.shape() == Mark.Shape.CROSS)
            .map(Mark.Dot.class::cast).findFirst().orElseThrow();
        assertEquals(3, cross.points().x(0));
        assertEquals(panel.y(), panel.py(cross.points().y(0)), 1e-9);
        assertEquals(Tokens.NOT_FINITE, cross.colour());
    }

    @Test
    void a_gradient_of_exactly_zero_stands_on_the_lower_edge_with_its_zero() {
        Chart chart = OddRuns.all().get("no-gradient").charts().get(2);
        Panel panel = chart.panels().stream().filter(each -> !each.isPlain()).findFirst().orElseThrow();
        assertTrue(panel.marks().stream().anyMatch(mark -> mark instanceof Mark.Text text && text.text().equals("0")));
        assertTrue(SvgPen.draw(chart).contains("0 Linear 0<"));
    }
}
