package org.glassbox.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text of a picture lies on another or leaves its card, in a narrow face (Arial) nor in a wide one (DejaVu Sans). */
class LabelOverlapIT {
    private static final Path SCRIPT = Path.of("src/test/resources/org/glassbox/plot/label-overlap.js");

    @TempDir
    private Path folder;

    private static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
            .filter(Files::exists)
            .findFirst();
    }

    @Test
    void no_text_lies_on_another_in_either_face() throws IOException, InterruptedException {
        boolean browser = Files.exists(Path.of(".cache/node/node_modules/playwright-core")) && chromium().isPresent();
        assumeTrue(browser || System.getenv("CI") != null, "needs chromium and playwright-core; ./dev tools brings it");
        int files = 0;
        for (Catalogue.Entry picture : Catalogue.all()) {
            Files.writeString(folder.resolve(picture.name() + ".svg"), SvgPen.draw(picture.chart().get()));
            files++;
        }
        for (var run : OddRuns.all().entrySet()) {
            int number = 0;
            for (Chart chart : run.getValue().charts()) {
                Files.writeString(folder.resolve("odd-" + run.getKey() + "-" + number++ + ".svg"), SvgPen.draw(chart));
                files++;
            }
        }
        JsonObject result = measured();
        assertEquals(files, result.get("files").getAsInt());
        assertTrue(result.get("texts").getAsInt() > 10_000, result.get("texts").toString());
        double wider = result.get("wide").getAsDouble() / result.get("narrow").getAsDouble();
        assertTrue(wider > 1.1, "the wide face is not wide, is DejaVu Sans there? " + wider);
        JsonArray found = result.getAsJsonArray("found");
        assertTrue(found.isEmpty(),
            () -> found.size() + " overlaps:\n" + String.join("\n", found.asList().stream().map(e -> e.getAsString())
                .toList()));
    }

    private JsonObject measured() throws IOException, InterruptedException {
        Path output = folder.resolve("result.json");
        Process node = new ProcessBuilder(
            List.of("node", SCRIPT.toString(), folder.toString(), chromium().orElseThrow().toString()))
            .redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertTrue(node.waitFor(5, TimeUnit.MINUTES), "the browser took too long");
        return JsonParser.parseString(Files.readString(output, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
