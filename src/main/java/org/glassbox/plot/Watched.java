package org.glassbox.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        boolean isOutput() {
            return role.equals("output");
        }
    }

    /** One value of a group: index and limits only where it is one of many, a bin or a unit. */
    record Value(int step, int epoch, int index, double low, double high, double value) {}

    private record Key(int layer, String watch, String name, String quantity) {}

    private final Map<Key, List<Value>> values = new HashMap<>();
    private final Map<String, TreeMap<Integer, Layer>> layers = new HashMap<>();

    private Watched() {}

    static Watched of(Table table) {
        return of(table, "");
    }

    /** Only what that watch has seen; empty: all. */
    static Watched of(Table table, String only) {
        Watched watched = new Watched();
        String[] watch = Columns.texts(table, "watch");
        String[] name = Columns.texts(table, "name");
        String[] quantity = Columns.texts(table, "quantity");
        String[] place = Columns.texts(table, "place");
        String[] role = Columns.texts(table, "role");
        double[] layer = Columns.numbers(table, "layer");
        double[] step = Columns.numbers(table, "step");
        double[] epoch = Columns.numbers(table, "epoch");
        double[] index = Columns.numbers(table, "index");
        double[] low = Columns.numbers(table, "low");
        double[] high = Columns.numbers(table, "high");
        double[] value = Columns.numbers(table, "value");
        for (int i = 0; i < value.length; i++) {
            if (only.isEmpty() || only.equals(watch[i])) {
                int at = (int) layer[i];
                Value one = new Value((int) step[i], (int) epoch[i], (int) index[i], low[i], high[i], value[i]);
                watched.values.computeIfAbsent(new Key(at, watch[i], name[i], quantity[i]), key -> new ArrayList<>()).add(one);
                watched.layers.computeIfAbsent(watch[i] + "/" + name[i], key -> new TreeMap<>())
                    .putIfAbsent(at, new Layer(at, place[i], role[i]));
            }
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

    /** The quantity by epoch. */
    Series byEpoch(Layer layer, String watch, String name, String quantity) {
        List<Value> all = of(layer, watch, name, quantity);
        return new Series(all.stream().mapToDouble(Value::epoch).toArray(), all.stream().mapToDouble(Value::value).toArray());
    }
}
