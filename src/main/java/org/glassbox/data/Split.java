package org.glassbox.data;

import java.util.List;
import java.util.Optional;
import org.glassbox.Numbers;
import org.glassbox.Message;
import tech.tablesaw.api.Table;

/**
 * One dataset in parts: one to learn from, one to watch the learning by, and perhaps one that is kept for the very end.
 *
 * <pre>
 * Split digits = Datasets.digits().split(0.8);            // training and validation
 * Split digits = Datasets.digits().split(0.7, 0.15);      // the rest is for testing
 * </pre>
 */
public final class Split {
    private final Dataset train;
    private final Dataset valid;
    private final Optional<Dataset> test;
    private final Cut cut;
    private final Optional<Standardization> scaling;

    Split(Dataset train, Dataset valid, Optional<Dataset> test, Cut cut, Optional<Standardization> scaling) {
        this.train = train;
        this.valid = valid;
        this.test = test;
        this.cut = cut;
        this.scaling = scaling;
        requireSame(train, valid, "validation");
        test.ifPresent(part -> requireSame(train, part, "test"));
    }

    /** Parts that came apart already, without a test part. */
    public static Split of(Dataset train, Dataset valid) {
        return new Split(train, valid, Optional.empty(), Cut.GIVEN, Optional.empty());
    }

    /** Parts that came apart already. */
    public static Split of(Dataset train, Dataset valid, Dataset test) {
        return new Split(train, valid, Optional.of(test), Cut.GIVEN, Optional.empty());
    }

    /** What it is called, for example "digits". */
    public String name() { return train.name(); }

    /** The rows that a network learns from. */
    public Dataset train() { return train; }

    /** The rows that show whether it learns what holds for other rows too; it never learns from them. */
    public Dataset valid() {
        return valid;
    }

    /**
     * The rows for the last figure, when nothing will be changed any more.
     *
     * @throws DataException if there are none
     */
    public Dataset test() {
        return test.orElseThrow(() -> new DataException(
            Message.of("test", name() + " was split into training and validation, there is no test part")
                .with("training", Numbers.of(train.rows(), "row", "rows"))
                .with("validation", Numbers.of(valid.rows(), "row", "rows"))
                .help("give two shares, the rest is for testing: split(0.7, 0.15)")));
    }

    /** Whether there is a test part. */
    public boolean isTestable() { return test.isPresent(); }

    /** Whether each class has its share in every part. */
    public boolean isStratified() {
        return cut == Cut.STRATIFIED;
    }

    /** How the parts came apart. */
    Cut cut() { return cut; }

    /** What {@link #standardized()} fitted; empty before. */
    public Optional<Standardization> scaling() {
        return scaling;
    }

    /**
     * Each feature with mean 0 and deviation 1 on the training part; the other parts by the same mean and deviation,
     * which are fitted on training rows alone, since a network must not know anything of the others. A feature that is
     * the same in all training rows becomes 0 everywhere. Targets stay as they are. A split that is standardized
     * already stays as it is.
     */
    public Split standardized() {
        if (scaling.isPresent()) {
            return this;
        }
        Standardization fitted = Standardization.of(train);
        return new Split(fitted.apply(train), fitted.apply(valid), test.map(fitted::apply), cut,
            Optional.of(fitted));
    }

    /** Rows of each class in each part: class, rows, share, training, validation, test. Empty for numbers. */
    public Table balance() {
        return DatasetTables.balance(this);
    }

    /** All parts there are, training first. */
    List<Dataset> parts() {
        return test.map(part -> List.of(train, valid, part)).orElse(List.of(train, valid));
    }

    /** One line, for example {@code 1,437 training · 360 validation rows · stratified by class}. */
    public String summary() {
        return Description.summary(this);
    }

    /** The card as text: summary, sizes, class balance of all parts. */
    @Override
    public String toString() { return Description.of(this); }

    private static void requireSame(Dataset train, Dataset part, String name) {
        if (!train.features().equals(part.features())) {
            throw different("features", name, train.features(), part.features());
        }
        if (!train.classes().equals(part.classes())) {
            throw different("classes", name, train.classes(), part.classes());
        }
    }

    private static DataException different(String what, String part, List<String> expected, List<String> got) {
        return new DataException(Message.of("split", "the " + part + " part has other " + what
            + " than the training part")
            .with("training", Finite.someOf(expected)).with(part, Finite.someOf(got))
            .help("all parts must have the same " + what + " in the same order"));
    }
}
