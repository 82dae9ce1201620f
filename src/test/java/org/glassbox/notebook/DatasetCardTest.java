package org.glassbox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import org.glassbox.data.ImageShape;
import org.glassbox.data.Split;
import org.glassbox.data.Text;
import org.junit.jupiter.api.Test;

class DatasetCardTest {
    private static final int PAPER = 0xffeef0f2;
    private static final int INK = 0xff1b2530;

    @Test
    void the_plain_text_is_what_the_dataset_says_of_itself() {
        Split split = Datasets.xor().split(0.8);
        assertEquals(split.toString(), DatasetCard.of(split).data().get(Bundle.PLAIN));
        assertEquals(Datasets.xor().toString(), DatasetCard.of(Datasets.xor()).data().get(Bundle.PLAIN));
    }

    @Test
    void digits_show_ten_strips_of_ten_pictures_beside_the_counts_of_both_parts() {
        String html = html(Datasets.digits().split(0.8));
        assertEquals(10, matches(html, "<img ").size());
        for (String text : List.of("10 classes with 174 to 183 rows each: nearly equal.",
            "Always answering «3» would be right for 10.2 % of the rows", "10 samples of class 7",
            "1,437 training · 360 validation rows · stratified by class",
            "white is 0, black 1 · pixels 0 to 16, divided by 16",
            "1,797 rows × 64 features · 10 classes · images 8×8")) {
            assertTrue(html.contains(text), text);
        }
        assertEquals(List.of("digit", "samples", "rows", "", "share", "training", "validation"), cells(html, "th"));
        List<String> zero = cells(html, "td").subList(0, 7);
        assertEquals(List.of("0", "178", "9.9 %"), List.of(zero.get(0), zero.get(2), zero.get(4)));
        assertEquals(178, Integer.parseInt(zero.get(5)) + Integer.parseInt(zero.get(6)));
        assertTrue(html.length() < 50_000, html.length() + " characters");
    }

    @Test
    void a_strip_holds_the_pixels_of_the_first_rows_of_its_class() throws IOException {
        Dataset digits = Datasets.digits();
        BufferedImage strip = image(matches(html(digits), "data:image/png;base64,([^\"]*)").get(0).group(1));
        assertEquals(10 * 64 + 9 * 8, strip.getWidth());
        assertEquals(64, strip.getHeight());
        int[] zeros = {0, 10};              // the first two rows of class 0
        for (int picture = 0; picture < 2; picture++) {
            for (int pixel = 0; pixel < 64; pixel++) {
                int colour = strip.getRGB(picture * 72 + pixel % 8 * 8 + 4, pixel / 8 * 8 + 4);
                float value = digits.values(zeros[picture])[pixel];
                assertEquals(0xee + value * (0x1b - 0xee), colour >> 16 & 0xff, 1, "pixel " + pixel);
            }
        }
        assertEquals(0xffffffff, strip.getRGB(64 + 4, 10), "the gap is the card");
    }

    @Test
    void pictures_that_are_not_square_go_from_paper_to_ink_between_the_given_limits() throws IOException {
        float[] six = {-1, 1, -1, 1, -9, 9};
        String html = new ImageStrip(new ImageShape(2, 3), -1, 1).html(List.of(six), "six");
        BufferedImage strip = image(matches(html, "base64,([^\"]*)").get(0).group(1));
        assertEquals(List.of(96, 64), List.of(strip.getWidth(), strip.getHeight()));
        int[] colours = new int[6];
        Arrays.setAll(colours, i -> strip.getRGB(i % 3 * 32 + 31, i / 3 * 32 + 31));
        assertEquals(Arrays.toString(new int[] {PAPER, INK, PAPER, INK, PAPER, INK}), Arrays.toString(colours));
        assertTrue(html.contains("width=\"48\" height=\"32\""), html);
    }

    @Test
    void pictures_of_one_colour_are_paper() throws IOException {
        String html = new ImageStrip(new ImageShape(1, 1), 3, 3).html(List.of(new float[] {3}), "one");
        assertEquals(PAPER, image(matches(html, "base64,([^\"]*)").get(0).group(1)).getRGB(0, 0));
    }

    @Test
    void rows_without_pictures_show_ranges_and_the_first_rows() {
        Dataset data = Dataset.of(new double[][] {{1, 20.5}, {3, 40}}, new double[] {0.5, 1.5})
            .withFeatures("rooms", "area").withTarget("price").withName("houses");
        String html = html(data);
        assertEquals(List.of("feature", "min", "max", "mean", "deviation", "row", "rooms", "area", "price"),
            cells(html, "th"));
        assertEquals(List.of("rooms", "1", "3", "2", "1", "area", "20.5", "40", "30.25", "9.75",
            "0", "1", "20.5", "0.5", "1", "3", "40", "1.5"), cells(html, "td"));
        assertTrue(html.contains("price goes from 0.5 to 1.5, mean 1."), html);
        assertTrue(html.contains("would be wrong by 0.5 (root of the mean square)"), html);
        assertTrue(html.contains("2 features from 1 to 40."), html);
    }

    @Test
    void a_series_shows_the_last_steps_of_its_first_row_and_what_comes_next() {
        Split split = Datasets.weather(7).split(0.8);
        String html = html(split);
        assertEquals(
            List.of("feature", "min", "max", "mean", "deviation", "step", "precipitation", "temp_max", "temp_min",
                "wind"),
            cells(html, "th"));
        List<String> cells = cells(html, "td");
        assertEquals(List.of("7 of 7", "0", "7.2", "2.8", "2.3", "→ temp_max", "", "10"),
            cells.subList(cells.size() - 8,
                cells.size()));
        assertTrue(cells.contains("3 of 7") && !cells.contains("2 of 7"), html);
        for (String text : List.of("1,447 rows", "7 steps × 4 features", "temp_max goes from",
            "in their order, without the rows that reach into two parts", "°C, mm of rain")) {
            assertTrue(html.contains(text), text + " in " + html);
        }
    }

    @Test
    void a_text_shows_rows_to_read_and_its_most_frequent_characters_first() {
        String html = html(Datasets.mobyDick().windows(24).split(0.9));
        assertEquals(List.of("next character", "rows", "", "share", "training", "validation", "row", "characters",
            "next character"), cells(html, "th"));
        List<String> cells = cells(html, "td");
        assertEquals("␣", cells.get(0));
        assertTrue(cells.contains("«CHAPTER 1. Loomings.↵↵Ca»") && cells.contains("«l»"), html);
        assertTrue(html.contains("Always answering «␣» would be right for 17.8 % of the rows"), html);
        assertTrue(html.contains("… and 54 more classes"), html);
        assertTrue(html.contains("rows: of the training part"), html);
        assertFalse(html.contains("Which numbers go in?"), html);
        assertTrue(html(Text.of("<b>&<i>").windows(2)).contains("«&lt;b»"));
    }

    @Test
    void unequal_classes_are_called_so_with_the_share_that_is_free() {
        String html = html(Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new int[] {0, 0, 0, 1}, "good", "bad"));
        assertTrue(html.contains("2 classes with 1 to 3 rows each: not equal."), html);
        assertTrue(html.contains("Always answering «good» would be right for 75.0 % of the rows"), html);
    }

    @Test
    void bars_are_as_long_as_the_counts() {
        String html = html(Dataset.of(new double[][] {{1}, {2}, {3}, {4}}, new int[] {0, 0, 0, 1}, "good", "bad"));
        assertEquals(List.of("180", "60"),
            matches(html, "float:left;height:10px;width:([0-9.]+)px").stream().map(bar -> bar.group(1)).toList());
    }

    @Test
    void bars_of_a_split_have_a_piece_for_each_part_in_its_colour() {
        Dataset data = Dataset.of(new double[5][1], new int[5]);
        List<MatchResult> pieces = matches(html(data.split(0.6, 0.2)),
            "width:([0-9.]+)px;background:(#[0-9a-f]+)\"></div>");
        assertEquals(List.of("108 #1261b0", "36 #b84a00", "36 #7d8791"),
            pieces.stream().map(piece -> piece.group(1) + " " + piece.group(2)).toList());
    }

    @Test
    void what_was_standardized_stands_in_the_last_line() {
        Dataset part = Dataset.of(new double[][] {{1, 5}, {2, 5}}, new double[] {1, 2});
        assertTrue(html(Split.of(part, part).standardized())
            .contains("2 features standardized by the training part alone; 1 never changes and is 0 everywhere"));
    }

    @Test
    void many_classes_and_features_are_cut_and_counted() {
        double[] y = new double[25];
        Arrays.setAll(y, i -> i);
        String html = html(Dataset.of(new double[25][15], y).toClasses());
        assertTrue(html.contains("… and 5 more classes"), html);
        assertTrue(html.contains("… and 3 more<"), html);
        assertFalse(cells(html, "td").contains("x13"), html);
        assertTrue(cells(html, "th").contains("… target"), html);
    }

    @Test
    void names_from_data_never_become_html() {
        String evil = "<script>alert('\"&')</script>";
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new int[] {0, 1}, evil, "b")
            .withName(evil).withTarget(evil).withFeatures(evil).withNote(evil);
        for (Dataset each : List.of(data, data.withImage(1, 1), data.toNumbers())) {
            String html = html(each);
            assertFalse(html.contains("<script"), html);
            assertTrue(html.contains("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;"), html);
        }
    }

    @Test
    void colours_stand_in_the_elements_so_that_no_theme_shines_through() {
        Split spiral = Datasets.spiral().split(0.7, 0.15).standardized();
        for (String html : List.of(html(Datasets.digits().split(0.8)), html(spiral))) {
            for (MatchResult row : matches(html, "<(tr|table) ([^>]*)>")) {
                assertTrue(row.group(2).contains("background:#ffffff"), row.group());
            }
            for (MatchResult cell : matches(html, "<(td|th) ([^>]*)>")) {
                assertTrue(cell.group(2).contains("color:#"), cell.group());
            }
            assertEquals(0, matches(html, "<(style|script|svg)| id=| class=").size());
        }
    }

    private static String html(Dataset data) { return DatasetCard.of(data).data().get(Bundle.HTML); }

    private static String html(Split split) { return DatasetCard.of(split).data().get(Bundle.HTML); }

    private static List<MatchResult> matches(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().toList();
    }

    private static List<String> cells(String html, String tag) {
        return matches(html, "<" + tag + " [^>]*>(.*?)</" + tag + ">").stream().map(cell -> cell.group(1)).toList();
    }

    private static BufferedImage image(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }
}
