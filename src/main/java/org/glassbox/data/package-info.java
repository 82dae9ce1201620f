/**
 * From what a network learns: numbers with names and targets, cut into training, validation and test part, and into
 * batches. Start with {@link org.glassbox.data.Dataset}; {@link org.glassbox.data.Datasets} holds what is shipped, a
 * {@link org.glassbox.data.Split} is what training takes, {@link org.glassbox.data.Batches} cut it into steps. May
 * import {@code org.glassbox}, {@code array}, {@code tensor} and Tablesaw.
 */
package org.glassbox.data;
