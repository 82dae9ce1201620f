/**
 * What a net can be asked: functions from nets and data to tables. Start with {@link org.glassbox.inspect.ChainRule}; a small
 * computation is taken apart into its numbers by the file Expansion, whose local derivatives are those of
 * {@code org.glassbox.tensor.Graph}. Pictures of the tables are drawn by {@code org.glassbox.plot}.
 * Imports everything but {@code plot}, {@code notebook} and what stands above them.
 */
package org.glassbox.inspect;
