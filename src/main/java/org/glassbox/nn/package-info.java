/**
 * What learns, and how wrong it is: layers are records of what they learn, losses and activations name their whole
 * catalogue on their own type. Start with {@link org.glassbox.nn.Layer} and {@link org.glassbox.nn.Linear}.
 * Imports {@code org.glassbox.tensor}; no derivative, no memory and no file format is found here.
 */
package org.glassbox.nn;
