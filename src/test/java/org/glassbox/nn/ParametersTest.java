package org.glassbox.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.glassbox.tensor.Buffer;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Every parameter that a net holds is found, in order and once, however the layer is written. */
class ParametersTest {
    private record Residual(Layer inner, Parameter scale) implements Layer {
        @Override
        public Tensor forward(Tensor x) { return x.add(inner.forward(x).mul(scale)); }
    }

    private abstract static class Base implements Layer {
        final Linear first = Linear.of(3, 2);
        static final Linear UNUSED = Linear.of(3, 2);   // static: no part of a net
    }

    private static final class Net extends Base {
        private final Layer[] more = {Linear.of(2, 2), Activation.tanh(), Linear.of(2, 1)};
        private final List<Layer> listed = List.of(Linear.of(1, 1));
        private final Layer self = this;
        private final String name = "net";

        @Override
        public Tensor forward(Tensor x) {
            return listed.get(0).forward(more[2].forward(more[1].forward(more[0].forward(first.forward(x)))));
        }

        @Override
        public String toString() { return name + (self == this) + UNUSED.equals(first); }
    }

    @Test
    void records_within_records_name_their_path() {
        Layer net = Sequential.of(new Residual(Sequential.of(Linear.of(2, 2)), Parameter.of("scale", Tensor.of(0.5))),
            Linear.of(2, 1));
        assertEquals(List.of("0.inner.0.weight", "0.inner.0.bias", "0.scale", "1.weight", "1.bias"), paths(net));
        assertEquals(4 + 2 + 1 + 2 + 1, Parameters.of(net).count());
    }

    @Test
    void classes_are_read_with_what_they_inherit_their_arrays_and_lists_and_may_refer_to_themselves() {
        Net net = new Net();
        assertEquals(
            List.of("first.weight", "first.bias", "more.0.weight", "more.0.bias", "more.2.weight", "more.2.bias",
                "listed.0.weight", "listed.0.bias"),
            paths(net));
        assertTrue(net.toString().startsWith("net"));
        assertEquals(8, net.forward(Tensor.data(new float[] {1, 2, 3}, 1, 3)).sum().backward().parameters().size());
    }

    @Test
    void what_a_lambda_has_captured_is_not_found_and_a_shared_parameter_is_found_once() {
        Linear hidden = Linear.of(2, 2);
        assertEquals(List.of(), paths(x -> hidden.forward(x)));
        assertEquals(List.of("0.weight", "0.bias"), paths(Sequential.of(hidden, hidden)));
    }

    @Test
    void a_mapped_net_is_a_copy_that_shares_as_the_original_did() {
        Linear shared = Linear.of(2, 2);
        Sequential net = Sequential.of(shared, Dropout.of(0.5), shared);
        Sequential copy = Parameters.map(net, Tensor::toDouble);
        assertSame(((Linear) copy.layers().get(0)).weight(), ((Linear) copy.layers().get(2)).weight());
        assertNotSame(shared.weight(), ((Linear) copy.layers().get(0)).weight());
        assertTrue(((Linear) copy.layers().get(0)).weight().isDouble());
        assertNotSame(((Dropout) net.layers().get(1)).passes(), ((Dropout) copy.layers().get(1)).passes());
        Map<String, Parameter> byPath = Parameters.of(copy).byPath();
        assertEquals(2, byPath.size());
    }

    @Test
    void a_count_counts_in_training_only() {
        Buffer count = Buffer.count("passes");
        assertEquals(0, count.countUp());
        assertEquals(1, count.countUp());
        assertEquals(2L, (long) org.glassbox.tensor.Pass.evaluate(count::countUp));
        assertEquals(2, count.item());
    }

    private static List<String> paths(Layer net) { return List.copyOf(Parameters.of(net).byPath().keySet()); }
}
