package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every picture is drawn as it was when somebody last looked at it. A new one is written beside as -new, a changed one as
 * -changed: look at it in the gallery, then rename it.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/glassbox/plot/golden");

    static Stream<Catalogue.Entry> pictures() { return Catalogue.all().stream(); }

    @ParameterizedTest
    @MethodSource("pictures")
    void every_picture_is_drawn_as_it_was_accepted(Catalogue.Entry picture) throws IOException {
        Chart chart = picture.chart().get();
        String svg = SvgPen.draw(chart);
        // the card's words are in the SVG already
        String json = PlotlyPen.draw(chart).replaceAll("data:image/svg\\+xml;base64,[^\"]*", "(the card)")
            .replace("},{", "},\n{") + "\n";
        String complaints = compare(picture.name(), ".svg", svg) + compare(picture.name(), ".json", json);
        assertEquals("", complaints);
    }

    private static String compare(String name, String form, String drawn) throws IOException {
        Path accepted = GOLDEN.resolve(name + form);
        Path changed = GOLDEN.resolve(name + "-changed" + form);
        if (!Files.exists(accepted)) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name + "-new" + form), drawn);
            return "a new picture: look at " + name + "-new" + form + " and rename it. ";
        }
        if (!Files.readString(accepted).equals(drawn)) {
            Files.writeString(changed, drawn);
            return "changed: compare " + accepted + " with " + changed.getFileName() + ". ";
        }
        Files.deleteIfExists(changed);
        return "";
    }

    @Test
    void every_golden_file_has_its_picture() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(2 * Catalogue.all().size(), files.count());
        }
        assertTrue(Catalogue.all().size() >= 36);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_figure_is_small_and_carries_nothing_that_could_collide_on_a_page(Catalogue.Entry picture) {
        String svg = SvgPen.draw(picture.chart().get());
        assertTrue(svg.length() < 30_000, picture.name() + " " + svg.length());
        assertTrue(Stream.of(" id=", " class=", "<style", "clip-path", "marker", "url(").noneMatch(svg::contains));
        assertTrue(svg.contains("role=\"img\"") && svg.contains("<title>") && svg.contains("<desc>"));
    }
}
