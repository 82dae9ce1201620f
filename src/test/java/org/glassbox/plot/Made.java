package org.glassbox.plot;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.glassbox.Seed;
import org.glassbox.data.Dataset;
import org.glassbox.data.Datasets;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables of formulas instead of nets: the same on every machine, as golden pictures need them. */
final class Made {
    private static final int COLUMNS = 50;
    private static final int ROWS = 30;

    private Made() {}

    static List<Catalogue.Entry> pictures() {
        return List.of(
            new Catalogue.Entry("boundary-parted",
                () -> boundary(Datasets.moons(), (x, y) -> 5 * (0.25 + 0.7 * StrictMath.cos(2.2 * (x - 0.02)) - y))),
            new Catalogue.Entry("boundary-straight", () -> boundary(Datasets.moons(), (x, y) -> 0.4 * x - 1.5 * y)),
            new Catalogue.Entry("boundary-one-side", () -> boundary(Datasets.circles(), (x, y) -> -1 - 0.2 * x)),
            new Catalogue.Entry("comparison-labels",
                () -> RunComparison.of(labels("taught by itself", "labels alone"))),
            new Catalogue.Entry("comparison-one-way", () -> RunComparison.of(labels("labels alone"))),
            new Catalogue.Entry("comparison-single-runs", () -> RunComparison.of(courses())),
            new Catalogue.Entry("comparison-not-finite", () -> RunComparison.of(broken())));
    }

    private static Chart boundary(Dataset data, DoubleBinaryOperator score) {
        int rows = data.rows();
        Table points = Table.create("points", DoubleColumn.create("x", rows), DoubleColumn.create("y", rows),
            BooleanColumn.create("yes", rows), BooleanColumn.create("right", rows), DoubleColumn.create("share", rows));
        int right = 0;
        for (int row = 0; row < rows; row++) {
            float[] at = data.values(row);
            boolean yes = data.targetOf(row) == 1;
            boolean isRight = score.applyAsDouble(at[0], at[1]) > 0 == yes;
            right += isRight ? 1 : 0;
            points.doubleColumn("x").set(row, (double) at[0]);
            points.doubleColumn("y").set(row, (double) at[1]);
            points.doubleColumn("share").set(row, share(score.applyAsDouble(at[0], at[1])));
            points.booleanColumn("yes").set(row, yes);
            points.booleanColumn("right").set(row, isRight);
        }
        Table facts = Table.create("facts", StringColumn.create("data", data.name()),
            IntColumn.create("rows", new int[] {rows}), IntColumn.create("right", new int[] {right}),
            StringColumn.create("across", "x1"), StringColumn.create("up", "x2"),
            StringColumn.create("no", data.classes().get(0)), StringColumn.create("yes", data.classes().get(1)));
        return Boundary.of(facts, plane(score), points);
    }

    private static Table plane(DoubleBinaryOperator score) {
        Table plane = Table.create("plane", DoubleColumn.create("x"), DoubleColumn.create("y"),
            DoubleColumn.create("share"));
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            double x = -1.6 + 4.2 * (i % COLUMNS + 0.5) / COLUMNS;
            double y = 1.6 - 2.6 * (i / COLUMNS + 0.5) / ROWS;
            plane.doubleColumn("x").append(x);
            plane.doubleColumn("y").append(y);
            plane.doubleColumn("share").append(share(score.applyAsDouble(x, y)));
        }
        return plane;
    }

    private static double share(double score) { return 1 / (1 + StrictMath.exp(-score)); }

    private static Table labels(String... ways) {
        Table runs = Table.create("What does a label buy?", IntColumn.create("labels"),
            DoubleColumn.create("accuracy, %"), StringColumn.create("way"));
        for (int way = 0; way < ways.length; way++) {
            Seed.Random random = Seed.of(way).random();
            for (int labels : new int[] {20, 50, 100, 200, 500, 1000, 1437}) {
                for (int run = 0; run < 5; run++) {
                    double error = (way + 2.0) * 48 / StrictMath.pow(labels, 0.55);
                    runs.intColumn("labels").append(labels);
                    runs.doubleColumn("accuracy, %").append(98 - error * (1 + 0.15 * random.nextGaussian()));
                    runs.stringColumn("way").append(ways[way]);
                }
            }
        }
        return ways.length > 1 ? runs : runs.removeColumns("way");
    }

    private static Table courses() {
        Table runs = Table.create("Which loss learns from being sure and wrong?", IntColumn.create("epoch"),
            DoubleColumn.create("output"), StringColumn.create("loss"));
        course(runs, "squared error", a -> a * a * (1 - a));
        course(runs, "cross-entropy", a -> a);
        return runs;
    }

    private static void course(Table runs, String name, DoubleUnaryOperator slope) {
        double score = 4;
        for (int epoch = 0; epoch <= 300; epoch++) {
            double output = share(score);
            runs.intColumn("epoch").append(epoch);
            runs.doubleColumn("output").append(output);
            runs.stringColumn("loss").append(name);
            score -= 0.3 * slope.applyAsDouble(output);
        }
    }

    private static Table broken() {
        return Table.create("What if a run breaks?", IntColumn.create("epoch", new int[] {1, 2, 3, 1, 2, 3}),
            DoubleColumn.create("loss", 3, 2, Double.NaN, 3.5, Double.POSITIVE_INFINITY, Double.NaN));
    }
}
