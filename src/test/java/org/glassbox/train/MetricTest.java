package org.glassbox.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.GlassboxException;
import org.glassbox.Seed;
import org.glassbox.data.Datasets;
import org.glassbox.data.Split;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.plot.LossCurve;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden values are scikit-learn's: {@code metrics.txt}, made by {@code metrics.py} beside it with the version of its first line. */
class MetricTest {
    private static final double CLOSE = 1e-6;
    private static final Map<String, double[]> GOLDEN = read();
    private static final Tensor SCORES = numbers(48, 3).reshape(12, 4).toData();
    private static final Tensor CLASSES = Tensor.of(new double[] {0, 1, 2, 0, 1, 2, 0, 1, 1, 1, 0, 2}).toData();
    private static final Tensor BINARY = numbers(12, 8);
    private static final Tensor YES = Tensor.of(new double[] {0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1}).toData();

    /** The same as in metrics.py. */
    private static Tensor numbers(int n, int k) {
        return Tensor.of(IntStream.range(0, n).mapToDouble(i -> ((7 * i + k) % 11 - 5) / 5.5).toArray()).toData();
    }

    private static Map<String, double[]> read() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/org/glassbox/proof/metrics.txt"))) {
            return lines.skip(1).map(line -> line.split(" ")).collect(Collectors.toMap(parts -> parts[0],
                parts -> Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).toArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertGolden(String name, double... values) {
        assertArrayEquals(GOLDEN.get(name), values, CLOSE, name);
    }

    @Test
    void steps_of_sequences_are_rows() {
        Tensor scores = SCORES.reshape(3, 4, 4).copy();
        Tensor classes = CLASSES.reshape(3, 4).copy();
        assertGolden("accuracy", Metric.accuracy().of(scores, classes));
        assertGolden("perplexity", Metric.perplexity().of(scores, classes));
        assertEquals(ConfusionMatrix.of(SCORES, CLASSES), ConfusionMatrix.of(scores, classes));
    }

    @Test
    void rows_of_a_class_that_is_ignored_are_neither_right_nor_wrong() {
        Tensor known = Tensor.data(new float[] {0, 1, -1, 0, 1, 2, -1, 1, 1, 1, 0, 2}, 12);
        Tensor scores = Tensor.concat(0, SCORES.slice(0, 0, 2), SCORES.slice(0, 3, 6), SCORES.slice(0, 7, 12)).copy();
        Tensor left = Tensor.data(new float[] {0, 1, 0, 1, 2, 1, 1, 1, 0, 2}, 10);
        for (Metric metric : List.of(Metric.accuracy(), Metric.accuracy(2), Metric.f1(), Metric.perplexity())) {
            double expected = metric.of(scores, left);
            assertEquals(expected, metric.ignoring(-1).of(SCORES, known));
            assertEquals(expected, metric.ignoring(-1).of(SCORES.reshape(3, 4, 4), known.reshape(3, 4)));
            assertEquals(metric.title(), metric.ignoring(-1).title());
            assertEquals(metric.of(SCORES, CLASSES), metric.ignoring(3).of(SCORES, CLASSES), "no row is of it");
        }
        assertEquals(Double.NaN, Metric.accuracy().ignoring(2).of(SCORES, CLASSES.mul(0).add(2)));
        assertEquals(Math.exp(Loss.crossEntropy().ignoring(-1).of(SCORES, known).item()),
            Metric.perplexity().ignoring(-1).of(SCORES, known), CLOSE);
    }

    @Test
    void numbers_of_many_classes_are_those_of_scikit_learn() {
        assertGolden("accuracy", Metric.accuracy().of(SCORES, CLASSES));
        assertGolden("top2", Metric.accuracy(2).of(SCORES, CLASSES));
        assertEquals(1, Metric.accuracy(4).of(SCORES, CLASSES));
        assertGolden("precision", Metric.precision().of(SCORES, CLASSES));
        assertGolden("recall", Metric.recall().of(SCORES, CLASSES));
        assertGolden("f1", Metric.f1().of(SCORES, CLASSES));
        assertGolden("perplexity", Metric.perplexity().of(SCORES, CLASSES));
        ConfusionMatrix matrix = ConfusionMatrix.of(SCORES, CLASSES);
        assertGolden("confusion", matrix.counts().stream().flatMap(List::stream).mapToDouble(n -> n).toArray());
        assertGolden("precision.each", IntStream.range(0, 4).mapToDouble(matrix::precision).toArray());
        assertGolden("recall.each", IntStream.range(0, 4).mapToDouble(matrix::recall).toArray());
        assertGolden("f1.each", IntStream.range(0, 4).mapToDouble(matrix::f1).toArray());
    }

    @Test
    void numbers_of_yes_and_no_are_those_of_scikit_learn_however_the_score_is_given() {
        Tensor column = BINARY.reshape(12, 1);
        Tensor no = Tensor.data(new float[12], 12, 1);
        float[] pairs = new float[24];
        IntStream.range(0, 12).forEach(i -> pairs[2 * i + 1] = BINARY.toFloats()[i]);
        for (Tensor scores : List.of(BINARY, column, Tensor.data(pairs, 12, 2))) {
            assertGolden("precision.yes", Metric.precision().of(scores, YES));
            assertGolden("recall.yes", Metric.recall().of(scores, YES));
            assertGolden("f1.yes", Metric.f1().of(scores, YES));
            assertGolden("perplexity.yes", Metric.perplexity().of(scores, YES));
        }
        assertEquals(0, Metric.precision().of(no, YES), "no row was called yes");
    }

    @Test
    void numbers_of_numbers_are_those_of_scikit_learn() {
        Tensor target = numbers(12, 1).mul(3).toData();
        assertGolden("mean_absolute_error", Metric.meanAbsoluteError().of(BINARY.reshape(12, 1), target));
        assertGolden("r2", Metric.r2().of(BINARY.reshape(12, 1), target));
        assertEquals(16, GOLDEN.size());
    }

    @Test
    void matrices_of_ragged_batches_add_up_to_that_of_all_rows() {
        ConfusionMatrix sum = ConfusionMatrix.of(SCORES.slice(0, 0, 5), CLASSES.slice(0, 0, 5))
            .plus(ConfusionMatrix.of(SCORES.slice(0, 5, 10), CLASSES.slice(0, 5, 10)))
            .plus(ConfusionMatrix.of(SCORES.slice(0, 10, 12), CLASSES.slice(0, 10, 12)));
        assertEquals(ConfusionMatrix.of(SCORES, CLASSES), sum);
        assertEquals(12, sum.rows());
    }

    @Test
    void a_tie_goes_to_the_first_class_and_a_score_that_is_not_a_number_is_wrong() {
        Tensor tie = Tensor.data(new float[] {1, 1, 0}, 1, 3);
        assertEquals(1, Metric.accuracy().of(tie, Tensor.of(new double[] {0})));
        assertEquals(0, Metric.accuracy().of(tie, Tensor.of(new double[] {1})));
        assertEquals(1, Metric.accuracy(2).of(tie, Tensor.of(new double[] {1})));
        Tensor broken = Tensor.data(new float[] {1, Float.NaN, 0}, 1, 3);
        assertEquals(0, Metric.accuracy(2).of(broken, Tensor.of(new double[] {1})));
    }

    @Test
    void a_confusion_matrix_reads_well_and_is_a_table() {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of(List.of(50, 0, 0), List.of(0, 47, 3), List.of(0, 1, 49)),
            List.of("setosa", "versicolor", "virginica"));
        assertEquals("""
            Confusion matrix of 150 rows: accuracy 97.3 % (146 right)
            true ↓ said →      setosa  versicolor   virginica
            setosa                 50           ·           ·
            versicolor              ·          47           3
            virginica               ·           1          49""", matrix.toString());
        assertEquals(List.of("true ↓ said →", "setosa", "versicolor", "virginica"), matrix.toTable().columnNames());
        assertEquals(3, matrix.toTable().intColumn("virginica").get(1));
    }

    static Stream<Metric> metrics() {
        return Stream.of(Metric.accuracy(), Metric.accuracy(3), Metric.precision(), Metric.recall(), Metric.f1(),
            Metric.perplexity());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void a_trainer_measures_it_over_rows_and_its_picture_shows_it(Metric metric) {
        Seed.use(7);
        Split digits = Datasets.digits().split(0.8);
        Sequential net = Sequential.of(Linear.of(64, 10));
        History run = Trainer.of(net, Loss.crossEntropy(), Adam.of(0.01)).watch(Watch.none()).metric(metric).fit(digits,
            1);
        double seen = run.epochs().doubleColumn("validation_" + metric.column()).get(1);
        assertEquals(metric.of(net.predict(digits.valid().x()), digits.valid().y()), seen, 1e-6);
        String picture = String.join("\n", LossCurve.of(run.facts(), run.epochs(), run.steps()).summary());
        assertTrue(picture.contains(metric.title() + " "), picture);
        assertTrue(metric.column().matches("[a-z0-9_]+"), metric.column());
    }

    @Test
    void the_matrix_of_a_net_has_the_names_of_the_classes_and_the_accuracy_of_its_training() {
        Seed.use(7);
        Split digits = Datasets.digits().split(0.8);
        Sequential net = Sequential.of(Linear.of(64, 10));
        History run = Trainer.of(net, Loss.crossEntropy(), Adam.of(0.01)).watch(Watch.none()).fit(digits, 1);
        ConfusionMatrix matrix = ConfusionMatrix.of(net, digits.valid());
        assertEquals(digits.valid().classes(), matrix.classes());
        assertEquals(run.epochs().doubleColumn("validation_accuracy").get(1), matrix.accuracy(), 1e-12);
        assertEquals(digits.valid().rows(), matrix.rows());
    }

    @Test
    void what_cannot_be_measured_is_refused_in_words() {
        String text = assertThrows(GlassboxException.class, () -> Metric.r2().of(SCORES, YES)).getMessage();
        assertTrue(text.startsWith("R²: a prediction must be a number for each target\n  prediction [12, 4]"), text);
        text = assertThrows(GlassboxException.class, () -> Metric.accuracy().of(SCORES, CLASSES.slice(0, 0, 11)))
            .getMessage();
        assertTrue(text.startsWith("metric: a prediction must be scores for each target"), text);
        text = assertThrows(GlassboxException.class, () -> Metric.f1().of(SCORES, CLASSES.add(2))).getMessage();
        assertTrue(text.startsWith("metric: class 4.0, the scores are for 4"), text);
        text = assertThrows(GlassboxException.class, () -> Metric.accuracy(0)).getMessage();
        assertTrue(text.startsWith("Metric.accuracy: top 0, expected at least 1"), text);
        text = assertThrows(GlassboxException.class,
            () -> ConfusionMatrix.of(SCORES, CLASSES).plus(ConfusionMatrix.of(BINARY, YES))).getMessage();
        assertTrue(text.startsWith("ConfusionMatrix: classes differ"), text);
    }
}
