package org.glassbox.train;

/** Reacts to training: a live panel, a checkpoint. Found by {@link java.util.ServiceLoader}, or given to the trainer. */
public interface Listener {
    /** Training begins or goes on; the history holds what was measured before the first update. */
    default void onStart(History soFar) {}

    /** An epoch is over. {@code soFar} costs nothing until its tables are asked for. */
    default void onEpoch(History soFar) {}

    /** Training is over, for whatever reason: {@code run.facts()} says which. */
    default void onEnd(History run) {}
}
