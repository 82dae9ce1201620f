package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.plot.ChainLayout.Place;
import org.glassbox.plot.Mark.Anchor;
import org.glassbox.plot.Mark.Text;

/** Finds room for the words on arrows: along the arrow, on either side, where they touch no word and as few arrows as possible. */
final class ChainLabels {
    private static final double[] ALONG = {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.22, 0.78};
    private static final double WORD = 1000;
    private static final double ARROW = 30;
    private static final double HALF = 8;
    private static final double NEAR = 5;

    /** A rectangle on the card. */
    record Box(double x0, double y0, double x1, double y1) {
        boolean touches(Box other) { return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1; }

        /** Whether the straight line between two places goes through it (Liang and Barsky 1984). */
        boolean isCut(Place a, Place b) {
            double[] from = {a.x(), -a.x(), a.y(), -a.y()};
            double[] step = {b.x() - a.x(), a.x() - b.x(), b.y() - a.y(), a.y() - b.y()};
            double[] least = {x0, -x1, y0, -y1};
            double enter = 0;
            double leave = 1;
            for (int k = 0; k < 4; k++) {
                double room = from[k] - least[k];
                if (step[k] == 0 && room < 0) {
                    return false;
                }
                if (step[k] > 0) {
                    enter = Math.max(enter, -room / step[k]);
                } else if (step[k] < 0) {
                    leave = Math.min(leave, room / -step[k]);
                }
            }
            return enter < leave;
        }
    }

    private final List<Box> words = new ArrayList<>();
    private final List<List<Place>> roads = new ArrayList<>();

    /** Keeps free the place of a word or a circle. */
    void keep(Box box) { words.add(box); }

    /** An arrow that labels should not stand on. */
    void road(List<Place> road) { roads.add(road); }

    /**
     * The words for the arrow along {@code road}.
     *
     * @param above how far its lines reach to the left of who goes along it, px
     * @param below how far to the right
     */
    Text place(String text, List<Place> road, double above, double below, double size, boolean bold) {
        Box best = null;
        double least = Double.MAX_VALUE;
        double half = Words.wideWidth(text, size, bold) / 2;
        for (int i = 0; i < road.size() - 1; i++) {
            for (int k = 0; k < 2 * ALONG.length; k++) {
                Box box = box(road.get(i), road.get(i + 1), ALONG[k / 2], k % 2 == 0 ? -above : below, half);
                double cost = cost(box) + k + (k % 2 == 0 ? 0 : 3);
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        }
        return at(best, text, size);
    }

    /** The words on the arrow itself, at that share of its way. */
    Text on(String text, List<Place> road, double along, double size, boolean bold) {
        Place a = road.get(0);
        Place b = road.get(1);
        double x = a.x() + along * (b.x() - a.x());
        double y = a.y() + along * (b.y() - a.y());
        double half = Words.wideWidth(text, size, bold) / 2;
        return at(new Box(x - half, y - HALF, x + half, y + HALF), text, size);
    }

    private Text at(Box box, String text, double size) {
        words.add(box);
        return Text.of((box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2 + 0.35 * size, text).on(Anchor.MIDDLE);
    }

    private static Box box(Place a, Place b, double along, double aside, double half) {
        double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
        double ux = (b.x() - a.x()) / length;
        double uy = (b.y() - a.y()) / length;
        double away = Math.signum(aside) * (Math.abs(aside) + Math.abs(uy) * half + Math.abs(ux) * HALF);
        double x = a.x() + along * (b.x() - a.x()) - away * uy;
        double y = a.y() + along * (b.y() - a.y()) + away * ux;
        return new Box(x - half, y - HALF, x + half, y + HALF);
    }

    private double cost(Box box) {
        Box wide = new Box(box.x0() - NEAR, box.y0() - 1, box.x1() + NEAR, box.y1() + 1);
        double cost = WORD * words.stream().filter(wide::touches).count();
        for (List<Place> road : roads) {
            for (int i = 0; i + 1 < road.size(); i++) {
                cost += box.isCut(road.get(i), road.get(i + 1)) ? ARROW : 0;
            }
        }
        return cost;
    }
}
