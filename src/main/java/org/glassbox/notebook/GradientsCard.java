package org.glassbox.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glassbox.Numbers;
import org.glassbox.array.Array;
import org.glassbox.array.Statistics;
import org.glassbox.tensor.Gradients;
import org.glassbox.tensor.Parameter;

/** How gradients show themselves: how strongly the loss depends on each weight tensor and bias. */
final class GradientsCard {
    private GradientsCard() {}

    static Bundle of(Gradients gradients) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Card.columns(List.of("parameter", "shape", "root mean square", "largest"), 2));
        for (Parameter parameter : gradients.parameters()) {
            Array gradient = gradients.of(parameter).array();
            double largest = Arrays.stream(gradient.toDoubles()).map(Math::abs).max().orElse(0);
            rows.add(List.of(Card.text(parameter.name()), Card.raw(Card.escape(Arrays.toString(parameter.shape()))),
                Card.number(Numbers.brief(Math.sqrt(Statistics.squares(gradient) / gradient.size()))),
                Card.number(Numbers.brief(largest))));
        }
        return Bundle.of(gradients.toString(), Card.frame(
            Card.head("Gradients", "of a loss of " + Numbers.brief(gradients.loss().item())), Card.table(rows),
            Card.footer(
                "∂ loss ÷ ∂ parameter · from input to output · gradients.of(x) answers for any value on the way")));
    }
}
