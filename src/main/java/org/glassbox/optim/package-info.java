/**
 * How a weight moves: a rule is a record and one formula; bound to a net it is an optimizer, the only code that changes a
 * parameter. Start with {@link org.glassbox.optim.Sgd}, then {@link org.glassbox.optim.Optimizer}. Imports
 * {@code org.glassbox.nn} and below.
 */
package org.glassbox.optim;
