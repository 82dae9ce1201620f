package org.glassbox.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.glassbox.Numbers;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * What was seen while a net learned, as four tidy tables. A value: later training does not change it.
 *
 * <p>A loss of an epoch is measured after it, over all rows of the part, in evaluation mode; a loss of a step is that of its
 * batch, before the update, in training mode.
 */
public final class History {
    private final Supplier<Table> facts;
    private final Supplier<Table> epochs;
    private final Supplier<Table> steps;
    private final Function<Set<String>, Table> watched;
    private final Map<Set<String>, Table> seen = new HashMap<>();

    History(Supplier<Table> facts, Supplier<Table> epochs, Supplier<Table> steps,
        Function<Set<String>, Table> watched) {
        this.facts = once(facts);
        this.epochs = once(epochs);
        this.steps = once(steps);
        this.watched = watched;
    }

    /** One row: data, net, rule, batch size, seed, rows, chance, time, how it ended. */
    public Table facts() {
        return facts.get();
    }

    /** A row an epoch, the first before the first update: epoch, step, loss, metric, those of the validation part, rate, seconds. */
    public Table epochs() {
        return epochs.get();
    }

    /**
     * What was measured of the net that came out: after the last epoch, or after the one that early stopping brought back.
     *
     * @param column of {@link #epochs()}: loss, validation_loss, accuracy, validation_accuracy …
     */
    public double result(String column) {
        return epochs().numberColumn(column).getDouble(facts().intColumn("kept_epoch").get(0));
    }

    /** A row an update: step, epoch, rows, loss, rate. */
    public Table steps() { return steps.get(); }

    /**
     * A row a number that a watch saw: step, epoch, layer, place, role, watch, name, quantity, index, low, high, value.
     *
     * @param watches only what these saw, «weights», «gradients»; none named: all
     */
    public synchronized Table watched(String... watches) {
        return seen.computeIfAbsent(new TreeSet<>(Arrays.asList(watches)), watched);
    }

    /** One sentence: how long, from which loss to which. */
    @Override
    public String toString() {
        Row fact = facts().row(0);
        Table measured = epochs();
        int last = measured.rowCount() - 1;
        String part = fact.getInt("validation_rows") > 0 ? "validation_loss" : "loss";
        return "History of " + fact.getString("net") + " on " + fact.getString("data") + ": "
            + Numbers.of(fact.getInt("epochs_done"), "epoch", "epochs") + ", "
            + Numbers.of(fact.getInt("updates"), "update", "updates") + ", "
            + part.replace('_', ' ') + " " + Numbers.brief(measured.doubleColumn(part).getDouble(0)) + " → "
            + Numbers.brief(measured.doubleColumn(part).getDouble(last))
            + (fact.getString("message").isEmpty() ? "" : ". " + fact.getString("message"));
    }

    private static Supplier<Table> once(Supplier<Table> make) {
        return new Supplier<>() {
            private Table table;

            @Override
            public synchronized Table get() {
                if (table == null) {
                    table = make.get();
                }
                return table;
            }
        };
    }
}
