/**
 * Over and over: forward, loss, backward, step, and what was seen on the way. Start with
 * {@link org.glassbox.train.Trainer#fit}, which is the lesson; {@link org.glassbox.train.Watch} looks,
 * {@link org.glassbox.train.Listener} reacts, {@link org.glassbox.train.History} remembers. Imports everything above:
 * tensor, nn, optim, data.
 */
package org.glassbox.train;
