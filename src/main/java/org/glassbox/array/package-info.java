/**
 * ND4J made fast and safe: numbers without gradients. {@link org.glassbox.array.Native} lists every operation there is,
 * {@link org.glassbox.array.Arena} owns the memory of their outputs, {@link org.glassbox.array.Loops} holds those that are
 * faster in Java, {@link org.glassbox.array.Call} runs those of ND4J. Imports ND4J and {@code org.glassbox}; nobody above
 * this package imports ND4J.
 */
package org.glassbox.array;
