package org.glassbox.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.glassbox.array.Array;
import org.glassbox.array.Native;

/**
 * The chain rule, applied to a whole computation. Rumelhart, Hinton, Williams 1986, «Learning representations by
 * back-propagating errors».
 */
final class Backpropagation {
    private Backpropagation() {}

    /** The gradient of {@code loss} by every value it was computed from. */
    static Gradients from(Tensor loss) {
        Checks.backward(loss);
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>();
        gradients.put(loss, one(loss));                                                        // ∂L/∂L = 1
        for (Tensor result : fromLastToFirst(loss)) {
            Array dy = gradients.get(result).array();                                          // complete: all that use it came before
            for (Derivative input : result.origin().inputs()) {
                if (input.input().needsGradient()) {
                    Array dx = input.times(result, dy);                                        // local derivative × from above
                    gradients.merge(input.input(), Tensor.data(dx), Backpropagation::sum);     // several ways add up
                }
            }
        }
        return new Gradients(loss, gradients);
    }

    private static Tensor one(Tensor loss) {
        return Tensor.data(Native.scalar(loss.array().type(), 1).as(loss.array().shape()));
    }

    private static Tensor sum(Tensor a, Tensor b) { return Tensor.data(Native.add(a.array(), b.array())); }

    /**
     * All results of operations on the way to {@code loss}, each before everything that it was computed from. The order
     * follows from the computation alone, whichever threads took part and when.
     */
    static List<Tensor> fromLastToFirst(Tensor loss) {
        List<Tensor> order = new ArrayList<>();
        Map<Tensor, Boolean> done = new IdentityHashMap<>();                                   // false: its inputs come first
        Deque<Tensor> open = new ArrayDeque<>(List.of(loss));
        while (!open.isEmpty()) {
            Tensor tensor = open.peek();
            if (tensor.origin() == null || done.containsKey(tensor)) {
                open.pop();
                if (Boolean.FALSE.equals(done.replace(tensor, true))) {
                    order.add(tensor);
                }
            } else {
                done.put(tensor, false);
                List<Derivative> inputs = tensor.origin().inputs();
                for (int i = inputs.size() - 1; i >= 0; i--) {
                    open.push(inputs.get(i).input());
                }
            }
        }
        Collections.reverse(order);
        return order;
    }
}
