package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How good a run is, in sentences: each is true of any table of epochs, however short, broken or flat. */
final class LossWords {
    /** Less change than this share is none. */
    private static final double FLAT = 0.02;
    /** So much above its best, validation loss has risen. */
    private static final double RISEN = 1.1;
    private static final int RISING_EPOCHS = 3;

    private final Facts facts;
    private final Epochs epochs;
    private final Series judged;
    private final String name;

    LossWords(Facts facts, Epochs epochs) {
        this.facts = facts;
        this.epochs = epochs;
        this.judged = epochs.judged(facts);
        this.name = facts.hasValidation() ? "validation loss" : "training loss";
    }

    List<String> sentences() {
        if (epochs.size() == 0 || judged.indexOfLowest() < 0) {
            return List.of(facts.message().isEmpty() ? "No loss was measured." : facts.message());
        }
        List<String> lines = new ArrayList<>();
        if (facts.isNotFinite() || !Double.isFinite(judged.last())) {
            lines.add(facts.message().isEmpty() ? "The loss is no longer finite." : facts.message());
            lines.add(before());
            return lines;
        }
        if (epochs.size() == 1) {
            lines.add("Not trained yet: " + name + " is " + Numbers.of(judged.last()) + facts.chanceInBrackets() + ".");
        } else if (isLearntByHeart()) {
            lines.add(byHeart());
        } else {
            lines.add(sentence(course() + (isChance() ? ", no better than chance, " : ", ") + best()));
        }
        if (facts.isStopped() || facts.isBroughtBack()) {
            lines.add(
                facts.message().isEmpty() ? "Stopped in epoch " + Numbers.tick(epochs.last()) + "." : facts.message());
        }
        return lines;
    }

    /** «validation loss fell from 2.52 to 0.0542 (chance 2.30)». */
    String course() {
        double from = judged.first();
        double to = judged.last();
        String verb = !Double.isFinite(from) ? " came to "
            : isFlat(from, to) ? " stays near " : to < from ? " fell from " : " rose from ";
        boolean twoEnds = verb.endsWith("from ");
        return name + verb + (twoEnds ? Numbers.of(from) + " to " : "") + Numbers.of(to) + facts.chanceInBrackets();
    }

    /** How near to chance a loss may stay and still be called chance: no better than guessing. */
    private boolean isChance() {
        return !Double.isNaN(facts.chance()) && facts.chance() > 0 && judged.last() >= (1 - FLAT) * facts.chance();
    }

    private String best() {
        int at = judged.indexOfLowest();
        String score = Score.sentence(facts, epochs);
        String epoch = "epoch " + Numbers.tick(judged.at(at));
        if (!facts.hasValidation()) {
            return "measured on training rows only" + (score.isEmpty() ? "" : "; " + score);
        }
        boolean isLast = at == judged.size() - 1;
        String best = at == 0 ? "best before training" + value(at)
            : isLast ? "best in " + epoch : "best in " + epoch + value(at);
        return best + (score.isEmpty() ? "" : "; " + score);
    }

    private String value(int at) { return " (" + Numbers.of(judged.value(at)) + ")"; }

    private static boolean isFlat(double from, double to) { return Math.abs(to - from) <= FLAT * Math.abs(from); }

    /**
     * Since its best epoch validation has stayed above it in each of the last epochs, while training fell on, and is now worse
     * than training: one lucky epoch of a loss that goes up and down is none.
     */
    boolean isLearntByHeart() {
        int best = judged.indexOfLowest();
        int last = judged.size() - 1;
        return facts.hasValidation() && last - best >= RISING_EPOCHS && best > 0 && judged.value(best) > 0
            && IntStream.rangeClosed(last - RISING_EPOCHS + 1, last)
                .allMatch(i -> judged.value(i) > RISEN * judged.value(best))
            && judged.last() > RISEN * epochs.loss().last() && epochs.loss().last() < epochs.loss().value(best);
    }

    private String byHeart() {
        int best = judged.indexOfLowest();
        String epoch = Numbers.tick(judged.at(best));
        return "Best in epoch " + epoch + value(best) + "; since then training fell to "
            + Numbers.of(epochs.loss().last())
            + " and validation rose to " + Numbers.of(judged.last()) + ": learnt by heart."
            + (facts.isBroughtBack() ? "" : " Try " + epoch + " epochs.");
    }

    private String before() {
        int best = judged.indexOfLowest();
        return sentence(
            "Until then the best " + name + " was " + Numbers.of(judged.value(best)) + facts.chanceInBrackets() + ", "
                + (judged.at(best) == 0 ? "before training" : "in epoch " + Numbers.tick(judged.at(best))));
    }

    static String sentence(String text) { return Character.toUpperCase(text.charAt(0)) + text.substring(1) + "."; }

    String normal() {
        return facts.hasValidation() ? "Normal: both fall, then flatten. If validation rises: learnt by heart."
            : "Normal: it falls, then flattens. Without validation rows learning by heart is not seen.";
    }
}
