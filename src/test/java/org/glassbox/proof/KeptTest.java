package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.array.Arena;
import org.glassbox.data.Batch;
import org.glassbox.data.Dataset;
import org.glassbox.inspect.ChainRule;
import org.glassbox.nn.Activation;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Linear;
import org.glassbox.nn.Loss;
import org.glassbox.nn.Parameters;
import org.glassbox.nn.Sequential;
import org.glassbox.optim.Adam;
import org.glassbox.optim.Optimizer;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.GradientCheck;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.LifetimeException;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.glassbox.train.History;
import org.glassbox.train.Trainer;
import org.glassbox.train.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a user keeps from a loop over batches, it has the right numbers or says that they are gone; never wrong ones. */
class KeptTest {
    private static final Loss LOSS = Loss.crossEntropy();

    private final Dataset data = data();
    private final Layer net = net();
    private final Optimizer optimizer = Adam.of(0.05).on(net);

    @AfterEach
    void leave() { Arena.leaveAll(); }

    @Test
    void whatever_is_kept_of_a_step_says_in_the_next_one_that_it_is_gone() {
        Map<String, Supplier<?>> past = new LinkedHashMap<>();
        Map<String, Integer> said = new LinkedHashMap<>();
        for (Batch batch : data.batches(8)) {
            Map<String, Supplier<?>> kept = new LinkedHashMap<>();
            requireGone(past, said);                                            // from its first moment on,
            keep(batch, kept);
            requireGone(past, said);                                            // and when all arrays are in use again
            kept.forEach((what, reading) -> assertNotNull(reading.get(), what));                               // all of it is there within its step
            past = kept;
        }
        assertEquals(21, said.size(), said::toString);
        assertEquals(List.of(4), said.values().stream().distinct().toList(), "three batches, so two were over");
        past.forEach((what, reading) -> assertNotNull(reading.get(), what));                                   // the last step stays until the next loop
    }

    private static void requireGone(Map<String, Supplier<?>> past, Map<String, Integer> said) {
        past.forEach((what, reading) -> {
            String text = assertThrows(LifetimeException.class, reading::get, what).getMessage();
            assertFalse(text.contains("another thread"), text);
            assertTrue(text.contains(".copy()"), text);
            said.merge(what, 1, Integer::sum);
        });
    }

    private void keep(Batch batch, Map<String, Supplier<?>> kept) {
        Tensor leaf = batch.x().toLeaf();
        Tensor scores = net.forward(leaf);
        Tensor loss = LOSS.of(scores, batch.y());
        Gradients gradients = loss.backward();
        Graph graph = Graph.of(loss);
        Tensor predicted = net.predict(batch.x());
        Tensor all = data.x();
        Tensor own = Tensor.data(new float[] {1, 2}, 2);
        Tensor renamed = scores.named("scores");
        Tensor asLeaf = scores.toLeaf();
        Tensor asData = scores.toData();
        Tensor view = scores.reshape(-1);
        Tensor ofGradient = gradients.of(leaf).reshape(-1);
        kept.put("batch x", batch.x()::toFloats);
        kept.put("batch y", batch.y()::toFloats);
        kept.put("all features", all::toFloats);
        kept.put("own data", own::toFloats);
        kept.put("scores", scores::toFloats);
        kept.put("loss", loss::item);
        kept.put("prediction", predicted::toFloats);
        kept.put("view", view::toFloats);
        kept.put("renamed", renamed::toFloats);
        kept.put("as leaf", asLeaf::toFloats);
        kept.put("as data", asData::toFloats);
        kept.put("gradient of the input", gradients.of(leaf)::toFloats);
        kept.put("view of a gradient", ofGradient::toFloats);
        kept.put("gradient of a weight", gradients.of(gradients.parameters().get(0))::toFloats);
        kept.put("value of a graph", () -> graph.nodes().get(graph.nodes().size() - 2).value().toFloats());
        kept.put("gradients in words", gradients::toString);
        kept.put("going backward", loss::backward);
        kept.put("made a leaf only now", () -> scores.toLeaf().toFloats());
        kept.put("made data only now", () -> scores.toData().toFloats());
        kept.put("named only now", () -> scores.named("late").toFloats());
        kept.put("copied only now", () -> view.copy().toFloats());
    }

    @Test
    void no_way_back_of_a_past_step_is_walked_also_where_it_leads_to_what_is_still_there() {
        Tensor outside = Tensor.of(new double[][] {{1, -2, 3}, {-4, 5, -6}});
        List<Graph.Edge> edges = new ArrayList<>();
        for (Batch batch : data.batches(8)) {
            for (Graph.Edge edge : edges) {
                assertThrows(LifetimeException.class,
                    () -> edge.times(Tensor.data(new float[] {1, 1, 1, 1, 1, 1}, 2, 3)));
            }
            edges.clear();
            Graph.of(outside.mul(batch.rows()).relu()).nodes().forEach(node -> edges.addAll(node.inputs()));
            Graph.of(outside.tanh()).nodes().forEach(node -> edges.addAll(node.inputs()));
            assertEquals(3, edges.size());
        }
    }

    @Test
    void a_way_back_past_a_weight_that_moved_is_not_walked_also_where_it_leads_to_the_input() {
        Tensor x = data.sample(0).x().toLeaf();
        Tensor loss = LOSS.of(net.forward(x), data.sample(0).y());
        List<Graph.Edge> linear = Graph.of(loss).nodes().stream().filter(node -> node.op().equals("linear"))
            .flatMap(node -> node.inputs().stream()).toList();
        assertEquals(6, linear.size());
        optimizer.step(loss.backward());
        for (Graph.Edge edge : linear) {
            Tensor dy = Tensor.data(new float[edge.input().shape()[0] == 1 ? 5 : 3], 1,
                edge.input().shape()[0] == 1 ? 5 : 3);
            assertThrows(LifetimeException.class, () -> edge.times(dy));
        }
    }

    @Test
    void a_view_of_a_weight_says_when_the_weight_has_moved_and_a_copy_has_what_was_there() {
        Tensor weight = Parameters.of(net).list().get(0);
        Tensor view = weight.reshape(-1);
        Tensor same = Tensor.op("same", weight, Tensor.wrt(weight, dy -> dy));
        Tensor viewOfView = view.reshape(5, 4);
        float[] before = weight.toFloats();
        Tensor copy = view.copy();
        step(data.sample(1));
        assertThrows(LifetimeException.class, view::toFloats);
        assertThrows(LifetimeException.class, viewOfView::toFloats);
        assertThrows(LifetimeException.class, same::toFloats);
        assertArrayEquals(before, copy.toFloats());
        assertArrayEquals(weight.toFloats(), weight.reshape(-1).toFloats(), "taken again");
    }

    @Test
    void a_memory_that_went_on_is_not_taken_for_what_it_was() {
        Buffer count = Buffer.count("passes");
        Tensor x = Tensor.of(3).toDouble();
        count.countUp();
        Tensor view = count.reshape(1);
        Tensor product = x.mul(count);
        assertEquals(1, product.backward().of(x).item());
        count.countUp();
        assertThrows(LifetimeException.class, view::item);
        String text = assertThrows(LifetimeException.class, product::backward).getMessage();
        assertTrue(text.startsWith("backward: a memory was changed"), text);
        assertEquals(2, count.item());
    }

    @Test
    void an_error_in_the_middle_of_a_gradient_check_leaves_the_numbers_as_they_were() {
        Tensor x = Tensor.of(2).toDouble();
        int[] calls = {0};
        assertThrows(GlassboxException.class, () -> GradientCheck.of(() -> {
            if (++calls[0] == 3) {
                throw new GlassboxException(Message.of("test", "enough"));
            }
            return x.mul(x);
        }, List.of(x)));
        assertEquals(2, x.item());
    }

    @Test
    void a_parameter_made_of_a_step_has_numbers_of_its_own() {
        Parameter w = null;
        for (Batch batch : data.batches(8)) {
            Tensor fives = batch.x().mul(0).add(w == null ? 5 : 7);
            w = w == null ? Parameter.of("w", fives.array()) : w;
        }
        assertEquals(5, w.toDoubles()[7]);
    }

    @Test
    void a_chain_rule_and_a_history_hold_numbers_of_their_own() {
        List<ChainRule> chains = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Batch batch : data.batches(8)) {
            chains.add(ChainRule.of(net, LOSS, batch.x().slice(0, 0, 1), batch.y().slice(0, 0, 1)));
            Tensor small = Tensor.of(2).named("a");
            chains.add(ChainRule.of(small.mul(3).add(batch.x().slice(0, 0, 1).sum()).tanh()));
            texts.add(words(chains.get(chains.size() - 2)));
            texts.add(words(chains.get(chains.size() - 1)));
            step(batch);
        }
        assertEquals(texts, chains.stream().map(KeptTest::words).toList());
        Trainer trainer = Trainer.of(net, LOSS, Adam.of(0.01)).batchSize(8);
        History history = trainer.fit(data, 2);
        trainer.optimizer().use(Adam.of(0.002));
        trainer.fit(data, 1);
        assertEquals("Adam 0.01", history.facts().stringColumn("rule").get(0),
            "read for the first time, after the change");
        assertEquals(3, history.epochs().rowCount());
        assertEquals(6, history.steps().rowCount());
        assertEquals(0.01, history.steps().doubleColumn("rate").max());
        assertEquals("Adam 0.002", trainer.history().facts().stringColumn("rule").get(0));
        assertEquals(0.002, trainer.history().steps().doubleColumn("rate").min());
    }

    private static String words(ChainRule chain) {
        return chain + "\n" + chain.values() + chain.steps() + chain.curve().printAll() + chain.facts().printAll();
    }

    @Test
    void what_a_watch_captured_is_gone_in_the_next_step() {
        List<Tensor> captured = new ArrayList<>();
        int[] gone = {0};
        Watch spy = (step, rows) -> {
            for (Tensor tensor : captured) {
                assertThrows(LifetimeException.class, tensor::toFloats);
                gone[0]++;
            }
            captured.clear();
            captured.add(step.loss());
            captured.add(step.outputs().get(0).value());
            captured.add(step.gradients().of(step.outputs().get(0).value()));
        };
        Trainer.of(net, LOSS, Adam.of(0.01)).batchSize(12).watch(spy).fit(data, 3);
        assertEquals(3 * 9, gone[0], "start, two updates and an end in each of three epochs");
    }

    @Test
    void a_step_ends_although_the_loop_within_it_was_left_early() {
        Tensor inner = null;
        int gone = 0;
        for (Batch outer : data.batches(8)) {
            if (inner != null) {
                Tensor last = inner;
                gone += isRightOrGone(last::item, Double.NaN) ? 0 : 1;
            }
            for (Batch batch : data.batches(4)) {
                inner = batch.x().sum().mul(outer.rows());
                break;
            }
            double sum = inner.item();
            net.predict(outer.x());
            assertEquals(sum, inner.item(), "what comes after an inner loop does not reach into it");
        }
        assertEquals(0, gone, "not yet used again, so the numbers are right");
    }

    @Test
    void nested_loops_and_evaluations_leave_the_outer_step_alone() {
        for (Batch batch : data.batches(8)) {
            Tensor scores = net.forward(batch.x());
            Tensor loss = LOSS.of(scores, batch.y());
            float[] before = scores.toFloats();
            double error = loss.item();
            List<Tensor> innerLosses = new ArrayList<>();
            for (Batch other : data.inOrder(6)) {
                innerLosses.add(LOSS.of(net.predict(other.x()), other.y()));
            }
            for (Tensor gone : innerLosses.subList(0, 3)) {
                assertThrows(LifetimeException.class, gone::item);
            }
            assertTrue(innerLosses.get(3).item() > 0, "the last of a loop stays until the next");
            assertArrayEquals(before, scores.toFloats());
            assertEquals(error, loss.item());
            optimizer.step(loss.backward());
        }
    }

    @Test
    void batches_that_were_collected_in_a_list_are_gone_but_the_last() {
        List<Batch> all = new ArrayList<>();
        data.batches(8).forEach(all::add);
        assertThrows(LifetimeException.class, () -> all.get(0).x().toFloats());
        assertThrows(LifetimeException.class, () -> net.forward(all.get(1).x()));
        assertEquals(8 * 4, all.get(2).x().toFloats().length);
    }

    @Test
    void gradients_of_a_past_step_move_nothing_not_even_the_count_of_updates() {
        Layer one = Linear.of(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, new double[] {0, 0});
        Optimizer moving = Adam.of(0.1).on(one);
        Tensor x = Tensor.data(new float[] {1, 2, 3, 4}, 1, 4);
        Tensor loss = one.forward(x).sum();                                     // outside of any loop: it stays
        Gradients kept = null;
        for (Batch batch : data.batches(8)) {
            kept = kept == null && batch.rows() == 8 ? loss.backward() : kept;                       // of the first step
        }
        Gradients gone = kept;
        assertThrows(LifetimeException.class, () -> moving.step(gone));
        assertEquals(0, moving.updates());
        assertEquals(0, Parameters.of(one).updates());
        moving.step(loss.backward());
        assertEquals(1 - 0.1, Parameters.of(one).list().get(0).toDoubles()[0], 1e-6,
            "Adam's first step is one rate long");
    }

    @Test
    void an_error_in_the_middle_of_a_step_disturbs_nothing_that_comes_after() {
        Seed.use(3);
        Layer calm = net();
        Seed.use(3);
        Layer disturbed = net();
        train(calm, () -> {});
        train(disturbed,
            () -> assertThrows(GlassboxException.class, () -> disturbed.forward(Tensor.of(new double[][] {{1}}))));
        assertSameBits(calm, disturbed);
    }

    private void train(Layer layer, Runnable disturbance) {
        Optimizer moving = Adam.of(0.05).on(layer);
        for (int epoch = 0; epoch < 3; epoch++) {
            for (Batch batch : data.inOrder(8)) {
                Gradients gradients = LOSS.of(layer.forward(batch.x()), batch.y()).backward();
                disturbance.run();
                moving.step(gradients);
            }
        }
    }

    @Test
    void a_training_that_failed_leaves_no_loop_open() {
        Trainer trainer = Trainer.of(net, LOSS, Adam.of(0.05)).watch((step, rows) -> {
            if (step.number() >= 2) {
                throw new GlassboxException(Message.of("watch", "enough"));
            }
        });
        assertThrows(GlassboxException.class, () -> trainer.fit(data, 100));
        Tensor after = data.x().mul(2);
        step(data.sample(0));
        for (Batch batch : data.batches(5)) {
            net.predict(batch.x());
        }
        assertEquals(2 * data.values(0)[0], after.toDoubles()[0], 1e-6, "an ordinary tensor, for no arena is open");
        assertEquals(0, after.array().stamp());
    }

    @Test
    void another_thread_reads_what_is_at_rest_and_refuses_what_is_in_use() throws Exception {
        Tensor last = null;
        for (Batch batch : data.batches(8)) {
            Tensor now = batch.x().sum();
            assertThrows(LifetimeException.class, () -> elsewhere(now::item), "its loop goes on");
            double right = now.item();
            Tensor copy = now.copy();
            assertEquals(right, elsewhere(copy::item));
            last = now;
        }
        Tensor kept = last;
        double right = kept.item();
        assertEquals(right, elsewhere(kept::item));
        for (Batch batch : data.batches(8)) {
            batch.x().mul(2).sum();
        }
        assertEquals(right, elsewhere(kept::item), "what another thread has read is not used again under its eyes");
        assertEquals(right, kept.item());
        Tensor fromThere = elsewhere(() -> {
            Tensor sum = null;
            for (Batch batch : data.batches(24)) {
                sum = batch.x().sum();
            }
            return sum;
        });
        assertEquals(data.x().sum().item(), fromThere.item(), 1e-4, "the result of a thread that has ended");
    }

    @Test
    void a_thread_that_reads_while_another_trains_never_sees_a_wrong_number() throws Exception {
        List<Tensor> seen = new ArrayList<>();
        Map<Tensor, Double> right = new IdentityHashMap<>();
        for (int round = 0; round < 40; round++) {
            for (Batch batch : data.batches(8)) {
                Tensor sum = batch.x().mul(round).sum();
                seen.add(sum);
                right.put(sum, sum.item());
            }
        }
        Thread trains = new Thread(() -> {
            for (int round = 0; round < 200; round++) {
                data.batches(8).forEach(batch -> batch.x().mul(-1).sum());
            }
        });
        trains.start();
        int read = 0;
        for (Tensor tensor : seen) {
            read += isRightOrGone(() -> elsewhere(tensor::item), right.get(tensor)) ? 1 : 0;
        }
        trains.join();
        assertTrue(read >= 1, "the last one is there");
    }

    private static boolean isRightOrGone(Callable<Double> reading, double right) {
        try {
            double value = reading.call();
            assertTrue(Double.isNaN(right) || value == right, value + " instead of " + right);
            return true;
        } catch (LifetimeException gone) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T elsewhere(Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        new Thread(task).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Test
    void loops_left_early_leave_numbers_right_and_memory_bounded() {
        List<Tensor> firsts = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Iterator<Batch> left = data.inOrder(8).iterator();
            Tensor first = left.next().x().mul(i).sum();
            firsts.add(first);
            sums.add(first.item());
        }
        for (int i = 0; i < 50; i++) {
            double right = sums.get(i);
            assertTrue(isRightOrGone(firsts.get(i)::item, right));
        }
        Batch batch = data.inOrder(8).iterator().next();
        for (int i = 0; i < 300; i++) {
            step(batch);
        }
        assertTrue(LOSS.of(net.predict(batch.x()), batch.y()).item() < 0.1, "one batch is learnt by heart");
    }

    private void step(Batch batch) { optimizer.step(LOSS.of(net.forward(batch.x()), batch.y()).backward()); }

    private static void assertSameBits(Layer expected, Layer actual) {
        List<Parameter> one = Parameters.of(expected).list();
        List<Parameter> two = Parameters.of(actual).list();
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i).toFloats(), two.get(i).toFloats(), 0f);
        }
    }

    private static Layer net() { return Sequential.of(Linear.of(4, 5), Activation.tanh(), Linear.of(5, 3)); }

    private static Dataset data() {
        Seed.Random random = Seed.of(11).random();
        double[][] x = new double[24][4];
        int[] y = new int[24];
        for (int row = 0; row < x.length; row++) {
            y[row] = row % 3;
            for (int column = 0; column < 4; column++) {
                x[row][column] = random.nextGaussian() + y[row];
            }
        }
        return Dataset.of(x, y);
    }
}
