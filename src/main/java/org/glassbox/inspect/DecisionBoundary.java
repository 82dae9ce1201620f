package org.glassbox.inspect;

import java.util.List;
import java.util.stream.IntStream;
import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Pass;
import org.glassbox.train.Predictions;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Where a net says yes: the share that it gives to the second of two classes, all over a plane of two features, and what it
 * says of the rows in it. As in use: nothing is dropped.
 */
public final class DecisionBoundary {
    /** Places from left to right. */
    public static final int COLUMNS = 50;
    /** Places from above to below. */
    public static final int ROWS = 30;
    private static final double AIR = 0.1;

    private final Dataset part;
    private final Predictions said;
    private final Dataset plane;
    private final Predictions there;

    private DecisionBoundary(Layer net, Dataset part) {
        this.part = part;
        said = Predictions.of(net, part);
        plane = plane(part);
        there = Predictions.of(net, plane);
    }

    /**
     * Of a net that gives one score a row, above 0 for the second class, or a score for each class.
     *
     * @param part two features, two classes; the plane reaches a tenth beyond its rows
     */
    public static DecisionBoundary of(Layer net, Dataset part) {
        if (part.features().size() != 2 || part.classes().size() != 2 || part.sequence().isPresent()) {
            throw new GlassboxException(
                Message.of("boundary", "two features and two classes make a plane with two sides")
                    .with("data", part.summary())
                    .help("Datasets.moons() is such a dataset; for others ConfusionMatrix.of"));
        }
        List<Graph.Node> nodes = Graph.of(Pass.observe(() -> net.forward(part.sample(0).x()))).nodes();
        String last = nodes.get(nodes.size() - 1).op();
        if (last.equals("sigmoid") || last.equals("softmax")) {
            throw new GlassboxException(Message.of("boundary", "the net ends in " + last + ", scores are expected")
                .help("leave the last " + last + " out; what is above 0 means yes"));
        }
        return new DecisionBoundary(net, part);
    }

    /** One row: data, rows, right, features across and up, classes no and yes. */
    public Table facts() {
        int all = part.rows();
        return Table.create("facts", StringColumn.create("data", part.name()),
            IntColumn.create("rows", new int[] {all}),
            IntColumn.create("right", new int[] {all - said.wrong(IntStream.range(0, all).toArray())}),
            StringColumn.create("across", part.features().get(0)), StringColumn.create("up", part.features().get(1)),
            StringColumn.create("no", part.classes().get(0)), StringColumn.create("yes", part.classes().get(1)));
    }

    /** {@value #ROWS} rows of {@value #COLUMNS} places, from above: x, y, share of yes. */
    public Table plane() {
        return Table.create("plane", column("x", plane, 0), column("y", plane, 1), yes(there));
    }

    /** The rows: x, y, yes (their class), right (whether it is said), share of yes. */
    public Table points() {
        boolean[] yes = new boolean[part.rows()];
        boolean[] right = new boolean[part.rows()];
        for (int row = 0; row < yes.length; row++) {
            yes[row] = part.targetOf(row) == 1;
            right[row] = said.isRight(row);
        }
        return Table.create("points", column("x", part, 0), column("y", part, 1), BooleanColumn.create("yes", yes),
            BooleanColumn.create("right", right), yes(said));
    }

    private static DoubleColumn column(String name, Dataset data, int feature) {
        return DoubleColumn.create(name,
            IntStream.range(0, data.rows()).mapToDouble(row -> data.values(row)[feature]).toArray());
    }

    private static DoubleColumn yes(Predictions said) {
        return DoubleColumn.create("share", IntStream.range(0, said.rows())
            .mapToDouble(row -> said.said(row) == 1 ? said.share(row) : 1 - said.share(row)).toArray());
    }

    private static Dataset plane(Dataset part) {
        double[] across = range(part, 0);
        double[] up = range(part, 1);
        double[][] x = new double[ROWS * COLUMNS][];
        for (int i = 0; i < x.length; i++) {
            double right = (i % COLUMNS + 0.5) / COLUMNS;
            double down = (i / COLUMNS + 0.5) / ROWS;
            x[i] = new double[] {across[0] + right * (across[1] - across[0]), up[1] - down * (up[1] - up[0])};
        }
        return Dataset.of(x, new int[x.length], part.classes().toArray(String[]::new));
    }

    private static double[] range(Dataset part, int feature) {
        double low = part.ranges().doubleColumn("min").getDouble(feature);
        double high = part.ranges().doubleColumn("max").getDouble(feature);
        double air = high > low ? AIR * (high - low) : 1;
        return new double[] {low - air, high + air};
    }
}
