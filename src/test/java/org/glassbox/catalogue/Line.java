package org.glassbox.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glassbox.tensor.Tensor;

/**
 * A line of the catalogue: a function of tensors, and the inputs at which it is proved.
 *
 * @param covers the method it stands for, as {@code name(parameter types)}
 * @param title the method and, where it has settings, which
 * @param function computes it
 * @param cases lists of inputs, each of another shape
 */
public record Line(String covers, String title, Function<Tensor[], Tensor> function, List<Tensor[]> cases) {
    /** One list of inputs of a line. */
    public record Case(Line line, Tensor[] inputs) {
        /** The result at these inputs, in their own type. */
        public Tensor result() {
            return line.function().apply(inputs);
        }

        @Override
        public String toString() {
            return line.title() + " "
                + String.join(" ", Stream.of(inputs).map(x -> Arrays.toString(x.shape())).toList());
        }
    }

    /** A case for each list of inputs. */
    public Stream<Case> each() {
        return cases.stream().map(inputs -> new Case(this, inputs));
    }
}
