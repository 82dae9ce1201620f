package org.glassbox.tensor;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a tensor came to be.
 *
 * @param op the operation
 * @param inputs what it was computed from, with the local derivatives
 * @param place in which layer
 * @param composed the same value by simpler operations, or null where the operation is simple itself
 */
record Origin(String op, List<Derivative> inputs, Place place, Supplier<Tensor> composed) {}
