package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;

/** What the live panel says: where the training is, how long still, and whether it is learning. */
final class PanelWords {
    private static final double NEAR_CHANCE = 0.98;
    private static final double DEAR = 0.1;

    private final Facts facts;
    private final Epochs epochs;
    private final int everyNow;

    /** @param everyNow every how many steps something is watched now */
    PanelWords(Facts facts, Epochs epochs, int everyNow) {
        this.facts = facts;
        this.epochs = epochs;
        this.everyNow = everyNow;
    }

    /** Updates in an epoch; NaN if rows or batch are not known. */
    double stepsPerEpoch() {
        return facts.rows() > 0 && facts.batch() > 0 ? Math.ceil((double) facts.rows() / facts.batch()) : Double.NaN;
    }

    /** How far, in epochs; a part of an epoch counts. */
    double now() {
        double steps = stepsPerEpoch();
        double byUpdates = Double.isNaN(steps) ? epochs.last()
            : epochs.first() + (facts.updates() - firstStep()) / steps;
        return Math.max(epochs.last(), Math.min(byUpdates, Math.max(facts.epochs(), epochs.last())));
    }

    private double firstStep() {
        return epochs.size() == 0 || Double.isNaN(epochs.step().first()) ? 0 : epochs.step().first();
    }

    /** Done, from 0 to 1. */
    double share() {
        double planned = facts.epochs() - epochs.first();
        return planned > 0 ? Math.max(0, Math.min(1, (now() - epochs.first()) / planned)) : 0;
    }

    String place() {
        double epoch = facts.isRunning() ? Math.min(facts.epochs(), Math.ceil(now() - 1e-9)) : Math.floor(now() + 1e-9);
        return "epoch " + Numbers.tick(Math.max(epoch, 0)) + " of "
            + Numbers.count(Math.max(facts.epochs(), Math.round(epoch)));
    }

    /** «65 %», «0.06 s left», «5,600 steps/s», «watching costs 12 %»; after the end the time that it took. */
    List<String> progress() {
        List<String> parts = new ArrayList<>();
        double share = share();
        double steps = facts.updates() - firstStep();
        boolean timed = facts.seconds() > 0;
        if (facts.isRunning()) {
            parts.add(Numbers.fixed(100 * share, 0) + " %");
            if (timed && share > 0) {
                parts.add(Numbers.seconds(facts.seconds() * (1 - share) / share) + " left");
            }
        } else {
            parts.add((facts.isStopped() ? "stopped" : facts.isNotFinite() ? "ended" : "finished")
                + (timed ? " after " + Numbers.seconds(facts.seconds()) : ""));
        }
        if (timed && steps > 0) {
            double pace = steps / facts.seconds();
            parts.add((pace >= 1
                ? Numbers.count(Math.round(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", pace))))
                : Numbers.of(pace)) + " steps/s");
        }
        if (Double.isFinite(facts.watching())) {
            parts.add("watching costs " + Numbers.percent(facts.watching(), 0) + thinner());
        }
        return parts;
    }

    /**
     * Above a tenth, how seldom updates must be watched to cost less: the n of {@code Watch.every}. Nothing
     * where that would not do it, since the rest, epochs and drawing, costs too much by itself.
     */
    private String thinner() {
        double costs = facts.watching();
        double updates = Double.isNaN(facts.watchingUpdates()) ? costs : Math.min(costs, facts.watchingUpdates());
        double room = DEAR * (1 - updates) - (costs - updates);
        if (!(costs > DEAR) || costs >= 1 || room <= 0) {
            return "";
        }
        int fewer = (int) Math.ceil(updates * (1 - DEAR) / room);
        double then = (costs - updates + updates / fewer) / (1 - updates + updates / fewer);
        int every = fewer * (facts.every() > 0 ? facts.every() : everyNow);
        return ", every " + every + GradientMagnitudes.ordinal(every) + " step about " + Numbers.percent(then, 0);
    }

    /** Learning, not learning yet, finished, stopped, or no longer finite. */
    String verdict() {
        Series judged = epochs.judged(facts);
        if (facts.isNotFinite()) {
            return facts.message().isEmpty() ? "The loss is no longer finite." : facts.message();
        }
        if (facts.isStopped() || facts.isBroughtBack()) {
            return facts.message().isEmpty()
                ? "Stopped in " + place() + "; net and history are kept, fit again goes on." : facts.message();
        }
        if (epochs.size() == 0 || judged.indexOfLowest() < 0) {
            return "Starting.";
        }
        if (epochs.size() == 1) {
            return "Starting: " + name() + " " + Numbers.of(judged.last()) + facts.chanceInBrackets() + ".";
        }
        if (!isLearning()) {
            double done = epochs.last() - epochs.first();
            return (facts.isRunning() ? "Not learning yet: " : "Did not learn: ") + name() + " "
                + Numbers.of(judged.last()) + " after "
                + Numbers.tick(done) + (done == 1 ? " epoch" : " epochs")
                + (Double.isFinite(facts.chance()) ? ", chance is " + Numbers.of(facts.chance()) : "") + ".";
        }
        String course = name() + " " + Numbers.of(judged.first()) + " → " + Numbers.of(judged.last())
            + facts.chanceInBrackets();
        return (facts.isRunning() ? "Learning: " : "Finished: ") + course + best() + score() + ".";
    }

    private String name() { return facts.hasValidation() ? "validation loss" : "training loss"; }

    /** Better than before training, and than chance where that is known. */
    boolean isLearning() {
        Series judged = epochs.judged(facts);
        int last = judged.indexOfLastFinite();
        boolean better = last > 0 && judged.value(last) < judged.first();
        return better && !(judged.value(last) > NEAR_CHANCE * facts.chance());
    }

    private String best() {
        Series judged = epochs.judged(facts);
        double since = epochs.last() - judged.at(judged.indexOfLowest());
        if (!facts.hasValidation()) {
            return "";
        }
        return since == 0
            ? facts.isRunning() ? ", best in this epoch" : ", best in epoch " + Numbers.tick(epochs.last())
            : facts.isRunning() ? ", no better for " + Numbers.tick(since) + (since == 1 ? " epoch" : " epochs")
                : ", best " + Numbers.of(judged.value(judged.indexOfLowest())) + " in epoch "
                    + Numbers.tick(epochs.last() - since);
    }

    private String score() {
        String score = facts.isRunning() ? "" : Score.sentence(facts, epochs);
        return score.isEmpty() ? "" : "; " + score;
    }
}
