package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * Short names as in a textbook: inputs x, weights w of the first layer and v of the second, biases b and c, what a layer adds
 * up z, what its activation makes of that h, the last layer's output o, a probability p, the loss L. Other beginnings keep
 * the name they were given, else they and all other steps are a, b, c …
 */
final class Names {
    private static final String WEIGHTS = "wvusr";
    private static final String BIASES = "bcdfg";
    private static final String SUMS = "zqs";
    private static final String OUTPUTS = "hgk";
    private static final String OTHERS = "abcdefgkmnrstuvyzq";
    private static final Set<String> BENDS = Set.of("relu", "sigmoid", "tanh");

    private final Scalars scalars;
    private final Roles roles;
    private final Map<Tensor, String> letters = new IdentityHashMap<>();
    private final Map<Scalar, String> names = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    private Names(Scalars scalars, Roles roles) {
        this.scalars = scalars;
        this.roles = roles;
    }

    /** A name for each number, no two alike. */
    static Map<Scalar, String> of(Scalars scalars, Roles roles) {
        Names names = new Names(scalars, roles);
        names.products();
        names.result();
        for (Scalar each : scalars.all()) {
            names.name(each);
        }
        return Collections.unmodifiableMap(names.names);
    }

    private void products() {
        List<Tensor> layers = roles.layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            letter(layers.get(i), last ? "o" : at(SUMS, i));
            letter(roles.weights().get(i), at(WEIGHTS, i));
            if (roles.biases().get(i) != null) {
                letter(roles.biases().get(i), at(BIASES, i));
            }
        }
        if (!layers.isEmpty()) {
            letter(roles.input(), "x");
        }
        for (Scalar each : scalars.all()) {
            Tensor from = each.ways().isEmpty() ? null : each.ways().get(0).from().tensor();
            int layer = layers.indexOf(from);
            if (BENDS.contains(each.op()) && layer >= 0) {
                letter(each.tensor(),
                    layer < layers.size() - 1 ? at(OUTPUTS, layer) : each.op().equals("sigmoid") ? "p" : "y");
            } else if (each.isInner() && (each.op().equals("sigmoid") || each.op().equals("softmax"))) {
                letter(each.tensor(), "p");
            } else if (each.isInner() && each.op().equals("sub")) {
                letter(each.tensor(), "d");
            }
        }
    }

    private void result() {
        if (scalars.result().isLeaf()) {
            return;
        }
        String own = scalars.result().tensor().name();
        letters.put(scalars.result().tensor(), own != null ? own : roles.isLoss() ? "L" : "y");
        used.add(letters.get(scalars.result().tensor()));
    }

    private void letter(Tensor tensor, String letter) {
        boolean named = tensor.name() != null && !(tensor instanceof Parameter);
        letters.putIfAbsent(tensor, named ? tensor.name() : letter);
        used.add(letters.get(tensor));
    }

    private static String at(String row, int i) {
        return row.substring(i % row.length(), i % row.length() + 1) + "′".repeat(i / row.length());
    }

    private void name(Scalar scalar) {
        Tensor tensor = scalar.tensor();
        if (!letters.containsKey(tensor)) {
            boolean usual = tensor instanceof Parameter
                && Set.of("weight", "bias").contains(String.valueOf(tensor.name()));
            letters.put(tensor, tensor.name() != null && !usual ? tensor.name() : next(scalar));
            used.add(letters.get(tensor));
        }
        String name = letters.get(tensor) + position(tensor, scalar.index());
        while (!taken.add(name)) {
            name += "′";
        }
        names.put(scalar, name);
    }

    /** One lonely tensor of beginnings is x; else the next letter. */
    private String next(Scalar scalar) {
        long leaves = scalars.all().stream().filter(Scalar::isLeaf).map(Scalar::tensor).distinct().count();
        if (scalar.isLeaf() && leaves == 1) {
            return "x";
        }
        for (int i = 0;; i++) {
            String letter = at(OTHERS, i);
            if (!used.contains(letter)) {
                return letter;
            }
        }
    }

    /** Nothing for one number, 1, 2, … for a row or a column, 12 for row 1, column 2. */
    private static String position(Tensor tensor, int index) {
        List<Integer> places = new ArrayList<>();
        int rest = index;
        boolean wide = false;
        int[] shape = tensor.shape();
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] > 1) {
                places.add(0, 1 + rest % shape[axis]);
                wide |= shape[axis] > 9;
            }
            rest /= shape[axis];
        }
        return String.join(wide ? "," : "", places.stream().map(String::valueOf).toList());
    }

    /** Name → number. */
    static Map<String, Scalar> reversed(Map<Scalar, String> names) {
        Map<String, Scalar> byName = new HashMap<>();
        names.forEach((scalar, name) -> byName.put(name, scalar));
        return byName;
    }
}
