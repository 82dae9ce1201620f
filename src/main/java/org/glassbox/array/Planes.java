package org.glassbox.array;

/** Walks over images [batch, channels, height, width], a plane [height, width] at a time; channels are shared among threads. */
final class Planes {
    private Planes() {}

    /** How many numbers a plane has. */
    static int size(Array images) { return Shapes.size(images.shape(), 2); }

    /** The two leading axes exchanged. */
    static Array swap(Array x, Array y) {
        int outer = x.shape()[0];
        int inner = x.shape()[1];
        int plane = size(x);
        for (int i = 0; i < outer; i++) {
            for (int k = 0; k < inner; k++) {
                y.copy((k * outer + i) * plane, x, (i * inner + k) * plane, plane);
            }
        }
        return y;
    }

    /** The sum of each channel, over batch and plane. */
    static Array sum(Array x, Array sums) {
        Threads.share(sums.size(), channel -> sums.set(channel, sum(x, channel)));
        return sums;
    }

    private static double sum(Array x, int channel) {
        return Channel.of(channel, x.shape()[1], size(x)).sums(x, x,
            (v, same, one, two, n) -> Kernels.add(one, v, n), (v, same) -> v, (v, same) -> 0)[0];
    }
}
