package org.glassbox.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassbox.array.Magnitudes;
import tech.tablesaw.api.Table;

/**
 * Where watches write: numbers only, never tensors. {@link History#watched()} shows one row for each number, bin or unit; here
 * a number takes about 20 bytes, a histogram one place.
 */
public final class Rows {
    /** What a number is about: in which layer, of what. */
    public record Subject(String watch, int layer, String place, String role, String name) {}

    /** What a number is. */
    private record Key(Subject subject, String quantity) {}

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final Histograms histograms = new Histograms();
    private int count;
    private int[] steps = new int[64];
    private int[] epochs = new int[64];
    private int[] quantities = new int[64];
    private double[] values = new double[64];
    /** Where there is more than one number. */
    private Series[] series = new Series[64];
    private int step;
    private int epoch;

    Rows() {}

    void at(Step now) {
        step = now.number();
        epoch = now.epoch();
    }

    /** Adds one number. */
    public void add(Subject subject, String quantity, double value) {
        put(subject, quantity, value, null);
    }

    /** Adds the number of one unit. */
    public void add(Subject subject, String quantity, int index, double value) {
        add(subject, quantity, index, Double.NaN, Double.NaN, value);
    }

    /** Adds the numbers of all units, from unit 0 on. */
    public void add(Subject subject, String quantity, double[] units) {
        put(subject, quantity, Double.NaN, new Series.Units(units.clone()));
    }

    /** Adds the count of one bin of a histogram, from low to high. */
    public void add(Subject subject, String quantity, int index, double low, double high, double value) {
        put(subject, quantity, Double.NaN, new Series.Unit(index, low, high, value));
    }

    /** Adds a histogram: the counts of equal bins, the first beginning at low and the last ending at high. */
    public void add(Subject subject, String quantity, double low, double high, int[] counts) {
        put(subject, quantity, Double.NaN, new Series.Bins(low, high, counts.clone()));
    }

    /**
     * Adds a histogram of an update, as quantities steps, size, zeros, notfinite and count. Of a run at most 300 are kept of
     * each subject: when there are more, those of neighbouring updates are summed, so that every number stays counted;
     * «steps» says of how many updates a histogram is the sum, the last of which it stands at.
     */
    public void add(Subject subject, Magnitudes histogram) { histograms.add(step, epoch, subject, histogram); }

    private void put(Subject subject, String quantity, double value, Series many) {
        if (count == steps.length) {
            grow(count + count / 2);
        }
        steps[count] = step;
        epochs[count] = epoch;
        quantities[count] = numbers.computeIfAbsent(new Key(subject, quantity), this::number);
        values[count] = value;
        series[count] = many;
        count++;
    }

    private int number(Key key) {
        keys.add(key);
        return keys.size() - 1;
    }

    private void grow(int length) {
        steps = Arrays.copyOf(steps, length);
        epochs = Arrays.copyOf(epochs, length);
        quantities = Arrays.copyOf(quantities, length);
        values = Arrays.copyOf(values, length);
        series = Arrays.copyOf(series, length);
    }

    /** What there is at this moment; what is added later does not change it. */
    Snapshot snapshot() {
        return new Snapshot(this, count, histograms.snapshot());
    }

    /** The rows of one moment. */
    record Snapshot(Rows rows, int count, List<Histograms.Sum> histograms) {
        /** What those watches saw; all, if none is named. */
        Table toTable(Set<String> watches) {
            WatchedTable table = new WatchedTable();
            for (int i = 0; i < count; i++) {
                Key key = rows.keys.get(rows.quantities[i]);
                if (watches.isEmpty() || watches.contains(key.subject.watch)) {
                    table.add(rows.steps[i], rows.epochs[i], key.subject, key.quantity,
                        rows.series[i] == null ? new Series.Single(rows.values[i]) : rows.series[i]);
                }
            }
            histograms.forEach(sum -> sum.addTo(table, watches));
            return table.toTable();
        }
    }
}
