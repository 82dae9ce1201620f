package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.proof.RandomNet.Plan;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Where numbers lie does not matter: random nets learn the same bits in a loop over batches, in an arena opened by hand, and
 * with nothing but ordinary arrays, whatever else happens in between.
 */
class ArenaProofTest {
    private static final int NETS = 60;

    private int beyond;

    /** What is left of a training: the loss of each step, then each parameter. */
    private record Learned(List<Integer> losses, List<int[]> parameters) {}

    @AfterEach
    void leave() { Arena.leaveAll(); }

    @Test
    void random_nets_learn_the_same_bits_with_and_without_an_arena() throws Exception {
        Set<String> kinds = new LinkedHashSet<>();
        int moved = 0;
        for (int seed = 0; seed < NETS; seed++) {
            Plan plan = Plan.of(seed);
            kinds.addAll(plan.kinds());
            Learned plain = plain(plan);
            assertSame(plan + ", loop over batches", plain, afresh(() -> loop(plan)));
            assertSame(plan + ", arena by hand", plain, afresh(() -> byHand(plan)));
            moved += plain.losses().size() > 1 && !plain.losses().get(0).equals(plain.losses().get(1)) ? 1 : 0;
        }
        assertTrue(moved > 0.9 * NETS, moved + " nets learned anything");
        assertEquals(RandomNet.KINDS, kinds, "every kind of layer and loop came");
        assertTrue(beyond > NETS / 4, beyond + " steps took more arrays than the arena gave them");
    }

    @Test
    void once_each_kind_of_step_was_seen_irregular_loops_make_no_new_array() {
        Seed.use(1);
        Dataset all = RandomNet.data(new Plan(5, List.of(), 6, 37, 8, 0, 0, Loss.crossEntropy(), false));
        Linear shared = Linear.of(1, 6);
        Layer steps = x -> {                                                    // another length for each batch
            Tensor y = shared.forward(x.slice(1, 0, 1)).tanh();
            for (int column = 1; column <= (int) Math.abs(x.sum().item() * 100) % 5; column++) {
                y = y.add(shared.forward(x.slice(1, column, column + 1)).tanh());
            }
            return x.mean().item() > 0 ? y.relu() : y.mul(0.5).add(x);          // and another way
        };
        Layer net = Sequential.of(steps, Linear.of(6, 3));
        Optimizer optimizer = Adam.of(0.01).on(net);
        long warm = 0;
        for (int epoch = 0; epoch < 12; epoch++) {
            for (Batch batch : all.batches(8, Seed.of(epoch % 3))) {
                optimizer.step(Loss.crossEntropy().of(net.forward(batch.x()), batch.y()).backward());
            }
            for (Batch batch : all.inOrder(10)) {
                Loss.crossEntropy().of(net.predict(batch.x()), batch.y());
            }
            warm = epoch == 2 ? Arena.made() : warm;
        }
        assertTrue(warm > 100, warm + " arrays were made before");
        assertEquals(warm, Arena.made());
    }

    /** On a thread that knows no larger step, so that the first ones get no more than their share. */
    private static Learned afresh(Callable<Learned> training) throws Exception {
        FutureTask<Learned> task = new FutureTask<>(training);
        new Thread(task).start();
        return task.get();
    }

    /** Ordinary arrays only. */
    private static Learned plain(Plan plan) {
        Run run = new Run(plan);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            for (Batch batch : copies(run.data, plan, epoch)) {
                assertFalse(batch.x().array().isFromArena());
                run.step(batch);
            }
            run.endEpoch(epoch);
        }
        return run.learned();
    }

    /** As a user writes it, with other loops within, some of them left early. */
    private Learned loop(Plan plan) {
        Run run = new Run(plan);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            for (Batch batch : run.data.batches(plan.batchSize(), Seed.of(plan.seed()).split(epoch))) {
                assertTrue(batch.x().array().isFromArena());
                run.disturb(plan.seed() + epoch);
                run.step(batch);
                beyond += Tensor.data(new float[1], 1).array().isFromArena() ? 0 : 1;
                run.disturb(plan.seed() + epoch + 1);
            }
            run.endEpoch(epoch);
        }
        Arena.leaveAll();
        return run.learned();
    }

    private static Learned byHand(Plan plan) {
        Run run = new Run(plan);
        try (Arena arena = Arena.open()) {
            for (int epoch = 0; epoch < plan.epochs(); epoch++) {
                for (Batch batch : copies(run.data, plan, epoch)) {
                    arena.rewind();
                    run.step(batch);
                }
                arena.rewind();
                run.endEpoch(epoch);
            }
        }
        return run.learned();
    }

    private static List<Batch> copies(Dataset data, Plan plan, int epoch) {
        List<Batch> copies = new ArrayList<>();
        for (Batch batch : data.batches(plan.batchSize(), Seed.of(plan.seed()).split(epoch))) {
            copies.add(new Batch(batch.x().copy(), batch.y().copy()));
        }
        return copies;
    }

    private static void assertSame(String what, Learned expected, Learned actual) {
        assertEquals(expected.losses(), actual.losses(), what);
        assertEquals(expected.parameters().size(), actual.parameters().size(), what);
        for (int i = 0; i < expected.parameters().size(); i++) {
            assertArrayEquals(expected.parameters().get(i), actual.parameters().get(i), what + ", parameter " + i);
        }
    }

    /** One training by a plan. */
    private static final class Run {
        private final Plan plan;
        private final Dataset data;
        private final Layer net;
        private final Optimizer optimizer;
        private final List<Integer> losses = new ArrayList<>();
        private int steps;

        Run(Plan plan) {
            this.plan = plan;
            Seed.use(plan.seed());
            this.data = RandomNet.data(plan);
            RandomNet made = RandomNet.of(plan);
            this.net = made.net();
            this.optimizer = plan.rule().on(plan.frozen() ? made.head() : made.net());
        }

        void step(Batch batch) {
            Tensor loss = plan.loss().of(Pass.train(() -> net.forward(batch.x())), batch.y());
            losses.add(Float.floatToRawIntBits((float) loss.item()));
            Gradients gradients = loss.backward();
            if (++steps % 4 == plan.seed() % 4) {
                validate();
            }
            if (steps % 7 != 6) {                                               // a step whose gradients nobody wants
                optimizer.step(gradients);
            }
        }

        void endEpoch(int epoch) {
            validate();
            optimizer.use(plan.rule(epoch + 1));
        }

        private void validate() {
            double sum = 0;
            for (int row = 0; row < 5; row++) {
                Batch one = data.sample(row);
                sum += plan.loss().of(net.predict(one.x()), one.y()).item();
            }
            losses.add(Float.floatToRawIntBits((float) sum));
        }

        /** Loops within the loop, some left early, with gradients that are thrown away. */
        void disturb(long how) {
            int left = (int) (how % 3);
            for (Batch other : data.inOrder(1 + (int) (how % 5))) {
                Pass.observe(() -> plan.loss().of(net.forward(other.x()), other.y())).backward();
                if (left-- == 0) {
                    break;
                }
            }
        }

        Learned learned() {
            List<int[]> parameters = new ArrayList<>();
            for (Parameter parameter : Parameters.of(net).list()) {
                float[] values = parameter.toFloats();
                int[] bits = new int[values.length];
                Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
                parameters.add(bits);
            }
            return new Learned(losses, parameters);
        }
    }
}
