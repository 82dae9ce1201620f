package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;

/** What is taken of a card, so that a text finds a place where it covers nothing; px from the upper left corner. */
final class Places {
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final List<Box> taken = new ArrayList<>();
    private final Box whole;

    /** Texts must stay between these edges. */
    Places(double left, double top, double right, double bottom) {
        this.whole = new Box(left, top, right, bottom);
    }

    /** A dot or a bar there. */
    void take(double left, double top, double right, double bottom) {
        taken.add(new Box(left, top, right, bottom));
    }

    /** A line from point to point. */
    void takeLine(Points pixels, double rim) {
        for (int i = 0; i + 1 < pixels.size(); i++) {
            int n = (int) Math
                .ceil(Math.max(Math.abs(pixels.x(i + 1) - pixels.x(i)), Math.abs(pixels.y(i + 1) - pixels.y(i))) / 4)
                + 1;
            for (int k = 0; k <= n && Double.isFinite(pixels.y(i)) && Double.isFinite(pixels.y(i + 1)); k++) {
                double x = pixels.x(i) + (pixels.x(i + 1) - pixels.x(i)) * k / n;
                double y = pixels.y(i) + (pixels.y(i + 1) - pixels.y(i)) * k / n;
                take(x - rim, y - rim, x + rim, y + rim);
            }
        }
    }

    /** The first of the texts that is free, which takes its place; nothing where none is. Places and shifts are in px. */
    Optional<Text> first(List<Text> candidates) {
        for (Text text : candidates) {
            Box box = box(text);
            boolean inside = box.left >= whole.left && box.right <= whole.right && box.top >= whole.top
                && box.bottom <= whole.bottom;
            if (inside && taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static Box box(Text text) {
        double width = Words.wideWidth(text.text(), text.size(), text.bold());
        double x = text.x() + text.dx()
            - (text.anchor() == Anchor.START ? 0 : text.anchor() == Anchor.END ? width : width / 2);
        double y = text.y() + text.dy();
        return new Box(x - 1, y - 0.9 * text.size(), x + width + 1, y + 0.25 * text.size());
    }
}
