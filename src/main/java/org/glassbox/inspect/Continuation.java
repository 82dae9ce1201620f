package org.glassbox.inspect;

import org.glassbox.GlassboxException;
import org.glassbox.Message;
import org.glassbox.Seed;
import org.glassbox.data.Text;
import org.glassbox.nn.Layer;
import org.glassbox.tensor.Tensor;

/** How a net goes on writing: it says how likely each next character is, one is drawn by lot, and it is asked again. */
public final class Continuation {
    private static final int READ = 64;

    private Continuation() {}

    /**
     * What {@code net} writes after {@code begin}, by the current seed's stream «continuation». It reads the last 64 characters.
     *
     * @param net numbers of characters [1, steps] → scores [1, steps, characters] or [1, characters]
     * @param text the text it was trained with, which numbers the characters
     * @param begin at least one character, which is part of the answer
     * @param length how many characters it adds
     */
    public static String of(Layer net, Text text, String begin, int length) {
        if (begin.isEmpty()) {
            throw new GlassboxException(Message.of("Continuation", "there is nothing to go on from")
                .help("begin with at least one character: Continuation.of(net, text, \"Call me \", 80)"));
        }
        Seed.Random random = Seed.next("continuation").random();
        StringBuilder written = new StringBuilder(begin);
        for (int i = 0; i < length; i++) {
            String read = written.substring(Math.max(0, written.length() - READ));
            Tensor scores = net.predict(text.encode(read));
            written.append(text.decode(drawn(scores.softmax().toFloats(), text.characters().size(), random)));
        }
        return written.toString();
    }

    /** One of the last {@code classes} shares, each as often as it says. */
    private static int drawn(float[] shares, int classes, Seed.Random random) {
        double left = random.nextDouble();
        int from = shares.length - classes;
        int drawn = 0;
        while (drawn < classes - 1 && left >= shares[from + drawn]) {
            left -= shares[from + drawn];
            drawn++;
        }
        return drawn;
    }
}
