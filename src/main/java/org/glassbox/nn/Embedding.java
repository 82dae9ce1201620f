package org.glassbox.nn;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.array.Array;
import org.glassbox.array.Type;
import org.glassbox.tensor.Parameter;
import org.glassbox.tensor.Tensor;

/**
 * A learned row of numbers for each class, word or letter. x: class numbers of any shape, for example [batch, steps] →
 * [batch, steps, features]. A class that occurs twice gets the gradients of both.
 *
 * @param weight the table, [classes, features]
 */
public record Embedding(Parameter weight) implements Layer {
    /** A row of {@code features} numbers for each of {@code classes} classes, drawn from the standard normal distribution. */
    public static Embedding of(int classes, int features) {
        if (classes < 1 || features < 1) {
            throw new GlassboxException(Message.of("Embedding.of", "classes " + classes + ", features " + features
                + ", expected at least 1 each")
                .help("classes is the size of the vocabulary, features the length of a row"));
        }
        Seed.Random random = Seed.next("initialisation").random();
        Array table = Array.of(Type.FLOAT, classes, features);
        for (int i = 0; i < table.size(); i++) {
            table.set(i, random.nextGaussian());
        }
        return new Embedding(Parameter.of("weight", table));
    }

    @Override
    public Tensor forward(Tensor x) { return weight.rows(x); }

    @Override
    public String toString() { return "Embedding(" + weight.shape()[0] + " → " + weight.shape()[1] + ")"; }
}
