package org.glassbox.plot;

import java.util.ArrayList;
import java.util.List;

/** Whether the error reaches the first layer, in sentences. */
final class GradientWords {
    private final Signals signals;
    private final String activation;

    /** @param activation the kind of the hidden activations, if it is known: ReLU, Sigmoid */
    GradientWords(Signals signals, String activation) {
        this.signals = signals;
        this.activation = activation;
    }

    List<String> byTime() {
        if (signals.isEmpty()) {
            return List.of("Gradients were not watched.");
        }
        double last = signals.lastEpoch();
        List<String> lines = new ArrayList<>();
        if (signals.size() == 1) {
            lines.add("There is one layer, and the error reaches it at once: " + Numbers.of(signals.median(0, last))
                + " per unit.");
        } else {
            String now = first() + " " + compared(signals.ratio(last)) + reference();
            lines.add(last > 0 ? now + "; before training " + start() + "." : now + ", before training.");
        }
        lines.addAll(broken());
        return lines;
    }

    private String start() {
        double ratio = signals.ratio(0);
        return Double.isNaN(ratio) ? "nothing was measured" : "it was " + times(ratio);
    }

    List<String> byDepth(double epoch) {
        double ratio = signals.ratio(epoch);
        List<String> lines = new ArrayList<>();
        String gets = "the first hidden layer " + compared(ratio) + "the last" + (isTimesWhat(ratio) ? " gets" : "");
        if (signals.isVanishing()) {
            lines.add("No: " + gets + "; each passes on " + share(ratio) + ": vanishing.");
            lines.add(
                activation.equals("Sigmoid") ? "Sigmoid’s slope is at most ¼. Try Activation.relu(), Initializer.he()."
                    : "Try Activation.relu(), Initializer.he().");
        } else if (signals.isExploding()) {
            lines.add("Too much: " + gets + ": exploding. Try Initializer.he().");
        } else if (Double.isNaN(ratio)) {
            boolean none = signals.median(0, epoch) == 0 && signals.median(signals.reference(), epoch) == 0;
            lines.add(none ? "No: neither the first nor the last hidden layer gets anything, exactly 0."
                : "The signals cannot be compared.");
        } else {
            lines.add((Signals.isNormal(ratio) ? "Yes: " : "Not evenly: ") + gets + ".");
            double last = signals.lastEpoch();
            if (last > epoch) {
                lines.add("In epoch " + Numbers.tick(last) + " it is " + times(signals.ratio(last)) + ".");
            }
        }
        lines.addAll(broken());
        return lines;
    }

    private List<String> broken() {
        for (double epoch : signals.epochs()) {
            for (int i = signals.size() - 1; i >= 0; i--) {   // the error comes from the output
                if (signals.isBroken(i, epoch)) {
                    return List.of(
                        "Not finite since epoch " + Numbers.tick(epoch) + ", " + signals.layers().get(i).place() + ".");
                }
            }
        }
        return List.of();
    }

    private String first() {
        return signals.hidden() >= 2 ? "The first hidden layer"
            : signals.hidden() == 1 ? "The hidden layer" : "The first layer";
    }

    private String reference() {
        return (signals.hidden() >= 2 ? "the last" : "the output layer")
            + (isTimesWhat(signals.ratio(signals.lastEpoch())) ? " gets" : "");
    }

    static boolean isTimesWhat(double ratio) { return ratio >= 0.0995 && ratio < 9.95; }

    /** «gets 0.4 times what », «gets 1,200 times less than », as beginning of a comparison. */
    static String compared(double ratio) {
        if (Double.isNaN(ratio)) {
            return "cannot be compared with ";
        }
        if (ratio == 0) {
            return "gets nothing at all, exactly 0, unlike ";
        }
        return isTimesWhat(ratio) ? "gets " + Numbers.factor(ratio) + " times what "
            : ratio < 1 ? "gets " + Numbers.factor(1 / ratio) + " times less than "
                : "gets " + Numbers.factor(ratio) + " times more than ";
    }

    static String times(double ratio) {
        if (!Double.isFinite(ratio) || ratio == 0) {
            return Double.isNaN(ratio) ? "not comparable" : ratio == 0 ? "exactly 0" : "infinitely more";
        }
        return ratio < 0.0995 ? "1/" + Numbers.factor(1 / ratio) : Numbers.factor(ratio) + " times";
    }

    /** The part that each of the hidden layers passes on, on the geometric mean. */
    private String share(double ratio) {
        double part = Math.pow(ratio, 1.0 / (signals.hidden() - 1));
        if (part == 0) {
            return "nothing";
        }
        return part > 0.2 && part < 0.3 ? "a quarter" : part > 0.45 && part < 0.55 ? "a half"
            : part < 0.2 ? "1/" + Numbers.factor(1 / part) : Numbers.percent(part, 0);
    }

    String normal(boolean byDepth) {
        return byDepth ? "Normal: 0.01 to 100 times, at the start and ever since."
            : "Normal: 0.01 to 100 times; all get smaller while the net learns.";
    }
}
