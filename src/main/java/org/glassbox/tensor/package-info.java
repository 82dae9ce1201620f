/**
 * Numbers that remember where they came from. Automatic differentiation lives here and nowhere else: start with
 * {@link org.glassbox.tensor.Tensor}, then the file Backpropagation, which is the chain rule; the operations stand in
 * families (Arithmetic, Reduction, Movement, Product, Nonlinearity, CrossEntropy), value and derivatives side by side.
 * Imports {@code org.glassbox.array}.
 */
package org.glassbox.tensor;
