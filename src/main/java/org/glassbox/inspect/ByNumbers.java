package org.glassbox.inspect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glassbox.Digits;
import org.glassbox.inspect.Question.Step;
import org.glassbox.inspect.Scalar.Way;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A small computation, number by number. */
record ByNumbers(Question question, Story story) implements View {
    private static final int POINTS = 61;
    private static final double REACH = 4.5;

    static ByNumbers of(Question question) { return new ByNumbers(question, new Story(question)); }

    @Override
    public View path(String name) { return of(question.about(name)); }

    @Override
    public boolean isByLayers() { return false; }

    @Override
    public Table facts() {
        return Table.create("facts", StringColumn.create("asked", question.name(question.asked())),
            StringColumn.create("result", question.name(question.scalars().result())),
            DoubleColumn.create("value", question.asked().value()),
            DoubleColumn.create("gradient", question.gradient(question.asked())),
            DoubleColumn.create("loss", question.scalars().result().value()),
            DoubleColumn.create("rate", story.isMoved() ? Story.RATE : Double.NaN),
            StringColumn.create("title", story.title()), StringColumn.create("summary", story.summary()),
            StringColumn.create("hint", story.hint()), StringColumn.create("notes", String.join("\n", story.notes())),
            StringColumn.create("measured", story.measured()));
    }

    @Override
    public Table values() {
        StringColumn name = StringColumn.create("name");
        StringColumn role = StringColumn.create("role");
        StringColumn made = StringColumn.create("made");
        DoubleColumn value = DoubleColumn.create("value");
        DoubleColumn gradient = DoubleColumn.create("gradient");
        BooleanColumn onPath = BooleanColumn.create("on_path");
        Formulas formulas = new Formulas(question.names());
        Set<Scalar> path = onPath();
        for (Scalar each : question.scalars().all()) {
            name.append(question.name(each));
            role.append(role(each));
            made.append(formulas.made(each));
            value.append(each.value());
            gradient.append(question.gradient(each));
            onPath.append(path.contains(each));
        }
        return Table.create("values", name, role, value, gradient, made, onPath);
    }

    private String role(Scalar scalar) {
        return question.roles().isWeight(scalar) ? "weight" : question.roles().isBias(scalar) ? "bias"
            : scalar == question.scalars().result() ? "result" : scalar.isLeaf() ? "input" : "step";
    }

    private Set<Scalar> onPath() {
        Set<Scalar> path = new HashSet<>(List.of(question.asked(), question.scalars().result()));
        story.path().forEach(step -> path.add(step.way().from()));
        return path;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")                          // that very one, not one that reads like it
    public Table ways() {
        StringColumn from = StringColumn.create("from");
        StringColumn to = StringColumn.create("to");
        StringColumn arrow = StringColumn.create("arrow");
        StringColumn formula = StringColumn.create("formula");
        DoubleColumn local = DoubleColumn.create("local");
        DoubleColumn passed = DoubleColumn.create("passed");
        BooleanColumn onPath = BooleanColumn.create("on_path");
        StringColumn op = StringColumn.create("op");
        Formulas formulas = new Formulas(question.names());
        for (Scalar each : question.scalars().all()) {
            for (Way way : each.ways()) {
                from.append(question.name(way.from()));
                to.append(question.name(each));
                arrow.append(arrow(each, way, formulas));
                formula.append(formulas.local(each, way));
                local.append(way.local());
                passed.append(question.passed(each, way));
                onPath.append(story.path().stream().anyMatch(step -> step.to() == each && step.way() == way));
                op.append(each.op());
            }
        }
        return Table.create("ways", from, to, arrow, formula, local, passed, onPath, op);
    }

    /** On the way into a layer stands the weight: «w11 0.500». */
    private String arrow(Scalar to, Way way, Formulas formulas) {
        boolean product = List.of("linear", "matmul").contains(to.op());
        Scalar weight = product && to.args().indexOf(way.from()) < to.args().size() / 2
            ? Formulas.factor(to, way.from()) : null;
        if (weight == null) {
            return formulas.arrow(to, way);
        }
        String number = weight.value() == 0 ? "0.000" : Digits.brief(weight.value());
        return weight.isConstant() ? "× " + number : question.name(weight) + " " + number;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")                          // that very one, not one that reads like it
    public Table steps() {
        StepRows rows = new StepRows("steps");
        Formulas formulas = new Formulas(question.names());
        for (Step step : story.path()) {
            rows.add(question.name(step.to()), question.name(step.way().from()), formulas.local(step.to(), step.way()),
                step.way().local(), question.gradient(step.to()), question.passed(step.to(), step.way()),
                step == story.smallest(),
                String.join(" · ", story.beside(step)));
        }
        return rows.table();
    }

    @Override
    public Table curve() {
        DoubleColumn at = DoubleColumn.create("value");
        DoubleColumn loss = DoubleColumn.create("loss");
        if (story.again().isPossible()) {
            double middle = question.asked().value();
            double reach = REACH * Math.max(1, Math.abs(middle) / 3);
            for (int i = 0; i < POINTS; i++) {
                double value = middle + reach * (2.0 * i / (POINTS - 1) - 1);
                at.append(value);
                loss.append(story.again().with(question.asked(), value));
            }
        }
        return Table.create("curve", at, loss);
    }
}
