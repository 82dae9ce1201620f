package org.glassbox.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.array.Array;
import org.glassbox.array.Native;
import org.glassbox.catalogue.Catalogue;
import org.glassbox.catalogue.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does the gradient check find mistakes? Each derivative of each operation is made wrong in turn, as people make it wrong:
 * the sign flipped, rows and columns exchanged, multiplied or divided by a count. Each mutant must be found.
 */
class MutationTest {
    private static final double COUNT = 3;

    /** Gradients that are the same number everywhere: transposing them changes nothing, so there is nothing to find. */
    private static final Set<String> SYMMETRIC = Set.of("sum()", "mean()");

    private record Mutation(String name, UnaryOperator<Array> change) {
        boolean changes(Array gradient) {
            return !Arrays.equals(gradient.toDoubles(), change.apply(gradient).toDoubles());
        }
    }

    private static final List<Mutation> MUTATIONS = List.of(
        new Mutation("sign", dx -> Native.scale(dx, -1)),
        new Mutation("transposed", dx -> isSquare(dx) ? Native.transpose(dx, 1, 0) : dx),
        new Mutation("times n", dx -> Native.scale(dx, COUNT)),
        new Mutation("divided by n", dx -> Native.scale(dx, 1 / COUNT)));

    /** The first case of an operation, which is square where it can be, with one derivative made wrong. */
    record Mutant(Line.Case operation, int derivative, Mutation mutation) {
        Tensor result(Tensor... inputs) {
            Tensor right = operation.line().function().apply(inputs);
            List<Derivative> inputsOfIt = new ArrayList<>(right.origin().inputs());
            Derivative victim = inputsOfIt.get(derivative);
            inputsOfIt.set(derivative, Derivative.wrt(victim.input(),
                dy -> mutation.change().apply(victim.times(right, dy))));
            Origin origin = right.origin();
            return new Tensor(right.array(), true,
                new Origin(origin.op(), inputsOfIt, origin.place(), origin.composed(), origin.moment()), null);
        }

        @Override
        public String toString() {
            return operation.line().title() + " by input " + derivative + ": " + mutation.name();
        }
    }

    static Stream<Mutant> mutants() {
        return Catalogue.operations().stream().map(line -> line.each().findFirst().orElseThrow())
            .flatMap(operation -> IntStream.range(0, operation.result().origin().inputs().size()).boxed()
                .flatMap(derivative -> MUTATIONS.stream().map(mutation -> new Mutant(operation, derivative, mutation))
                    .filter(MutationTest::isAnother)));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void every_wrong_derivative_is_found(Mutant mutant) {
        assertFalse(GradientCheck.of(mutant::result, mutant.operation().inputs()).isRight());
    }

    @Test
    void a_mutation_that_changes_nothing_is_found_right_so_it_is_the_mutation_that_is_found() {
        Function<Tensor[], Tensor> untouched = new Mutant(Catalogue.cases().findFirst().orElseThrow(), 0,
            new Mutation("none", dx -> dx))::result;
        assertTrue(GradientCheck.of(untouched, Catalogue.cases().findFirst().orElseThrow().inputs()).isRight());
    }

    @Test
    void all_derivatives_are_mutated_and_only_symmetric_ones_are_left_as_they_were() {
        List<Mutant> mutants = mutants().toList();
        for (String mutation : List.of("sign", "times n", "divided by n")) {
            assertEquals(159, mutants.stream().filter(m -> m.mutation().name().equals(mutation)).count(), mutation);
        }
        Set<String> transposable = new TreeSet<>();
        Set<String> transposed = new TreeSet<>();
        for (Line line : Catalogue.operations()) {
            if (isSquare(line.cases().get(0)[0].array())) {
                transposable.add(line.title());
            }
        }
        mutants.stream().filter(m -> m.mutation().name().equals("transposed"))
            .forEach(m -> transposed.add(m.operation().line().title()));
        transposable.removeAll(transposed);
        assertEquals(SYMMETRIC, transposable);
        assertEquals(85, mutants.stream().filter(m -> m.mutation().name().equals("transposed")).count());
    }

    /** Whether the mutation makes another gradient at all. */
    private static boolean isAnother(Mutant mutant) {
        Tensor result = mutant.operation().result();
        Array weights = Native.copy(result.array());
        for (int i = 0; i < weights.size(); i++) {
            weights.set(i, i + 1);
        }
        Derivative derivative = result.origin().inputs().get(mutant.derivative());
        return mutant.mutation().changes(derivative.times(result, weights));
    }

    private static boolean isSquare(Array x) { return x.rank() == 2 && x.rows() == x.columns() && x.rows() > 1; }
}
