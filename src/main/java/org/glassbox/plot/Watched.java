package org.glassbox.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/** The long table of what was watched, found by layer, watch, name and quantity. */
final class Watched {
    /**
     * Where something was watched.
     *
     * @param layer its number in the net
     * @param place its name with its number: 0 Linear
     * @param role hidden, output, or nothing
     */
    record Layer(int layer, String place, String role) {
        boolean isOutput() { return role.equals("output"); }
    }

    /** One value of a group: index and limits only where it is one of many, a bin or a unit. */
    record Value(int step, int epoch, int index, double low, double high, double value) {}

    private record Key(int layer, String watch, String name, String quantity) {}

    /** What a layer with a memory multiplies its state with: the weight through which time goes, so the one that stands for it. */
    private static final String STATE = "stateWeight";

    private final Map<Key, List<Value>> values = new HashMap<>();
    private final Map<Key, Map<Integer, List<Value>>> byEpoch = new HashMap<>();
    private final Map<Key, Series> series = new HashMap<>();
    private final Map<String, TreeMap<Integer, Layer>> layers = new HashMap<>();

    private Watched() {}

    static Watched of(Table table) { return of(table, ""); }

    /** Only what that watch has seen; empty: all. */
    static Watched of(Table table, String only) {
        Watched watched = new Watched();
        List<Integer> rows = new ArrayList<>();
        IntFunction<String> watch = Columns.text(table, "watch");
        for (int row = 0; row < table.rowCount(); row++) {
            if (only.isEmpty() || only.equals(watch.apply(row))) {
                rows.add(row);
            }
        }
        IntFunction<String> name = Columns.text(table, "name");
        IntFunction<String> quantity = Columns.text(table, "quantity");
        IntFunction<String> place = Columns.text(table, "place");
        IntFunction<String> role = Columns.text(table, "role");
        IntToDoubleFunction layer = Columns.number(table, "layer");
        IntToDoubleFunction step = Columns.number(table, "step");
        IntToDoubleFunction epoch = Columns.number(table, "epoch");
        IntToDoubleFunction index = Columns.number(table, "index");
        IntToDoubleFunction low = Columns.number(table, "low");
        IntToDoubleFunction high = Columns.number(table, "high");
        IntToDoubleFunction value = Columns.number(table, "value");
        for (int i : rows) {
            int at = (int) layer.applyAsDouble(i);
            Value one = new Value((int) step.applyAsDouble(i), (int) epoch.applyAsDouble(i),
                (int) index.applyAsDouble(i),
                low.applyAsDouble(i), high.applyAsDouble(i), value.applyAsDouble(i));
            Key key = new Key(at, watch.apply(i), STATE.equals(name.apply(i)) ? "weight" : name.apply(i),
                quantity.apply(i));
            watched.values.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
            watched.layers.computeIfAbsent(key.watch() + "/" + key.name(), k -> new TreeMap<>())
                .computeIfAbsent(at, k -> new Layer(at, place.apply(i), role.apply(i)));
        }
        return watched;
    }

    /** The layers of which that name was watched, from input to output. */
    List<Layer> layers(String watch, String name) {
        return List.copyOf(layers.getOrDefault(watch + "/" + name, new TreeMap<>()).values());
    }

    /** All values, in the order of the table. */
    List<Value> of(Layer layer, String watch, String name, String quantity) {
        return values.getOrDefault(new Key(layer.layer(), watch, name, quantity), List.of());
    }

    /** The values of one epoch, in the order of the table. */
    List<Value> of(Layer layer, String watch, String name, String quantity, int epoch) {
        Key key = new Key(layer.layer(), watch, name, quantity);
        return byEpoch
            .computeIfAbsent(key,
                k -> values.getOrDefault(k, List.of()).stream().collect(Collectors.groupingBy(Value::epoch)))
            .getOrDefault(epoch, List.of());
    }

    /** The quantity by epoch. */
    Series byEpoch(Layer layer, String watch, String name, String quantity) {
        return series.computeIfAbsent(new Key(layer.layer(), watch, name, quantity), key -> {
            List<Value> all = values.getOrDefault(key, List.of());
            return new Series(all.stream().mapToDouble(Value::epoch).toArray(),
                all.stream().mapToDouble(Value::value).toArray());
        });
    }
}
