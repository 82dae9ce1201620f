package org.glassbox.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.glassbox.Seed;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Tensor;

/**
 * From {@code java …} to the first finished training step of 784-128-64-10 at batch 64 with Adam, and the memory after 100
 * steps: a new JVM each time, jars on its class path as a user's project has them, with and without an archive of class data.
 */
public final class ColdStart {
    private static final int STEPS = 100;

    private ColdStart() {}

    /** Without words the child: one line «millis kilobytes»; with a number of rounds the parent, which prints medians. */
    public static void main(String[] words) throws IOException, InterruptedException {
        if (words.length == 1 && words[0].equals("child")) {
            child();
        } else {
            parent(words.length == 0 ? 9 : Integer.parseInt(words[0]));
        }
    }

    private static void child() throws IOException {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(784, 128), Activation.relu(), Linear.of(128, 64), Activation.relu(),
            Linear.of(64, 10));
        Optimizer optimizer = Adam.of(1e-3).on(net);
        Tensor x = Tensor.data(new float[64 * 784], 64, 784);
        Tensor y = Tensor.data(new float[64], 64);
        step(net, optimizer, x, y);
        long first = System.currentTimeMillis() - started();
        for (int i = 1; i < STEPS; i++) {
            step(net, optimizer, x, y);
        }
        System.out.println(first + " " + residentKilobytes());
    }

    private static void step(Layer net, Optimizer optimizer, Tensor x, Tensor y) {
        optimizer.step(Loss.crossEntropy().of(net.forward(x), y).backward());
    }

    /** When the parent said «start»; the JVM's own clock begins some 40 ms later. */
    private static long started() {
        return Long.parseLong(System.getProperty("started"));
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");                 // Linux alone tells it so simply
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong).findFirst().orElse(0);
        }
    }

    private static void parent(int rounds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cold-start");
        String classPath = jars(folder);
        Path archive = folder.resolve("classes.jsa");
        start(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"), classPath);
        List<String> shared = List.of("-XX:SharedArchiveFile=" + archive);
        List<long[]> plain = new ArrayList<>();
        List<long[]> archived = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {              // interleaved: other work on this machine hits both alike
            plain.add(start(List.of(), classPath));
            archived.add(start(shared, classPath));
        }
        report("no archive", plain);
        report(String.format(Locale.ROOT, "archive of %.1f MB", Files.size(archive) / 1e6), archived);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static long[] start(List<String> options, String classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "-Dstarted=" + System.currentTimeMillis(), ColdStart.class.getName(),
            "child"));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the child failed: " + output);
        }
        String[] numbers = output.strip().lines().reduce((first, last) -> last).orElseThrow().split(" ");
        return new long[] {Long.parseLong(numbers[0]), Long.parseLong(numbers[1])};
    }

    private static void report(String what, List<long[]> runs) {
        long[] millis = runs.stream().mapToLong(run -> run[0]).sorted().toArray();
        long[] kilobytes = runs.stream().mapToLong(run -> run[1]).sorted().toArray();
        System.out.printf(Locale.ROOT, "%-20s first step after %d ms (%d–%d), %d MB after %d steps%n", what,
            millis[millis.length / 2], millis[0], millis[millis.length - 1], kilobytes[kilobytes.length / 2] >> 10,
            STEPS);
    }

    /** The class path with its folders packed: Java archives classes of jars only, and a user has us as a jar. */
    private static String jars(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? pack(path, folder.resolve(jars.size() + ".jar")).toString() : entry);
        }
        return jars.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
            Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(zip);
                }
            }
        }
        return jar;
    }
}
