package org.glassbox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Sgd;
import org.glassbox.tensor.Tensor;
import org.glassbox.train.Trainer;
import org.junit.jupiter.api.Test;

class NetCardTest {
    private record Own(Linear a) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return a.forward(x); }
    }

    @Test
    void a_net_says_that_it_is_untrained() {
        Bundle card = Bundle.of(Sequential.of(Linear.of(2, 3), Activation.relu()));
        assertTrue(card.text().startsWith("Sequential   9 parameters   untrained"), card.text());
        assertTrue(card.data().get(Bundle.HTML).contains("9 parameters · untrained"));
    }

    @Test
    void a_layer_of_the_users_own_lists_what_it_learns() {
        assertEquals("Own   9 parameters · untrained\n  a.weight [2, 3]\n  a.bias [3]",
            Bundle.of(new Own(Linear.of(2, 3))).text());
    }

    @Test
    void a_trainer_says_when_its_net_is_not_the_one_last_shown() {
        Layer net = Sequential.of(Linear.of(2, 1));
        Trainer trainer = Trainer.of(net, Loss.meanSquaredError(), Sgd.of(0.1));
        Bundle.of(net);
        assertFalse(Bundle.of(trainer).text().contains("last shown"));
        Layer anew = Sequential.of(Linear.of(2, 1));
        Bundle.of(anew);
        assertTrue(Bundle.of(trainer).text().endsWith(
            "This trainer moves the net below, which is not the one last shown: make the trainer anew after the net."));
        assertTrue(Bundle.of(trainer).data().get(Bundle.HTML).contains("not the one last shown"));
    }
}
