package org.glassbox.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.glassbox.array.Threads;
import org.glassbox.data.Dataset;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Parameters;
import org.glassbox.tensor.Parameter;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Where a run comes from and how it stands: one row. */
record Facts(Layer net, Parameters parameters, Evaluation evaluation, String rule, int batch, String seed,
    int planned, int done, int kept, int updates, String starts, double seconds, double watching,
    double watchingUpdates, int every, String state, int probeRows,
    String message, boolean stratified) {

    Table toTable() {
        Dataset train = evaluation.train();
        List<Column<?>> columns = new ArrayList<>();
        text(columns, "data", train.name());
        text(columns, "net", shape());
        whole(columns, "parameters", (int) parameters.count());
        text(columns, "rule", rule);
        whole(columns, "batch", batch);
        text(columns, "seed", seed);
        whole(columns, "epochs", planned);
        whole(columns, "epochs_done", done);
        whole(columns, "kept_epoch", kept);
        whole(columns, "updates", updates);
        whole(columns, "rows", train.rows());
        whole(columns, "validation_rows", evaluation.valid().map(Dataset::rows).orElse(0));
        text(columns, "loss", evaluation.loss().title());
        columns.add(DoubleColumn.create("chance", new double[] {evaluation.chance()}));
        text(columns, "metric", evaluation.metric().title());
        text(columns, "starts", starts);
        columns.add(DoubleColumn.create("seconds", new double[] {seconds}));
        whole(columns, "threads", Threads.count());
        columns.add(DoubleColumn.create("watching", new double[] {seconds == 0 ? 0 : watching / seconds}));
        columns.add(
            DoubleColumn.create("watching_updates", new double[] {seconds == 0 ? 0 : watchingUpdates / seconds}));
        whole(columns, "every", every);
        text(columns, "state", state);
        whole(columns, "probe_rows", probeRows);
        text(columns, "message", message);
        columns.add(BooleanColumn.create("stratified", new boolean[] {stratified}));
        return Table.create("facts", columns);
    }

    /** What comes in, then the units or channels of each layer with weights: «64-64-10», «1-16-32-10». */
    private String shape() {
        List<Integer> sizes = new ArrayList<>();
        for (Parameter parameter : parameters.list()) {
            int[] shape = parameter.shape();
            boolean image = parameter.rank() > 2;                                   // [out, in, window]
            boolean reading = parameter.name().equals("inputWeight");               // as many columns as gates: the state's tell
            if (parameter.rank() >= 2) {
                if (sizes.isEmpty()) {
                    sizes.add(image ? shape[1] : shape[0]);
                }
                if (!reading) {
                    sizes.add(parameter.name().equals("stateWeight") || image ? shape[0] : shape[1]);
                }
            }
        }
        return sizes.isEmpty() ? net.kind()
            : sizes.stream().map(size -> size.toString()).collect(Collectors.joining("-"));
    }

    private static void text(List<Column<?>> columns, String name, String value) {
        columns.add(StringColumn.create(name, new String[] {value}));
    }

    private static void whole(List<Column<?>> columns, String name, int value) {
        columns.add(IntColumn.create(name, new int[] {value}));
    }
}
