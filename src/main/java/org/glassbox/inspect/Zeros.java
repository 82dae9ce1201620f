package org.glassbox.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.Digits;
import org.glassbox.inspect.Scalar.Way;

/** Why the error does not reach some numbers at all. */
final class Zeros {
    private final Question question;
    private final Map<String, List<String>> byReason = new LinkedHashMap<>();
    private boolean onlyInputs = true;

    private Zeros(Question question) {
        this.question = question;
        question.movable().stream().filter(each -> question.gradient(each) == 0)
            .forEach(each -> byReason.computeIfAbsent(why(each), reason -> new ArrayList<>()).add(question.name(each)));
    }

    static Zeros of(Question question) { return new Zeros(question); }

    boolean isEmpty() { return byReason.isEmpty(); }

    /** Whether every weight that gets nothing has an input that is 0. */
    boolean isOnlyInputs() { return onlyInputs; }

    int count() { return byReason.values().stream().mapToInt(List::size).sum(); }

    /** «w21, w22: exactly 0, because x2 is 0.» */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        byReason.forEach((reason, names) -> sentences.add(listed(names) + ": exactly 0, because " + reason + "."));
        return sentences;
    }

    private static String listed(List<String> names) {
        return names.size() <= 6 ? String.join(", ", names)
            : String.join(", ", names.subList(0, 5)) + " and " + (names.size() - 5) + " others";
    }

    /** The reason of a gradient that is exactly 0. */
    String why(Scalar scalar) {
        for (Scalar above : question.scalars().above(scalar)) {
            Way way = above.wayFrom(scalar).orElseThrow();
            if (question.gradient(above) == 0) {
                return why(above);
            }
            if (way.local() == 0) {
                return slope(above, scalar);
            }
        }
        onlyInputs = false;
        return "its ways cancel";
    }

    private String slope(Scalar above, Scalar from) {
        if (above.op().equals("relu")) {
            onlyInputs = false;
            return "the way through " + question.name(above) + " ends there: ReLU got " + Digits.brief(from.value())
                + ", its slope is 0";
        }
        if (List.of("mul", "linear", "matmul").contains(above.op())) {
            Scalar factor = Formulas.factor(above, from);
            if (factor != null && factor.value() == 0) {
                onlyInputs &= factor.isLeaf() && !question.isLearned(factor);
                return factor.isConstant() ? "it is multiplied by 0" : question.name(factor) + " is 0";
            }
        }
        onlyInputs = false;
        return above.op().equals("square") ? question.name(from) + " is 0"
            : "the slope of " + above.op() + " is 0 there";
    }
}
