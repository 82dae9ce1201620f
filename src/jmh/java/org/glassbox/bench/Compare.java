package org.glassbox.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times a training step of ours and of other libraries in turn, in the same minutes, each in a process of its own, and writes
 * the table of ratios, also to {@code target/bench/compare.md}.
 *
 * <p>The programs of the others are found in the folder that {@code GLASSBOX_PEERS} names, or in {@code ../shared/bench}; their
 * Python is {@code GLASSBOX_PYTHON}, or the one that {@code peers.sh} in that folder has made. Without them only ours is timed.
 */
public final class Compare {
    private static final int USUAL_ROUNDS = 5;
    private static final List<String> USUAL = List.of("torch", "floor", "jax");

    private final List<Peer> peers = new ArrayList<>(List.of(Peer.ours()));
    private final List<String> workloads;
    private final List<Timing> timings = new ArrayList<>();

    private Compare(List<String> workloads) { this.workloads = workloads; }

    /**
     * Takes how many rounds, whom to time beside us, and which workloads, in any order; without a word five rounds, torch, floor
     * and jax, all workloads.
     */
    public static void main(String[] words) throws IOException {
        List<String> asked = new ArrayList<>(List.of(words));
        int rounds = asked.stream().filter(Compare::isNumber).findFirst().map(Integer::parseInt).orElse(USUAL_ROUNDS);
        List<String> workloads = Workload.names().stream().filter(asked::contains).toList();
        asked.removeIf(word -> isNumber(word) || workloads.contains(word));
        Compare compare = new Compare(workloads.isEmpty() ? Workload.names() : workloads);
        compare.find(asked.isEmpty() ? USUAL : asked);
        double before = load();
        for (int round = 1; round <= rounds; round++) {
            System.out.println("round " + round + " of " + rounds);
            compare.round();
        }
        String report = Report.of(compare.workloads, compare.peers, compare.timings)
            + Machine.describe(rounds, before, load(), compare.peers);
        System.out.println("\n" + report);
        Path file = Path.of("target/bench/compare.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
    }

    private static boolean isNumber(String word) { return word.matches("[0-9]+"); }

    private static double load() { return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(); }

    private void find(List<String> names) {
        for (String name : names) {
            if (!Peer.names().contains(name)) {
                throw new IllegalArgumentException(
                    "no " + name + ", there are " + Peer.names() + " and " + Workload.names());
            }
        }
        Path folder = Path.of(Optional.ofNullable(System.getenv("GLASSBOX_PEERS")).orElse("../shared/bench"));
        if (!Files.isDirectory(folder)) {
            System.out.println("Only ours: there is no folder " + folder + "; GLASSBOX_PEERS names another one.");
            return;
        }
        names.forEach(name -> peers.addAll(Peer.of(name, folder, Machine.python())));
    }

    /** Each workload by each who times one at a time, ours first; then those who time all in a row. */
    private void round() {
        for (String workload : workloads) {
            for (Peer peer : List.copyOf(peers)) {
                if (peer.isSingle() && peer.workloads().contains(workload)) {
                    List<String> command = new ArrayList<>(peer.command());
                    command.add(workload);
                    time(peer, command, List.of(workload));
                }
            }
        }
        for (Peer peer : List.copyOf(peers)) {
            if (!peer.isSingle()) {
                time(peer, peer.command(), workloads.stream().filter(peer.workloads()::contains).toList());
            }
        }
    }

    /** Who does not answer is not asked again. */
    private void time(Peer peer, List<String> command, List<String> wanted) {
        Map<String, Timing> answers = new LinkedHashMap<>();
        String trouble = Child.run(command, line -> {
            Timing.of(line).filter(timing -> workloads.contains(timing.workload())).ifPresent(timing -> {
                System.out.println("  " + timing.line());
                timings.add(timing);
                answers.put(timing.workload(), timing);
            });
            return !peer.isSingle() && answers.keySet().containsAll(wanted);
        });
        if (answers.isEmpty()) {
            System.out.println("  no answer from " + peer.title() + (trouble.isEmpty() ? "" : ": " + trouble));
            peers.remove(peer);
        }
    }
}
