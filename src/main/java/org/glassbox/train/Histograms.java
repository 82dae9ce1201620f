package org.glassbox.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassbox.array.Magnitudes;
import org.glassbox.train.Rows.Subject;

/**
 * The histograms of all updates in bounded room. Of a short run each update's are kept; when there are 300, neighbours are
 * summed two and two, and from then on those of twice as many updates. The bins are always the same, so a sum loses no number,
 * only which of the updates it came from.
 */
final class Histograms {
    static final int MOST = 300;

    private List<Sum> closed = new ArrayList<>();
    private Sum open;
    private int stepsEach = 1;

    /** The histograms of some updates in a row, the last of which is {@code step}. */
    record Sum(int step, int epoch, Map<Subject, Part> parts) {
        private Sum(int step, int epoch) { this(step, epoch, new LinkedHashMap<>()); }

        private int steps() { return parts.values().stream().mapToInt(Part::steps).max().orElse(0); }

        private void add(Subject subject, Part part) { parts.merge(subject, part, Part::plus); }

        private Sum plus(Sum later) {
            Sum both = new Sum(later.step, later.epoch);
            parts.forEach(both::add);
            later.parts.forEach(both::add);
            return both;
        }

        void addTo(WatchedTable table, Set<String> watches) {
            parts.forEach((subject, part) -> {
                if (watches.isEmpty() || watches.contains(subject.watch())) {
                    part.quantities()
                        .forEach((quantity, series) -> table.add(step, epoch, subject, quantity, series));
                }
            });
        }
    }

    /** What was counted of one subject, and at how many updates. */
    record Part(int steps, Magnitudes counted) {
        private Part plus(Part other) { return new Part(steps + other.steps, counted.plus(other.counted)); }

        private Map<String, Series> quantities() {
            Map<String, Series> quantities = new LinkedHashMap<>();
            quantities.put("steps", new Series.Single(steps));
            quantities.put("size", new Series.Single(counted.size()));
            quantities.put("zeros", new Series.Single(counted.zeros()));
            quantities.put("notfinite", new Series.Single(counted.notFinite()));
            quantities.put("count", new Counts(counted));
            return quantities;
        }
    }

    /** The bins that are not empty. */
    private record Counts(Magnitudes counted) implements Series {
        @Override
        public int size() { return counted.bins(); }

        @Override
        public double value(int i) { return counted.count(i); }

        @Override
        public double low(int i) { return counted.low(i); }

        @Override
        public double high(int i) { return counted.high(i); }
    }

    void add(int step, int epoch, Subject subject, Magnitudes counted) {
        if (open != null && open.step != step && open.steps() >= stepsEach) {
            closed.add(open);
            open = null;
            makeRoom();
        }
        if (open == null || open.step != step) {
            open = new Sum(step, epoch, open == null ? new LinkedHashMap<>() : open.parts);
        }
        open.add(subject, new Part(1, counted));
    }

    private void makeRoom() {
        if (closed.size() == MOST) {
            closed = halved(closed);
            stepsEach *= 2;
        }
    }

    private static List<Sum> halved(List<Sum> sums) {
        List<Sum> half = new ArrayList<>();
        for (int i = 0; i < sums.size(); i += 2) {
            half.add(sums.get(i).plus(sums.get(i + 1)));
        }
        return half;
    }

    /** As they are now; the last one is still growing, this one is not. */
    List<Sum> snapshot() {
        List<Sum> now = new ArrayList<>(closed);
        if (open != null) {
            now.add(new Sum(open.step, open.epoch, new LinkedHashMap<>(open.parts)));
        }
        return now;
    }
}
