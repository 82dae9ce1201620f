package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassbox.Digits;
import org.glassbox.inspect.Question.Step;

/** What else there is to see in a computation: where ways meet, why some get nothing, what one update does. */
final class Remarks {
    private static final double FLAT = 0.05;

    private final Question q;
    private final List<Step> path;
    private final Zeros zeros;
    private final Again again;

    Remarks(Question question, List<Step> path, Zeros zeros, Again again) {
        this.q = question;
        this.path = path;
        this.zeros = zeros;
        this.again = again;
    }

    /** A line each, some with several sentences. */
    List<String> all() {
        List<String> notes = new ArrayList<>();
        String ways = meetings();
        if (!ways.isBlank()) {
            notes.add(ways.strip());
        }
        if (!zeros.isEmpty()) {
            notes.add(String.join(" ", zeros.sentences()));
        }
        notes.addAll(sureAndWrong());
        if (again.isPossible() && !q.movable().isEmpty()) {
            notes.add(update());
        }
        return notes;
    }

    /** A squared error behind a flat sigmoid: what is most wrong learns least. */
    private List<String> sureAndWrong() {
        List<String> sentences = new ArrayList<>();
        for (Scalar p : q.scalars().all()) {
            if (q.target().loss().equals("mean squared error") && p.op().equals("sigmoid") && isOutput(p)) {
                double target = q.target().values()[p.index()];
                double slope = p.ways().get(0).local();
                if (slope < FLAT && Math.abs(p.value() - target) > 0.5) {
                    sentences.add("Sure and wrong: " + q.name(p) + " = " + Digits.of(p.value()) + ", target "
                        + Target.plain(target)
                        + "; the squared error is multiplied by σ′ = " + Digits.brief(slope)
                        + ", cross-entropy would not be.");
                }
            }
        }
        return sentences;
    }

    private boolean isOutput(Scalar p) {
        return p.index() < q.target().values().length
            && q.roles().layers().indexOf(p.ways().get(0).from().tensor()) == q.roles().layers().size() - 1;
    }

    /** Where several ways meet: at every number on the path, else at the first beginning where they do. */
    private String meetings() {
        List<Scalar> on = new ArrayList<>(
            path.stream().map(step -> step.way().from()).filter(this::isMeeting).toList());
        if (on.isEmpty()) {
            q.scalars().all().stream().filter(this::isMeeting).findFirst().ifPresent(on::add);
        }
        return on.stream().limit(2).map(this::meeting).collect(Collectors.joining());
    }

    private boolean isMeeting(Scalar scalar) {
        return q.scalars().above(scalar).size() > 1
            && q.scalars().above(scalar).stream().anyMatch(up -> q.gradient(up) != 0);
    }

    private String meeting(Scalar at) {
        List<Scalar> above = q.scalars().above(at);
        List<Double> parts = above.stream().map(up -> q.passed(up, up.wayFrom(at).orElseThrow())).toList();
        List<String> texts = Digits.sum(parts);
        List<String> via = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            via.add("via " + q.via(above.get(i)) + " " + texts.get(i));
        }
        String count = List.of("Two", "Three", "Four", "Five").get(Math.min(above.size(), 5) - 2);
        return (above.size() > 5 ? above.size() + "" : count) + " ways meet at " + q.name(at) + ": "
            + String.join(" + ", via) + " = "
            + texts.get(texts.size() - 1) + ". ";
    }

    private String update() {
        Map<Scalar, Double> moved = new HashMap<>();
        double predicted = 0;
        for (Scalar each : q.movable()) {
            moved.put(each, each.value() - Story.RATE * q.gradient(each));
            predicted -= Story.RATE * q.gradient(each) * q.gradient(each);
        }
        double before = again.with(Map.of());
        double after = again.with(moved);
        boolean learned = q.movable().stream().anyMatch(q::isLearned);
        String what = learned ? "One update of all weights and biases" : "One step of all inputs downhill";
        return what + ", rate 0.5: " + (q.roles().isLoss() ? "loss" : q.name(q.scalars().result())) + " "
            + Digits.brief(before)
            + " → " + Digits.brief(after) + ", predicted " + Digits.brief(predicted) + ", got "
            + Digits.brief(after - before) + ".";
    }
}
