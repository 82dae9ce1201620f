package org.glassbox.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The part of a computation that is drawn: its values and the ways between them. Weights and biases stand on the ways.
 *
 * @param nodes by name, each after all that it was computed from
 * @param edges the ways between them
 */
record ChainNet(Map<String, Node> nodes, List<Edge> edges) {
    /** A value, how it is made of several others, its gradient. */
    record Node(String name, String made, double value, double gradient, boolean onPath, boolean isResult) {}

    /** A way: what is done on it, the derivative, what it passes back. */
    record Edge(String from, String to, String arrow, double local, double passed, boolean onPath) {}

    static ChainNet of(Table values, Table ways) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Row row : values) {
            String role = row.getString("role");
            if (!role.equals("weight") && !role.equals("bias")) {
                nodes.put(row.getString("name"),
                    new Node(row.getString("name"), row.getString("made"), row.getDouble("value"),
                        row.getDouble("gradient"), row.getBoolean("on_path"), role.equals("result")));
            }
        }
        List<Edge> edges = new ArrayList<>();
        for (Row row : ways) {
            if (nodes.containsKey(row.getString("from")) && nodes.containsKey(row.getString("to"))) {
                edges.add(
                    new Edge(row.getString("from"), row.getString("to"), row.getString("arrow"), row.getDouble("local"),
                        row.getDouble("passed"), row.getBoolean("on_path")));
            }
        }
        return new ChainNet(nodes, edges);
    }

    /** The edge on which the weight of that name stands on its way to {@code to}, or null. */
    Edge edgeOf(String weight, String to) {
        return edges.stream().filter(edge -> edge.arrow().startsWith(weight + " ") && edge.to().equals(to)).findFirst()
            .orElse(null);
    }
}
