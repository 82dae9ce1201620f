package org.glassbox.data;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.glassbox.Seed;

/**
 * What is at hand without a file of one's own: real data in the jar, generators that give the same bits on every machine,
 * and two large sets that are downloaded once. Origins, licences and checksums are in {@code data/README.md}.
 */
public final class Datasets {
    private static final Seed OWN = Seed.of(0).split("datasets");

    private Datasets() {}

    // ---- in the jar

    /**
     * 1,797 handwritten digits, 8×8 grey pixels each, 10 classes; nothing is downloaded. The pixels, whole numbers from
     * 0 to 16, are divided by 16, so all values lie in 0 to 1.
     *
     * <p>Alpaydin and Kaynak, «Optical Recognition of Handwritten Digits», UCI 1998; the copy of scikit-learn,
     * BSD-3-Clause. Origin, licence and checksum are in {@code data/README.md}.
     */
    public static Dataset digits() { return Shipped.digits(); }

    /**
     * 150 iris flowers of 3 species, 50 each: length and width of sepal and petal in centimetres. One species stands
     * apart, the other two overlap.
     *
     * <p>Fisher 1936, «The use of multiple measurements in taxonomic problems»; the copy of scikit-learn, BSD-3-Clause.
     */
    public static Dataset iris() { return Shipped.iris(); }

    /**
     * 342 penguins of 3 species: length and depth of the bill and length of the flipper in millimetres, mass in grams;
     * so the features are of very different size ({@link Split#standardized()}), and the classes are not equal. Of the
     * 344 in the file two were not measured and are left out; island and sex are left out, too.
     *
     * <p>Gorman, Williams and Fraser 2014, collected at Palmer Station, Antarctica; CC0.
     */
    public static Dataset penguins() { return Shipped.penguins(); }

    /**
     * The weather of Seattle, 2012 to 2015, as windows: what was measured on so many days, and tomorrow's highest
     * temperature. x: [1,461 − days, days, 4], rain, highest and lowest temperature, wind; y: [1,461 − days, 1]. A split
     * keeps the order of time. Whoever says «as today» is wrong by 2.9 °C (root of the mean square).
     *
     * <p>NOAA, a work of the government of the United States, in the public domain.
     *
     * @param days in a window, 1 to 1,460
     */
    public static Dataset weather(int days) { return Shipped.weather(days); }

    /**
     * The first nine chapters of «Moby-Dick» by Herman Melville, 1851: 100,868 characters, 74 different ones. In the
     * public domain.
     */
    public static Text mobyDick() { return Shipped.mobyDick(); }

    // ---- downloaded once

    /**
     * MNIST: 70,000 handwritten digits, 28×28 grey pixels from 0 to 1, 10 classes. The test part is the published one; of
     * the 60,000 published for training the first 50,000 are the training part, the last 10,000 the validation part, as in
     * Nielsen's book. Read from the folder {@code mnist} in the folder that the environment variable
     * {@code GLASSBOX_DATA} names (or the system property {@code glassbox.data}), else among the user's caches; files that
     * are not there are downloaded, 12 MB. Takes 220 MB of memory.
     *
     * <p>LeCun, Cortes and Burges 1998, after NIST; CC BY-SA 3.0.
     *
     * @throws DataException without network, telling which files to put where; if a file is not the published one
     */
    public static Split mnist() { return ImageSet.MNIST.read(DataFolder.current(), System.out::println); }

    /**
     * {@link #mnist()}; where that cannot be had {@link #digits()}, four fifths of them for training and the rest for
     * validation, and then a line on {@code System.out} says why. For lessons whose words hold for both.
     *
     * @throws DataException if the user stops the download, if there is no room for it, or if a file is not the published
     *             one: all of which can be mended
     */
    public static Split mnistOrDigits() { return orDigits(Datasets::mnist, System.out::println); }

    static Split orDigits(Supplier<Split> published, Consumer<String> news) {
        try {
            return published.get();
        } catch (MissingException missing) {
            news.accept(missing.getMessage().lines().findFirst().orElseThrow()
                + "; taking the 8×8 digits that ship. Datasets.mnist() says how to get them");
            return digits().split(0.8);
        }
    }

    /**
     * Fashion-MNIST: 70,000 pictures of clothes, in all else like {@link #mnist()}, but harder; folder
     * {@code fashion-mnist}, 31 MB.
     *
     * <p>Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747, Zalando; MIT.
     *
     * @throws DataException without network, telling which files to put where; if a file is not the published one
     */
    public static Split fashionMnist() { return ImageSet.FASHION.read(DataFolder.current(), System.out::println); }

    // ---- computed

    /** {@link #xor(int, double, Seed)} with 200 rows, noise 0.15 and always the same numbers. */
    public static Dataset xor() {
        return xor(200, 0.15, OWN.split("xor"));
    }

    /**
     * Exclusive or: points around the corners (0,0), (0,1), (1,0), (1,1) of a square; class 1 where the two differ. No
     * straight line parts the classes, so a net without a hidden layer cannot learn it (Minsky and Papert 1969).
     *
     * @param rows at least 1; the corners take turns
     * @param noise deviation of the normal noise on each coordinate, at least 0
     */
    public static Dataset xor(int rows, double noise, Seed seed) { return Generated.xor(rows, noise, seed); }

    /** {@link #spiral(int, int, double, Seed)} with 300 rows, 3 arms, noise 0.15 and always the same numbers. */
    public static Dataset spiral() {
        return spiral(300, 3, 0.15, OWN.split("spiral"));
    }

    /**
     * Spiral arms that wind around each other, a class each: row i of an arm with m rows lies at radius (i + 1) ÷ m and
     * at angle 2π · arm ÷ classes + 4 · radius + noise, in radians. After the «spiral» of Stanford's course CS231n.
     *
     * @param rows at least one for each class; the arms take turns
     * @param classes number of arms, at least 2
     * @param noise deviation of the normal noise on the angle, at least 0
     */
    public static Dataset spiral(int rows, int classes, double noise, Seed seed) {
        return Generated.spiral(rows, classes, noise, seed);
    }

    /** {@link #moons(int, double, Seed)} with 200 rows, noise 0.15 and always the same numbers. */
    public static Dataset moons() {
        return moons(200, 0.15, OWN.split("moons"));
    }

    /**
     * Two half circles that reach into each other, a class each: the upper one is (cos a, sin a), the lower one
     * (1 − cos a, ½ − sin a), with angles a evenly from 0 to π. After scikit-learn's {@code make_moons}.
     *
     * @param rows at least 1; the moons take turns
     * @param noise deviation of the normal noise on each coordinate, at least 0
     */
    public static Dataset moons(int rows, double noise, Seed seed) { return Generated.moons(rows, noise, seed); }

    /**
     * What came first? Sequences of symbols drawn by lot, of which the first is the class and all others are noise: who answers
     * after the last step must have remembered over all of them. x: [rows, steps, symbols], 1 for the symbol of a step, else 0.
     * After the tasks with long time lags of Hochreiter and Schmidhuber 1997, «Long short-term memory».
     *
     * @param rows at least one for each symbol
     * @param steps at least 1
     * @param symbols at least 2
     */
    public static Dataset firstSymbol(int rows, int steps, int symbols, Seed seed) {
        return Generated.firstSymbol(rows, steps, symbols, seed);
    }

    /** {@link #circles(int, double, double, Seed)} with 200 rows, inner radius 0.5, noise 0.1 and always the same numbers. */
    public static Dataset circles() {
        return circles(200, 0.5, 0.1, OWN.split("circles"));
    }

    /**
     * A circle of radius 1 and one within it, a class each, with points evenly around. No straight line parts them, but
     * the distance from the middle does. After scikit-learn's {@code make_circles}.
     *
     * @param rows at least 1; the circles take turns
     * @param inner radius of the inner circle, between 0 and 1
     * @param noise deviation of the normal noise on each coordinate, at least 0
     */
    public static Dataset circles(int rows, double inner, double noise, Seed seed) {
        return Generated.circles(rows, inner, noise, seed);
    }
}
