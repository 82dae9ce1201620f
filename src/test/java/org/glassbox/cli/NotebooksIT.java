package org.glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glassbox.run.KernelClient;
import org.glassbox.run.NotebookJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every notebook but the first, which has tests of its own, through the installed kernel: no cell fails, and what its words
 * claim is so. Once without any data but what ships and without a network; and where the folder that GLASSBOX_DATA names
 * holds MNIST, the notebooks that want it a second time. Their pages are below target/notebooks, to be looked at.
 */
class NotebooksIT {
    private static final Path FOLDER = Machine.ROOT.resolve("notebooks");
    private static final Path OUTPUT = Machine.ROOT.resolve("target").resolve("notebooks");
    private static final String FIRST = "quickstart";
    private static final String MNIST = "Datasets.mnistOrDigits()";
    /** What each notebook claims, a line each: entry("images", Images::check), a class of its own that reads the outputs. */
    private static final Map<String, Consumer<Executed>> CLAIMS = new TreeMap<>(Map.ofEntries(
        Map.entry("binary-classification", BinaryClassification::check),
        Map.entry("images-cnn", ImagesCnn::check),
        Map.entry("overfitting", Overfitting::check),
        Map.entry("price-of-labels", PriceOfLabels::check),
        Map.entry("sequences-rnn", SequencesRnn::check),
        Map.entry("vanishing-gradients", VanishingGradients::check)));

    @Test
    void every_notebook_has_its_claims_checked() throws IOException {
        assertEquals(CLAIMS.keySet(), new TreeSet<>(names()));
    }

    @TestFactory
    Stream<DynamicTest> what_a_notebook_says_is_so_with_the_data_that_ship() throws IOException {
        Path empty = Machine.scratch("no data");
        return names().stream()
            .map(name -> DynamicTest.dynamicTest(name, () -> check(name, "as it ships", withoutNetwork(empty))));
    }

    @TestFactory
    Stream<DynamicTest> what_a_notebook_says_is_so_on_mnist_too() throws IOException {
        Path data = Path.of(System.getenv().getOrDefault("GLASSBOX_DATA", "")).toAbsolutePath();
        List<String> wanting = Files.exists(data.resolve("mnist")) ? names() : List.of();
        return wanting.stream().filter(name -> new Executed(NotebookJson.read(notebook(name))).source().contains(MNIST))
            .map(name -> DynamicTest.dynamicTest(name, () -> check(name, "mnist", List.of("-Dglassbox.data=" + data))));
    }

    private static void check(String name, String data, List<String> options) throws IOException {
        Execution execution = new Execution(Machine.kernel(), notebook(name), OUTPUT.resolve(data), System.out);
        try (KernelClient kernel = KernelClient.start(Machine.kernel(), FOLDER, argv -> with(argv, options))) {
            assertEquals(0, execution.run(kernel), () -> "a cell failed: " + execution.page());
        }
        CLAIMS.getOrDefault(name, executed -> {}).accept(new Executed(NotebookJson.read(execution.executedNotebook())));
    }

    /** Java's options stand behind the program's name. */
    private static List<String> with(List<String> argv, List<String> options) {
        List<String> command = new ArrayList<>(argv);
        command.addAll(1, options);
        return command;
    }

    /** An empty folder of data, and a proxy that takes no connection: what is not there cannot be had, and that at once. */
    private static List<String> withoutNetwork(Path empty) {
        return Stream.concat(Stream.of("-Dglassbox.data=" + empty), Stream.of("http", "https")
            .flatMap(scheme -> Stream.of("-D" + scheme + ".proxyHost=127.0.0.1", "-D" + scheme + ".proxyPort=9")))
            .toList();
    }

    private static Path notebook(String name) { return FOLDER.resolve(name + ".ipynb"); }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".ipynb"))
                .map(name -> name.replace(".ipynb", "")).filter(name -> !name.equals(FIRST)).sorted().toList();
        }
    }
}
