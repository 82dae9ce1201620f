package org.glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What losses say of themselves is true: their words, the level of chance, and what does not count. */
class LossTest {
    private static final Tensor CLASSES = Tensor.data(new float[] {0, 1, 1, 2, 1, 0, 3, 1}, 8);
    private static final Tensor NUMBERS = Tensor.data(new float[] {0, 1, 1, 2, -5, 40, 3}, 7);

    @Test
    void settings_are_copies_and_read_as_they_were_made() {
        CrossEntropy plain = Loss.crossEntropy();
        Loss loss = plain.withSmoothing(0.1).withClassWeights(1, 5, 0.5).ignoring(-1);
        assertEquals(
            "Loss: cross-entropy, smoothing 0.1, class weights 1, 5, 0.5, ignoring -1, the mean over the batch",
            loss.toString());
        assertEquals("smoothed weighted cross-entropy", loss.title());
        assertEquals("Loss: cross-entropy, the mean over the batch", plain.toString());
        assertEquals("Loss: squared error, the sum over the batch",
            Loss.meanSquaredError().withReduction(Reduction.SUM).toString());
        assertEquals("Loss: Huber loss, delta 0.5000, one number each",
            Loss.huber().withDelta(0.5).withReduction(Reduction.NONE).toString());
        assertEquals("mean absolute error", Loss.meanAbsoluteError().title());
        assertEquals(loss, plain.withSmoothing(0.1).withClassWeights(1, 5, 0.5).ignoring(-1));
        assertEquals(loss.hashCode(), plain.withSmoothing(0.1).withClassWeights(1, 5, 0.5).ignoring(-1).hashCode());
        assertNotEquals(loss, plain.withSmoothing(0.1).withClassWeights(1, 4, 0.5).ignoring(-1));
        assertTrue(loss.takesScores() && Loss.binaryCrossEntropy().takesScores());
        assertTrue(Stream.of(Loss.meanSquaredError(), Loss.meanAbsoluteError(), Loss.huber())
            .noneMatch(Loss::takesScores));
    }

    @Test
    void class_weights_cannot_be_changed_from_outside() {
        double[] weights = {1, 2, 3, 4};
        CrossEntropy loss = Loss.crossEntropy().withClassWeights(weights);
        weights[0] = 100;
        loss.weights()[1] = 100;
        assertArrayEquals(new double[] {1, 2, 3, 4}, loss.weights());
    }

    /** Rows that are all alike, moved down the slope until nothing gets better. */
    private static double leastWithOneRow(Loss loss, int columns, Tensor target) {
        double[] row = new double[columns];
        double rate = columns == 1 ? 0.5 : 3;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 400; step++) {
            Tensor one = Tensor.of(row).toDouble().toLeaf();
            Tensor all = Tensor.concat(0, Stream.generate(() -> one.reshape(1, columns)).limit(target.size())
                .toArray(Tensor[]::new));
            Tensor error = loss.of(all, columns == 1 ? target.toDouble() : target);
            least = Math.min(least, error.item());
            double[] slope = error.backward().of(one).toDoubles();
            for (int i = 0; i < columns; i++) {
                row[i] -= rate * slope[i];
            }
            rate *= 0.985;
        }
        return least;
    }

    @Test
    void chance_is_the_least_that_is_possible_with_the_same_answer_for_every_row() {
        Tensor some = Tensor.data(new float[] {0, -1, 1, 2, 1, -1, 3, 1}, 8);
        CrossEntropy plain = Loss.crossEntropy();
        for (CrossEntropy loss : new CrossEntropy[] {plain, plain.withSmoothing(0.2),
            plain.withClassWeights(1, 2, 0.5, 1), plain.withSmoothing(0.2).withClassWeights(1, 2, 0.5, 1)}) {
            assertEquals(leastWithOneRow(loss, 4, CLASSES), loss.chance(CLASSES), 1e-3, loss.toString());
            Loss ignoring = loss.ignoring(-1);
            assertEquals(leastWithOneRow(ignoring, 4, some), ignoring.chance(some), 1e-3, ignoring.toString());
        }
        for (Loss loss : new Loss[] {Loss.meanSquaredError(), Loss.huber(), Loss.huber().withDelta(3)}) {
            assertEquals(leastWithOneRow(loss, 1, NUMBERS), loss.chance(NUMBERS), 2e-3, loss.toString());
        }
        assertEquals((1 + 0 + 0 + 1 + 6 + 39 + 2) / 7.0, Loss.meanAbsoluteError().chance(NUMBERS), 1e-6);
        assertEquals(Math.log(2), Loss.binaryCrossEntropy().chance(Tensor.data(new float[] {0, 1}, 2)), 1e-9);
        assertEquals(Math.log(4), plain.chance(Tensor.data(new float[] {0, 1, 2, 3}, 4)), 1e-9);
    }

    @Test
    void sums_and_single_numbers_have_no_chance_as_they_depend_on_the_rows() {
        for (Reduction reduction : new Reduction[] {Reduction.SUM, Reduction.NONE}) {
            for (Loss loss : new Loss[] {Loss.crossEntropy().withReduction(reduction),
                Loss.binaryCrossEntropy().withReduction(reduction), Loss.meanSquaredError().withReduction(reduction),
                Loss.meanAbsoluteError().withReduction(reduction), Loss.huber().withReduction(reduction)}) {
                assertTrue(Double.isNaN(loss.chance(CLASSES)), loss.toString());
            }
        }
    }

    @Test
    void rows_that_are_ignored_count_nothing_whatever_their_scores() {
        Tensor scores = Tensor.of(new double[][] {{1, 2}, {Double.NaN, Double.POSITIVE_INFINITY}, {3, -1}});
        Tensor loss = Loss.crossEntropy().ignoring(-1).of(scores, Tensor.data(new float[] {0, -1, 1}, 3));
        Tensor without = Tensor.of(new double[][] {{1, 2}, {3, -1}});
        Tensor expected = Loss.crossEntropy().of(without, Tensor.data(new float[] {0, 1}, 2));
        assertEquals(expected.item(), loss.item(), 1e-6);
        double[] gradient = loss.backward().of(scores).toDoubles();
        assertArrayEquals(new double[] {0, 0}, Arrays.copyOfRange(gradient, 2, 4));
        assertArrayEquals(expected.backward().of(without).slice(0, 0, 1).toDoubles(), Arrays.copyOf(gradient, 2), 1e-6);
    }

    @Test
    void a_weight_of_two_is_a_row_seen_twice_and_one_class_is_always_right() {
        Tensor scores = Tensor.of(new double[][] {{1, 2}, {3, -1}, {3, -1}});
        double twice = Loss.crossEntropy().of(scores, Tensor.data(new float[] {0, 1, 1}, 3)).item();
        double weighted = Loss.crossEntropy().withClassWeights(1, 2)
            .of(scores.slice(0, 0, 2), Tensor.data(new float[] {0, 1}, 2)).item();
        assertEquals(twice, weighted, 1e-6);
        Tensor one = Tensor.of(new double[][] {{7}});
        assertEquals(0, Loss.crossEntropy().withSmoothing(0.3).of(one, Tensor.data(new float[] {0}, 1)).item());
    }

    @Test
    void targets_of_a_column_fit_a_net_with_one_output_in_every_error() {
        Tensor column = Tensor.of(new double[][] {{1}, {3}});
        Tensor target = Tensor.data(new float[] {0, 1}, 2);
        assertEquals(1.5, Loss.meanAbsoluteError().of(column, target).item());
        assertEquals(1, Loss.huber().of(column, target).item(), 1e-7);
        assertEquals(2.5, Loss.meanSquaredError().of(column, target).item());
    }

    @Test
    void NaN_in_a_prediction_is_hidden_by_no_loss_and_by_no_activation() {
        Tensor bad = Tensor.of(new double[][] {{Double.NaN, 1}});
        Tensor target = Tensor.data(new float[] {1}, 1);
        Tensor numbers = Tensor.data(new float[] {1, 1}, 1, 2);
        assertTrue(Double.isNaN(Loss.crossEntropy().withSmoothing(0.1).of(bad, target).item()));
        assertTrue(Double.isNaN(Loss.meanAbsoluteError().of(bad, numbers).item()));
        assertTrue(Double.isNaN(Loss.huber().of(bad, numbers).item()));
        for (Activation activation : new Activation[] {Activation.leakyRelu(), Activation.elu(), Activation.gelu(),
            Activation.silu(), Activation.softplus(), Activation.logSoftmax()}) {
            for (UnaryOperator<Tensor> type : Arrays.<UnaryOperator<Tensor>>asList(x -> x, Tensor::toDouble)) {
                assertTrue(Double.isNaN(activation.forward(type.apply(bad)).toDoubles()[0]), activation.kind());
            }
        }
        assertTrue(Double.isNaN(bad.abs().toDoubles()[0]) && Double.isNaN(bad.clamp(0, 1).toDoubles()[0]));
        assertTrue(Double.isNaN(bad.min().item()) && Double.isNaN(bad.logSumExp().item()));
    }

    @Test
    void activations_stay_finite_far_out() {
        Tensor far = Tensor
            .of(new double[] {-Float.MAX_VALUE, -1e30, -1000, -100, 0, 100, 1000, 1e30, Float.MAX_VALUE});
        for (Activation activation : new Activation[] {Activation.leakyRelu(0.2), Activation.elu(2), Activation.gelu(),
            Activation.silu(), Activation.softplus()}) {
            Tensor y = activation.forward(far);
            double[] values = y.toDoubles();
            double[] slopes = y.sum().backward().of(far).toDoubles();
            for (int i = 0; i < values.length; i++) {
                assertTrue(Double.isFinite(values[i]), activation + " at " + far.toDoubles()[i] + ": " + values[i]);
                assertTrue(slopes[i] >= -0.13 && slopes[i] <= 2,
                    activation + " at " + far.toDoubles()[i] + ": " + slopes[i]);
            }
            assertEquals(1000, values[6], 1e-3);
        }
    }

    @Test
    void a_net_learns_with_every_loss_that_is_one_number() {
        Tensor x = Initializer.he().of(16, 3, Seed.of(1)).toData();
        Tensor y = x.slice(1, 0, 1).sub(x.slice(1, 1, 2)).toData();
        for (Loss loss : new Loss[] {Loss.meanAbsoluteError(), Loss.huber(),
            Loss.meanSquaredError().withReduction(Reduction.SUM)}) {
            Linear net = Linear.of(3, 1, Initializer.zeros());
            double before = loss.of(net.forward(x), y).item();
            var optimizer = org.glassbox.optim.Adam.of(0.05).on(net);
            for (int step = 0; step < 200; step++) {
                optimizer.step(loss.of(net.forward(x), y).backward());
            }
            double after = loss.of(net.forward(x), y).item();
            assertTrue(after < 0.1 * before, loss + ": " + before + " → " + after);
        }
    }
}
