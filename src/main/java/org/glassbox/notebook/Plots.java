package org.glassbox.notebook;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.data.Dataset;
import org.glassbox.data.ImageShape;
import org.glassbox.inspect.ChainRule;
import org.glassbox.inspect.DecisionBoundary;
import org.glassbox.inspect.FeatureMaps;
import org.glassbox.inspect.Filters;
import org.glassbox.inspect.Signal;
import org.glassbox.inspect.ThroughTime;
import org.glassbox.nn.Layer;
import org.glassbox.plot.Activations;
import org.glassbox.plot.Boundary;
import org.glassbox.plot.ChainRulePicture;
import org.glassbox.plot.Chart;
import org.glassbox.plot.ConfusionPicture;
import org.glassbox.plot.FeatureMapsPicture;
import org.glassbox.plot.FiltersPicture;
import org.glassbox.plot.GradientMagnitudes;
import org.glassbox.plot.LayerChainPicture;
import org.glassbox.plot.LossCurve;
import org.glassbox.plot.MistakesPicture;
import org.glassbox.plot.RunComparison;
import org.glassbox.plot.RunSheet;
import org.glassbox.plot.SignalByDepth;
import org.glassbox.plot.ThroughTimePicture;
import org.glassbox.plot.TrainingPanel;
import org.glassbox.plot.WeightHistograms;
import org.glassbox.train.ConfusionMatrix;
import org.glassbox.train.History;
import org.glassbox.train.Mistakes;
import tech.tablesaw.api.Table;

/**
 * The pictures of a run, each alone with more room, and all on one sheet; and what a net can be asked in pictures: the only
 * place that knows both what is asked and how it is drawn.
 */
public final class Plots {
    private static final int SHOWN = 16;   // images of mistakes

    private Plots() {}

    /** How good is it, since when, and would more training help? */
    public static Chart loss(History run) {
        return LossCurve.of(run.facts(), run.epochs(), run.steps());
    }

    /** Have the weights moved, how far, into what shape? */
    public static Chart weights(History run) {
        return WeightHistograms.of(run.watched("weights"));
    }

    /** Does the error reach the first layer? */
    public static Chart gradients(History run) {
        return GradientMagnitudes.of(run.facts(), run.watched("gradients", "activations"));
    }

    /** How much error reaches each layer of some nets, as they are? */
    public static Chart signal(Signal signal) {
        return SignalByDepth.of(signal.table());
    }

    /** Are the hidden units alive? */
    public static Chart activations(History run) {
        return Activations.of(run.facts(), run.watched("activations"));
    }

    /** All four on one sheet: what a run shows at the end of a cell. */
    public static Chart run(History run) {
        return RunSheet.of(run.facts(), run.epochs(), run.steps(), run.watched("weights", "gradients", "activations"));
    }

    /** Is it running, is it learning, how long still? What is shown while a net trains. */
    public static Chart panel(History run) {
        return TrainingPanel.of(run.facts(), run.epochs(), run.steps(), run.watched("gradients"));
    }

    /** What do the filters of the first convolution look for? */
    public static Chart filters(Layer net) {
        return FiltersPicture.of(Filters.of(net));
    }

    /** What does each layer see in this image? Row {@code row} of a part whose rows are images. */
    public static Chart featureMaps(Layer net, Dataset part, int row) {
        return FeatureMapsPicture.of(FeatureMaps.of(net, part, row));
    }

    /** How far back does the error reach in nets with a memory? */
    public static Chart throughTime(ThroughTime nets) {
        return ThroughTimePicture.of(nets.toTable());
    }

    /** What is taken for what? */
    public static Chart confusion(ConfusionMatrix matrix) {
        return ConfusionPicture.of(matrix.toTable());
    }

    /** Where is it most wrong? Of a part whose rows are images. */
    public static Chart mistakes(Mistakes mistakes) {
        ImageShape shape = mistakes.part().image().orElseThrow(() -> new GlassboxException(
            Message.of("Plots.mistakes", "the rows of " + mistakes.part().name() + " are no images")
                .help(
                    "mistakes.toTable() lists them; if each row is an image, say so: data.withImage(height, width)")));
        return MistakesPicture.of(mistakes.toTable(), mistakes.first(SHOWN).values(), shape.width(),
            mistakes.part().rows());
    }

    /** How much does a number matter, and by which way? */
    public static Chart chain(ChainRule chain) {
        if (chain.isByLayers()) {
            return LayerChainPicture.of(chain.facts(), chain.values(), chain.steps(), chain.input(), chain.scores());
        }
        return ChainRulePicture.of(chain.facts(), chain.values(), chain.ways(), chain.steps(), chain.curve());
    }

    /** Where does a net with two features and two classes say yes? One score a row, or one a class. */
    public static Chart boundary(Layer net, Dataset part) {
        DecisionBoundary boundary = DecisionBoundary.of(net, part);
        return Boundary.of(boundary.facts(), boundary.plane(), boundary.points());
    }

    /**
     * Which way is better, where, and by more than luck? Rows of several runs; the table's name is the title.
     *
     * @param runs first column: from left to right; second: upward; a column of texts, if there is one: the way
     */
    public static Chart compare(Table runs) { return RunComparison.of(runs); }

    /** {@link #compare(Table)} of a sheet. */
    public static Chart compare(Sheet runs) {
        return compare(runs.toTable());
    }
}
