package org.glassbox.inspect;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.data.Batch;
import org.glassbox.nn.Layer;
import org.glassbox.nn.Loss;
import org.glassbox.tensor.Graph;
import org.glassbox.tensor.Pass;
import org.glassbox.tensor.Tensor;
import org.glassbox.train.Trainer;
import tech.tablesaw.api.Table;

/**
 * The chain rule at work on a computation: local derivative × what comes from the right = what is passed on, from the result
 * back to one number. Up to {@value #MOST} numbers are shown one by one, a larger computation layer by layer. Looks and moves
 * nothing: no weight, no gradient, no memory of a layer is changed.
 */
public final class ChainRule {
    /** So many numbers are shown one by one. */
    public static final int MOST = 40;

    private final View view;

    private ChainRule(View view) { this.view = view; }

    /** The computation that {@code result}, one number, came from. */
    public static ChainRule of(Tensor result) {
        return of(result, null);
    }

    /** A net's loss on some rows; as in use: nothing is dropped. */
    public static ChainRule of(Layer net, Loss loss, Tensor x, Tensor y) {
        Tensor input = x.toLeaf();
        return of(Pass.observe(() -> loss.of(net.forward(input), y.toData())), new NetAgain(net, loss, x, y));
    }

    /** The loss of the net that is being trained, on some rows; as in use: nothing is dropped. */
    public static ChainRule of(Trainer trainer, Batch batch) {
        return of(trainer.net(), trainer.loss(), batch.x(), batch.y());
    }

    /** {@code again}: how to compute a net's loss once more; null if only its result is known. */
    private static ChainRule of(Tensor result, NetAgain again) {
        if (result.size() != 1) {
            throw new GlassboxException(Message.of("ChainRule.of", "one number expected, there are " + result.size())
                .help("sum() or mean() makes one of many"));
        }
        if (!result.needsGradient()) {
            throw new GlassboxException(Message.of("ChainRule.of", "nothing leads to this number")
                .help("use what an operation on a leaf returned, outside of predict(…): Tensor.of(2).mul(3)"));
        }
        int numbers = Graph.of(result).nodes().stream().mapToInt(node -> node.value().size()).sum();
        if (numbers <= 2 * MOST) {                                              // before shapes and constants are taken out
            Scalars scalars = Expansion.of(result);
            if (scalars.all().size() <= MOST) {
                return new ChainRule(ByNumbers.of(Question.of(result, scalars, again != null)));
            }
        }
        return new ChainRule(ByLayers.of(result, again));
    }

    /**
     * The same computation with another question: {@code path("v2")}.
     *
     * @throws GlassboxException if nothing is called so; the message lists the names
     */
    public ChainRule path(String name) { return new ChainRule(view.path(name)); }

    /** The chain from the result back to what is asked: local derivative, what comes from the right, what is passed on. */
    public Table steps() {
        return view.steps();
    }

    /** Every value with its gradient. */
    public Table values() { return view.values(); }

    /** Every way between two values: its local derivative and what it passes on. */
    public Table ways() {
        return view.ways();
    }

    /** The result as the asked number alone changes; empty where it cannot be computed again. */
    public Table curve() {
        return view.curve();
    }

    /** What was asked, and the answer in sentences. */
    public Table facts() { return view.facts(); }

    /** For one sample looked at by layers: each of its numbers, and its gradient. */
    public Table input() {
        return view.input();
    }

    /** For one sample looked at by layers: each class with its share, and the target. */
    public Table scores() {
        return view.scores();
    }

    /** Whether a value is a whole layer. */
    public boolean isByLayers() { return view.isByLayers(); }

    /** The listing: every line can be repeated with a calculator. */
    @Override
    public String toString() { return Listing.of(view); }
}
