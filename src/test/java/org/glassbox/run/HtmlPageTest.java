package org.glassbox.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
    @Test
    void prose_code_and_output_stand_in_order() {
        String page = page(markdown("# Title\n\nwords"), code("int x = 1;", stream("out")));
        assertTrue(page.contains("<title>Title</title>"), "the first heading names the page");
        int prose = page.indexOf("<h1>Title</h1>");
        int source = page.indexOf("<span class=\"keyword\">int</span> x");
        int output = page.indexOf("<pre class=\"stdout\">out</pre>");
        assertTrue(0 < prose && prose < source && source < output, prose + " " + source + " " + output);
        assertTrue(page.contains("<div class=\"count\">1</div>"));
    }

    @Test
    void markdown_tables_become_tables() {
        assertTrue(page(markdown("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<td>1</td>"));
    }

    @Test
    void what_data_says_never_becomes_html() {
        String page = page(markdown("# </title><script>alert(1)</script>"),
            code("\"</pre><script>\"", stream("<script>alert(2)</script>"),
                data("text/plain", "<script>alert(3)</script>"), error("<script>alert(4)</script>")));
        String head = page.substring(page.indexOf("<title>"), page.indexOf("</title>"));
        assertEquals("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;", head);
        for (int i = 2; i <= 4; i++) {
            assertFalse(page.contains("<script>alert(" + i), "alert " + i);
        }
    }

    @Test
    void a_cell_cannot_fill_the_blanks_of_the_page() {
        String page = page(markdown("# {{cells}} {{style}}"), code("{{plotly}} $1 \\"));
        assertTrue(page.contains("<title>{{cells}} {{style}}</title>"));
        assertTrue(page.contains("{{plotly}} $<span class=\"number\">1</span> \\"),
            page.substring(page.indexOf("<main>")));
    }

    @Test
    void the_richest_form_of_an_output_is_shown() {
        String page = page(
            code("x", data("text/plain", "plain words", "text/html", "<i>html</i>", "image/png", "AAAA")));
        assertTrue(page.contains("<div class=\"html\"><i>html</i></div>"));
        assertFalse(page.contains("plain words"));
        String svg = page(code("x", data("text/plain", "what it shows", "image/svg+xml", "<svg/>")));
        assertTrue(svg.contains("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"what it shows\">"));
    }

    @Test
    void the_head_forbids_all_requests() {
        String page = page(code("x"));
        assertTrue(page.indexOf("default-src 'none'") < page.indexOf("<script"), "before any script");
        assertFalse(Pattern.compile("(src|href)=\"https?:").matcher(page).find());
    }

    @Test
    void plotly_is_carried_once_and_whole_where_a_picture_asks_for_it() throws IOException {
        String page = page(code("x", data("text/html", "<script>glassboxPlotly()</script>")),
            code("y", data("text/html", "Plotly")));
        Matcher carried = Pattern.compile("id=\"glassbox-plotly\">([^<]*)<").matcher(page);
        assertTrue(carried.find());
        byte[] bytes = Base64.getDecoder().decode(carried.group(1));
        try (InputStream script = new GZIPInputStream(new ByteArrayInputStream(bytes));
            InputStream whole = PlotlyScript.open()) {
            assertArrayEquals(whole.readAllBytes(), script.readAllBytes());
        }
        assertFalse(carried.find(), "once");
    }

    @Test
    void plotly_is_not_carried_for_nothing() { assertTrue(page(code("x", stream("words"))).length() < 30_000); }

    @Test
    void the_last_line_tells_how_far_it_ran() {
        assertTrue(page(code("x"), code("y")).contains("<footer>All 2 cells ran"));
        String half = page(code("x"), code("y").replace("\"execution_count\":1", "\"execution_count\":null"));
        assertTrue(half.contains("<footer>1 of 2 cells ran"));
    }

    @Test
    void pictures_of_the_prose_are_carried(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
        String page = page(folder, markdown("![one](a.png) ![two](missing.png) ![three](attachment:b.png)")
            .replace("\"metadata\":{}", "\"metadata\":{},\"attachments\":{\"b.png\":{\"image/png\":\"QUJD\"}}"));
        assertTrue(page.contains("src=\"data:image/png;base64,AQID\""));
        assertTrue(page.contains("src=\"data:image/png;base64,QUJD\""));
        assertTrue(page.contains("alt=\"two\""));
    }

    private static String page(String... cells) { return page(Path.of("."), cells); }

    private static String page(Path folder, String... cells) {
        String notebook = "{\"cells\":[" + String.join(",", cells)
            + "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}";
        return new HtmlPage(JsonParser.parseString(notebook).getAsJsonObject(), "name", folder).toHtml();
    }

    private static String markdown(String source) {
        JsonObject cell = cell("markdown", source);
        return cell.toString();
    }

    private static String code(String source, JsonObject... outputs) {
        JsonObject cell = cell("code", source);
        cell.addProperty("execution_count", 1);
        JsonArray array = new JsonArray();
        for (JsonObject output : outputs) {
            array.add(output);
        }
        cell.add("outputs", array);
        return cell.toString();
    }

    private static JsonObject cell(String type, String source) {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.add("metadata", new JsonObject());
        cell.addProperty("source", source);
        return cell;
    }

    private static JsonObject stream(String text) {
        JsonObject output = output("stream");
        output.addProperty("name", "stdout");
        output.addProperty("text", text);
        return output;
    }

    private static JsonObject error(String line) {
        JsonObject output = output("error");
        JsonArray lines = new JsonArray();
        lines.add(line);
        output.add("traceback", lines);
        return output;
    }

    private static JsonObject data(String... mimeAndText) {
        JsonObject data = new JsonObject();
        for (int i = 0; i < mimeAndText.length; i += 2) {
            data.addProperty(mimeAndText[i], mimeAndText[i + 1]);
        }
        JsonObject output = output("display_data");
        output.add("data", data);
        return output;
    }

    private static JsonObject output(String type) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        return output;
    }
}
