package org.glassbox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glassbox.plot.Chart;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;

class BundleTest {
    private static final String BAD = "</script><img src=x onerror=alert(1)>\u2028";

    private final Table table = Table.create("a <b> table", DoubleColumn.create("epoch", 0, 1, 2),
        DoubleColumn.create("loss", 2.5, Double.NaN, 0.062317000000000004),
        StringColumn.create("who", BAD, "it's", "d\"q\\"));

    @Test
    void words_and_numbers_are_shown_as_they_are() {
        assertEquals("null", Bundle.of(null).text());
        assertEquals("a\nb", Bundle.of("a\nb").text());
        assertEquals("0.5", Bundle.of(0.5).text());
        assertEquals(Map.of("text/plain", "0.5"), Bundle.of(0.5).data());
    }

    @Test
    void arrays_show_their_elements_and_long_ones_say_what_is_left_out() {
        assertEquals("[[1.0, 2.0], null]", Bundle.of(new double[][] {{1, 2}, null}).text());
        assertEquals("{a=[1, 2]}", Bundle.of(Map.of("a", new int[] {1, 2})).text());
        assertTrue(Bundle.of(new int[5000]).text().endsWith(", 0, … 4000 more]"));
        assertTrue(Bundle.of(IntStream.range(0, 1002).boxed().toList()).text().endsWith("999, … 2 more]"));
    }

    @Test
    void a_value_that_cannot_print_itself_does_no_harm() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertTrue(Bundle.of(self).text().startsWith("[[["));
        Object broken = new Object() {
            @Override
            public String toString() { throw new StackOverflowError(); }
        };
        assertTrue(Bundle.of(broken).text().contains("StackOverflowError"));
    }

    @Test
    void what_shows_itself_is_asked() {
        Shown own = () -> Bundle.of("words", "<i>words</i>");
        assertEquals("<i>words</i>", Bundle.of(own).data().get(Bundle.HTML));
        assertTrue(Displays.types().containsAll(List.of(Chart.class, Table.class, Figure.class)));
    }

    @Test
    void a_table_shows_names_types_and_rows_with_all_texts_escaped() {
        String html = Bundle.of(table).data().get(Bundle.HTML);
        assertFalse(html.contains("<img"));
        assertTrue(html.contains("a &lt;b&gt; table"));
        assertTrue(html.contains("3 rows, 3 columns"));
        assertTrue(html.contains(">double<"));
        assertTrue(html.contains(">0.062317<"));
        assertTrue(Bundle.of(table).text().contains("epoch"));
    }

    @Test
    void a_long_table_shows_its_first_and_last_rows() {
        Table longer = Table.create("long",
            DoubleColumn.create("n", IntStream.range(0, 5000).asDoubleStream().toArray()));
        String html = Bundle.of(longer).data().get(Bundle.HTML);
        assertTrue(html.contains("… 4,985 more rows"));
        assertEquals(17, html.split("<tr>").length - 1);   // head, 10, the gap, 5
        assertTrue(html.contains(">4999<"));
    }

    @Test
    void a_figure_of_jsplot_is_mended() {
        JsonObject figure = JsplotScript.read(LinePlot.create("Lo'ss \"x\"", table, "epoch", "loss").asJavascript("d"));
        JsonObject trace = figure.getAsJsonArray("data").get(0).getAsJsonObject();
        assertEquals("[2.5,null,0.062317000000000004]", trace.get("y").toString());
        assertEquals("Lo'ss \"x\"",
            figure.getAsJsonObject("layout").getAsJsonObject("title").get("text").getAsString());
        assertEquals("epoch",
            figure.getAsJsonObject("layout").getAsJsonObject("xaxis").getAsJsonObject("title").get("text")
                .getAsString());
    }

    @Test
    void texts_of_a_figure_stay_texts() {
        JsonObject bars = JsplotScript.read(VerticalBarPlot.create("Bars", table, "who", "loss").asJavascript("d"));
        assertEquals(Arrays.asList(BAD, "it's", "d\"q\\"),
            bars.getAsJsonArray("data").get(0).getAsJsonObject().getAsJsonArray("x").asList().stream()
                .map(e -> e.getAsString()).toList());
        assertEquals(3, JsplotScript.read(AreaPlot.create("a", table, "epoch", "loss", "who").asJavascript("d"))
            .getAsJsonArray("data").size());
        String html = Bundle.of(VerticalBarPlot.create("Bars", table, "who", "loss")).data().get(Bundle.HTML);
        assertEquals(1, html.split("</script").length - 1);
        assertFalse(html.contains("<img"));
        assertFalse(html.contains("\u2028"));
        assertEquals("Figure «Bars»: bar, 3 points",
            Bundle.of(VerticalBarPlot.create("Bars", table, "who", "loss")).text());
    }

    @Test
    void a_chart_is_words_and_a_picture_that_a_script_brings_to_life() {
        Bundle bundle = Bundle.of(Chart.of("What?", "It is <b> & so.", 300, 200, List.of()));
        String html = bundle.data().get(Bundle.HTML);
        assertEquals("What?\nIt is <b> & so.", bundle.text());
        assertTrue(html.contains("alt=\"What? It is &lt;b&gt; &amp; so.\""));
        assertTrue(html.contains("<img src=\"data:image/svg+xml;base64,"));
        assertEquals(html,
            Bundle.of(Chart.of("What?", "It is <b> & so.", 300, 200, List.of())).data().get(Bundle.HTML));
    }
}
