package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassbox.Digits;
import org.glassbox.inspect.Question.Step;

/** The sentences of an answer. */
final class Story {
    static final double NUDGE = 0.001;
    private static final double TINY = 1e-6;
    static final double RATE = 0.5;

    private final Question q;
    private final Again again;
    private final List<Step> path;
    private final Zeros zeros;

    Story(Question question) {
        this.q = question;
        this.again = new Again(question.scalars());
        this.path = question.path();
        this.zeros = Zeros.of(question);
    }

    String title() { return "How much does " + q.name(q.asked()) + " matter?"; }

    /** How much, and what a nudge does: really computed anew. */
    String summary() {
        double gradient = q.gradient(q.asked());
        String name = q.name(q.asked());
        String derivative = "∂" + q.name(q.scalars().result()) + "/∂" + name + " = " + Digits.of(gradient);
        if (gradient == 0) {
            return "Not at all: ∂" + q.name(q.scalars().result()) + "/∂" + name + " is exactly 0, because "
                + zeros.why(q.asked())
                + ".";
        }
        String much = Math.abs(gradient) < 0.1 ? "A little" : Math.abs(gradient) < 1 ? "Some" : "Much";
        String help = !q.roles().isLoss() ? "" : ", and " + (gradient < 0 ? "more" : "less") + " of it helps";
        return much + help + ": " + derivative + "." + nudge();
    }

    private String nudge() {
        if (!again.isPossible()) {
            return "";
        }
        double change = nudged();
        return " Raising " + q.name(q.asked()) + " by 0.001 " + (change < 0 ? "lowers " : "raises ") + q.result()
            + " by "
            + Digits.of(Math.abs(change)) + ".";
    }

    /** Whether the gradient in 32 bits is that in 64: not where nearly equal numbers were subtracted, as in 1 − σ near 1. */
    private boolean isExact() {
        if (!again.isPossible()) {
            return true;
        }
        double x = q.asked().value();
        double exact = (again.with(q.asked(), x + TINY) - again.with(q.asked(), x - TINY)) / (2 * TINY);
        return Math.abs(exact - q.gradient(q.asked())) <= 0.001 * Math.abs(exact) + 1e-12;
    }

    private double nudged() { return again.with(q.asked(), q.asked().value() + NUDGE) - again.with(Map.of()); }

    /** Whom the error reaches, and where it gets small. */
    String hint() {
        Step smallest = smallest();
        String factor = smallest == null ? "" : "the smallest factor on this path is "
            + Digits.brief(Math.abs(smallest.way().local())) + " (" + slope(smallest) + ").";
        if (q.movable().stream().noneMatch(q::isLearned)) {
            return smallest == null ? "Each line: the local derivative × what comes from the right."
                : Character.toUpperCase(factor.charAt(0)) + factor.substring(1);
        }
        int all = q.movable().size();
        String reach = zeros.isEmpty() ? "The error reaches every weight"
            : zeros.isOnlyInputs() ? "The error reaches every weight whose input is not 0"
                : "The error reaches " + (all - zeros.count()) + " of " + all + " weights and biases";
        return smallest == null ? reach + "." : reach + "; " + factor;
    }

    private String slope(Step step) {
        return switch (step.to().op()) {
            case "sigmoid" -> "σ′ at " + q.name(step.to());
            case "tanh" -> "tanh′ at " + q.name(step.to());
            case "relu" -> "ReLU′ at " + q.name(step.to());
            default -> new Formulas(q.names()).local(step.to(), step.way());
        };
    }

    /** The step that makes the gradient smallest, if one of several does. */
    Step smallest() {
        Step least = path.stream().min(Comparator.comparingDouble(s -> Math.abs(s.way().local()))).orElse(null);
        return path.size() < 2 || Math.abs(least.way().local()) >= 1 ? null : least;
    }

    /** What is to be said beside a step, the most important first. */
    @SuppressWarnings("ReferenceEquality")                          // that very step, not one that reads like it
    List<String> beside(Step step) {
        List<String> notes = new ArrayList<>();
        Scalar from = step.way().from();
        List<Scalar> above = q.scalars().above(from);
        if (above.size() > 1) {
            notes.add(above.size() + " ways meet here: " + Digits.of(q.gradient(from)));
        }
        if (step == smallest()) {
            notes.add(step.way().local() == 0 ? "here the way ends" : "smallest factor on this path");
        }
        if (cancels(step)) {
            notes.add("= " + q.name(step.to()) + " − target: the fractions cancel");
        }
        if (from == q.asked() && again.isPossible()) {
            notes.add(nudgeInShort());
        }
        return notes;
    }

    private String nudgeInShort() {
        double change = nudged();
        double expected = NUDGE * q.gradient(q.asked());
        boolean agrees = Math.abs(change - expected) <= 0.01 * Math.abs(expected);
        String what = q.roles().isLoss() ? "loss" : q.name(q.scalars().result());
        String moved = change == 0 ? what + " stays"
            : what + (change < 0 ? " − " : " + ") + Digits.of(Math.abs(change));
        return q.name(q.asked()) + " + 0.001: " + moved
            + (agrees ? " ✓" : isExact() ? ", not straight here" : ", off by 32-bit rounding");
    }

    /** 1/p · p (1 − p) is 1 − p: why sigmoid and cross-entropy belong together. */
    private boolean cancels(Step step) {
        boolean probability = step.to().isInner()
            && (step.to().op().equals("sigmoid") || step.to().op().equals("softmax"));
        Scalar from = step.way().from();
        if (!probability || from.index() >= q.target().values().length) {
            return false;
        }
        double difference = step.to().value() - q.target().values()[from.index()];
        return step.to().index() == from.index() && Math.abs(difference - q.gradient(from)) < 1e-6;
    }

    List<String> notes() { return new Remarks(q, path, zeros, again).all(); }

    /** On what this was computed. */
    String measured() {
        List<String> parts = new ArrayList<>();
        if (q.roles().input() != null) {
            int rows = q.roles().input().rank() == 2 ? q.roles().input().shape()[0] : 1;
            String x = rows == 1 ? "one sample " + "x = " + Target.tuple(q.roles().input().toDoubles())
                : rows + " samples";
            parts.add(x + (q.target().values().length == 0 ? "" : ", " + q.target().words()));
        }
        if (!q.target().loss().isEmpty()) {
            parts.add(q.target().loss());
        }
        List<Scalar> biases = q.scalars().all().stream().filter(q.roles()::isBias).toList();
        if (!biases.isEmpty()) {
            String values = biases.stream().map(b -> Target.tuple(new double[] {b.value()}))
                .collect(Collectors.joining(", "));
            parts.add(biases.size() > 4 ? biases.size() + " biases are not drawn"
                : (biases.size() == 1 ? "bias " + values + " is" : "biases " + lastAnd(values) + " are")
                    + " not drawn");
        }
        parts.add(isExact() ? "rounded: a calculator may differ by 1 in the last digit"
            : "32-bit numbers, nearly equal ones subtracted: a calculator differs in more than the last digit");
        return String.join(" · ", parts);
    }

    private static String lastAnd(String values) {
        int last = values.lastIndexOf(", ");
        return values.substring(0, last) + " and" + values.substring(last + 1);
    }

    /** Whether an update moves what was asked about. */
    boolean isMoved() { return q.movable().contains(q.asked()); }

    Again again() { return again; }

    List<Step> path() { return path; }
}
