package org.glassbox.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glassbox.Message;
import org.glassbox.Numbers;
import org.glassbox.Seed;
import org.glassbox.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * Rows of numbers with a target each: classes, counted from 0, or numbers. It never changes; every verb returns a new
 * one. All numbers are finite floats; what cannot be learned from is refused where it comes in, with the column and the
 * mend.
 *
 * <pre>
 * var digits = Datasets.digits().split(0.8);
 * var flowers = Dataset.of(Table.read().csv("iris.csv"), "species");
 * </pre>
 */
public final class Dataset {
    private static final Seed SPLIT = Seed.of(0).split("split");

    private final About about;
    private final float[] x;    // [rows, width], row by row
    private final float[] y;    // [rows], or [rows, steps]: class numbers or numbers
    private List<Statistics> statistics;    // measured when they are asked for; a card asks more than once

    Dataset(About about, float[] x, float[] y) {
        this.about = about;
        this.x = x;
        this.y = y;
    }

    /**
     * Rows with a class each. The classes are called "0", "1", …, unless names are given.
     *
     * @param x one array a row, all of one length
     * @param y the class of each row, from 0; without names every class up to the largest must have a row
     * @param classes the names of classes 0, 1, …; may name classes that have no row here
     * @throws DataException if rows differ in length, a number is not finite or a class cannot be
     */
    public static Dataset of(double[][] x, int[] y, String... classes) {
        return ArrayReader.classes(x, y, List.of(classes));
    }

    /**
     * Rows with a number each, for regression.
     *
     * @throws DataException if rows differ in length or a number is not finite
     */
    public static Dataset of(double[][] x, double[] y) { return ArrayReader.numbers(x, y); }

    /**
     * The rows of a table: column {@code target} is what is to be learned, all others are features. Finite stay
     * numbers, booleans become 0 and 1. A target of text or booleans makes classes, sorted by name (by value where all
     * names are numbers); a target of numbers stays numbers, see {@link #toClasses()}.
     *
     * @throws DataException if a value is missing or infinite, a feature is text, or there is no such column
     */
    public static Dataset of(Table table, String target) { return TableReader.read(table, target); }

    /**
     * A series in time, one row a step, as windows: all columns of {@code steps} steps, and the target in the step after
     * them. x: [rows − steps, steps, columns]; y: [rows − steps, 1].
     *
     * @param table only numbers, the oldest first
     * @param target the column that is to be foretold; its past is among the features
     * @throws DataException if a value is missing or infinite, a column is text, or there is no such column
     */
    public static Dataset windows(Table table, String target, int steps) {
        return TableReader.windows(table, target, steps);
    }

    /** A series of numbers as windows of {@code steps} with the number after them. x: [rows, steps, 1]; y: [rows, 1]. */
    public static Dataset windows(double[] series, int steps) {
        return Windows.of(series, steps);
    }

    /** What it is called, for example "digits". */
    public String name() { return about.name(); }

    /** What the target is called, for example "digit". */
    public String target() { return about.target(); }

    /** The names of the features, in the order of their columns; those of one step if each row is a sequence. */
    public List<String> features() {
        return about.features();
    }

    /** The names of the classes, by number; empty if the targets are numbers. */
    public List<String> classes() {
        return about.classes();
    }

    /** Whether the targets are classes, not numbers. */
    public boolean isClasses() { return !classes().isEmpty(); }

    /** Set if each row is a picture. */
    public Optional<ImageShape> image() { return about.image(); }

    /** Set if each row is a sequence of steps. */
    public Optional<SequenceShape> sequence() { return about.sequence(); }

    /** One sentence about the numbers, for example how they were scaled; may be empty. */
    public String note() {
        return about.note();
    }

    /** How many rows, at least 1. */
    public int rows() { return y.length / about.targets(); }

    /**
     * All features as data, [rows, features]; sequences are [rows, steps, features], or [rows, steps] if a step is a symbol.
     * Made anew at each call.
     */
    public Tensor x() { return Tensor.data(x, about.shape(rows())); }

    /**
     * All targets as data: class numbers, [rows], or numbers, [rows, 1]; where each step has one, [rows, steps] or [rows, steps,
     * 1]. Made anew at each call.
     */
    public Tensor y() { return targets(y); }

    /** The features of one row, step by step if it is a sequence; a copy. */
    public float[] values(int row) {
        requireRow("values", row);
        return Arrays.copyOfRange(x, row * about.width(), (row + 1) * about.width());
    }

    /** The target of one row: the number of its class, or its number; that of the last step, where each step has one. */
    public double targetOf(int row) {
        float[] all = targetsOf(row);
        return all[all.length - 1];
    }

    /** The targets of one row: one, or one for each step; a copy. */
    public float[] targetsOf(int row) {
        requireRow("targetsOf", row);
        return Arrays.copyOfRange(y, row * about.targets(), (row + 1) * about.targets());
    }

    /** One row as a batch. */
    public Batch sample(int row) {
        requireRow("sample", row);
        return batch(new int[] {row});
    }

    /** These rows, in this order; a row may come twice. The classes stay, also those that have no row now. */
    public Dataset take(int... rows) {
        if (rows.length == 0) {
            throw new DataException(Message.of("take", "no rows were named").with("data", summary())
                .help("a dataset has at least one row: take(0, 1, 2)"));
        }
        for (int row : rows) {
            requireRow("take", row);
        }
        return new Dataset(about, gather(x, rows, about.width()), gather(y, rows, about.targets()));
    }

    /**
     * So many of its rows, drawn by lot and kept in their order; each class has its share to within one row. The same rows
     * for the same seed, whatever ran before; of windows of one series the first. What is not drawn is the validation part of
     * {@code split((double) rows / rows(), seed)}.
     *
     * @param rows from 1 to {@link #rows()}; with classes at least one for each
     * @throws DataException if there are not so many, or a class would have none
     */
    public Dataset draw(int rows, Seed seed) {
        if (rows < 1 || rows > rows()) {
            throw new DataException(Message.of("draw", Numbers.of(rows, "row", "rows") + " cannot be drawn")
                .with("data", summary()).help("1 to " + Numbers.count(rows())));
        }
        return rows == rows() ? this : split((double) rows / rows(), seed).train();
    }

    /**
     * These rows, then those of {@code other}, which has the same features and classes; name and note stay.
     *
     * @throws DataException if features or classes differ
     */
    public Dataset plus(Dataset other) {
        Targets.requireSame(this, other);
        float[] both = Arrays.copyOf(x, x.length + other.x.length);
        System.arraycopy(other.x, 0, both, x.length, other.x.length);
        float[] targets = Arrays.copyOf(y, y.length + other.y.length);
        System.arraycopy(other.y, 0, targets, y.length, other.y.length);
        return new Dataset(about, both, targets);
    }

    /**
     * Training and validation part. Each class has its share in both to within one row; the rows of a part keep their
     * order. The same rows at each call, whatever the current seed is. Windows of one series are not drawn but cut: the
     * training part comes first, and the rows between the parts that would share steps with both are left out.
     *
     * @param training share of the rows for training, between 0 and 1
     */
    public Split split(double training) { return split(training, SPLIT); }

    /** As {@link #split(double)}, with other rows for each seed. */
    public Split split(double training, Seed seed) {
        return Splitter.split(this, seed, training);
    }

    /** Training, validation and test part: what the two shares leave is for testing. Else as {@link #split(double)}. */
    public Split split(double training, double validation) {
        return split(training, validation, SPLIT);
    }

    /** As {@link #split(double, double)}, with other rows for each seed. */
    public Split split(double training, double validation, Seed seed) {
        return Splitter.split(this, seed, training, validation);
    }

    /** All rows once, in batches; a new random order at each call, by the current seed's stream «batches». */
    public Batches batches(int size) {
        return batches(size, Seed.next("batches"));
    }

    /** All rows once in the random order of that seed, in batches. */
    public Batches batches(int size, Seed seed) {
        return new Batches(this, seed.random().permutation(rows()), size);
    }

    /** All rows from first to last, in batches. */
    public Batches inOrder(int size) {
        return new Batches(this, IntStream.range(0, rows()).toArray(), size);
    }

    /** Targets that are whole numbers become classes, named and sorted by their value. */
    public Dataset toClasses() {
        return Targets.toClasses(this, y);
    }

    /** Classes become the numbers of the classes; for two classes and one output, as a loss on logits wants them. */
    public Dataset toNumbers() {
        return new Dataset(about.withClasses(List.of()), x, y);
    }

    /**
     * Features and target as columns again; {@code Dataset.of(table, target())} gives the same numbers back. A sequence has
     * a column for each feature of each step, named by how many steps it lies before the target.
     */
    public Table toTable() { return DatasetTables.all(this); }

    /** How many rows, or steps where each has a target, are of each class: class, rows, share. Empty if the targets are numbers. */
    public Table balance() {
        return DatasetTables.balance(this);
    }

    /** Feature, min, max, mean, deviation; a target of numbers is the last row. */
    public Table ranges() {
        return DatasetTables.ranges(this);
    }

    /** With another name. */
    public Dataset withName(String name) { return new Dataset(about.withName(name), x, y); }

    /** With another name for the target. */
    public Dataset withTarget(String target) {
        return new Dataset(about.withTarget(target), x, y);
    }

    /** With these names for the features. */
    public Dataset withFeatures(String... names) {
        Targets.requireCount("withFeatures", this, "features", features().size(), names);
        return new Dataset(about.withFeatures(List.of(names)), x, y);
    }

    /** With these names for the classes. */
    public Dataset withClasses(String... names) {
        Targets.requireCount("withClasses", this, "classes", classes().size(), names);
        return new Dataset(about.withClasses(List.of(names)), x, y);
    }

    /**
     * The same rows with other labels, for example those that a net gives them.
     *
     * @param classes the class of each row, numbers from 0; the names stay
     * @throws DataException if there is not one for each row, or a class is not there
     */
    public Dataset withLabels(int... classes) { return new Dataset(about, x, Targets.labels(this, classes)); }

    /** With the word that each row is a picture of this size. */
    public Dataset withImage(int height, int width) {
        ImageShape image = new ImageShape(height, width);
        if (image.pixels() != about.width()) {
            throw new DataException(Message.of("withImage", "an image of " + image + " has " + image.pixels()
                + " pixels, each row has " + about.width() + " features").with("data", summary())
                .help("each feature must be one pixel"));
        }
        return new Dataset(about.withImage(image), x, y);
    }

    /**
     * With the word that each row is a sequence of so many steps, the oldest first: x becomes [rows, steps, features ÷
     * steps]. The rows are independent of each other; for stretches of one long series see {@link #windows}.
     */
    public Dataset withSteps(int steps) {
        if (steps < 1 || about.width() % steps != 0) {
            throw new DataException(Message.of("withSteps", Numbers.of(about.width(), "number", "numbers")
                + " in a row do not make " + Numbers.of(steps, "step", "steps")).with("data", summary())
                .help("each step needs equally many features"));
        }
        List<String> names = ArrayReader.featureNames(about.width() / steps);
        return new Dataset(about.withFeatures(names).withSequence(new SequenceShape(steps, false, 0, false)), x, y);
    }

    /**
     * The images moved by so many pixels down and to the right, negative: up and left. What leaves an image is lost, what comes
     * in is 0. A net that has learned shapes, not places, is hardly disturbed.
     */
    public Dataset shifted(int down, int right) {
        ImageShape image = image().orElseThrow(() -> new DataException(
            Message.of("shifted", "the rows of " + name() + " are no images").with("data", summary())
                .help("if each row is an image, say so: data.withImage(height, width)")));
        float[] moved = new float[x.length];
        for (int row = 0; row < rows(); row++) {
            image.move(x, moved, row, down, right);
        }
        return withValues(moved);
    }

    /** With one sentence about the numbers. */
    public Dataset withNote(String note) {
        return new Dataset(about.withNote(note), x, y);
    }

    /** One line, for example {@code digits · 1,797 rows × 64 features · 10 classes · images 8×8}. */
    public String summary() {
        return Description.summary(this);
    }

    /** The card as text: summary, ranges, class balance. */
    @Override
    public String toString() { return Description.of(this); }

    Batch batch(int[] rows) {
        return new Batch(Tensor.dataRows(x, rows, about.shape(rows.length)), targets(gather(y, rows, about.targets())));
    }

    /** The same rows with other targets. */
    Dataset withTargets(List<String> classes, float[] changed) {
        return new Dataset(about.withClasses(classes), x, changed);
    }

    /** The same dataset with other features. */
    Dataset withValues(float[] changed) {
        return new Dataset(about, changed, y);
    }

    /** Numbers in each row: features, times steps if it is a sequence. */
    int width() { return about.width(); }

    /** Of each feature, over all rows, and all steps if the rows are sequences. */
    synchronized List<Statistics> statistics() {
        if (statistics == null) {
            statistics = Statistics.ofColumns(x, features().size());
        }
        return statistics;
    }

    /** Number {@code column} of row {@code row}, unchecked. */
    float value(int row, int column) {
        return x[row * about.width() + column];
    }

    /** Number {@code i} of all, row by row, unchecked; it belongs to feature {@code i} modulo the number of features. */
    float value(int i) {
        return x[i];
    }

    /** Target {@code i} of all, row by row, unchecked. */
    float target(int i) { return y[i]; }

    /** How many targets there are: one a row, or one for each step. */
    int targets() { return y.length; }

    private static float[] gather(float[] from, int[] rows, int width) {
        float[] gathered = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(from, rows[i] * width, gathered, i * width, width);
        }
        return gathered;
    }

    private Tensor targets(float[] values) {
        return Tensor.data(values, about.shapeOfTargets(values.length / about.targets()));
    }

    private void requireRow(String who, int row) {
        if (row < 0 || row >= rows()) {
            throw new DataException(Message.of(who, "there is no row " + row).with("data", summary())
                .help("rows are counted from 0 to " + (rows() - 1)));
        }
    }
}
