package org.glassbox.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * What one process found out about one workload, as a line: {@code <who> <workload> <µs a step> [more …]}.
 *
 * @param who ran it: {@code glassbox}, {@code torch}, …
 * @param micros of a step, median of some rounds
 * @param heap bytes a step allocates on the Java heap; NaN: not said
 * @param offHeap bytes a step allocates outside it; NaN: not said
 */
record Timing(String who, String workload, double micros, double heap, double offHeap) {
    /** The timing that a line tells; of other libraries only the time is read. */
    static Optional<Timing> of(String line) {
        String[] words = line.trim().split(" +");
        if (words.length < 3 || !words[2].matches("[0-9.]+") || !Workload.names().contains(words[1])) {
            return Optional.empty();
        }
        boolean memory = words.length == 5;     // Double.parseDouble reads NaN
        return Optional.of(new Timing(words[0], words[1], Double.parseDouble(words[2]),
            memory ? Double.parseDouble(words[3]) : Double.NaN, memory ? Double.parseDouble(words[4]) : Double.NaN));
    }

    /** The line. */
    String line() {
        String time = String.format(Locale.ROOT, "%s %s %.2f", who, workload, micros);
        return Double.isNaN(heap) ? time : time + String.format(Locale.ROOT, " %.0f %.0f", heap, offHeap);
    }
}
