package org.glassbox.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.catalogue.Line;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operation does in one go is what its simpler operations do one after the other: value and gradients. */
class FusedTest {
    private static final Set<String> FUSED = Set.of("absoluteError(Tensor)", "linear(Tensor,Tensor)",
        "layerNorm(Tensor,Tensor,double)", "batchNorm(Tensor,Tensor,Buffer,Buffer,double,double)",
        "meanSquaredError(Tensor)", "sigmoidCrossEntropy(Tensor)", "softmaxCrossEntropy(Tensor)",
        "softmaxCrossEntropyByRow(Tensor)", "rnn(Tensor,Tensor,Tensor)", "gru(Tensor,Tensor,Tensor)",
        "lstm(Tensor,Tensor,Tensor)");

    static Stream<Line.Case> fused() {
        return Catalogue.cases().filter(operation -> composed(operation.result()) != null);
    }

    @ParameterizedTest
    @MethodSource("fused")
    void fused_is_composed_in_value_and_gradients(Line.Case operation) {
        compare(operation, 2e-6);
        Tensor[] leaves = Stream.of(operation.inputs()).map(x -> x.toDouble().toLeaf()).toArray(Tensor[]::new);
        compare(new Line.Case(operation.line(), leaves), 1e-13);
    }

    private static void compare(Line.Case operation, double tolerance) {
        Tensor fused = operation.result();
        Tensor composed = composed(fused).get();
        assertTrue(Graph.of(composed).nodes().size() > Graph.of(fused).nodes().size(), "several operations");
        assertArrayEquals(fused.shape(), composed.shape());
        assertArrayEquals(composed.toDoubles(), fused.toDoubles(), tolerance);
        Gradients ofFused = fused.mul(fused).sum().backward();
        Gradients ofComposed = composed.mul(composed).sum().backward();
        for (Tensor input : operation.inputs()) {
            assertArrayEquals(ofComposed.of(input).toDoubles(), ofFused.of(input).toDoubles(), tolerance * 10);
        }
    }

    @Test
    void these_operations_are_fused() {
        assertEquals(FUSED,
            fused().map(operation -> operation.line().covers()).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(59, fused().count());
    }

    private static Supplier<Tensor> composed(Tensor result) {
        List<Graph.Node> nodes = Graph.of(result).nodes();
        return nodes.get(nodes.size() - 1).composed().orElse(null);
    }
}
