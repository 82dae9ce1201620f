package org.glassbox.plot;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a net makes of images and of sequences, in tables whose numbers are made up. */
final class ImageCatalogue {
    private ImageCatalogue() {}

    static List<Catalogue.Entry> all() {
        return List.of(new Catalogue.Entry("filters-grey", () -> FiltersPicture.of(filters(16, 1, 5))),
            new Catalogue.Entry("filters-colour", () -> FiltersPicture.of(filters(20, 3, 3))),
            new Catalogue.Entry("feature-maps", () -> FeatureMapsPicture.of(maps())),
            new Catalogue.Entry("confusion-digits", () -> ConfusionPicture.of(matrix(10, i -> "" + i))),
            new Catalogue.Entry("confusion-names",
                () -> ConfusionPicture.of(matrix(3, i -> List.of("Adelie", "a rather long name", "<b>").get(i)))),
            new Catalogue.Entry("confusion-letters", () -> ConfusionPicture.of(matrix(30, i -> "letter " + i))),
            new Catalogue.Entry("confusion-perfect", () -> ConfusionPicture.of(perfect())),
            new Catalogue.Entry("mistakes-digits", () -> mistakes(11)),
            new Catalogue.Entry("mistakes-none", () -> mistakes(0)),
            new Catalogue.Entry("through-time", () -> ThroughTimePicture.of(fading())));
    }

    /** Edges, each turned a little further. */
    private static Table filters(int count, int channels, int size) {
        int all = count * channels * size * size;
        double middle = (size - 1) / 2.0;
        double[] values = IntStream.range(0, all).mapToDouble(i -> {
            double turned = i / size / size * Math.PI / 8;
            return ((i % size - middle) * StrictMath.cos(turned) + (i / size % size - middle) * StrictMath.sin(turned))
                / size;
        }).toArray();
        return Table.create("1.weight [" + count + ", " + channels + ", " + size + ", " + size + "]",
            ints("filter", all, i -> i / size / size / channels), ints("channel", all, i -> i / size / size % channels),
            ints("row", all, i -> i / size % size), ints("column", all, i -> i % size),
            DoubleColumn.create("value", values));
    }

    /** An image, 20 maps of it, and six of which only what is above 0 is left. */
    private static Table maps() {
        float[] image = Datasets.digits().values(0);
        Table table = Table.create("digits, row 0: 0", StringColumn.create("place"), IntColumn.create("map"),
            IntColumn.create("row"), IntColumn.create("column"), DoubleColumn.create("value"));
        add(table, "image", 1, (map, pixel) -> image[pixel]);
        add(table, "1 Conv2d", 20, (map, pixel) -> image[pixel] - map / 20.0);
        add(table, "2 ReLU", 6, (map, pixel) -> Math.max(0, image[pixel] - map / 5.0));
        return table;
    }

    private interface Value {
        double at(int map, int pixel);
    }

    private static void add(Table table, String place, int maps, Value value) {
        for (int i = 0; i < maps * 64; i++) {
            table.stringColumn("place").append(place);
            table.intColumn("map").append(i / 64);
            table.intColumn("row").append(i / 8 % 8);
            table.intColumn("column").append(i % 8);
            table.doubleColumn("value").append(value.at(i / 64, i % 64));
        }
    }

    private static Table matrix(int classes, java.util.function.IntFunction<String> name) {
        Table table = Table.create("confusion matrix",
            StringColumn.create("true ↓ said →", IntStream.range(0, classes).mapToObj(name)));
        for (int said = 0; said < classes; said++) {
            int column = said;
            table.addColumns(ints(name.apply(said), classes,
                truth -> truth == column ? 30 + truth : (truth * 7 + column * 3) % 11 == 3 ? 1 + column % 4 : 0));
        }
        return table;
    }

    private static Table perfect() {
        return Table.create("confusion matrix", StringColumn.create("true ↓ said →", "no", "yes"),
            IntColumn.create("no", 50, 0), IntColumn.create("yes", 0, 12));
    }

    private static Chart mistakes(int count) {
        Dataset digits = Datasets.digits();
        Table table = Table.create("mistakes", ints("row", count, i -> 1000 + i),
            StringColumn.create("truth", IntStream.range(0, count).mapToObj(i -> digits.classes().get(i % 10))),
            StringColumn.create("said", IntStream.range(0, count).mapToObj(i -> digits.classes().get((i + 3) % 10))),
            DoubleColumn.create("true_share", IntStream.range(0, count).mapToDouble(i -> 0.0004 * i * i).toArray()),
            DoubleColumn.create("said_share",
                IntStream.range(0, count).mapToDouble(i -> 1 - 0.01 * i * i / 3).toArray()));
        return MistakesPicture.of(table, Stream.iterate(0, i -> i + 1).limit(count).map(digits::values).toList(), 8,
            360);
    }

    /** Halved every 1.2 and every 12 steps, not at all, and gone after 30 steps. */
    private static Table fading() {
        Table table = Table.create("gradient through time", StringColumn.create("net"), IntColumn.create("back"),
            DoubleColumn.create("gradient"));
        for (String net : List.of("RNN", "LSTM", "does not fade", "ReLU RNN")) {
            for (int back = 0; back < 40; back++) {
                table.stringColumn("net").append(net);
                table.intColumn("back").append(back);
                table.doubleColumn("gradient").append(0.3 * switch (net) {
                    case "RNN" -> StrictMath.pow(0.5, back / 1.2);
                    case "LSTM" -> StrictMath.pow(0.5, back / 12.0);
                    case "ReLU RNN" -> back < 30 ? 1 - back / 30.0 : 0;
                    default -> 1 + 0.05 * back;
                });
            }
        }
        return table;
    }

    private static IntColumn ints(String name, int count, java.util.function.IntUnaryOperator value) {
        return IntColumn.create(name, IntStream.range(0, count).map(value).toArray());
    }
}
