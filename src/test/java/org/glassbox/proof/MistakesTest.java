package org.glassbox.proof;

import static org.glassbox.proof.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.catalogue.Line;
import org.glassbox.nn.Embedding;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Recurrent;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation and every layer of the catalogue is given what it may not be able to use: an axis more or less, a length
 * more, another type, no class, a mask of another length. Either it can, or it answers in words; they are in
 * {@code mistakes/*.txt}, for a person to read. An exception of another kind fails.
 */
class MistakesTest {
    private static final Map<String, UnaryOperator<Tensor>> MISTAKES = new LinkedHashMap<>();

    static {
        MISTAKES.put("an axis more", x -> x.reshape(IntStream.concat(IntStream.of(1), axes(x)).toArray()));
        MISTAKES.put("an axis less", x -> x.rank() == 1 ? x.slice(0, 0, 1).reshape()
            : x.reshape(IntStream.concat(IntStream.of(-1), axes(x).skip(2)).toArray()));
        MISTAKES.put("a length more", x -> Tensor.concat(-1, x, x.slice(-1, 0, 1)));
        MISTAKES.put("a channel more", x -> Tensor.concat(1, x, x.slice(1, 0, 1)));
        MISTAKES.put("double", Tensor::toDouble);
    }

    private static IntStream axes(Tensor x) { return IntStream.of(x.shape()); }

    /** Each mistake that can be made with x, by its name. */
    private static Map<String, Tensor> wrong(Tensor x) {
        Map<String, Tensor> wrong = new LinkedHashMap<>();
        MISTAKES.forEach((what, mistake) -> {
            if (!what.equals("a channel more") || x.rank() > 2) {
                wrong.put(what, mistake.apply(x));
            }
        });
        return wrong;
    }

    /** The first line of each operation. */
    private static Stream<Line> operations() {
        Map<String, Line> first = new LinkedHashMap<>();
        Stream.of(Catalogue.operations(), Catalogue.questions()).flatMap(lines -> lines.stream())
            .forEach(line -> first.putIfAbsent(line.covers(), line));
        return first.values().stream();
    }

    private static String name(Line line) { return line.covers().replaceAll("[(].*", ""); }

    static Stream<String> names() { return operations().map(MistakesTest::name).distinct(); }

    @ParameterizedTest
    @MethodSource("names")
    void an_operation_can_use_it_or_answers_in_words(String name) {
        Map<String, String> answers = new LinkedHashMap<>();
        operations().filter(line -> name(line).equals(name)).forEach(line -> {
            Tensor[] right = line.each().findFirst().orElseThrow().inputs();
            for (int i = 0; i < right.length; i++) {
                int place = i;
                wrong(right[i]).forEach((what, one) -> {
                    Tensor[] wrong = right.clone();
                    wrong[place] = one;
                    answer(answers, line.covers() + ", input " + place + ": " + what,
                        () -> line.function().apply(wrong));
                });
            }
        });
        assertAnswers(name, answers);
    }

    @Test
    void a_layer_can_use_it_or_answers_in_words() {
        Seed.use(1);
        Map<String, String> answers = new LinkedHashMap<>();
        Catalogue.layers().forEach(layer -> answers(answers, layer.get(), org.glassbox.catalogue.Inputs.input(4, 3)));
        Catalogue.sequenceLayers().forEach(line -> answers(answers, line.layer().get(), line.input()));
        assertTrue(answers.size() > 60, answers.size() + " answers");
        assertAnswers("layers", answers);
    }

    private static void answers(Map<String, String> answers, Layer layer, Tensor right) {
        if (layer instanceof Sequential all) {
            Tensor x = right;
            for (Layer part : all.layers()) {
                answers(answers, part, x);
                x = part.forward(x);
            }
            return;
        }
        wrong(right).forEach((what, x) -> answer(answers, words(layer) + ": " + what, () -> layer.forward(x)));
        if (layer instanceof Embedding) {
            for (double number : new double[] {4, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
                answer(answers, words(layer) + ": " + number, () -> layer.forward(Tensor.of(new double[] {0, number})));
            }
        }
        if (layer instanceof Recurrent recurrent) {
            int[] shape = right.shape();
            Tensor ones = right.slice(-1, 0, 1).mul(0).add(1).reshape(shape[0], shape[1]);
            wrong(ones).forEach((what, mask) -> answer(answers, words(layer) + ", mask: " + what,
                () -> recurrent.forward(right, mask)));
            answer(answers, words(layer) + ", mask: NaN", () -> recurrent.forward(right, ones.mul(Double.NaN)));
            answer(answers, words(layer) + ", mask: 2", () -> recurrent.forward(right, ones.mul(2)));
        }
    }

    private static String words(Layer layer) { return layer.toString().lines().findFirst().orElseThrow(); }

    /** Notes what is said, or what came out; anything but our own exceptions goes on. */
    private static void answer(Map<String, String> answers, String title, Supplier<Tensor> call) {
        String answer;
        try {
            answer = "→ " + Arrays.toString(call.get().shape());
        } catch (GlassboxException e) {
            answer = e.getMessage();
            assertTrue(answer.contains("\n  help "), title + " has no mend: " + answer);
        }
        answers.put(title, answer);
    }

    private static void assertAnswers(String name, Map<String, String> answers) {
        assertGolden("mistakes/" + name + ".txt", answers.entrySet().stream()
            .map(one -> one.getKey() + (one.getValue().startsWith("→") ? " " : "\n    ")
                + one.getValue().replace("\n", "\n    "))
            .collect(Collectors.joining("\n")));
    }

    @Test
    void no_file_of_answers_is_left_over() throws IOException {
        Set<String> expected = names().map(name -> name + ".txt").collect(Collectors.toCollection(TreeSet::new));
        expected.add("layers.txt");
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "org", "glassbox", "mistakes"))) {
            assertEquals(expected, files.map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(59, expected.size());
    }
}
