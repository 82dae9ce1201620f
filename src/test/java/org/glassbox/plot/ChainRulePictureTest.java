package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glassbox.inspect.ChainRule;
import org.glassbox.plot.ChainLabels.Box;
import org.glassbox.plot.ChainLayout.Place;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainRulePictureTest {
    private static final Path ACCEPTED = Path.of("src/test/resources/org/glassbox/plot/chain");

    static Stream<Catalogue.Entry> pictures() { return ChainCatalogue.all().stream(); }

    /** A new picture is written as -new, a changed one as -changed: look at it, then rename it. */
    @ParameterizedTest
    @MethodSource("pictures")
    void every_picture_is_drawn_as_it_was_accepted(Catalogue.Entry picture) throws IOException {
        String svg = SvgPen.draw(picture.chart().get());
        Path accepted = ACCEPTED.resolve(picture.name() + ".svg");
        boolean known = Files.exists(accepted);
        if (!known || !Files.readString(accepted).equals(svg)) {
            Files.createDirectories(ACCEPTED);
            Path other = ACCEPTED.resolve(picture.name() + (known ? "-changed" : "-new") + ".svg");
            Files.writeString(other, svg);
            assertEquals("", "look at " + other + " and rename it");
        }
        assertTrue(svg.length() < 30_000, picture.name() + " " + svg.length());
        assertTrue(Stream.of(" id=", " class=", "<style", "clip-path", "marker", "url(").noneMatch(svg::contains));
    }

    @Test
    void every_accepted_file_has_its_picture() throws IOException {
        try (Stream<Path> files = Files.list(ACCEPTED)) {
            assertEquals(ChainCatalogue.all().size(), files.count());
        }
        assertTrue(ChainCatalogue.all().size() >= 10);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void no_words_touch_each_other_or_leave_the_card(Catalogue.Entry picture) {
        Chart chart = picture.chart().get();
        List<String> words = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        for (Panel panel : chart.panels()) {
            panel.marks().stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast).forEach(text -> {
                words.add(text.text());
                boxes.add(box(text, panel));
            });
        }
        List<String> touching = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (boxes.get(i).touches(boxes.get(j))) {
                    touching.add(words.get(j) + " | " + words.get(i));
                }
            }
            assertTrue(boxes.get(i).x0() > 0 && boxes.get(i).x1() < chart.width(), words.get(i));
        }
        assertEquals(List.of(), touching);
        assertTrue(boxes.size() > 15);
    }

    private static Box box(Mark.Text text, Panel panel) {
        double width = Words.wideWidth(text.text(), text.size(), text.bold());
        double x = panel.px(text.x()) + text.dx() - (text.anchor() == Mark.Anchor.START ? 0
            : text.anchor() == Mark.Anchor.END ? width : width / 2);
        double y = panel.py(text.y()) + text.dy();
        return new Box(x, y - 0.75 * text.size(), x + width, y + 0.2 * text.size());
    }

    @Test
    void an_arrow_is_as_wide_as_the_gradient_that_it_passes_back() {
        ChainRule chain = ChainCatalogue.tiny(1);
        String svg = SvgPen
            .draw(ChainRulePicture.of(chain.facts(), chain.values(), chain.ways(), chain.steps(), chain.curve()));
        assertTrue(svg.contains("stroke=\"#b84a00\" stroke-width=\"14.1\""));      // 8 px per 1: p ← L passes 1.765
        assertTrue(svg.contains("stroke=\"#b84a00\" stroke-width=\"3.5\""));       // o ← p 0.4333
        assertTrue(svg.contains("stroke=\"#dd9a6a\" stroke-width=\"3.1\""));       // h2 ← o 0.3900
    }

    @Test
    void numbers_that_are_not_finite_are_written_and_spoil_no_place() {
        ChainRule chain = ChainRule.of(Tensor.of(0).log());
        String svg = SvgPen
            .draw(ChainRulePicture.of(chain.facts(), chain.values(), chain.ways(), chain.steps(), chain.curve()));
        assertTrue(svg.contains(">−∞</text>") && svg.contains(">= ∞</text>"));
        assertFalse(svg.contains("922337203685477"));
    }

    @Test
    void values_stand_in_columns_from_input_to_result_and_never_upon_each_other() {
        ChainRule chain = ChainCatalogue.tiny(1);
        ChainNet net = ChainNet.of(chain.values(), chain.ways());
        ChainLayout layout = ChainLayout.of(net, 170);
        for (ChainNet.Edge edge : net.edges()) {
            assertTrue(layout.at(edge.from()).x() + 60 < layout.at(edge.to()).x());
        }
        List<Place> places = net.nodes().keySet().stream().map(layout::at).toList();
        for (Place a : places) {
            assertEquals(1, places.stream().filter(b -> Math.hypot(a.x() - b.x(), a.y() - b.y()) < 80).count());
        }
        assertEquals(9, places.size());
    }
}
