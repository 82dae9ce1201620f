package org.glassbox.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A program that times the workloads and prints lines of {@link Timing}.
 *
 * @param name the first word of its lines
 * @param title its column
 * @param command starts it
 * @param isSingle whether it times the workload whose name follows, or all, one after the other
 */
record Peer(String name, String title, List<String> command, boolean isSingle) {
    /** Ours, in a JVM of its own with the class path of this one and no other flag. */
    static Peer ours() {
        return new Peer("glassbox", "Glassbox", java(Ours.class), true);
    }

    /** What starts a main of ours in a JVM of its own. */
    static List<String> java(Class<?> main) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), main.getName());
    }

    /** All others that can be asked for, with the programs in {@code folder}, by their names. */
    static Map<String, Peer> others(Path folder, String python) {
        String cores = String.valueOf(Runtime.getRuntime().availableProcessors());
        UnaryOperator<String> in = file -> folder.resolve(file).toString();
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (Peer peer : List.of(
            new Peer("torch", "PyTorch", List.of(python, in.apply("torch_peer.py"), cores), true),
            new Peer("floor", "floor", List.of("bash", in.apply("floor/run.sh")), true),
            new Peer("jax", "JAX", List.of(python, in.apply("jax_peer.py")), false),
            new Peer("djl", "DJL", List.of("bash", in.apply("peers.sh"), "djl"), false),
            new Peer("dl4j", "DL4J", List.of("bash", in.apply("peers.sh"), "dl4j"), false))) {
            peers.put(peer.name(), peer);
        }
        return peers;
    }
}
