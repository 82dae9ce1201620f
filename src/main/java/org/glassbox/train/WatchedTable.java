package org.glassbox.train;

import java.util.stream.Stream;
import org.glassbox.train.Rows.Subject;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@link History#watched()} while it is filled: one row for each number, bin or unit. */
final class WatchedTable {
    private final IntColumn step = IntColumn.create("step");
    private final IntColumn epoch = IntColumn.create("epoch");
    private final IntColumn layer = IntColumn.create("layer");
    private final StringColumn place = StringColumn.create("place");
    private final StringColumn role = StringColumn.create("role");
    private final StringColumn watch = StringColumn.create("watch");
    private final StringColumn name = StringColumn.create("name");
    private final StringColumn quantity = StringColumn.create("quantity");
    private final IntColumn index = IntColumn.create("index");
    private final DoubleColumn low = DoubleColumn.create("low");
    private final DoubleColumn high = DoubleColumn.create("high");
    private final DoubleColumn value = DoubleColumn.create("value");

    void add(int atStep, int inEpoch, Subject subject, String what, Series series) {
        for (int i = 0; i < series.size(); i++) {
            step.append(atStep);
            epoch.append(inEpoch);
            layer.append(subject.layer());
            place.append(subject.place());
            role.append(subject.role());
            watch.append(subject.watch());
            name.append(subject.name());
            quantity.append(what);
            if (series.index(i) == Series.MISSING) {
                index.appendMissing();
            } else {
                index.append(series.index(i));
            }
            low.append(series.low(i));
            high.append(series.high(i));
            value.append(series.value(i));
        }
    }

    Table toTable() {
        return Table.create("watched",
            Stream.of(step, epoch, layer, place, role, watch, name, quantity, index, low, high, value));
    }
}
