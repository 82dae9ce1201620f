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
    private final Map<Subject, Growing> open = new LinkedHashMap<>();
    private int stepsEach = 1;
    private int stepsOpen;
    private int step;
    private int epoch;

    /** What is still added to; the table for a sum is there only where there is one. */
    private static final class Growing {
        private Magnitudes first;
        private Magnitudes.Total total;
        private int steps;

        private void add(Magnitudes counted) {
            if (steps == 0) {
                first = counted;
            } else {
                total = total == null ? new Magnitudes.Total() : total;
                if (steps == 1) {
                    total.clear();
                    total.add(first);
                }
                total.add(counted);
            }
            steps++;
        }

        private Part part() { return new Part(steps, steps == 1 ? first : total.sum()); }
    }

    /** The histograms of some updates in a row, the last of which is {@code step}. */
    record Sum(int step, int epoch, Map<Subject, Part> parts) {
        private Sum plus(Sum later) {
            Map<Subject, Part> both = new LinkedHashMap<>(parts);
            later.parts.forEach((subject, part) -> both.merge(subject, part, Part::plus));
            return new Sum(later.step, later.epoch, both);
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

    void add(int atStep, int inEpoch, Subject subject, Magnitudes counted) {
        if (stepsOpen == 0 || atStep != step) {
            if (stepsOpen == stepsEach) {
                close();
            }
            stepsOpen++;
            step = atStep;
            epoch = inEpoch;
        }
        open.computeIfAbsent(subject, s -> new Growing()).add(counted);
    }

    private void close() {
        closed.add(openNow());
        open.values().forEach(part -> part.steps = 0);
        stepsOpen = 0;
        if (closed.size() == MOST) {
            closed = halved(closed);
            stepsEach *= 2;
        }
    }

    private Sum openNow() {
        Map<Subject, Part> parts = new LinkedHashMap<>();
        open.forEach((subject, part) -> {
            if (part.steps > 0) {
                parts.put(subject, part.part());
            }
        });
        return new Sum(step, epoch, parts);
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
        if (stepsOpen > 0) {
            now.add(openNow());
        }
        return now;
    }
}
