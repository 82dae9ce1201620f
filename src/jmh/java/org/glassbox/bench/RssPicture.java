package org.glassbox.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.plot.Chart;
import org.glassbox.plot.Mark;
import org.glassbox.plot.Mark.Stroke;
import org.glassbox.plot.Mark.Text;
import org.glassbox.plot.Panel;
import org.glassbox.plot.Points;
import org.glassbox.plot.Scale;

/** Resident memory over steps, a line a loop, named at its end: with a small heap, and without flags. */
final class RssPicture {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 368;
    private static final double PANEL = 270;
    private static final double LABEL = 16;
    private static final List<Stroke> STROKES = List.of(Stroke.of("#1261b0", 2),
        Stroke.of("#b84a00", 2).withDash("6 3"), Stroke.of("#7d8791", 2).withDash("2 2.5"));

    private RssPicture() {}

    /** The same loops with a heap of 64 MB, and without flags. */
    static Chart of(List<RssTrack> bound, List<RssTrack> free) {
        String title = "Does memory grow with training?";
        String answer = bound.stream().map(
            track -> track.name() + String.format(Locale.ROOT, " %+.0f MB", track.growth()).replace('-', '−'))
            .collect(
                Collectors.joining(" · ", "With a heap of 64 MB, from the first tenth after warming up to the last: ",
                    "."));
        double most = Stream.concat(bound.stream(), free.stream()).mapToDouble(RssTrack::most).max().orElseThrow();
        Panel left = panel(64, bound, most);
        Panel right = panel(418, free, most);
        List<Mark> words = new ArrayList<>(List.of(Text.of(28, 38, title).title(), Text.of(28, 60, answer),
            Text.of(28, 92, "resident memory, MB, heap of 64 MB").small(),
            Text.of(382, 92, "no flags: the JVM fills the heap that it may").small(),
            Text.of(712, 331, "steps").small(),
            Text.of(28, 352, String.format(Locale.ROOT,
                "tiny net 2-16-16-2, batches of 32 · a reading every %,d steps · each loop in a JVM of its own",
                bound.get(0).every())).small()));
        return Chart.of(title, answer, WIDTH, HEIGHT, List.of(Panel.plain(WIDTH, HEIGHT, words), left, right,
            names(bound, left, false), names(free, right, true)));
    }

    private static Panel panel(double x, List<RssTrack> tracks, double most) {
        double[] steps = tracks.get(0).steps();
        Scale up = Scale.linear(0, 50 * Math.ceil(most / 50), 5);
        return Panel.of(x, 104, PANEL, 210, Scale.linear(0, steps[steps.length - 1], 4), up).with(lines(tracks));
    }

    private static List<Mark> lines(List<RssTrack> tracks) {
        List<Mark> lines = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            lines.add(new Mark.Line(Points.of(tracks.get(i).steps(), tracks.get(i).megabytes()), STROKES.get(i)));
        }
        return lines;
    }

    /** Last readings, or those and names, from above to below as the lines end, far enough apart to be read. */
    private static Panel names(List<RssTrack> tracks, Panel panel, boolean named) {
        List<RssTrack> down = new ArrayList<>(tracks);
        down.sort((a, b) -> Double.compare(b.last(), a.last()));
        List<Mark> names = new ArrayList<>();
        double y = 0;
        for (RssTrack track : down) {
            y = Math.max(y + LABEL, panel.py(track.last()) + 4);
            String text = String.format(Locale.ROOT, "%.0f", track.last()) + (named ? " " + track.name() : "");
            names.add(Text.of(panel.x() + panel.width() + 8, y, text)
                .in(STROKES.get(tracks.indexOf(track)).colour()));
        }
        return Panel.plain(WIDTH, HEIGHT, names);
    }
}
