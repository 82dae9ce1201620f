package org.glassbox.train;

import java.util.ArrayList;
import java.util.List;
import org.glassbox.array.Array;
import org.glassbox.array.Magnitudes;
import org.glassbox.train.Rows.Subject;
import org.glassbox.train.Step.Held;
import org.glassbox.train.Step.Moment;
import org.glassbox.train.Step.Output;

/** Norm and histogram of each weight, each gradient and each output at every update; what they mean: {@link Watch#everything}. */
record EverythingWatch() implements Watch {
    @Override
    public boolean wants(Step step) { return step.moment() == Moment.UPDATE; }

    @Override
    public void read(Step step, Rows rows) {
        List<Subject> subjects = new ArrayList<>();
        List<Array> arrays = new ArrayList<>();
        for (Held held : step.held()) {
            String name = held.parameter().name();
            subjects.add(new Subject("everything", held.layer(), held.place(), "", name));
            arrays.add(held.parameter().array());
            subjects.add(new Subject("everything", held.layer(), held.place(), "", name + " gradient"));
            arrays.add(step.gradients().of(held.parameter()).array());
        }
        for (Output output : step.outputs()) {
            subjects.add(new Subject("everything", output.layer(), output.place(), "", "output"));
            arrays.add(output.value().array());
        }
        List<Magnitudes> counted = Magnitudes.of(arrays);
        for (int i = 0; i < arrays.size(); i++) {
            rows.add(subjects.get(i), "norm", counted.get(i).norm());
            rows.add(subjects.get(i), counted.get(i));
        }
    }
}
