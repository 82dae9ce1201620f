package org.glassbox.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A program that times workloads and prints lines of {@link Timing}.
 *
 * @param name the first word of its lines, and of what another program of the same library prints
 * @param title its column
 * @param command starts it
 * @param isSingle whether it times the workload whose name follows, or all, one after the other
 * @param workloads those it knows
 */
record Peer(String name, String title, List<String> command, boolean isSingle, Set<String> workloads) {
    /** Nets that other programs do not have; PyTorch's are in {@code src/jmh/python}. */
    private static final Set<String> TWINS = Set.of("bn-cnn-32-32-64-b64", "lm-32-64-128-b32");
    private static final Set<String> COMMON = without(Set.copyOf(Workload.names()), TWINS);
    private static final Map<String, String> LIBRARIES = Map.of("jax", "JAX", "djl", "DJL", "dl4j", "DL4J");

    /** Ours, in a JVM of its own with the class path of this one and no other flag. */
    static Peer ours() {
        return new Peer("glassbox", "Glassbox", java(Ours.class), true, Set.copyOf(Workload.names()));
    }

    /** What starts a main of ours in a JVM of its own. */
    static List<String> java(Class<?> main) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), main.getName());
    }

    /** The names of others that can be asked for. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(LIBRARIES.keySet());
        names.addAll(List.of("torch", "floor"));
        return names;
    }

    /** The programs of another library, those in {@code folder} and our own twins. */
    static List<Peer> of(String name, Path folder, String python) {
        String cores = String.valueOf(Runtime.getRuntime().availableProcessors());
        UnaryOperator<String> in = file -> folder.resolve(file).toString();
        return switch (name) {
            case "torch" -> List.of(
                new Peer(name, "PyTorch", List.of(python, in.apply("torch_peer.py"), cores), true, COMMON),
                new Peer(name, "PyTorch", List.of(python, "src/jmh/python/torch_twins.py", cores), true, TWINS));
            case "floor" -> List.of(new Peer(name, "floor", List.of("bash", in.apply("floor/run.sh")), true, COMMON));
            case "jax" -> List.of(new Peer(name, LIBRARIES.get(name), List.of(python, in.apply("jax_peer.py")), false,
                without(COMMON, Set.of("gru-28x28-128-b64"))));
            default -> List
                .of(new Peer(name, LIBRARIES.get(name), List.of("bash", in.apply("peers.sh"), name), false, COMMON));
        };
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return Set.copyOf(rest);
    }
}
