package org.glassbox.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.glassbox.Message;

/**
 * A large set of grey images, published as four IDX files: images and labels for training, images and labels for
 * testing. They are read from a folder, and what is missing there is downloaded into it.
 *
 * @param homes where the files are published, each ending in /; the first that answers is taken
 * @param files in the order above
 * @param sizes rows for training and validation, which together are the published training files, and for testing
 */
record ImageSet(String name, String target, List<String> classes, List<String> homes, List<PublishedFile> files,
    ImageShape image, List<Integer> sizes) {
    private static final List<String> NAMES = List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte",
        "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    private static final int IMAGES_HEADER = 16;    // a magic number and three sizes
    private static final int LABELS_HEADER = 8;     // a magic number and one size
    private static final float WHITEST = 255;

    /**
     * LeCun, Cortes and Burges 1998. Both homes are copies: the original one gives the files to nobody any more. The sums
     * of the packed files are those of TensorFlow Datasets, the sums of the content those of the files themselves.
     */
    static final ImageSet MNIST = of("mnist", "digit",
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        List.of("https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/"),
        file(0, 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        file(1, 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        file(2, 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        file(3, 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    /** Xiao, Rasul and Vollgraf 2017; of the content only MD5 sums were published. */
    static final ImageSet FASHION = of("fashion-mnist", "article",
        List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
            "Ankle boot"),
        List.of("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
        file(0, 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            "f4a8712d7a061bf5bd6d2ca38dc4d50a"),
        file(1, 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            "9018921c3c673c538a1fc5bad174d6f9"),
        file(2, 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            "8181f5470baa50b63fa0f6fddb340f0a"),
        file(3, 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            "15d484375f8d13e6eb1aabb0c3f46965"));

    private static ImageSet of(String name, String target, List<String> classes, List<String> homes,
        PublishedFile... files) {
        return new ImageSet(name, target, classes, homes, List.of(files), new ImageShape(28, 28),
            List.of(50_000, 10_000, 10_000));
    }

    private static PublishedFile file(int place, long bytes, String packed, String content) {
        return new PublishedFile(NAMES.get(place), bytes, packed, content);
    }

    /** The parts; {@code root} holds a folder for each set, {@code news} hears how a download goes on. */
    Split read(Path root, Consumer<String> news) {
        Path folder = root.resolve(name);
        List<PublishedFile> missing = files.stream().filter(file -> !isThere(folder, file)).toList();
        new Download(name, homes, folder, news).of(missing);
        float[][] x = sizes.stream().map(rows -> new float[rows * image.pixels()]).toArray(float[][]::new);
        float[][] y = sizes.stream().map(rows -> new float[rows]).toArray(float[][]::new);
        fill(folder, files.get(0), IMAGES_HEADER, WHITEST, x[0], x[1]);
        fill(folder, files.get(1), LABELS_HEADER, 1, y[0], y[1]);
        fill(folder, files.get(2), IMAGES_HEADER, WHITEST, x[2]);
        fill(folder, files.get(3), LABELS_HEADER, 1, y[2]);
        About about = About.of(name, target, List.of(ImageShape.pixelNames(image.height(), image.width())), classes)
            .withImage(image).withNote("pixels 0 to 255, divided by 255");
        return Split.of(new Dataset(about, x[0], y[0]), new Dataset(about, x[1], y[1]), new Dataset(about, x[2], y[2]));
    }

    private void fill(Path folder, PublishedFile file, int header, float divisor, float[]... parts) {
        Path path = path(folder, file);
        try {
            Idx.fill(path, file, header, divisor, parts);
        } catch (IOException broken) {
            throw new DataException(Message.of(name, path.getFileName() + " is not what was published: "
                + broken.getMessage()).with("file", path)
                .help("delete it and run the cell again: it is downloaded anew"));
        }
    }

    private static boolean isThere(Path folder, PublishedFile file) { return Files.exists(path(folder, file)); }

    private static Path path(Path folder, PublishedFile file) {
        Path plain = folder.resolve(file.name());
        return Files.exists(plain) ? plain : folder.resolve(file.packedName());
    }
}
