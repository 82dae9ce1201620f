package org.glassbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where and with what it was measured, for the line below a table. */
final class Machine {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.+)$");
    private static final Pattern ND4J = Pattern.compile("nd4j-api-([^/\\\\]+)\\.jar");
    private static final Map<String, String> MODULES = Map.of("torch", "torch", "jax", "jax");

    private Machine() {}

    /** The Python that has PyTorch and JAX. */
    static String python() {
        String temporary = Optional.ofNullable(System.getenv("TMPDIR")).orElse(System.getProperty("java.io.tmpdir"));
        return Optional.ofNullable(System.getenv("GLASSBOX_PYTHON"))
            .orElse(Path.of(temporary, "glassbox-peers", "venv", "bin", "python").toString());
    }

    /** Rounds, load, date, processor, versions. */
    static String describe(int rounds, double before, double after, List<Peer> peers) {
        List<String> versions = new ArrayList<>(List.of("JDK " + System.getProperty("java.version")));
        find(ND4J, System.getProperty("java.class.path")).ifPresent(version -> versions.add("ND4J " + version));
        for (Peer peer : peers) {
            String module = MODULES.get(peer.name());
            if (module != null) {
                Child.run(List.of(python(), "-c", "import " + module + "; print(" + module + ".__version__)"),
                    line -> versions.add(peer.title() + " " + line));
            }
        }
        return String.format(Locale.ROOT,
            "%nMedian (least–most) of %d rounds, each in new processes and in turn. Load average %.1f before, %.1f after; our own "
                + "processes are in the second.%n%s · %s · %d cores · %s %s on %s%n",
            rounds, before, after, LocalDate.now(), processor(), Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"), System.getProperty("os.arch"), String.join(", ", versions));
    }

    private static String processor() {
        try {
            return find(MODEL, Files.readString(Path.of("/proc/cpuinfo"))).orElse("a processor");
        } catch (IOException e) {
            return "a processor";
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
