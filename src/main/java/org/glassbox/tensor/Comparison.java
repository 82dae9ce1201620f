package org.glassbox.tensor;

import static org.glassbox.tensor.Derivative.wrt;

import org.glassbox.array.Native;
import org.glassbox.array.Selection;
import org.glassbox.array.Selection.Relation;

/** Questions answered by 1 and 0, which are data as no gradient flows through a yes or no; and the choice they decide. */
final class Comparison {
    private Comparison() {}

    static Tensor of(String op, Tensor a, Relation relation, Tensor b) {
        Checks.broadcast(op, a, b);
        return Tensor.data(Selection.compare(a.array(), relation, b.array()));
    }

    static Tensor of(Tensor a, Relation relation, double number) {
        return Tensor.data(Selection.compare(a.array(), relation, number));
    }

    static Tensor where(Tensor mask, Tensor a, Tensor b) {
        Checks.broadcast("where", a, b);
        Checks.broadcast("where", mask, a);
        Checks.broadcast("where", mask, b);
        Tensor fixed = mask.toData();
        return Tensor.op("where",
            Native.add(Selection.keep(a.array(), fixed.array()), Selection.drop(b.array(), fixed.array())),
            wrt(a, dy -> Selection.keep(dy, fixed.array())),                     // da = dy where a was taken, else 0
            wrt(b, dy -> Selection.drop(dy, fixed.array())));                    // db = dy where b was taken, else 0
    }
}
