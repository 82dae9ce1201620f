package org.glassbox.optim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.glassbox.Seed;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Sequential;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningTest {
    static Stream<Rule> rules() {
        return Stream.of(Sgd.of(0.5), Momentum.of(0.1), Nesterov.of(0.1), RMSProp.of(0.02), Adagrad.of(0.3),
            Adam.of(0.02),
            AdamW.of(0.02).withWeightDecay(1e-3), Adam.of(0.05).withSchedule(Schedule.cosine(600).withWarmUp(20))
                .withClipping(Clipping.norm(1)).withGroup("*.bias", Sgd.of(0.5)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_learns_xor(Rule rule) {
        Seed.use(7);
        Layer net = Sequential.of(Linear.of(2, 8), Activation.tanh(), Linear.of(8, 1));
        Tensor x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}).toData();
        Tensor y = Tensor.of(new double[][] {{0}, {1}, {1}, {0}}).toData();
        Optimizer optimizer = rule.on(net);
        for (int i = 0; i < 500; i++) {
            optimizer.step(Loss.binaryCrossEntropy().of(net.forward(x), y).backward());
        }
        double loss = Loss.binaryCrossEntropy().of(net.predict(x), y).item();
        assertTrue(loss < 0.05, rule + " ends at " + loss);
    }
}
