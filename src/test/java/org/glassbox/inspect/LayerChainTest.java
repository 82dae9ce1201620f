package org.glassbox.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.glassbox.Seed;
import org.glassbox.data.Batch;
import org.glassbox.data.Datasets;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Dropout;
import org.glassbox.nn.GRU;
import org.glassbox.nn.Embedding;
import org.glassbox.data.Text;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.glassbox.train.Trainer;
import org.junit.jupiter.api.Test;

class LayerChainTest {
    private final Batch sample = Datasets.digits().split(0.8).train().sample(3);
    private final Layer net;
    private final Trainer trainer;

    LayerChainTest() {
        Seed.use(7);
        net = Sequential.of(Linear.of(64, 64), Activation.relu(), Dropout.of(0.5), Linear.of(64, 10));
        trainer = Trainer.of(net, Loss.crossEntropy(), Adam.of(5e-3));
    }

    @Test
    void a_digits_net_is_told_layer_by_layer_from_the_loss_to_the_input() {
        ChainRule chain = ChainRule.of(trainer, sample);
        assertTrue(chain.isByLayers());
        assertEquals(List.of("loss", "3 Linear", "1 ReLU", "0 Linear"), chain.steps().stringColumn("to").asList());
        assertEquals(List.of("3 Linear", "1 ReLU", "0 Linear", "input"), chain.steps().stringColumn("from").asList());
        assertEquals(64, chain.input().rowCount());
        assertEquals(10, chain.scores().rowCount());
        assertEquals(1, chain.scores().doubleColumn("share").sum(), 1e-5);
    }

    @Test
    void a_net_that_answers_at_every_step_counts_its_steps_not_the_rows_of_its_table() {
        Text text = Text.of("to be, or not to be: that is the question");
        int characters = text.characters().size();
        Layer reader = Sequential.of(Embedding.of(characters, 16), GRU.of(16, 32), Linear.of(32, characters));
        ChainRule chain = ChainRule.of(Trainer.of(reader, Loss.crossEntropy(), Adam.of(5e-3)),
            text.passages(9).sample(0));
        assertTrue(chain.isByLayers());
        assertTrue(chain.toString().contains("9 steps, signal of the sum of their losses"), chain.toString());
    }

    @Test
    void signals_are_root_mean_squares_of_backward() {
        Tensor x = sample.x().toLeaf();
        Layer bare = Sequential.of(((Sequential) net).layers().get(0), Activation.relu(),
            ((Sequential) net).layers().get(3));
        Gradients gradients = Loss.crossEntropy().of(bare.forward(x), sample.y()).backward();
        ChainRule chain = ChainRule.of(trainer, sample);
        double[] passed = chain.steps().doubleColumn("passed_on").asDoubleArray();
        assertEquals(rms(gradients.of(x).toDoubles()), passed[3], 1e-7);
        double[] weight = gradients.of(Parameters.of(net).byPath().get("0.weight")).toDoubles();
        int row = chain.values().stringColumn("name").asList().indexOf("0 Linear weight");
        assertEquals(rms(weight), chain.values().doubleColumn("gradient").get(row), 1e-7);
        for (int i = 0; i < passed.length; i++) {
            double product = chain.steps().doubleColumn("local").get(i)
                * chain.steps().doubleColumn("from_the_right").get(i);
            assertEquals(passed[i], product, 1e-12);
        }
    }

    private static double rms(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    @Test
    void looking_moves_no_parameter_and_counts_no_pass() {
        List<Parameter> parameters = Parameters.of(net).list();
        List<double[]> before = parameters.stream().map(Tensor::toDoubles).toList();
        assertFalse(ChainRule.of(trainer, sample).toString().isEmpty());
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(before.get(i), parameters.get(i).toDoubles());
            assertEquals(0, parameters.get(i).updates());
        }
        assertEquals(0, ((Dropout) ((Sequential) net).layers().get(2)).passes().item());
    }

    @Test
    void a_nudge_and_an_update_are_computed_on_a_copy_and_agree() {
        String text = ChainRule.of(trainer, sample).toString();
        assertTrue(text.contains("The largest gradient of all is "), text);
        assertTrue(text.contains("on a copy: loss "), text);
    }
}
